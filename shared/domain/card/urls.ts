/** Finds printed addresses of pages, without the punctuation of the sentence round them. */
import type { Flow } from './flow.ts'

export interface PrintedUrl {
  readonly url: string
  readonly at: number
  readonly line: number
}

const URL_PATTERN = /(?:https?:\/\/|(?<![\p{L}\d@./-])www\.)[^\s<>"'“”«»|]{2,1000}/giu
const MAX_URLS = 200

/** A closing bracket belongs to the sentence unless the address opened it. */
function trimmed(url: string): string {
  const bare = url.replace(/[.,;:!?*]{1,5}$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? trimmed(bare.slice(0, -1)) : bare
}

export function urlsIn(flow: Flow): readonly PrintedUrl[] {
  const found: PrintedUrl[] = []
  for (const match of flow.text.matchAll(URL_PATTERN)) {
    if (found.length >= MAX_URLS) break
    found.push({ url: trimmed(match[0]), at: match.index, line: flow.lineAt(match.index) })
  }
  return found
}

export const hostOf = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .split(/[/:?#]/)[0]
    ?.toLowerCase() ?? ''

/** The last two labels of a host: enough to see that two hosts are not of one name, without a list of suffixes. */
export const domainOf = (host: string): string => host.toLowerCase().split('.').slice(-2).join('.')
