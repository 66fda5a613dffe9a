/** Writes the table as a page: a mark in every cell, and under each part why something is refused or cannot be asked. */
import { format } from 'prettier'
import { peerNames, type Expected } from './cell.ts'
import type { Section } from './row.ts'
import { ways, type CellResult, type RowResult } from './run-rows.ts'

export interface Run {
  readonly date: string
  readonly versions: readonly string[]
  readonly sections: readonly { readonly section: Section; readonly results: readonly RowResult[] }[]
}

export const pageOf = (run: Run): Promise<string> =>
  format([...opening(run), ...run.sections.flatMap(part)].join('\n'), { parser: 'markdown' })

const opening = ({ date, versions, sections }: Run): readonly string[] => {
  const cells = sections.flatMap(({ results }) => results).flatMap((result) => result.cells)
  const count = (mark: Expected['mark']): number =>
    cells.filter(({ failure, expected }) => failure === null && expected.mark === mark).length
  const failed = cells.filter(({ failure }) => failure !== null).length
  return [
    '# What other programs read of Signet, and Signet of them',
    '',
    `Written by \`npm run peers\` on ${date}, in one run, by the programs themselves:`,
    '',
    ...versions.map((version) => `- ${version}`),
    '',
    `${count('ok') + count('refused') + failed} cells were run: ${count('ok')} ok, ${count('refused')} refused as expected, ${failed} failed.`,
    '',
    '- **ok**: the same bytes came out and, where it was signed, the right signature was found good.',
    '- **refused**: one of the two refuses it, as expected; the note says who and why.',
    '- **–**: there is no way to ask for it; the note says why. Nothing was run.',
    '- **FAILED**: something else came out than was expected. The command ends with an error then.',
    '',
    '"reads ours" is what Signet wrote and the program read; "we read its" is the other way round. `npm run peers -- --only "ROW"` runs one row and says what each program said.',
    '',
  ]
}

function part({ section, results }: Run['sections'][number]): readonly string[] {
  const notes: string[] = []
  const hasAlone = results.some(({ cells }) => cells.some(({ way }) => way === 'alone'))
  const columns = peerNames.flatMap((peer) => ways.map((way) => ({ peer, way })))
  const heads = columns.map(({ peer, way }) => (way === 'ours' ? `${peer} reads ours` : `we read ${peer}'s`))
  const lines = results.map(({ row, cells }) => {
    const marks = columns.map(({ peer, way }) => cells.find((cell) => cell.peer === peer && cell.way === way))
    const alone = hasAlone ? [cells.find(({ way }) => way === 'alone')] : []
    return line([`**${row.name}**: ${row.what}`, ...[...marks, ...alone].map((cell) => markOf(cell, notes))])
  })
  const all = ['', ...heads, ...(hasAlone ? ['Signet alone'] : [])]
  return [
    `## ${section.title}`,
    '',
    line(all),
    line(all.map(() => '---')),
    ...lines,
    '',
    ...notes.map((note, at) => `${at + 1}. ${note}.`),
    '',
  ]
}

const line = (fields: readonly string[]): string =>
  `| ${fields.map((field) => field.replaceAll('|', '\\|')).join(' | ')} |`

const WORDS = { ok: 'ok', refused: 'refused', cannot: '–' } as const

function markOf(cell: CellResult | undefined, notes: string[]): string {
  if (cell === undefined) return ''
  const { expected, failure } = cell
  if (failure !== null) return '**FAILED**'
  if (expected.why === undefined) return WORDS[expected.mark]
  if (!notes.includes(expected.why)) notes.push(expected.why)
  return `${WORDS[expected.mark]} (${notes.indexOf(expected.why) + 1})`
}
