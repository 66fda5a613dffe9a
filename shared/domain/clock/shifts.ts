/** The shifts of a team as spans of real time, for rules that count in working days. */
import { DateTime } from 'luxon'
import { spansOn, type Hours, type Span } from './hours.ts'

/** A shift: the local day that it begins on, and its instants. */
export interface Shift {
  readonly day: DateTime
  readonly span: Span
  readonly from: DateTime
  readonly to: DateTime
}

/** Longer than any closure: after a year and a bit without an opening there is none. */
const farthest = 400

export const localTime = (at: string, zone: string): DateTime => DateTime.fromISO(at, { zone })

/** The shifts that begin on a day, given by its first instant. A wall time that summer time leaves out is the one after the gap. */
export function shiftsOn(hours: Hours, closures: readonly string[], day: DateTime): readonly Shift[] {
  const closure = closures.length > 0 && closures.includes(day.toISODate() ?? '')
  const spans = spansOn(hours, {
    month: day.month,
    day: day.day,
    weekday: day.weekday - 1,
    closure,
    ...(day.daysInMonth === undefined ? {} : { daysInMonth: day.daysInMonth }),
  })
  return spans.map((span) => ({
    day,
    span,
    // Worked out when asked for: zone arithmetic is what these rules spend their time on.
    get from() {
      return wallTime(day, span.from)
    },
    get to() {
      return wallTime(day, span.to)
    },
  }))
}

/** The wall clock at so many minutes after midnight, which on two days a year is not midnight plus so many minutes. */
export function wallTime(day: DateTime, minutes: number): DateTime {
  const on = minutes < 1440 ? day : day.plus({ days: Math.floor(minutes / 1440) })
  return on.set({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 })
}

/** The first instant of the local day so many days on. */
export const dayAfter = (day: DateTime, days: number): DateTime =>
  (days === 0 ? day : day.plus({ days })).startOf('day')

/** Shifts in order from the day before `from` on (a night shift may still run); at most 400 days of them. */
export function* shiftsFrom(hours: Hours, closures: readonly string[], from: DateTime): Generator<Shift> {
  for (let days = -1; days < farthest; days++) yield* shiftsOn(hours, closures, dayAfter(from, days))
}

/** The shift that is on; today's before one that began yesterday. */
export function shiftAt(hours: Hours, closures: readonly string[], local: DateTime): Shift | null {
  for (const days of [0, -1]) {
    const on = shiftsOn(hours, closures, dayAfter(local, days)).find(({ from, to }) => from <= local && local < to)
    if (on !== undefined) return on
  }
  return null
}

export const utc = (time: DateTime): string => new Date(time.toMillis()).toISOString()
