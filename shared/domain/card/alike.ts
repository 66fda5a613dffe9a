/** Tells whether two cards are of the same team, and what makes them look alike where that is not sure. */
import { saying, type Saying } from '../../words/say.ts'
import { incidentAddress } from './contact-name.ts'
import type { SeenReading } from './layers-standing.ts'

/** Most words of a name that are looked at: a name is not a text. */
const mostWords = 12

/** Words that every second team has in its name. */
const common = new Set(
  `abuse an and and anwendungen av center centre centro cert cirt computer csirt cyber cybersecurity de del der des die e
  emergency equipo for fuer für gmbh gov group i incident incidents inc information it la limited ltd national nacional network noc of
  product psirt research response sa security seguridad sl soc sirt service services team the und university universidad y`.split(
    /\s+/,
  ),
)

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)

/** "P3-CERT", "p3 cert" and "CERT P3" are one name; one that consists of common words names nobody. */
export function plainName(name: string | null): string | null {
  const words = name === null ? [] : wordsOf(name)
  return words.every((word) => common.has(word)) ? null : words.toSorted().join('')
}

export interface Traces {
  readonly fingerprints: readonly string[]
  readonly short: string | null
  /** The short name as it is written. */
  readonly called: string
  readonly address: string | null
  /** Of its mail addresses. */
  readonly domains: readonly string[]
  readonly phones: readonly string[]
  /** Whole names without joints, and the words that tell one team from another. */
  readonly names: readonly string[]
  readonly words: readonly string[]
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

export function tracesOf(reading: SeenReading): Traces {
  const { short, full, others } = reading.names
  const names = [short, full, ...others].flatMap((name) => name ?? [])
  return {
    fingerprints: unique(reading.keys.flatMap(({ fingerprint }) => fingerprint ?? [])),
    short: plainName(short),
    called: short ?? '',
    address: incidentAddress(reading)?.toLowerCase() ?? null,
    domains: unique(reading.emails.map(({ address }) => address.toLowerCase().slice(address.lastIndexOf('@') + 1))),
    phones: unique(reading.phones.flatMap(({ e164 }) => e164 ?? [])),
    names: unique(names.flatMap((name) => plainName(name) ?? [])),
    words: unique(names.flatMap(wordsOf).filter((word) => word.length > 2 && !common.has(word))),
  }
}

/** What a list of cards is searched by for those that could be the same team: nobody shares nothing and is the same. */
export const marksOf = ({ fingerprints, short, address, domains, phones, names, words }: Traces): readonly string[] => [
  ...fingerprints.map((fingerprint) => `key ${fingerprint}`),
  ...[short, ...names].flatMap((name) => (name === null ? [] : [`name ${name}`])),
  ...(address === null ? [] : [`address ${address}`]),
  ...domains.map((domain) => `domain ${domain}`),
  ...phones.map((phone) => `phone ${phone}`),
  ...words.map((word) => `word ${word}`),
]

export interface Likeness {
  /** Enough to propose the card as the same team; a person still says so. */
  readonly same: boolean
  /** The stronger, the higher. */
  readonly weight: number
  readonly because: Saying
}

/** Null: nothing but chance. The first reason that holds is the strongest. */
export function likeness(a: Traces, b: Traces): Likeness | null {
  const shared = (mine: readonly string[], theirs: readonly string[]): string | undefined =>
    mine.find((one) => theirs.includes(one))
  const key = shared(a.fingerprints, b.fingerprints)
  if (key !== undefined) return { same: true, weight: 6, because: saying('alike.key', { fingerprint: key }) }
  if (a.short !== null && a.short === b.short)
    return { same: true, weight: 5, because: saying('alike.name', { name: b.called }) }
  if (a.address !== null && a.address === b.address)
    return { same: true, weight: 4, because: saying('alike.address', { address: a.address }) }
  const domain = shared(a.domains, b.domains)
  const name = similarName(a, b)
  // One house can have several teams: with a short name each, they are two.
  const isOneOfTwo = a.short !== null && b.short !== null
  if (domain !== undefined && name !== null)
    return { same: !isOneOfTwo, weight: 3, because: saying('alike.domain-and-name', { domain, name }) }
  const phone = shared(a.phones, b.phones)
  if (phone !== undefined) return { same: false, weight: 2, because: saying('alike.phone', { phone }) }
  if (name !== null) return { same: false, weight: 1, because: saying('alike.similar-name', { name }) }
  return domain === undefined ? null : { same: false, weight: 0, because: saying('alike.domain', { domain }) }
}

/** The same name, or at least half of the telling words of the shorter one. */
function similarName(a: Traces, b: Traces): string | null {
  const isSame = a.names.some((name) => b.names.includes(name))
  const words = a.words.filter((word) => b.words.includes(word))
  const fewest = Math.min(a.words.length, b.words.length)
  return isSame || (words.length > 0 && words.length * 2 >= fewest) ? words.join(' ') || b.called : null
}
