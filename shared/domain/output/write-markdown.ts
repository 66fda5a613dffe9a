/** A case report as Markdown (CommonMark with tables): nothing of a case can become markup of it. */
import { tlpLabel } from '../marking/tlp.ts'
import type { Block, ReportDoc, Table } from './report-doc.ts'

/** What CommonMark and its tables give a meaning within a line, and HTML's two, as themselves; the rest only where a line begins. */
const plain = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]>#|~!]/g, (sign) => `\\${sign}`)
    .replace(/^(\s{0,3}\d{0,9})([-+=.):])/, '$1\\$2')

const oneLine = (text: string): string => plain(text.replaceAll(/\s*[\r\n]+\s*/g, ' / '))

/** Values that are read letter by letter; those with a backtick could end the span. */
const code = (text: string): string =>
  /[`\r\n]/.test(text) || text.trim() === '' ? oneLine(text) : `\`${text.replaceAll('|', '\\|')}\``

/** A blank line after each paragraph; a line break inside one is kept by a backslash. */
const paragraph = (text: string): string =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => plain(line.trim()))
    .join('\\\n')

export function writeMarkdown({ tlp, title, lead, sections, record }: ReportDoc): string {
  const marking = `**${plain(tlpLabel(tlp))}**`
  const parts = [
    marking,
    `# ${oneLine(title)}`,
    plain(lead),
    ...sections.flatMap(({ title: name, blocks }) => [`## ${oneLine(name)}`, ...blocks.map(blockText)]),
    plain(record),
    marking,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text)
    case 'list':
      return block.lines.map((line) => `- ${oneLine(line)}`).join('\n')
    case 'table':
      return tableText(block)
  }
}

const tableText = ({ head, rows, mono }: Table): string =>
  [
    head.map(oneLine),
    head.map(() => '---'),
    ...rows.map((row) => row.map((cell, at) => (mono.includes(at) ? code(cell) : oneLine(cell)))),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
