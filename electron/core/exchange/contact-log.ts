/** Who we have exchanged messages with: asked for with every card and key that is shown, so no record is read for it. */
import type { Store } from '../store/store.ts'
import type { ExchangeLine } from './exchange-lines.ts'
import { linesOf } from './exchange-records.ts'

export interface Contact {
  readonly exchanges: number
  readonly lastAt: string | null
  readonly lastDirection: 'in' | 'out' | null
}

export interface ContactLog {
  /** By whole fingerprints and mail addresses in lower case; an exchange that several of them name counts once. */
  readonly with: (marks: readonly string[]) => Contact
  /** The marks of everybody with whom something was exchanged in a case, by its number. */
  readonly inCases: () => ReadonlyMap<string, ReadonlySet<string>>
  /** Exchanges may have changed: looked at before the next answer. */
  readonly look: () => void
}

export function openContactLog(store: Pick<Store, 'db'>): ContactLog {
  let byMark: ReadonlyMap<string, readonly ExchangeLine[]> | null = null
  const marked = (): ReadonlyMap<string, readonly ExchangeLine[]> => (byMark ??= indexed(linesOf(store).all()))
  return {
    with: (marks) => {
      const met = [...new Set(marks.flatMap((mark) => marked().get(mark) ?? []))]
      const last = met.toSorted(({ row: one }, { row: other }) => (one.at < other.at ? -1 : 1)).at(-1)?.row
      return { exchanges: met.length, lastAt: last?.at ?? null, lastDirection: last?.direction ?? null }
    },
    inCases: () => {
      const cases = new Map<string, Set<string>>()
      for (const { row, marks } of linesOf(store).all()) {
        for (const number of row.cases) cases.set(number, new Set([...(cases.get(number) ?? []), ...marks]))
      }
      return cases
    },
    look: () => {
      byMark = null
    },
  }
}

function indexed(lines: readonly ExchangeLine[]): ReadonlyMap<string, readonly ExchangeLine[]> {
  const byMark = new Map<string, ExchangeLine[]>()
  for (const line of lines) {
    for (const mark of line.marks) {
      const same = byMark.get(mark)
      if (same === undefined) byMark.set(mark, [line])
      else same.push(line)
    }
  }
  return byMark
}
