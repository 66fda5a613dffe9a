/** The 12 rungs of the ladder that Signet ships (M-24): their bands, what they are called, what is to be known about them. */
import type { Code } from '../../words/say.ts'
import { bandOf, type Band } from './ladder.ts'

export interface LadderRung {
  readonly rung: number
  readonly band: Band
  /** Its name, in our own short wording. */
  readonly name: Code
  /** A trap of the source that a person should know when choosing it. */
  readonly note: Code | null
}

const named = {
  1: 'rung.1',
  2: 'rung.2',
  3: 'rung.3',
  4: 'rung.4',
  5: 'rung.5',
  6: 'rung.6',
  7: 'rung.7',
  8: 'rung.8',
  9: 'rung.9',
  10: 'rung.10',
  11: 'rung.11',
  12: 'rung.12',
} as const satisfies Readonly<Record<number, Code>>

/** Z-13: item 5 says "three" and follows four. Z-12: item 6 names another organisation, a remainder of a template. */
const notes: Readonly<Record<number, Code>> = { 5: 'rung.5.note', 6: 'rung.6.note' }

export const ladderRungs: readonly LadderRung[] = Object.entries(named).map(([number, name]) => {
  const rung = Number(number)
  return { rung, band: bandOf(rung, null), name, note: notes[rung] ?? null }
})
