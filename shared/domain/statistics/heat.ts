/** When cases are opened: by weekday and hour on the team's own clock, and the same in one sentence. */
import type { Zone } from 'luxon'
import { wallAt } from '../clock/wall-clock.ts'
import { saying, type Saying } from '../../words/say.ts'
import type { CaseFigures } from './case-figures.ts'

/** [weekday 0 = Monday][hour]; a zone that nobody knows counts as UTC. */
export function heatOf(
  cases: readonly Pick<CaseFigures, 'openedAt'>[],
  zone: Zone | null,
): readonly (readonly number[])[] {
  const grid = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const { openedAt } of cases) {
    const at = Date.parse(openedAt)
    const { day, minutes } = zone === null ? wallInUtc(at) : wallAt(zone, at)
    // 1 January 1970 was a Thursday.
    const row = grid[(((day + 3) % 7) + 7) % 7]
    const hour = Math.floor(minutes / 60)
    if (row !== undefined) row[hour] = (row[hour] ?? 0) + 1
  }
  return grid
}

const wallInUtc = (at: number): { day: number; minutes: number } => {
  const day = Math.floor(at / 86_400_000)
  return { day, minutes: (at - day * 86_400_000) / 60_000 }
}

const sum = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0)

/** The weekday and the hour with the most, and how many came at a weekend. */
export function heatSaid(grid: readonly (readonly number[])[]): Saying {
  const byDay = grid.map(sum)
  const total = sum(byDay)
  if (total === 0) return saying('stats.heat.none')
  const byHour = Array.from({ length: 24 }, (_, hour) => sum(grid.map((row) => row[hour] ?? 0)))
  const day = byDay.indexOf(Math.max(...byDay))
  const hour = byHour.indexOf(Math.max(...byHour))
  const weekend = (byDay[5] ?? 0) + (byDay[6] ?? 0)
  return saying('stats.heat.said', {
    day: String(day),
    onDay: byDay[day] ?? 0,
    hour: String(hour).padStart(2, '0'),
    inHour: byHour[hour] ?? 0,
    weekend,
    total,
  })
}
