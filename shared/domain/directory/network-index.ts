/** Finds whose an address, range, domain or autonomous system is among 100,000 ranges: the longest prefix first. */
import { parse } from 'tldts'
import { saying, type Saying } from '../../words/say.ts'
import type { CardReading } from '../card/card-reading.ts'
import { normaliseDomain } from '../observable/domain-name.ts'
import { formatCidr, parseCidr, parseIp, type Cidr } from '../observable/ip-address.ts'
import { asciiName } from './ascii-name.ts'
import type { LookupCard, LookupMatch } from './lookup-answer.ts'
import { addRange, emptyList, rangeTable, type RangeTable } from './range-table.ts'
import { scanRange } from './scan-range.ts'

/** Those that come first win where two cards have the same range or name. */
export interface NetworkOwner extends LookupCard {
  readonly networks: CardReading['networks']
  /** ISO 3166-1 alpha-2 of a national contact: the nearest for names under the code of that country. */
  readonly nationalFor?: string | null
}

/** The first of the matches, and how many there are. */
export interface Found {
  readonly matches: readonly LookupMatch[]
  readonly count: number
}

export interface NetworkIndex {
  readonly ranges: number
  readonly domains: number
  readonly asns: number
  readonly cards: number
  /** What stands on a card and cannot be looked up. */
  readonly skipped: readonly { readonly card: LookupCard; readonly network: string; readonly problem: Saying }[]
  /** Most specific first. `asked`: an address or a range; a range is held only by ranges that hold all of it. */
  readonly holding: (asked: Cidr) => Found
  /** Ranges that lie within a larger one, by address. */
  readonly within: (asked: Cidr) => Found
  /** "mail.harrow.example" is held by "harrow.example", never "xharrow.example"; "*.harrow.example" holds the name itself too. */
  readonly named: (domain: string) => Found
  readonly numbered: (asn: number) => Found
  readonly nationalFor: (countryCode: string) => LookupCard | null
}

/** An answer names so many matches of each kind: a list of 100,000 owners of one address helps nobody. */
export const mostMatches = 50

/** An address is a range of one; an IPv4 address in IPv6 clothes ("::ffff:192.0.2.1", RFC 4291 2.5.5.2) is the IPv4 address. */
export function asCidr(text: string): Cidr | null {
  const ip = parseIp(text)
  const range = ip === null ? parseCidr(text) : { ip, bits: ip.words.length * 16 }
  return range === null ? null : unmapped(range)
}

const unmapped = ({ ip, bits }: Cidr): Cidr =>
  ip.version === 6 && bits >= 96 && ip.words[5] === 0xffff && ip.words.slice(0, 5).every((word) => word === 0)
    ? { ip: { version: 4, words: ip.words.slice(6) }, bits: bits - 96 }
    : { ip, bits }

/** Milliseconds for a thousand cards, so that it is built anew when cards change. */
export function buildIndex(owners: readonly NetworkOwner[]): NetworkIndex {
  const cards = owners.map(({ id, name }): LookupCard => ({ id, name }))
  const given = { 4: emptyList(1), 6: emptyList(4) }
  const names = new Map<string, LookupMatch[]>()
  const numbers = new Map<number, LookupMatch[]>()
  const national = new Map<string, LookupCard>()
  const skipped: NetworkIndex['skipped'][number][] = []
  for (const [owner, { networks, nationalFor }] of owners.entries()) {
    const card = cards[owner] ?? { id: '', name: '' }
    for (const network of networks.cidrs) {
      if (scanRange(network, given[4], owner)) continue
      const range = asCidr(network)
      if (range === null) skipped.push({ card, network, problem: saying('lookup-no-range', { value: network }) })
      else addRange(given[range.ip.version], range, owner)
    }
    for (const text of networks.domains) {
      const network = nameOnCard(text)
      if (network === null) skipped.push({ card, network: text, problem: saying('lookup-no-name', { value: text }) })
      else collect(names, network, { card, match: 'domain', network, broad: isPublicSuffix(network) })
    }
    for (const asn of networks.asns) collect(numbers, asn, { card, match: 'asn', network: `AS${asn}`, broad: false })
    const country = nationalFor?.toLowerCase() ?? ''
    if (country !== '' && !national.has(country)) national.set(country, card)
  }
  const tables = { 4: ranges(rangeTable(given[4]), cards), 6: ranges(rangeTable(given[6]), cards) }
  return {
    ranges: tables[4].size + tables[6].size,
    domains: names.size,
    asns: numbers.size,
    cards: owners.length,
    skipped,
    holding: (asked) => tables[asked.ip.version].holding(asked),
    within: (asked) => tables[asked.ip.version].within(asked),
    named: (domain) => first(suffixesOf(domain).flatMap((suffix) => names.get(suffix) ?? [])),
    numbered: (asn) => first(numbers.get(asn) ?? []),
    nationalFor: (code) => national.get(code) ?? null,
  }
}

