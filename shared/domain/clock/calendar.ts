/** When a team is open: its hours laid on real days of its own zone, summer time and closures included. */
import { DateTime } from 'luxon'
import { spansOn, type Hours, type Span } from './hours.ts'

export interface Calendar {
  /** null: not known, which is never the same as closed. */
  readonly hours: Hours | null
  /** IANA name. */
  readonly zone: string
  /** Local dates, "2026-12-08": holidays and days the team is closed. Empty: not known (Z-16). */
  readonly closures: readonly string[]
}

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
  const spans = spansOn(hours, { month: day.month, day: day.day, weekday: day.weekday - 1, closure })
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

/** `unknown` where the hours, the zone or the time cannot be read. */
export function isOpen(
  hours: Hours | null,
  zone: string,
  closures: readonly string[],
  at: string,
): 'yes' | 'no' | 'unknown' {
  const local = localTime(at, zone)
  if (hours === null || !local.isValid) return 'unknown'
  return shiftAt(hours, closures, local) === null ? 'no' : 'yes'
}

/** The shift that is on; today's before one that began yesterday. */
export function shiftAt(hours: Hours, closures: readonly string[], local: DateTime): Shift | null {
  for (const days of [0, -1]) {
    const on = shiftsOn(hours, closures, dayAfter(local, days)).find(({ from, to }) => from <= local && local < to)
    if (on !== undefined) return on
  }
  return null
}

/** The next instant at which open turns to closed or back, UTC ISO; null where it never does, or is not known. */
export function nextChange(hours: Hours | null, zone: string, closures: readonly string[], at: string): string | null {
  const local = localTime(at, zone)
  if (hours === null || !local.isValid) return null
  let until = shiftAt(hours, closures, local)?.to ?? null
  for (const { from, to } of shiftsFrom(hours, closures, local)) {
    if (until === null && from > local) return utc(from)
    if (until === null || to <= until) continue
    if (from > until) return utc(until)
    until = to
  }
  return until === null || until > local.plus({ days: farthest - 2 }) ? null : utc(until)
}

export const utc = (time: DateTime): string => new Date(time.toMillis()).toISOString()
