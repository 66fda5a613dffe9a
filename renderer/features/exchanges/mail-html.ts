/**
 * A sender's HTML as a document for the sandboxed frame: cut into tags and text without a parser of the page (that one would look at
 * bases, tracks and styles), and written again from a short list of elements without attributes. A tag that is read wrongly ends as
 * text; nothing that comes out can fetch, run, post, draw over the page or lead anywhere.
 */
const kept = new Set(
  'p div br hr b strong i em u s sub sup blockquote pre code tt ul ol li dl dt dd table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 center address'.split(
    ' ',
  ),
)
/** What stands between their tags is no text for a reader, or cannot be told from markup. */
const dropped = new Set(
  'script style template title noscript noframes noembed iframe object applet svg math canvas audio video map select textarea xmp plaintext'.split(
    ' ',
  ),
)

const mostCharacters = 2_000_000
/** A page of a mail has some thousand elements; more is made to stop the program that shows it. */
const mostTags = 50_000
/** Longer ones are cut: they are shown, not followed. */
const mostOfLink = 2_000

/** References such as `&amp;` stay: they can only become text. */
const harmless = (text: string): string =>
  text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\0', '')

interface Tag {
  readonly name: string
  readonly closes: boolean
  readonly attributes: ReadonlyMap<string, string>
  /** Where the text after it begins. */
  readonly end: number
}

/** `defanged` makes an address that nobody follows by accident. */
export function mailDocument(html: string, defanged: (link: string) => string): string {
  const source = html.slice(0, mostCharacters)
  const out: string[] = []
  const links: string[] = []
  let at = 0
  for (let tags = 0; at < source.length && tags < mostTags; tags += 1) {
    const open = source.indexOf('<', at)
    out.push(harmless(source.slice(at, open < 0 ? undefined : open)))
    if (open < 0) break
    const tag = readTag(source, open)
    if (tag === null) {
      out.push('&lt;')
      at = open + 1
      continue
    }
    out.push(written(tag, links, defanged))
    at = dropped.has(tag.name) && !tag.closes ? endOf(source, tag) : tag.end
  }
  return `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body><font face="system-ui" size="2">${out.join('')}</font></body></html>`
}

function written({ name, closes, attributes }: Tag, links: string[], defanged: (link: string) => string): string {
  if (name === 'a') return closes ? target(links.pop()) : noted(links, defanged(attributes.get('href') ?? ''))
  if (name === 'img' && !closes) return pictureWords(attributes.get('alt')?.trim() ?? '')
  if (!kept.has(name)) return ''
  if (closes) return `</${name}>`
  return name === 'table' ? '<table border="1" cellspacing="0" cellpadding="4">' : `<${name}>`
}

const pictureWords = (alt: string): string => (alt === '' ? '' : `[${harmless(alt.slice(0, 300))}]`)

function noted(links: string[], link: string): string {
  links.push(link.trim().slice(0, mostOfLink))
  return ''
}

/** Where a link leads is shown beside its words: the two often differ. */
const target = (link: string | undefined): string =>
  link === undefined || link === '' || link.startsWith('#') ? '' : ` <code>&lt;${harmless(link)}&gt;</code>`

/** Behind the closing tag of a dropped element; the end of the text where it is never closed, as browsers do it. */
function endOf(source: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = end
  const found = close.exec(source)
  return found === null ? source.length : (readTag(source, found.index)?.end ?? source.length)
}

const letter = /[a-z]/i
const ofName = /[a-z0-9:-]/i
const blank = /\s/

/** The tag, comment or declaration that begins here; null where the `<` is text. */
function readTag(source: string, open: number): Tag | null {
  const nameless = { name: '', closes: false, attributes: new Map() }
  if (source.startsWith('<!--', open)) return { ...nameless, end: behind(source, '-->', open + 4) }
  const first = source[open + 1] ?? ''
  if (first === '!' || first === '?') return { ...nameless, end: behind(source, '>', open + 2) }
  const closes = first === '/'
  let at = open + (closes ? 2 : 1)
  if (!letter.test(source[at] ?? '')) return null
  const from = at
  while (ofName.test(source[at] ?? '')) at += 1
  const name = source.slice(from, at).toLowerCase()
  const attributes = new Map<string, string>()
  while (at < source.length && source[at] !== '>') at = readAttribute(source, at, attributes)
  return { name, closes, attributes, end: at + 1 }
}

function behind(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at + mark.length
}

/** Moves on by at least one character. */
function readAttribute(source: string, from: number, into: Map<string, string>): number {
  let at = from
  while (at < source.length && !/[\s=>/]/.test(source[at] ?? '')) at += 1
  if (at === from && source[at] !== '=') return from + 1
  const name = source.slice(from, at).toLowerCase()
  while (blank.test(source[at] ?? '')) at += 1
  if (source[at] !== '=') return at
  at += 1
  while (blank.test(source[at] ?? '')) at += 1
  const quote = source[at] ?? ''
  const begin = quote === '"' || quote === "'" ? at + 1 : at
  let end = begin
  if (begin > at) end = Math.max(begin, behind(source, quote, begin) - 1)
  else while (end < source.length && !/[\s>]/.test(source[end] ?? '')) end += 1
  if (!into.has(name)) into.set(name, source.slice(begin, end))
  return begin > at ? end + 1 : end
}