const first = (all: readonly LookupMatch[]): Found => ({ matches: all.slice(0, mostMatches), count: all.length })

/** A card that says the same twice ("harrow.example", "*.harrow.example") is one match. */
function collect<K>(into: Map<K, LookupMatch[]>, key: K, match: LookupMatch): void {
  const known = into.get(key)
  if (known === undefined) into.set(key, [match])
  else if (known.at(-1)?.card !== match.card) known.push(match)
}

/** "*.harrow.example", ".harrow.example" and "harrow.example." are harrow.example; a top-level domain stands if there is one. */
function nameOnCard(text: string): string | null {
  const bare = asciiName(text.trim().replace(/^\*?\./, ''))
  if (bare === null) return null
  return normaliseDomain(bare) ?? (/^[a-z][a-z\d-]{1,62}$/.test(bare) && isPublicSuffix(bare) ? bare : null)
}

/** By the part of the list that ICANN's registries stand behind: "github.io" is a company's, "co.uk" nobody's alone. */
function isPublicSuffix(name: string): boolean {
  const { isIcann, publicSuffix } = parse(name)
  return isIcann === true && publicSuffix === name
}

/** "a.b.example", "b.example", "example". */
function suffixesOf(domain: string): readonly string[] {
  const labels = domain.split('.')
  return labels.map((_, at) => labels.slice(at).join('.'))
}

/** Wider than what any registry gives to one holder: IPv4 wider than /8, IPv6 wider than /12. */
const isBroad = ({ ip, bits }: Cidr): boolean => bits < (ip.version === 4 ? 8 : 12)

/** The ranges of one address family as matches. */
function ranges(table: RangeTable, cards: readonly LookupCard[]) {
  // Made when first asked for: most ranges never are.
  const made = new Map<number, LookupMatch>()
  const matchAt = (position: number, slot: number): LookupMatch => {
    const known = made.get(slot)
    if (known !== undefined) return known
    const range = table.range(position)
    const card = cards[table.owner(slot)] ?? { id: '', name: '' }
    const match: LookupMatch = { card, match: 'cidr', network: formatCidr(range), broad: isBroad(range) }
    made.set(slot, match)
    return match
  }
  const take = (position: number, into: LookupMatch[]): number => {
    const [from, to] = table.slots(position)
    for (let slot = from; slot < to && into.length < mostMatches; slot++) into.push(matchAt(position, slot))
    return to - from
  }
  return {
    size: table.size,
    holding: (asked: Cidr): Found => {
      const matches: LookupMatch[] = []
      let count = 0
      for (let at = table.smallest(asked); at >= 0; at = table.wider(at)) count += take(at, matches)
      return { matches, count }
    },
    within: (asked: Cidr): Found => {
      const matches: LookupMatch[] = []
      const [from, to] = table.inside(asked)
      for (let at = from; at < to && matches.length < mostMatches; at++) take(at, matches)
      const [start, end] = table.slots(from, to)
      return { matches, count: end - start }
    },
  }
}
