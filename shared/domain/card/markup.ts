/** Takes what HTML and Markdown put round the words off a line, and tells whether they made it a heading or a list item. */
const MAX_TAG = 2000
const TAG = new RegExp(`<(/?)([a-z][a-z0-9]{0,9})(\\s[^<>]{0,${MAX_TAG}})?/?>`, 'gi')
const BLOCK_TAGS = new Set(
  'p div br h1 h2 h3 h4 h5 h6 ul ol li table tr td th thead tbody hr pre section article header footer main nav html body head title blockquote dl dt dd'.split(
    ' ',
  ),
)
const INLINE_TAGS = new Set(
  'a u b i em strong span font code sup sub small center img meta link abbr s del ins mark script style noscript'.split(
    ' ',
  ),
)
const HREF = /href\s{0,5}=\s{0,5}["']?([^"'<>\s]{1,1000})/i

/** Marks inside a cleaned line, of Unicode's private use area; a document's own are removed first. */
const BREAK = '\ue001'
const HEADING = '\ue002'
const BULLET = '\ue003'

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  ndash: '–',
  mdash: '—',
  bull: '•',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  hellip: '…',
  lowbar: '_',
  colon: ':',
  lpar: '(',
  rpar: ')',
  plus: '+',
  num: '#',
}
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  uml: '\u0308',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
}

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
  }
  const accent = /^([a-z])(acute|grave|uml|circ|tilde|cedil|ring)$/i.exec(name)
  if (accent) return `${accent[1] ?? ''}${ACCENTS[accent[2] ?? ''] ?? ''}`.normalize('NFC')
  return NAMED[name] ?? whole
}

const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity) : text

/** The address behind a link whose words do not show it: it is printed in the source, so it is not invented. */
function linkTarget(href: string, words: string): string {
  const target = decodeEntities(href.replace(/^mailto:/i, '').split('?')[0] ?? '')
  if (/^mailto:/i.test(href)) return words.includes('@') ? '' : ` <${target}>`
  return /^https?:/i.test(href) && !/https?:|www\./i.test(words) ? ` (${target})` : ''
}

export interface MarkupState {
  readonly hiddenUntil: '-->' | 'script' | 'style' | null
}

function withoutComments(line: string, state: MarkupState): { readonly text: string; readonly state: MarkupState } {
  if (!line.includes('<!--') && state.hiddenUntil !== '-->') return { text: line, state }
  let text = ''
  let at = 0
  let hidden = state.hiddenUntil === '-->'
  while (at < line.length) {
    const next = line.indexOf(hidden ? '-->' : '<!--', at)
    if (next < 0) break
    if (!hidden) text += line.slice(at, next)
    at = next + (hidden ? 3 : 4)
    hidden = !hidden
  }
  if (!hidden) text += line.slice(at)
  return { text, state: { hiddenUntil: hidden ? '-->' : state.hiddenUntil === '-->' ? null : state.hiddenUntil } }
}

function blockMark(name: string, closing: boolean): string {
  if (closing || name === 'br') return BREAK
  if (/^h[1-6]$/.test(name)) return BREAK + HEADING
  return name === 'li' ? BREAK + BULLET : BREAK
}

function withoutTags(line: string, before: MarkupState): { readonly text: string; readonly state: MarkupState } {
  let hidden = before.hiddenUntil
  if (!line.includes('<')) return { text: hidden ? '' : line, state: before }
  let text = ''
  let at = 0
  let link: { readonly href: string; readonly from: number } | null = null
  for (const tag of line.matchAll(TAG)) {
    const name = (tag[2] ?? '').toLowerCase()
    const closing = tag[1] === '/'
    if (!BLOCK_TAGS.has(name) && !INLINE_TAGS.has(name)) continue
    if (hidden === null) text += line.slice(at, tag.index)
    at = tag.index + tag[0].length
    if (name === 'script' || name === 'style') hidden = closing ? null : name
    if (hidden !== null) continue
    if (BLOCK_TAGS.has(name)) text += blockMark(name, closing)
    if (name !== 'a') continue
    if (closing && link) text += linkTarget(link.href, text.slice(link.from))
    const href = HREF.exec(tag[3] ?? '')?.[1]
    link = !closing && href ? { href, from: text.length } : null
  }
  return { text: hidden === null ? text + line.slice(at) : text, state: { hiddenUntil: hidden } }
}

const markdownLink = (_: string, words: string, target: string): string => `${words}${linkTarget(target, words)}`

function withoutMarkdown(line: string): string {
  return line
    .replaceAll(/\[([^[\]\n]{1,200})\]\(((?:https?|mailto):[^()\s]{1,1000})\)/g, markdownLink)
    .replaceAll(/\\([\\_*#.\-<>[\]()`~|!&@+{}])/g, '$1')
    .replaceAll(/\*\*|__(?=\S)|(?<=\S)__(?!\w)|`/g, '')
}

export interface Piece {
  /** 1-based line of the document. */
  readonly line: number
  readonly text: string
  /** Markdown # or **…** round the whole line, or an HTML heading. */
  readonly heading: boolean
  readonly bullet: boolean
}

const BULLETS = /^\s*(?:[•▪◦●‣·∙➢➤]|[-*–](?=\s)|o(?=\s{2}))\s*/

function toPiece(line: number, source: string): Piece {
  let text = source.trim()
  const tagged = text.startsWith(HEADING)
  const listed = text.startsWith(BULLET)
  text = text.replaceAll(/[\ue002\ue003]/g, ' ').trim()
  const bold = /^\*\*[^*]{2,100}\*\*:?$/.test(text)
  const hashed = /^#{1,6}\s+\S/.test(text)
  if (hashed) text = text.replace(/^#{1,6}\s+/, '').replace(/\s#{1,6}$/, '')
  if (/^\s*(?:```|~~~)/.test(text) || /^[-=_*~\s]{3,}$/.test(text))
    return { line, text: '', heading: false, bullet: false }
  const bullet = listed || (!hashed && BULLETS.test(text))
  text = withoutMarkdown(bullet ? text.replace(BULLETS, '') : text)
  text = decodeEntities(text)
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim()
  return { line, text, heading: tagged || hashed || bold, bullet }
}

// Invisible characters hide words from a reader of patterns; control characters (but not tab and form feed) have no business here.
const INVISIBLE = /(?![\t\f])[\p{Cc}\p{Cf}\ue001-\ue003]/gu

/** The whole text as pieces in order; one line gives several where HTML breaks it, and blank ones stay (they end paragraphs). */
export function readPieces(text: string): readonly Piece[] {
  let state: MarkupState = { hiddenUntil: null }
  let blanks = 0
  return text.split(/\r\n|\n|\r/).flatMap((raw, index) => {
    const plain = raw.replaceAll(INVISIBLE, '').replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    const uncommented = withoutComments(plain, state)
    const untagged = withoutTags(uncommented.text, uncommented.state)
    state = untagged.state
    const pieces = untagged.text.split(/[\ue001\f\u2028\u2029]/).map((part) => toPiece(index + 1, part))
    // One blank line says as much as a thousand.
    return pieces.filter(({ text: words }) => (blanks = words === '' ? blanks + 1 : 0) <= 1)
  })
}
