/** Prints how well the card reader reads whole folders of team descriptions: `node test/score/cards-score.ts [--misses] [folder…]`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { emptyReading } from '../../shared/domain/card/empty-reading.ts'
import { readCard } from '../../shared/domain/card/read-card.ts'
import { parseExpected } from './expected-card.ts'
import { scoreCard } from './score-card.ts'
import { rates, sum, type Tally } from './tally.ts'

/** The day on which the documents are read: ages and expiries are told against it. */
const NOW = '2026-11-22T12:00:00Z'
const ENDING = '.expected.json'

const root = path.join(import.meta.dirname, '../..')
const DEFAULTS = [path.join(root, '../shared/corpora/rfc2350'), path.join(root, 'test/material/cards/made')]

interface Scored {
  readonly file: string
  readonly tallies: readonly Tally[]
}

function scoreFile(folder: string, name: string): Scored {
  const expected = parseExpected(readFileSync(path.join(folder, name), 'utf8'))
  const result = readCard(readFileSync(path.join(folder, expected.file), 'utf8'), { now: NOW })
  const card = result.ok ? result.value : emptyReading
  return { file: expected.file, tallies: scoreCard(card, expected) }
}

const percent = (share: number): string => (share * 100).toFixed(1).padStart(6)

function row(tally: Tally): string {
  const { precision, recall, f1 } = rates(tally)
  const counts = [tally.found, tally.missed, tally.invented].map((count) => String(count).padStart(5)).join('')
  return `${tally.field.padEnd(18)}${percent(precision)}${percent(recall)}${percent(f1)}${counts}`
}

function report(folder: string, withMisses: boolean): void {
  const names = readdirSync(folder).filter((name) => name.endsWith(ENDING))
  const scored = names.toSorted().map((name) => scoreFile(folder, name))
  const all = scored.flatMap(({ tallies }) => tallies)
  const fields = [...new Set(all.map(({ field }) => field))]
  console.log(`\n${path.basename(folder)}: ${scored.length} documents`)
  console.log(`${'field'.padEnd(18)}  prec.  rec.    F1 found miss  inv.`)
  for (const field of fields) {
    const one = sum(
      field,
      all.filter((tally) => tally.field === field),
    )
    if (one.found + one.missed + one.invented > 0) console.log(row(one))
  }
  console.log(row(sum('micro, all fields', all)))
  if (!withMisses) return
  for (const { file, tallies } of scored)
    for (const { field, expected, got } of tallies.flatMap(({ misses }) => misses))
      console.log([file, field, `expected ${expected ?? '-'}`, `got ${got ?? '-'}`].join(' | ').replaceAll('\n', ' '))
}

const given = process.argv.slice(2)
const folders = given.filter((argument) => !argument.startsWith('--'))
for (const folder of folders.length > 0 ? folders : DEFAULTS) {
  if (existsSync(folder)) report(folder, given.includes('--misses'))
  else console.log(`skipped: ${path.basename(folder)} is not there`)
}
