/** The words of an HTML part as plain text, for mails that have no text part; the markup itself is never trusted. */
const BLOCK = /^\/?(?:p|div|br|tr|li|ul|ol|table|h[1-6]|blockquote|pre|hr|section|article|header|footer|td|th)$/
const HIDDEN = /^(?:script|style|head|title|template|noscript)$/

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Linear in the length. Links are kept as their text only; `href` differs from it too often to be left out silently. */
export function htmlToText(html: string): string {
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    text += html.slice(at, open < 0 ? undefined : open).replaceAll(/[ \t\r\n]+/g, ' ')
    if (open < 0) break
    const tag = readTag(html, open)
    if (BLOCK.test(tag.name)) text += tag.name === 'td' || tag.name === 'th' ? '\t' : '\n'
    if (tag.href && !tag.href.startsWith('#')) text += ` <${tag.href}> `
    at = tag.end
  }
  return decodeEntities(text)
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
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
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const code = Number.parseInt(String(decimal ?? hex), decimal ? 10 : 16)
    return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
}
