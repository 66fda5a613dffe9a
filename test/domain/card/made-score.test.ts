/** The reader on whole made-up documents: what a careful person reads in them, with a floor under the micro-F1 of all fields. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseExpected } from '../../score/expected-card.ts'
import { scoreCard } from '../../score/score-card.ts'
import { rates, sum } from '../../score/tally.ts'
import { read } from './reading.ts'

/** Milliseconds: a hundred documents on a machine that has other things to do. */
const PATIENCE = 300_000

const folder = new URL('../../material/cards/made/', import.meta.url)

it(
  'reads the made-up documents as a person did',
  () => {
    const tallies = readdirSync(folder)
      .filter((name) => name.endsWith('.expected.json'))
      .flatMap((name) => {
        const expected = parseExpected(readFileSync(new URL(name, folder), 'utf8'))
        return scoreCard(read(readFileSync(new URL(expected.file, folder), 'utf8')), expected)
      })
    const all = sum('all fields', tallies)
    for (const { field, expected, got } of all.misses)
      console.log(`${field}: expected ${expected ?? '-'}, got ${got ?? '-'}`)
    expect(rates(all).f1).toBeGreaterThanOrEqual(0.98)
  },
  PATIENCE,
)
