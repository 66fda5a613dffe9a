/** Takes what HTML and Markdown put round the words off a line, and leaves marks where they made a break, a heading, a list item or a table cell. */
const MAX_TAG = 2000
const TAG = new RegExp(`<(/?)([a-z][a-z0-9]{0,9})(\\s[^<>]{0,${MAX_TAG}})?/?>`, 'gi')
const BLOCK_TAGS = new Set(
  'p div br h1 h2 h3 h4 h5 h6 ul ol li table tr td th thead tbody tfoot caption hr pre section article aside figure header footer main nav html body head title blockquote dl dt dd form fieldset legend address details summary'.split(
    ' ',
  ),
)
const INLINE_TAGS = new Set(
  'a u b i em strong span font code kbd tt sup sub small big center img meta link abbr acronym cite q dfn s del ins mark time wbr nobr label input button svg path script style noscript'.split(
    ' ',
  ),
)
const HREF = /href\s{0,5}=\s{0,5}["']?([^"'<>\s]{1,1000})/i

/** Marks inside a cleaned line, of Unicode's private use area; a document's own are removed first. */
export const BREAK = '\ue001'
export const HEADING = '\ue002'
export const BULLET = '\ue003'
export const CELL = '\ue004'

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
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  sbquo: '‚',
  sect: '§',
  ordm: 'º',
  ordf: 'ª',
  iquest: '¿',
  iexcl: '¡',
  times: '×',
  euro: '€',
  copy: '©',
  shy: '',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
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

export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity) : text

/** The address behind a link whose words do not show it: it is printed in the source, so it is not invented. */
function linkTarget(href: string, words: string): string {
  const target = decodeEntities(href.replace(/^mailto:/i, '').split('?')[0] ?? '')
  if (/^mailto:/i.test(href)) return decodeEntities(words).includes('@') ? '' : ` <${target}>`
  return /^https?:/i.test(href) && !/https?:|www\./i.test(words) ? ` (${target})` : ''
}

export interface MarkupState {
  readonly hiddenUntil: '-->' | 'script' | 'style' | null
}

export function withoutComments(
  line: string,
  state: MarkupState,
): { readonly text: string; readonly state: MarkupState } {
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
  if (name === 'td' || name === 'th' || name === 'dd') return closing ? '' : CELL
  if (name === 'dt') return closing ? '' : BREAK
  if (closing || name === 'br') return BREAK
  if (/^h[1-6]$/.test(name)) return BREAK + HEADING + (name[1] ?? '')
  return name === 'li' ? BREAK + BULLET : BREAK
}

export function withoutTags(line: string, before: MarkupState): { readonly text: string; readonly state: MarkupState } {
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

export function withoutMarkdown(line: string): string {
  return line
    .replaceAll(/\[([^[\]\n]{1,200})\]\(((?:https?|mailto):[^()\s]{1,1000})\)/g, markdownLink)
    .replaceAll(/\\([\\_*#.\-<>[\]()`~|!&@+{}])/g, '$1')
    .replaceAll(/\*\*|__(?=\S)|(?<=\S)__(?!\w)|`/g, '')
}
