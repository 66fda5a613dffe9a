/** How one thing may be written: defanged, percent-encoded, in any case, with a line wrapped in the middle of it. */
import type { HiddenKind } from './redaction.ts'

/** Zero-width signs, and a line's end with quote signs on the next line (also the soft one of quoted-printable). Bounded everywhere. */
const unseen = '[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]{0,2}'
const wrap = '(?:=?\\r?\\n[ \\t]{0,8}(?:[>|][ \\t]{0,2}){0,4})'
const gap = `${unseen}${wrap}?`

const bracketed = (inner: string): string => `[ \\t]?[\\[({][ \\t]?(?:${inner})[ \\t]?[\\])}][ \\t]?`

const signs: Readonly<Record<string, string>> = {
  '.': `(?:\\\\?\\.|${bracketed('\\.|dot|punto|punkt|point')}|[ \\t]dot[ \\t]|%2e|&#46;)`,
  '@': `(?:@|${bracketed('@|at|arroba')}|[ \\t]at[ \\t]|%40|&#64;)`,
  ':': `(?::|${bracketed(':')}|%3a)`,
  '/': `(?:/|${bracketed('/')}|%2f)`,
  ' ': `(?:[ \\t\\u00A0+_]{1,4}|%20|${wrap})`,
}

const escaped = (sign: string): string => sign.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const isWordSign = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign)

/**
 * Not inside a longer word (a percent code before it is none), an address not inside a longer one. Beside the pattern, because a pattern
 * with all letters of the world in it takes milliseconds to be made.
 */
export function isWhole(text: string, from: number, to: number, kind: HiddenKind): boolean {
  const [before, after] = [text.slice(Math.max(0, from - 3), from), text.slice(to, to + 2)]
  const begins = !isWordSign(before.slice(-1)) || /[%=][0-9a-f]{2}$/i.test(before)
  const ends = !isWordSign(after.slice(0, 1))
  if (kind !== 'address') return begins && ends
  return begins && ends && !/\d\.$/.test(before) && !/^\.\d/.test(after)
}

const scheme = /^http(s?):\/\//i

/** "hxxp", "h**p", "http: //", "[://]", each over a line's end too. */
const schemeOf = (secure: string): string =>
  ['h', '[tx*]', '[tx*]', 'p', ...(secure === '' ? [] : ['s']), ''].join(gap) +
  [`(?:(?:${signs[':'] ?? ':'})[ \\t]?`, '/', `/|\\[:\\/\\/\\])`].join(gap) +
  gap

/** All writings of the item, wherever they stand, in longer words too (isWhole). Linear in the text: between two signs at most one bounded gap. */
export function patternOf(given: string): RegExp {
  const item = given.normalize('NFC')
  const start = scheme.exec(item)
  const head = start === null ? '' : schemeOf(start[1] ?? '')
  // Written with or without the slash after the host; a reading of it always has one.
  const rest = start === null ? item : item.slice(start[0].length).replace(/^([^/]+)\/$/, '$1')
  const body = Array.from(rest.trim().replaceAll(/\s+/g, ' '), (sign) => signs[sign] ?? escaped(sign)).join(gap)
  return new RegExp(`${head}${body}`, 'gi')
}

/** Letters and digits alone, of a text or an item: what is not in here cannot match, which spares most patterns. */
export const bones = (text: string): string =>
  text
    .replace(scheme, '')
    .replaceAll(/[[({ \t](?:dot|punto|punkt|point|at|arroba)[\])} \t]/gi, '')
    .replaceAll(/[[({][ \t](?:dot|punto|punkt|point|at|arroba)[ \t][\])}]/gi, '')
    .replaceAll(/%(?:2e|40|3a|2f|20)|&#(?:46|64);/gi, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
