/** Whether a team is open at an instant, and when that changes: their wall clock decides, summer time and closures included. */
import type { Zone } from 'luxon'
import { spansOn, type Hours } from './hours.ts'
import { calendarDay, instantsOf, wallAt, zoneOf } from './wall-clock.ts'

export interface Calendar {
  /** null: not known, which is never the same as closed. */
  readonly hours: Hours | null
  /** IANA name. */
  readonly zone: string
  /** Local dates, "2026-12-08": holidays and days the team is closed. Empty: not known (Z-16). */
  readonly closures: readonly string[]
}

export type Openness = 'yes' | 'no' | 'unknown'

const midnight = 1440

/** Longer than any closure: after a year and a bit without an opening there is none. */
const farthest = 400

/** A service that never closes; it needs no zone. */
export const isRoundTheClock = ({ rules }: Hours): boolean => {
  const [only] = rules
  return (
    rules.length === 1 &&
    only !== undefined &&
    only.days.length === 7 &&
    only.holidays &&
    only.seasons.length === 0 &&
    only.spans.some(({ from, to }) => from === 0 && to >= midnight)
  )
}

/**
 * The shifts of the wall clock's day and of the day before decide; in an hour that the clock shows twice they hold twice. `at` is
 * UTC ISO, closures are local dates. `unknown` where the hours, the zone or the time cannot be read.
 */
export function isOpen(hours: Hours | null, zoneName: string, closures: readonly string[], at: string): Openness {
  const [zone, instant] = [zoneOf(zoneName), Date.parse(at)]
  if (hours === null || zone === null || Number.isNaN(instant)) return 'unknown'
  return openAt(hours, zone, closures, instant) ? 'yes' : 'no'
}

function openAt(hours: Hours, zone: Zone, closures: readonly string[], instant: number): boolean {
  const { day, minutes } = wallAt(zone, instant)
  return (
    daySpans(hours, closures, day).some(({ from, to }) => from <= minutes && minutes < to) ||
    daySpans(hours, closures, day - 1).some(({ to }) => minutes < to - midnight)
  )
}

/** The spans that begin on a day, by its count. */
export function daySpans(hours: Hours, closures: readonly string[], count: number): ReturnType<typeof spansOn> {
  const day = calendarDay(count)
  return spansOn(hours, { ...day, closure: closures.includes(day.iso) })
}

/** The next instant at which open turns to closed or back, UTC ISO; null where it never does, or is not known. */
export function nextChange(
  hours: Hours | null,
  zoneName: string,
  closures: readonly string[],
  at: string,
): string | null {
  const [zone, instant] = [zoneOf(zoneName), Date.parse(at)]
  if (hours === null || zone === null || Number.isNaN(instant) || isRoundTheClock(hours)) return null
  const now = openAt(hours, zone, closures, instant)
  const today = wallAt(zone, instant).day
  for (let day = today; day < today + farthest; day++) {
    const change = instantsOf(zone, day, edgesOf(hours, closures, day)).find(
      (edge) => edge > instant && openAt(hours, zone, closures, edge) !== now,
    )
    if (change !== undefined) return new Date(change).toISOString()
  }
  return null
}

/** The minutes of a day at which a shift can begin or end: its own, those left from the day before, and its first. */
const edgesOf = (hours: Hours, closures: readonly string[], day: number): readonly number[] => [
  0,
  ...daySpans(hours, closures, day).flatMap(({ from, to }) => (to < midnight ? [from, to] : [from])),
  ...daySpans(hours, closures, day - 1).flatMap(({ to }) => (to > midnight ? [to - midnight] : [])),
]
