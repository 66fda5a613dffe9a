/** Cuts a document into its lines of words, each with its place, so that no reader after this one sees markup or invisible characters. */
import {
  BREAK,
  BULLET,
  CELL,
  decodeEntities,
  HEADING,
  withoutComments,
  withoutMarkdown,
  withoutTags,
  type MarkupState,
} from './markup.ts'
import { withKnownMarkup } from './other-markup.ts'
import { rowText, withBars, withColumnNames, withKeysInRows, withoutFurniture } from './tables.ts'

export interface Piece {
  /** 1-based line of the document. */
  readonly line: number
  readonly text: string
  /** 1 to 6 for a Markdown # or an HTML heading, 7 for a numbered line or a label in bold; 0 for no heading. */
  readonly level: number
  readonly bullet: boolean
  /** The cells of a row of a table. */
  readonly cells: readonly string[] | null
}

export interface Pieces {
  readonly pieces: readonly Piece[]
  /** The first line with characters that nobody sees or that turn the direction of writing, and how many there are. */
  readonly hidden: { readonly line: number; readonly count: number } | null
  /** The line at which reading stopped, because the text has more lines than any team description. */
  readonly cutAt: number | null
}

/** Lines of words. The longest known description has 900. */
const MAX_PIECES = 20_000

/** Control and format characters have no business in a description; only a soft hyphen at a line's end says something. */
const INVISIBLE = /(?![\t\f])[\p{Cc}\p{Cf}\ue001-\ue004]/gu
/** Zero width, direction marks and overrides, tags, and control characters: they can make a reader see other words than a program. */
const DECEIVING =
  /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u{e0000}-\u{e007f}]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu
const SOFT_HYPHEN = '\u00ad'

