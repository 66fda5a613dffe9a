/**
 * Numbers of messages between us and one partner, and receipts in each: so that a lost, a repeated and a late message show. Ours is the only
 * format that is read, a whole sentence on a line of its own, so that prose about "message 5" and quoted lines never count.
 */
import type { MessageLanguage } from './template.ts'

export interface NumberLine {
  /** From 1. */
  readonly number: number
  /** Numbers of the partner's messages that have come; empty: none. */
  readonly received: readonly number[]
}

/** Numbers above this are nobody's count of messages. */
const highest = 99_999

const words = {
  en: {
    number: (n: number) => `Message ${n} from us to you.`,
    none: 'No numbered message received from you yet.',
    have: (list: string) => `Received from you: ${list}`,
    missing: (list: string) => `missing: ${list}`,
  },
  es: {
    number: (n: number) => `Mensaje ${n} de nosotros a ustedes.`,
    none: 'Aún no hemos recibido ningún mensaje numerado suyo.',
    have: (list: string) => `Recibidos de ustedes: ${list}`,
    missing: (list: string) => `faltan: ${list}`,
  },
} as const

/** "Message 4 from us to you. Received from you: 1-2, 4; missing: 3." */
export function numberLine(language: MessageLanguage, { number, received }: NumberLine): string {
  const say = words[language]
  if (received.length === 0) return `${say.number(number)} ${say.none}`
  const gaps = missingBelow(received)
  const missing = gaps.length === 0 ? '' : `; ${say.missing(rangesOf(gaps))}`
  return `${say.number(number)} ${say.have(rangesOf(received))}${missing}.`
}

const ranges = String.raw`\d{1,5}(?:-\d{1,5})?(?:, \d{1,5}(?:-\d{1,5})?){0,200}`
const line = new RegExp(
  String.raw`^(?:(\S{1,320}@\S{1,320}): )?(?:Message (\d{1,5}) from us to you\.|Mensaje (\d{1,5}) de nosotros a ustedes\.)` +
    String.raw`(?: (?:Received from you|Recibidos de ustedes): (${ranges})(?:; (?:missing|faltan): ${ranges})?\.)?`,
)

/**
 * Null where the text carries no such line. In a message to several each line names the address that it is for: `ours` are the addresses of
 * ours, in lower case. Of several the first counts: what is quoted below has marks before it, or stands later.
 */
export function readNumberLine(text: string, ours: readonly string[] = []): NumberLine | null {
  for (const one of unwrapped(text)) {
    const [, to, english, spanish, received = ''] = line.exec(one) ?? []
    const number = Number(english ?? spanish ?? 0)
    if (number > 0 && (to === undefined || ours.includes(to.toLowerCase())))
      return { number, received: numbersIn(received) }
  }
  return null
}

const begin = /^(?:\S{1,320}@\S{1,320}: )?(?:Message|Mensaje) \d/

/** Each line that may be one, with the rest of its paragraph: mail programs wrap long lines. */
function unwrapped(text: string): readonly string[] {
  const lines = text.slice(0, 1_000_000).split('\n', 20_000)
  const begins = lines.flatMap((one, at) => (begin.test(one) ? [at] : []))
  return begins.slice(0, 100).map((at) => {
    const rest = lines.slice(at, at + 40)
    const end = rest.findIndex((one) => one.trim() === '')
    return rest
      .slice(0, end < 0 ? rest.length : end)
      .map((one) => one.trim())
      .join(' ')
  })
}

function numbersIn(list: string): readonly number[] {
  const numbers = new Set<number>()
  for (const [, from = '0', to = from] of list.matchAll(/(\d{1,5})(?:-(\d{1,5}))?/g)) {
    for (let at = Number(from); at <= Number(to) && numbers.size < 10_000; at += 1)
      if (at > 0 && at <= highest) numbers.add(at)
  }
  return ascending(numbers)
}

const ascending = (numbers: Iterable<number>): readonly number[] => [...new Set(numbers)].toSorted((a, b) => a - b)

/** "1-2, 4". */
export function rangesOf(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of ascending(numbers)) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ')
}

/** Those below the highest that are not there; at most 1,000. */
export function missingBelow(numbers: readonly number[]): readonly number[] {
  const there = new Set(numbers)
  const missing: number[] = []
  const last = Math.max(0, ...there)
  for (let at = 1; at < last && missing.length < 1_000; at += 1) if (!there.has(at)) missing.push(at)
  return missing
}

/** One numbered message as it went or came, the oldest first. */
export interface Numbered {
  readonly id: string
  readonly number: number
  /** Of the message as it came, so that one and the same file taken in twice is no repeat. */
  readonly sha256: string
}

export interface PlaceInCount {
  /** Numbers that should have come before it and had not, when it came. */
  readonly skipped: readonly number[]
  /** It came after a higher one. */
  readonly late: boolean
  /** Another message with another content carries the same number: its id. */
  readonly sameAs: string | null
  /** The very same message was taken in before: its id. */
  readonly copyOf: string | null
}

/** What the number of a message says, given all from this partner in the order in which they came. */
export function placeOf(messages: readonly Numbered[], id: string): PlaceInCount | null {
  const at = messages.findIndex((one) => one.id === id)
  const message = messages[at]
  if (message === undefined) return null
  const before = messages.slice(0, at)
  const twin = before.find((one) => one.number === message.number)
  const top = Math.max(0, ...before.map(({ number }) => number))
  const known = new Set(before.map(({ number }) => number))
  const skipped: number[] = []
  for (let number = top + 1; number < message.number && skipped.length < 1_000; number += 1) {
    if (!known.has(number)) skipped.push(number)
  }
  const same = twin !== undefined && twin.sha256 === message.sha256
  return {
    skipped,
    late: message.number < top && twin === undefined,
    sameAs: twin === undefined || same ? null : twin.id,
    copyOf: twin !== undefined && same ? twin.id : null,
  }
}

/** Numbers that two different messages carry. */
export function repeatedIn(messages: readonly Numbered[]): readonly number[] {
  const byNumber = new Map<number, string>()
  const repeated = new Set<number>()
  for (const { number, sha256 } of messages) {
    const first = byNumber.get(number)
    if (first === undefined) byNumber.set(number, sha256)
    else if (first !== sha256) repeated.add(number)
  }
  return ascending(repeated)
}
