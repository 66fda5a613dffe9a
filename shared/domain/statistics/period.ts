/** Periods of whole days in the team's zone, and the one of the same length before. */
import { DateTime } from 'luxon'
import type { Span } from './case-figures.ts'
import type { StatisticsPeriod } from './statistics-view.ts'

export interface Bounds extends Span {
  readonly days: readonly string[]
}

const longest = 3_700

const dayOf = (date: string, zone: string): DateTime => {
  const there = DateTime.fromISO(date, { zone })
  return there.isValid ? there : DateTime.fromISO(date, { zone: 'utc' })
}

const iso = (time: DateTime): string => time.toUTC().toISO() ?? ''

/** Midnight to midnight of the zone; a zone that nobody knows counts as UTC. `to` before `from` gives the one day `from`. */
export function boundsOf({ from, to }: StatisticsPeriod, zone: string): Bounds {
  const start = dayOf(from, zone).startOf('day')
  const last = dayOf(to < from ? from : to, zone).startOf('day')
  const days: string[] = []
  for (let day = start; day <= last && days.length < longest; day = day.plus({ days: 1 }))
    days.push(day.toISODate() ?? '')
  return { from: iso(start), to: iso(start.plus({ days: days.length })), days }
}

/** As many days, ending on the day before. */
export function periodBefore({ from, to }: StatisticsPeriod): StatisticsPeriod {
  const [start, end] = [
    DateTime.fromISO(from, { zone: 'utc' }),
    DateTime.fromISO(to < from ? from : to, { zone: 'utc' }),
  ]
  const length = Math.round(end.diff(start, 'days').days) + 1
  return {
    from: start.minus({ days: length }).toISODate() ?? from,
    to: start.minus({ days: 1 }).toISODate() ?? from,
  }
}
