/** What a window may ask for, where it may go and what it may use: next to nothing. Plain rules, so that each has its test. */
import { scheme } from './places.ts'

/** Chromium's own background traffic; every look-up fails and every connection goes to a closed local port. */
export const switches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-sync'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', '127.0.0.1:9'],
  ['disable-quic'],
  ['disable-breakpad'],
]

const allowedProtocols = new Set([`${scheme}:`, 'blob:', 'data:', 'devtools:'])

/** Whether the window may ask for this URL at all; the page handler decides further. */
export function mayRequest(url: string): boolean {
  return allowedProtocols.has(url.slice(0, url.indexOf(':') + 1).toLowerCase())
}

/** What a programmer may be told of a forbidden request: no path, no query. */
export const originOf = (url: string): string =>
  /^[a-z][a-z0-9+.-]{0,30}:(?:\/\/[a-z0-9.-]{0,100})?/i.exec(url)?.[0] ?? 'no scheme'

/** The frame of a mail is filled by `srcdoc`; nothing else ever navigates, not even to ourselves. */
export function mayNavigate({ url, isMainFrame }: { readonly url: string; readonly isMainFrame: boolean }): boolean {
  return !isMainFrame && url === 'about:srcdoc'
}

export const mayUse = (permission: string): boolean => permission === 'clipboard-sanitized-write'
