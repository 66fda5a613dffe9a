/** Cases counted by one thing, the most first, each row with the filter that lists them in the queue. */
import type { CaseFigures } from './case-figures.ts'
import type { StatisticsPeriod, StatisticsRow } from './statistics-view.ts'

export interface RowKind {
  readonly of: (one: CaseFigures) => string
  readonly name: (key: string) => string
  /** Without the period; null where the queue has no word for it. */
  readonly filter: (key: string) => string | null
}

/** More rows are read by nobody. */
const most = 50

/** Opened in the period, closed ones too. */
export const periodFilter = ({ from, to }: StatisticsPeriod): string => `opened:>=${from} opened:<=${to} is:any`

export function countedRows(
  { of, name, filter }: RowKind,
  now: readonly CaseFigures[],
  before: readonly CaseFigures[],
  period: StatisticsPeriod,
): readonly StatisticsRow[] {
  const [here, there] = [tally(now, of), tally(before, of)]
  const keys = [...new Set([...here.keys(), ...there.keys()])]
  return keys
    .map((key) => {
      const words = filter(key)
      return {
        key,
        name: name(key),
        count: here.get(key) ?? 0,
        before: there.get(key) ?? 0,
        filter: words === null ? null : `${words} ${periodFilter(period)}`,
      }
    })
    .toSorted((a, b) => b.count - a.count || b.before - a.before || (a.key < b.key ? -1 : 1))
    .slice(0, most)
}

function tally(cases: readonly CaseFigures[], of: RowKind['of']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of cases) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1)
  return counts
}
