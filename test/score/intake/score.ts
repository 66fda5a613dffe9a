/** Prints how well reports are read, by fields: `npm run intake:score [-- --errors]`; ends with 1 below the mark of the team. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { rates, sum, type Tally } from '../tally.ts'
import type { Label } from './label.ts'
import { labelsIn, overall, scoreAll, type Scored } from './read-folder.ts'

const mark = 0.95

const here = import.meta.dirname
const corpora = path.join(here, '../../../../shared/corpora')
const made = path.join(here, '../../material/reports')

const percent = (share: number): string => (share * 100).toFixed(1).padStart(7)

function row(tally: Tally): string {
  const { precision, recall, f1 } = rates(tally)
  const counts = [tally.found, tally.missed, tally.invented].map((count) => String(count).padStart(6)).join('')
  return `${tally.field.padEnd(20)}${percent(precision)}${percent(recall)}${percent(f1)}${counts}`
}

const meanOf = (scored: readonly Scored[]): number =>
  scored.reduce((total, one) => total + rates(overall([one])).f1, 0) / scored.length

function print(title: string, scored: readonly Scored[], withErrors: boolean): void {
  const all = scored.flatMap(({ tallies }) => tallies)
  console.log(`\n${title}: ${scored.length} reports`)
  console.log(`${'field'.padEnd(20)}  prec.   rec.     F1 found  miss  inv.`)
  for (const field of new Set(all.map((tally) => tally.field))) {
    const one = sum(
      field,
      all.filter((tally) => tally.field === field),
    )
    if (one.found + one.missed + one.invented > 0) console.log(row(one))
  }
  console.log(row(overall(scored)))
  console.log(`mean F1 of a report ${percent(meanOf(scored))}`)
  if (!withErrors) return
  for (const { file, tallies } of scored)
    for (const { field, expected, got } of tallies.flatMap(({ misses }) => misses))
      console.log([file, field, `expected ${expected ?? '-'}`, `got ${got ?? '-'}`].join(' | ').replaceAll('\n', ' '))
}

/** @returns whether it is good enough. */
async function judge(title: string, folder: string, labels: readonly Label[]): Promise<boolean> {
  if (!existsSync(folder)) {
    console.log(`skipped: ${title}: the samples beside the project (../shared/corpora) are not there`)
    return true
  }
  if (labels.length === 0) return true
  const scored = await scoreAll(folder, labels)
  print(title, scored, process.argv.includes('--errors'))
  return rates(overall(scored)).f1 >= mark
}

const beside = labelsIn(path.join(here, 'labels'))
const ours = labelsIn(made, '.expected.json')
const isBlind = ({ file }: Label): boolean => file.startsWith('blind-')
const good = [
  await judge('public samples', corpora, beside),
  await judge(
    'made up',
    made,
    ours.filter((label) => !isBlind(label)),
  ),
  await judge('made up, once blind', made, ours.filter(isBlind)),
]
if (good.includes(false)) {
  console.log(`\nbelow the mark of ${mark}`)
  process.exitCode = 1
}
