/** The words of an HTML part as plain text, for mails that have no text part; the markup itself is never trusted. */
const BLOCK = /^\/?(?:p|div|br|li|ul|ol|table|h[1-6]|blockquote|pre|hr|section|article|header|footer|dl|dd|dt)$/
const HIDDEN = /^(?:script|style|head|title|template|noscript)$/

/** Latin-1 by its places from 160 on (HTML 4, 24.2), and what else letters use. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, at) => [name, String.fromCharCode(160 + at)] as const),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', ndash: '–', mdash: '—' }),
  ...Object.entries({ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', euro: '€', rarr: '→', bull: '•' }),
])

/** Private-use characters that stand for the parts of a table until its rows are laid out. */
const ROW = '\uE011'
const CELL = '\uE012'
const ROW_END = '\uE013'
const MARKS = /[\uE011-\uE013]/g

/** Linear in the length. Links are kept as their text only; `href` differs from it too often to be left out silently. */
export function htmlToText(html: string): string {
  const found: string[] = []
  let preformatted = 0
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const words = html.slice(at, open < 0 ? undefined : open).replaceAll(MARKS, ' ')
    found.push(preformatted > 0 ? words : words.replaceAll(/[ \t\r\n]+/g, ' '))
    if (open < 0) break
    const tag = readTag(html, open)
    if (tag.name === 'pre') preformatted += 1
    if (tag.name === '/pre') preformatted = Math.max(0, preformatted - 1)
    found.push(breakFor(tag.name))
    if (tag.href && !tag.href.startsWith('#')) found.push(` <${tag.href.replaceAll(MARKS, '')}> `)
    at = tag.end
  }
  return decodeEntities(layRows(found.join('')))
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function breakFor(name: string): string {
  if (name === 'tr') return ROW
  if (name === '/tr') return ROW_END
  if (name === 'td' || name === 'th') return CELL
  return BLOCK.test(name) ? '\n' : ''
}

/** A cell longer than this holds a text and not a value: mails are laid out with tables, too. */
const LONGEST_CELL = 300
/** Tables within tables beyond this depth are read as lines. */
const DEPTH = 6

/** Rows of values become one line each, their cells apart; what only lays out a page keeps its lines. */
function layRows(text: string): string {
  let laid = text
  for (let depth = 0; depth < DEPTH && laid.includes(ROW_END); depth += 1)
    laid = laid.replaceAll(/\uE011([^\uE011\uE013]*)\uE013/g, (_, row: string) => rowText(row))
  return laid.replaceAll(MARKS, '\n')
}

function rowText(row: string): string {
  const cells = row.split(CELL).slice(1)
  const isLayout = cells.length < 2 || cells.some((cell) => cell.length > LONGEST_CELL)
  if (isLayout) return `\n${row.replaceAll(CELL, '\n')}\n`
  return `\n${cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim()).join('\t')}\n`
}

function readTag(html: string, open: number): { name: string; href: string; end: number } {
  if (html.startsWith('<!--', open)) return { name: '', href: '', end: after(html, '-->', open) }
  const end = after(html, '>', open)
  const source = html.slice(open + 1, Math.min(end - 1, open + 2048))
  const name = (/^\/?[a-z][a-z0-9]{0,20}/i.exec(source)?.[0] ?? '').toLowerCase()
  if (HIDDEN.test(name)) return { name, href: '', end: afterElement(html, name, end) }
  const href = name === 'a' ? (/\shref\s?=\s?["']?([^"'\s>]{1,1500})/i.exec(source)?.[1] ?? '') : ''
  return { name, href, end }
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

/** An element that is never closed hides the rest of the page, as it does in a browser. */
function afterElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  return found ? after(html, '>', found.index) : html.length
}

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi,
    (whole, decimal, hex, name: string) => {
      if (name) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? whole
      const code = Number.parseInt(String(decimal ?? hex), decimal ? 10 : 16)
      return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    },
  )
}
