/** A case report before it has a form: what HTML, Markdown and PDF all write from. */
import type { Tlp } from '../marking/tlp.ts'

export const audiences = ['user', 'management', 'csirt', 'vendor', 'police', 'press'] as const
export type Audience = (typeof audiences)[number]

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | Table

export interface Table {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Parts of the width, one a column. */
  readonly widths: readonly number[]
  /** Columns of values that are read letter by letter. */
  readonly mono: readonly number[]
}

export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** Every text in it is redacted and harmless to click already. */
export interface ReportDoc {
  readonly tlp: Tlp
  readonly number: string
  /** The case's own, or the number alone for those who are not told the title. */
  readonly title: string
  readonly lead: string
  readonly sections: readonly Section[]
  /** How to check it: number, entries, head of the journal. */
  readonly record: string
  /** Head of the journal: 64 hex digits. */
  readonly head: string
}

/** The whole as running text: what the gate looks through. */
export const textOf = ({ title, lead, sections, record }: ReportDoc): string =>
  [title, lead, ...sections.flatMap(({ title: name, blocks }) => [name, ...blocks.flatMap(linesOf)]), record].join('\n')

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text]
    case 'list':
      return block.lines
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join('\t'))
  }
}
