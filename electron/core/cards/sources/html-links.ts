/** What a link says beside its words: the address behind "mail us", and one that differs from the address that is shown. */
import { readableTarget } from './pdf-links.ts'

export interface LinkWords {
  /** To be written behind the words. */
  readonly append: string
  /** The target, where the words show another one. */
  readonly differs: string | null
}

const nothing: LinkWords = { append: '', differs: null }
const ADDRESS = /[a-z\d._%+-]{1,64}@[a-z\d.-]{1,255}/i
const HOST = /(?:https?:\/\/|\bwww\.)([a-z\d.-]{1,255})/i

const withoutWww = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '')

export function linkWords(href: string, words: string): LinkWords {
  const scrambled = /\/cdn-cgi\/l\/email-protection#([0-9a-f]{4,600})$/i.exec(href)?.[1]
  const decoded = scrambled === undefined ? null : decodeCloudflare(scrambled)
  const target = decoded ?? readableTarget(href.trim())
  if (target === null) return nothing
  if (/^https?:/i.test(target)) return pageLink(target, words)
  if (!target.includes('@'))
    return words.replaceAll(/\D/g, '').length >= 5 ? nothing : { append: ` (${target})`, differs: null }
  const shown = ADDRESS.exec(words)?.[0]
  if (shown === undefined) return { append: ` <${target}>`, differs: null }
  return shown.toLowerCase() === target.toLowerCase() ? nothing : { append: '', differs: target }
}

function pageLink(target: string, words: string): LinkWords {
  const shown = HOST.exec(words)?.[1]
  if (shown === undefined) return { append: ` (${target})`, differs: null }
  const host = HOST.exec(target)?.[1] ?? ''
  return withoutWww(shown) === withoutWww(host) ? nothing : { append: '', differs: target }
}

/** Cloudflare's `data-cfemail`: the first byte, then every byte of the address in exclusive-or with it. Null for anything else. */
export function decodeCloudflare(hex: string): string | null {
  const bytes = /^(?:[0-9a-f]{2}){4,300}$/i.test(hex) ? Buffer.from(hex, 'hex') : null
  const key = bytes?.[0]
  if (!bytes || key === undefined) return null
  const address = Buffer.from(bytes.subarray(1).map((byte) => byte ^ key)).toString('utf8')
  return ADDRESS.exec(address)?.[0] === address ? address : null
}