const BULLETS = /^\s*(?:[•▪◦●‣·∙➢➤■□►✓✔]|[-*–](?=\s)|\+(?=\s\p{L})|o(?=\s{2}))\s*/u
const RULE = /^[-=_*~+#\s]{3,}$|^\|?[\s:|-]{3,}\|?$/

/** Columns in plain text stand apart by three blanks; a label's value, and what gpg prints, are no columns. */
const COLUMNS = /(?<=[^\s:.,()])\s{3,}(?=\S)/
/** "2.1     Name of the Team": a number before a heading is no column. */
const NUMBERED = /^(?:§|section )?\d{1,2}(?:\.\d{1,2}){0,3}\s{3,}\S/i
const GPG = /^(?:pub|sub|uid|sec|ssb|fpr)\s/

function cellsOf(text: string): readonly string[] | null {
  if (text.includes(CELL) || (/^\|.*\|$/.test(text) && text.length > 2)) {
    const cells = text.split(new RegExp(`${CELL}|(?<!\\\\)\\|`)).map((cell) => cell.trim())
    const full = cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' && cells.length > 1 ? -1 : undefined)
    return full.length > 1 ? full : null
  }
  if (!COLUMNS.test(text) || GPG.test(text) || NUMBERED.test(text) || text.length > 300) return null
  return text.split(COLUMNS)
}

function levelOf(text: string, tagged: string | undefined): number {
  if (tagged) return Number(tagged)
  const hashes = /^(#{1,6})\s+\S/.exec(text)?.[1]?.length ?? 0
  return hashes > 0
    ? hashes
    : /^\*\*\s{0,2}(?:(?:\d|§)[^*]{2,100}\*\*:?$|[^*:\d]{2,60}(?::\*\*|\*\*\s?:))/.test(text)
      ? 7
      : 0
}

function wordsOf(source: string): string {
  const text = withoutMarkdown(source)
  return decodeEntities(text)
    .replaceAll(INVISIBLE, (character) => (character === SOFT_HYPHEN && text.endsWith(character) ? character : ''))
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim()
}

function toPiece(line: number, source: string): Piece {
  let text = source.trim()
  const tagged = new RegExp(`^${HEADING}([1-6])`).exec(text)?.[1]
  const listed = text.startsWith(BULLET)
  text = text
    .replace(new RegExp(`^${HEADING}[1-6]`), '')
    .replaceAll(/[\ue002\ue003]/g, ' ')
    .trim()
  // OpenPGP puts "- " before lines that begin with a dash.
  text = text.replace(/^- (?=-\s)/, '')
  const level = levelOf(text, tagged)
  if (level > 0) text = text.replace(/^#{1,6}\s+/, '').replace(/\s#{1,6}$/, '')
  text = text.replace(/^(?:> ?){1,5}/, '')
  if (/^\s*(?:```|~~~)/.test(text) || RULE.test(text)) return { line, text: '', level: 0, bullet: false, cells: null }
  const bullet = listed || (level === 0 && BULLETS.test(text))
  if (bullet) text = text.replace(BULLETS, '')
  text = text.replaceAll(LEADERS, ': ')
  const cells = cellsOf(text)?.map(wordsOf) ?? null
  // A row without a label goes on with the cell above.
  if (cells?.length === 2 && cells[0] === '') return { line, text: cells[1] ?? '', level, bullet, cells: null }
  return { line, text: cells ? rowText(cells) : wordsOf(text.replaceAll(CELL, ' ')), level, bullet, cells }
}

function visible(raw: string): string {
  const broken = raw.trimEnd().endsWith(SOFT_HYPHEN)
  const text = raw
    .replaceAll(INVISIBLE, '')
    .replaceAll(/(?<=\S)\t+(?=\S)/g, '   ')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
  return broken ? text.trimEnd() + SOFT_HYPHEN : text
}

/** A Markdown definition list: the term on one line, ": its value" on the next. True where the value was joined to its term. */
function definition(pieces: Piece[], { text }: Piece): boolean {
  const last = pieces.at(-1)
  if (!/^:\s+\S/.test(text) || !last || last.text === '' || last.text.length > 60 || last.text.includes(': '))
    return false
  pieces[pieces.length - 1] = { ...last, text: `${last.text}${text.replace(/^:\s+/, ': ')}` }
  return true
}

/** "Telephone ........ +44 …": dots that lead the eye to the value; a page number is no value. */
const LEADERS = /\s{0,3}(?:[.·…]{4,80}|(?:\. ){4,40}\.?)\s{0,3}(?=\S)(?!\d{1,3}\s*$)/g

const UNDERLINE = /^\s{0,3}(?:={3,}|-{3,}|~{3,}|\^{3,})\s*$/

/** "Address" over a row of dashes: the line before, alone in its paragraph, is a heading. */
function underline(pieces: Piece[], raw: string): void {
  const last = pieces.at(-1)
  const alone = (pieces.at(-2)?.text ?? '') === ''
  if (!UNDERLINE.test(raw) || !last || !alone || last.level > 0 || last.bullet || last.cells) return
  if (last.text === '' || last.text.length > 80 || /[.,;:!?]$/.test(last.text)) return
  pieces[pieces.length - 1] = { ...last, level: raw.trim().startsWith('=') ? 1 : 2 }
}

interface Column {
  readonly at: number
}

/** Where the second of two columns begins, as long as rows follow each other. */
function columnOf({ cells, text }: Piece, raw: string, before: Column | null): Column | null {
  const second = cells?.length === 2 ? (cells[1] ?? '') : ''
  if (second !== '') return { at: raw.lastIndexOf(second) }
  return text === '' ? null : before
}

/** A long first column leaves two blanks before the second, which stands where it stood in the row above. */
function inColumn(piece: Piece, raw: string, column: Column | null): Piece {
  if (!column || column.at < 4 || piece.cells || piece.level > 0 || raw.length < column.at) return piece
  if (!/\S {2}$/.test(raw.slice(0, column.at)) || !/^\S/.test(raw.slice(column.at))) return piece
  const cells = [raw.slice(0, column.at), raw.slice(column.at)].map((cell) => wordsOf(cell.trim()))
  return { ...piece, cells, text: rowText(cells) }
}

const BREAKING = new RegExp(`[${BREAK}\\f\\u2028\\u2029]`)
/** Two breaks leave a blank line; a thousand would leave a thousand. */
const BREAKS = new RegExp(`[${BREAK}\\f\\u2028\\u2029]{3,}`, 'g')

const tidied = (pieces: readonly Piece[]): readonly Piece[] =>
  withColumnNames(withKeysInRows(withBars(withoutFurniture(pieces))))

/** The whole text as pieces in order; one line gives several where HTML breaks it, and blank ones stay (they end paragraphs). */
export function readPieces(text: string): Pieces {
  const pieces: Piece[] = []
  let state: MarkupState = { hiddenUntil: null }
  const hidden = { line: 0, count: 0 }
  const deceived = () => (hidden.count > 0 ? hidden : null)
  let blanks = 0
  let column: Column | null = null
  for (const [index, raw] of withKnownMarkup(text)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/, MAX_PIECES * 10)
    .entries()) {
    const line = index + 1
    if (pieces.length >= MAX_PIECES) return { pieces: tidied(pieces), hidden: deceived(), cutAt: line }
    hidden.count += raw.match(DECEIVING)?.length ?? 0
    if (hidden.count > 0 && hidden.line === 0) hidden.line = line
    underline(pieces, raw)
    const uncommented = withoutComments(visible(raw), state)
    const untagged = withoutTags(uncommented.text, uncommented.state)
    state = untagged.state
    for (const part of untagged.text.replaceAll(BREAKS, BREAK + BREAK).split(BREAKING)) {
      if (pieces.length >= MAX_PIECES) break
      const piece = inColumn(toPiece(line, part), part, column)
      column = columnOf(piece, part, column)
      if (definition(pieces, piece)) continue
      // One blank line says as much as a thousand.
      blanks = piece.text === '' ? blanks + 1 : 0
      if (blanks <= 1) pieces.push(piece)
    }
  }
  return { pieces: tidied(pieces), hidden: deceived(), cutAt: null }
}
