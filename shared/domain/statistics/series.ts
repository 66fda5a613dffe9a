/** Opened and closed day by day, or week by week where days would be too many to see. */
import { wallAt, zoneOf } from '../clock/wall-clock.ts'
import type { CaseFigures } from './case-figures.ts'
import type { Statistics } from './statistics-view.ts'

/** More days become weeks. */
export const mostDays = 92

interface Counted {
  readonly opened: readonly CaseFigures[]
  readonly closed: readonly CaseFigures[]
  readonly openedBefore: readonly CaseFigures[]
}

/** `days` and `daysBefore` are as many, in order: the first of one stands beside the first of the other. */
export function seriesOf(
  { opened, closed, openedBefore }: Counted,
  days: readonly string[],
  daysBefore: readonly string[],
  zone: string,
): Statistics['series'] {
  const dayOf = dayIn(zone)
  const byDay = (times: readonly (string | null)[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const at of times) if (at !== null) counts.set(dayOf(at), (counts.get(dayOf(at)) ?? 0) + 1)
    return counts
  }
  const [openedOn, closedOn] = [byDay(opened.map((one) => one.openedAt)), byDay(closed.map((one) => one.closedAt))]
  const openedBeforeOn = byDay(openedBefore.map((one) => one.openedAt))
  const rows = days.map((day, at) => ({
    day,
    opened: openedOn.get(day) ?? 0,
    closed: closedOn.get(day) ?? 0,
    openedBefore: openedBeforeOn.get(daysBefore[at] ?? '') ?? 0,
  }))
  return rows.length <= mostDays ? rows : weeksOf(rows)
}

function dayIn(name: string): (at: string) => string {
  const zone = zoneOf(name)
  if (zone === null) return (at) => at.slice(0, 10)
  return (at) => new Date(wallAt(zone, Date.parse(at)).day * 86_400_000).toISOString().slice(0, 10)
}

function weeksOf(rows: Statistics['series']): Statistics['series'] {
  const weeks = Array.from({ length: Math.ceil(rows.length / 7) }, (_, at) => rows.slice(at * 7, at * 7 + 7))
  return weeks.map((week) => ({
    day: week[0]?.day ?? '',
    opened: total(week, ({ opened }) => opened),
    closed: total(week, ({ closed }) => closed),
    openedBefore: total(week, ({ openedBefore }) => openedBefore),
  }))
}

const total = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0)
