/** Counts what became of a paste, so that the counts add up to what was pasted. */
import { saying } from '../../words/say.ts'
import type { LookupAnswer } from './lookup-answer.ts'

export interface LookupCounts {
  /** unknown + found + repeated + setAside. It is `lines` where each line holds one. */
  readonly indicators: number
  readonly unknown: number
  readonly found: number
  readonly contacts: number
  readonly repeated: number
  readonly setAside: number
}

export function countsOf({ results, groups, unknown, setAside }: LookupAnswer): LookupCounts {
  const firsts = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return {
    indicators: results.length + setAside.length,
    unknown,
    found: firsts - unknown,
    contacts: groups.filter(({ card }) => card !== null).length,
    repeated: results.length - firsts,
    setAside: setAside.length,
  }
}

/** One line about the whole paste; no one on file comes first, because that needs work. */
export const summaryOf = (answer: LookupAnswer) => saying('lookup-summary', { ...countsOf(answer) })
