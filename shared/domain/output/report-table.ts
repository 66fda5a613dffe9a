/** A table of a case report, its column titles by their codes; without rows it says so. */
import { say, word, type Code, type Language } from '../../words/say.ts'
import type { Block } from './report-doc.ts'

export function tableOf(
  language: Language,
  columns: readonly { readonly title: Code; readonly width: number; readonly mono?: true }[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  if (rows.length === 0) return [{ kind: 'text', text: word(language, 'out.report.none') }]
  return [
    {
      kind: 'table',
      head: columns.map(({ title }) => say(language, { code: title, params: {} })),
      rows,
      widths: columns.map(({ width }) => width),
      mono: columns.flatMap(({ mono }, at) => (mono === true ? [at] : [])),
    },
  ]
}
