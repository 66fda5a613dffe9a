/** Puts names in the place of things, everywhere and in every writing, so that the original is nowhere in what comes out. */
import { formatIp, parseIp } from '../observable/ip-address.ts'
import { bones, isWhole, patternOf } from './item-pattern.ts'
import type { Hidden, Redacted } from './redaction.ts'

export interface RedactedText {
  readonly text: string
  /** Those that stood in the text. */
  readonly done: readonly Redacted[]
}

/** One sign for each thing while others are looked for, so that no name is taken for an original. Plane 15 is private. */
const firstMark = 0xf0000
const marks = /[\u{F0000}-\u{FFFFD}]/gu
const markOf = (at: number): string => String.fromCodePoint(firstMark + at)

/** Longest first: a link before its host, an address of a person before its domain. At most 60,000 things. */
export function redact(text: string, hidden: readonly Hidden[]): RedactedText {
  const order = hidden.slice(0, 60_000).toSorted((a, b) => b.item.length - a.item.length)
  const times = order.map(() => 0)
  const inside = bones(text.normalize('NFC'))
  let now = withMarkedIpv6(text.normalize('NFC').replaceAll(marks, '\uFFFD'), order, times)
  for (const [at, { item, kind }] of order.entries()) {
    if (!mayHold(inside, item)) continue
    const before = now
    now = before.replaceAll(patternOf(item), (written: string, from: number) => {
      if (!isWhole(before, from, from + written.length, kind)) return written
      times[at] = (times[at] ?? 0) + 1
      return markOf(at)
    })
  }
  const out = now.replaceAll(marks, (mark) => order[(mark.codePointAt(0) ?? 0) - firstMark]?.as ?? '')
  const done = order.map((one, at) => ({ ...one, times: times[at] ?? 0 })).filter((one) => one.times > 0)
  return { text: out, done: hidden.flatMap((one) => done.find(({ as }) => as === one.as) ?? []) }
}

/** Those of them that are in a text in any writing; none are in what `redact` gave. */
export const heldIn = (text: string, hidden: readonly Hidden[]): readonly Hidden[] => redact(text, hidden).done

const mayHold = (inside: string, item: string): boolean => {
  const own = bones(item)
  return own === '' || inside.includes(own)
}

/** One IPv6 address has many spellings, so each that is in the text is read and compared. */
function withMarkedIpv6(text: string, order: readonly Hidden[], times: number[]): string {
  const wanted = new Map(
    order.flatMap(({ item }, at) => (item.includes(':') && parseIp(item) !== null ? [[item.toLowerCase(), at]] : [])),
  )
  if (wanted.size === 0) return text
  return text.replaceAll(/(?<![\w:.])(?:[0-9A-Fa-f]{0,4}\[?:\]?){2,8}[0-9A-Fa-f.]{0,15}(?![\w:])/g, (word) => {
    const ip = parseIp(word.replaceAll(/[[\]]/g, ''))
    const at = ip === null ? undefined : wanted.get(formatIp(ip))
    if (at === undefined) return word
    times[at] = (times[at] ?? 0) + 1
    return markOf(at)
  })
}
