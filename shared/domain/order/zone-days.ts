/** Where a day begins and ends in a team's zone, as UTC ISO: what "today" and "since 1 November" mean in the queue. */
import { DateTime } from 'luxon'

const utc = (time: DateTime): string | null => (time.isValid ? time.toUTC().toISO() : null)

/** Of the day after a date (`days` 1) or of the date itself; null where it is no date or no zone. */
export const startOfDay = (date: string, zone: string, days = 0): string | null =>
  utc(DateTime.fromISO(date, { zone }).plus({ days }).startOf('day'))

/** The date of an instant in the zone; of UTC where the zone is none. */
export function dateIn(zone: string, now: string): string {
  const there = DateTime.fromISO(now, { zone })
  return (there.isValid ? there : DateTime.fromISO(now, { zone: 'utc' })).toISODate() ?? now.slice(0, 10)
}

export const endOfToday = (zone: string, now: string): string => startOfDay(dateIn(zone, now), zone, 1) ?? now
