/** Reads labelled reports with the command line itself and scores them: what is measured is what a caller of `report read` gets. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { realIo } from '../../../electron/cli/io.ts'
import { run } from '../../../electron/cli/run.ts'
import { sum, type Tally } from '../tally.ts'
import { parseLabel, reportShape, type Label, type Report } from './label.ts'
import { nothingRead, scoreReport } from './score-report.ts'

export interface Scored {
  readonly file: string
  readonly tallies: readonly Tally[]
}

/** Labels by name; `ending` tells them from what stands beside them. */
export const labelsIn = (folder: string, ending = '.json'): readonly Label[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => parseLabel(readFileSync(path.join(folder, name), 'utf8')))

/** One run for all; a refused file counts as read without finding anything. Throws where the run itself failed. */
export async function readAll(files: readonly string[]): Promise<readonly Report[]> {
  const written: string[] = []
  const io = { ...realIo(), out: (chunk: string) => void written.push(chunk), err: () => undefined }
  await run(['report', 'read', '--json', ...files], io)
  const answers = z.array(z.unknown()).parse([JSON.parse(written.join(''))].flat())
  if (answers.length !== files.length) throw new Error(`report read failed: ${written.join('')}`)
  return answers.map((answer) => reportShape.safeParse(answer).data ?? nothingRead)
}

/** @param folder where the files of the labels are. */
export async function scoreAll(folder: string, labels: readonly Label[]): Promise<readonly Scored[]> {
  const reports = await readAll(labels.map(({ file }) => path.join(folder, file)))
  return labels.map((label, at) => ({ file: label.file, tallies: scoreReport(reports[at] ?? nothingRead, label) }))
}

/** Over all values of all fields of all reports. */
export const overall = (scored: readonly Scored[]): Tally =>
  sum(
    'micro, all fields',
    scored.flatMap(({ tallies }) => tallies),
  )
