/** Cuts HTML into tags and text the way browsers do, in time linear in its length; nothing in it is obeyed. */
import { decodeEntities } from './html-entities.ts'

export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'open'; readonly name: string; readonly attribute: (name: string) => string | null }

/** Their content is no markup: it runs to their own end tag. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'])

const MAX_ATTRIBUTES = 20_000

export function* htmlTokens(html: string): Generator<HtmlToken> {
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at)
    const end = open < 0 ? html.length : open
    if (end > at) yield { kind: 'text', text: decodeEntities(html.slice(at, end)) }
    if (open < 0) return
    const tag = tagAt(html, open)
    if (tag.token) yield tag.token
    at = tag.end
    if (tag.token?.kind !== 'open' || !RAW.has(tag.token.name)) continue
    const close = endOf(html, tag.token.name, at)
    if (tag.token.name === 'textarea' || tag.token.name === 'title') {
      yield { kind: 'text', text: decodeEntities(html.slice(at, close)) }
    }
    at = close
  }
}

function tagAt(html: string, open: number): { readonly token: HtmlToken | null; readonly end: number } {
  if (html.startsWith('<!--', open)) return { token: null, end: after(html, '-->', open + 2) }
  if (html.startsWith('<![CDATA[', open)) return { token: null, end: after(html, ']]>', open) }
  const name = /^<(\/?)([a-zA-Z][^\s/>]{0,40})/.exec(html.slice(open, open + 50))
  if (!name) {
    // A lone "<" is text; "<!" and "<?" are declarations.
    return /^<[!?/]/.test(html.slice(open, open + 2))
      ? { token: null, end: after(html, '>', open) }
      : { token: { kind: 'text', text: '<' }, end: open + 1 }
  }
  const end = tagEnd(html, open)
  const tag = (name[2] ?? '').toLowerCase()
  if (name[1] === '/') return { token: { kind: 'close', name: tag }, end }
  const inside = html.slice(open + name[0].length, Math.min(end - 1, open + MAX_ATTRIBUTES))
  return { token: { kind: 'open', name: tag, attribute: attributesOf(inside) }, end }
}

/** The ">" that is not inside quotes. */
function tagEnd(html: string, open: number): number {
  const pattern = /"|'|>/g
  pattern.lastIndex = open
  for (let found = pattern.exec(html); found; found = pattern.exec(html)) {
    if (found[0] === '>') return found.index + 1
    // Only a quote after "=" opens a value.
    if (!/=\s{0,5}$/.test(html.slice(Math.max(open, found.index - 6), found.index))) continue
    const close = html.slice(found.index + 1, found.index + MAX_ATTRIBUTES).indexOf(found[0])
    if (close < 0) return after(html, '>', found.index)
    pattern.lastIndex = found.index + close + 2
  }
  return html.length
}

function attributesOf(inside: string): (name: string) => string | null {
  let read: Map<string, string> | null = null
  return (wanted) => {
    read ??= readAttributes(inside)
    return read.get(wanted) ?? null
  }
}

function readAttributes(inside: string): Map<string, string> {
  const attributes = new Map<string, string>()
  const pattern = /([^\s=/"'>]{1,100})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]{1,5000})))?/g
  for (const [, name = '', double, single, bare] of inside.matchAll(pattern)) {
    const key = name.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''))
  }
  return attributes
}

const after = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

/** Where the end tag of a raw element begins; the end of the page where there is none. */
function endOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}
