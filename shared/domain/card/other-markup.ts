/** Turns the source of wiki pages, AsciiDoc and simple tables of columns into the Markdown that the reader knows, line for line. */

/** Fewer headings of a kind may be decoration. */
const ENOUGH = 3
const MAX_LINE = 4000

const WIKI_HEADING = /^(={1,6})\s{0,3}(\S.{0,200}?)\s{0,3}\1\s*$/
const ASCIIDOC_HEADING = /^(={1,6})\s{1,3}(?=\S)/
const TEXTILE_HEADING = /^h([1-6])\.\s{1,3}(?=\S)/

type Rewrite = (line: string) => string

const heading = (level: number, title: string): string => `${'#'.repeat(Math.min(level, 6))} ${title}`
const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.trim()).join(' | ')} |`

const inlineWiki = (line: string): string =>
  line
    .replaceAll(/'{2,5}/g, '')
    .replaceAll(/<\/?nowiki>/gi, '')
    .replaceAll(/\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/g, '$1')
    .replaceAll(/\[((?:https?|mailto):[^\s\]]{1,500})\s([^\]]{1,200})\]/g, '[$2]($1)')

/** MediaWiki: "== Title ==", "; term : value", "# item", "{| … |}". */
function wikiLine(line: string): string {
  const title = WIKI_HEADING.exec(line)
  if (title) return heading((title[1] ?? '').length, inlineWiki(title[2] ?? ''))
  if (/^(?:\{\||\|\}|\|-|\|\+)/.test(line)) return ''
  if (/^#+\s/.test(line)) return `1. ${inlineWiki(line.replace(/^#+\s+/, ''))}`
  if (line.startsWith('!')) return row(inlineWiki(line.slice(1)).split(/!!|\|\|/))
  if (/^\|\s/.test(line)) return row(inlineWiki(line.slice(1)).split('||'))
  return inlineWiki(line).replace(/^;\s{0,3}([^:]{1,80}?)\s{0,3}:\s{1,3}/, '$1: ')
}

/** AsciiDoc: "== Title", "Term:: value", "|===". */
function asciidocLine(line: string): string {
  const title = ASCIIDOC_HEADING.exec(line)
  if (title) return heading((title[1] ?? '').length, line.slice(title[0].length))
  if (/^(?:\|={3,}|-{4}|={4}|\[[^\]]{0,100}\]\s*)$/.test(line)) return ''
  if (/^\|\s?\S/.test(line) && !line.trimEnd().endsWith('|')) return row(line.slice(1).split('|'))
  return line.replace(/^(\S[^:]{0,80}?)::\s+(?=\S)/, '$1: ').replace(/^\.\s+(?=\S)/, '1. ')
}

/** Textile and Confluence: "h2. Title", "||head||head||". */
function textileLine(line: string): string {
  const title = TEXTILE_HEADING.exec(line)
  if (title) return heading(Number(title[1]), line.slice(title[0].length))
  const bare = line.trim()
  return bare.startsWith('||') && bare.endsWith('||') ? row(bare.slice(2, -2).split('||')) : line
}

const KINDS: readonly (readonly [RegExp, Rewrite])[] = [
  [WIKI_HEADING, wikiLine],
  [TEXTILE_HEADING, textileLine],
  [ASCIIDOC_HEADING, asciidocLine],
]

const RULED = /^\s{0,8}(?:={2,}|-{2,})(?:\s{1,4}(?:={2,}|-{2,}))+\s*$/
const MAX_ROWS = 200

/** "====  =====" over and under rows: the rule shows where the columns begin. */
function withRuledTables(lines: readonly string[]): readonly string[] {
  const out = [...lines]
  let starts: readonly number[] = []
  let rules = 0
  let rows = 0
  for (const [index, line] of lines.entries()) {
    if (RULED.test(line)) {
      starts = [...line.matchAll(/[=-]+/g)].map((match) => match.index)
      rules++
      rows = 0
      out[index] = ''
    } else if (starts.length > 1 && line.trim() !== '' && rows++ < MAX_ROWS) {
      out[index] = row(starts.map((start, column) => line.slice(start, starts[column + 1])))
    } else {
      starts = []
      rules = 0
    }
    if (rules > 2) starts = []
  }
  return out
}

/** The text in Markdown, with as many lines as before; unchanged where nothing of the kind is in it. */
export function withKnownMarkup(text: string): string {
  const lines = text.split(/\r\n|\n|\r/)
  const ruled = lines.some((line) => line.length < MAX_LINE && RULED.test(line)) ? withRuledTables(lines) : lines
  const some = ruled.slice(0, 2000).filter((line) => line.length <= 220)
  const kind = KINDS.find(([title]) => some.filter((line) => title.test(line)).length >= ENOUGH)
  if (!kind && ruled === lines) return text
  return ruled.map((line) => (kind && line.length < MAX_LINE ? kind[1](line) : line)).join('\n')
}
