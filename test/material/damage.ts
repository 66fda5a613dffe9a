/** Damages printed keys as scanning, retyping and careless copying do: by a seed, so that every run damages alike. */
export type Fault = 'look-alike' | 'any' | 'lost' | 'doubled' | 'swapped'

export const faults: readonly Fault[] = ['look-alike', 'any', 'lost', 'doubled', 'swapped']

export type Random = () => number

/** Numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** What print is most often taken for; shorter than the table of the repair, and made without it. */
const MISTAKEN = ['lI1', '0O', 'S5', 'B8', 'Z2', 'uv', 'ce', 'G6', 'gq9', 'sS', 'ha', 'xX', 'kK', 'oO0', 'tf', 'VU']

const pick = <T>(random: Random, list: readonly T[]): T => {
  const item = list[Math.floor(random() * list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Characters that were not damaged before, away from the first four: those would be seen at once. */
function place(random: Random, body: string, fits: (at: number) => boolean): number {
  for (let tries = 0; tries < 10_000; tries += 1) {
    const at = 4 + Math.floor(random() * (body.length - 6))
    if (fits(at)) return at
  }
  throw new Error('no place for this fault')
}

const mistakenFor = (character: string): readonly string[] =>
  MISTAKEN.filter((group) => group.includes(character)).flatMap((group) =>
    Array.from(group).filter((other) => other !== character),
  )

const replaced = (body: string, at: number, count: number, by: string): string =>
  body.slice(0, at) + by + body.slice(at + count)

const DAMAGES: Readonly<Record<Fault, (random: Random, body: string) => string>> = {
  'look-alike': (random, body) => {
    const at = place(random, body, (place) => mistakenFor(body.charAt(place)).length > 0)
    return replaced(body, at, 1, pick(random, mistakenFor(body.charAt(at))))
  },
  any: (random, body) => {
    const at = place(random, body, () => true)
    return replaced(body, at, 1, pick(random, Array.from(ALPHABET.replace(body.charAt(at), ''))))
  },
  lost: (random, body) => replaced(body, place(random, body, () => true), 1, ''),
  doubled: (random, body) => {
    const at = place(random, body, () => true)
    return replaced(body, at, 1, body.charAt(at).repeat(2))
  },
  swapped: (random, body) => {
    const at = place(random, body, (place) => body.charAt(place) !== body.charAt(place + 1))
    return replaced(body, at, 2, body.charAt(at + 1) + body.charAt(at))
  },
}

/** @param body base64 without line ends and padding. */
export const damage = (body: string, kinds: readonly Fault[], random: Random): string =>
  kinds.reduce((damaged, kind) => DAMAGES[kind](random, damaged), body)

export interface Armour {
  readonly body: string
  /** Signs "=" that fill up the last group. */
  readonly padding: string
  /** With its sign "="; empty if there is none. */
  readonly checksum: string
}

export function takeApart(armoured: string): Armour {
  const lines = armoured.split('\n').filter((line) => line !== '' && !line.startsWith('-----') && !line.includes(':'))
  const checksum = /^=.{4}$/.test(lines.at(-1) ?? '') ? (lines.pop() ?? '') : ''
  const data = lines.join('')
  const body = data.replace(/=+$/, '')
  return { body, padding: data.slice(body.length), checksum }
}

export function putTogether({ body, padding, checksum }: Armour, width = 64): string {
  const lines = `${body}${padding}`.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  return [
    '-----BEGIN PGP PUBLIC KEY BLOCK-----',
    '',
    ...lines,
    ...(checksum === '' ? [] : [checksum]),
    '-----END PGP PUBLIC KEY BLOCK-----',
    '',
  ].join('\n')
}
