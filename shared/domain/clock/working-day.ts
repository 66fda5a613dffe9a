/** "Within one working day" as a rule that can be shown (Z-17), because the documents do not define it. */
import type { Zone } from 'luxon'
import { daySpans, type Calendar } from './calendar.ts'
import type { Hours, Span } from './hours.ts'
import { dayLength, instantAt, minuteLength, offsetAt, zoneOf } from './wall-clock.ts'

/** Longer than any closure: after a year and a bit without an opening there is none. */
const farthest = 400

/**
 * The same time on the clock, so many working days later, inside the office hours of that day: where the day closes earlier or
 * pauses then, the closing before; where it opens later, its opening. What comes in outside the hours counts from the next
 * opening. Without hours (or with hours that never open) it is calendar days in the team's zone. UTC ISO in and out; an unknown
 * zone counts as UTC, a time that is none is given back.
 */
export function workingDayDue(from: string, days: number, { hours, zone: zoneName, closures }: Calendar): string {
  const [opened, zone] = [Date.parse(from), zoneOf(zoneName) ?? zoneOf('UTC')]
  if (Number.isNaN(opened) || zone === null) return from
  const wall = wallMoment(zone, opened)
  const start = hours === null ? null : startOf({ hours, zone, closures }, opened, wall)
  const due = hours === null || start === null ? null : dueAfter({ hours, zone, closures }, start, days)
  return new Date(due ?? instantAt(zone, wall.day + days, wall.time)).toISOString()
}

interface Team {
  readonly hours: Hours
  readonly zone: Zone
  readonly closures: readonly string[]
}

/** On the wall clock: a day by its count, and milliseconds since its midnight; more than a day late in a night shift. */
interface Moment {
  readonly day: number
  readonly time: number
}

function wallMoment(zone: Zone, instant: number): Moment {
  const shown = instant + offsetAt(zone, instant)
  const day = Math.floor(shown / dayLength)
  return { day, time: shown - day * dayLength }
}

/** As a moment of the day on which its shift begins: that of the shift that is on (today's before yesterday's), else the next opening. */
function startOf({ hours, zone, closures }: Team, opened: number, { day, time }: Moment): Moment | null {
  if (daySpans(hours, closures, day).some((span) => holds(span, time))) return { day, time }
  const night = { day: day - 1, time: time + dayLength }
  if (daySpans(hours, closures, night.day).some((span) => holds(span, night.time))) return night
  for (let next = day; next < day + farthest; next++) {
    const span = daySpans(hours, closures, next).find(({ from }) => instantAt(zone, next, from * minuteLength) > opened)
    if (span !== undefined) return { day: next, time: span.from * minuteLength }
  }
  return null
}

const holds = ({ from, to }: Span, time: number): boolean => from * minuteLength <= time && time < to * minuteLength

/** null where the team does not open often enough in a year. */
function dueAfter({ hours, zone, closures }: Team, start: Moment, days: number): number | null {
  let left = days
  for (let day = start.day + 1; day <= start.day + farthest; day++) {
    const spans = daySpans(hours, closures, day)
    if (spans.length > 0 && --left <= 0) return instantAt(zone, day, withinHours(spans, start.time))
  }
  return null
}

/** The latest open moment of the day that is not after the clock time; else its first opening. */
function withinHours(spans: readonly Span[], time: number): number {
  const begun = spans.findLast(({ from }) => from * minuteLength <= time)
  return begun === undefined ? (spans[0]?.from ?? 0) * minuteLength : Math.min(time, begun.to * minuteLength)
}
