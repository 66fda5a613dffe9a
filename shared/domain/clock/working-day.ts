/** "Within one working day" as a rule that can be shown (Z-17), because the documents do not define it. */
import type { DateTime } from 'luxon'
import type { Calendar } from './calendar.ts'
import { dayAfter, localTime, shiftAt, shiftsFrom, shiftsOn, utc, wallTime, type Shift } from './shifts.ts'

/**
 * The same time on the clock, so many working days later, inside the office hours of that day: where the day closes earlier or
 * pauses then, the closing before; where it opens later, its opening. What comes in outside the hours counts from the next
 * opening. Without hours (or with hours that never open) it is calendar days in the team's zone. UTC ISO in and out; an unknown
 * zone counts as UTC, a time that is none is given back.
 */
export function workingDayDue(from: string, days: number, { hours, zone, closures }: Calendar): string {
  const given = localTime(from, zone)
  const local = given.isValid ? given : localTime(from, 'utc')
  if (!local.isValid) return from
  const start = hours === null ? null : startOf({ hours, zone, closures }, local)
  if (hours === null || start === null) return utc(local.plus({ days }))
  let left = days
  for (let day = dayAfter(start.shift.day, 1), tried = 0; tried < 400; day = dayAfter(day, 1), tried++) {
    const shifts = shiftsOn(hours, closures, day)
    if (shifts.length > 0 && --left <= 0) return utc(withinHours(shifts, start.minutes, start.seconds))
  }
  return utc(local.plus({ days }))
}

interface Start {
  readonly shift: Shift
  /** Minutes of the wall clock since midnight of the shift's day: above 1440 late in a night shift. */
  readonly minutes: number
  /** What is left of the minute, in milliseconds. */
  readonly seconds: number
}

function startOf(calendar: Calendar & { hours: NonNullable<Calendar['hours']> }, local: DateTime): Start | null {
  const now = shiftAt(calendar.hours, calendar.closures, local)
  if (now !== null)
    return { shift: now, minutes: minutesInto(now, local), seconds: local.second * 1000 + local.millisecond }
  for (const shift of shiftsFrom(calendar.hours, calendar.closures, local)) {
    if (shift.from > local) return { shift, minutes: shift.span.from, seconds: 0 }
  }
  return null
}

const minutesInto = ({ day }: Shift, local: DateTime): number =>
  local.hour * 60 + local.minute + (local.hasSame(day, 'day') ? 0 : 1440)

/** The latest open moment of the day that is not after the clock time; else its first opening. */
function withinHours(shifts: readonly Shift[], minutes: number, seconds: number): DateTime {
  const begun = shifts.findLast(({ span }) => span.from <= minutes)
  const [first] = shifts
  if (begun === undefined) return first === undefined ? localTime('', 'utc') : first.from
  return minutes >= begun.span.to ? begun.to : wallTime(begun.day, minutes).plus(seconds)
}
