/** The index finds what looking at every range would find, in the same order, whatever stands on the cards. */
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import { asCidr, buildIndex, mostMatches, type NetworkOwner } from '../../../shared/domain/directory/network-index.ts'
import { emptyList } from '../../../shared/domain/directory/range-table.ts'
import { scanRange } from '../../../shared/domain/directory/scan-range.ts'
import type { Cidr } from '../../../shared/domain/observable/ip-address.ts'

const owner = (id: string, networks: Partial<NetworkOwner['networks']>): NetworkOwner => ({
  id,
  name: id,
  networks: { cidrs: [], domains: [], asns: [], ...networks },
})

function range(text: string): Cidr {
  const found = asCidr(text)
  if (found === null) throw new Error(`${text} is no range`)
  return found
}

/** Few first bits, so that ranges nest and meet. */
const v4 = fc
  .tuple(fc.constantFrom(10, 192, 193), fc.constantFrom(0, 1, 128, 255), fc.nat(3), fc.nat(255))
  .map((parts) => parts.join('.'))
const v6 = fc
  .tuple(fc.constantFrom('2001', '2002', '::'), fc.constantFrom('0', '8000', 'ffff'), fc.nat(65_535))
  .map(([a, b, c]) => (a === '::' ? `::${b}:${c.toString(16)}` : `${a}:db8:${b}::${c.toString(16)}`))
const anyV4 = fc.oneof({ weight: 3, arbitrary: v4 }, fc.ipV4())
const mapped = v4.map((ip) => `::ffff:${ip}`)
// ipaddr.js takes "::192.0.2.1" (IPv4-compatible, RFC 4291 2.5.5.1) for "::ffff:192.0.2.1"; it cannot be the measure there.
const plainV6 = fc.ipV6().filter((text) => !text.includes('.'))
const anyV6 = fc.oneof({ weight: 3, arbitrary: v6 }, mapped, plainV6)
const v4Range = fc.tuple(anyV4, fc.nat(32)).map(([ip, bits]) => `${ip}/${bits}`)
const v6Range = fc.tuple(anyV6, fc.nat(128)).map(([ip, bits]) => `${ip}/${bits}`)
const ranges = fc.array(fc.oneof(v4Range, v6Range), { maxLength: 60 })
const cards = fc.array(ranges, { maxLength: 8 }).map((lists) => lists.map((cidrs, at) => owner(String(at), { cidrs })))

type Parsed = ReturnType<typeof ipaddr.parseCIDR>
/** As the index does: an IPv4 address in IPv6 clothes is an IPv4 address. */
function parsed(text: string): Parsed {
  const [ip, bits] = ipaddr.parseCIDR(text)
  return ip instanceof ipaddr.IPv6 && ip.isIPv4MappedAddress() && bits >= 96
    ? [ip.toIPv4Address(), bits - 96]
    : [ip, bits]
}
const isIn = ([ip, bits]: Parsed, [outer, length]: Parsed): boolean =>
  ip.kind() === outer.kind() && bits >= length && ip.match(outer, length)

interface Plain {
  readonly card: string
  readonly range: Parsed
}

function everyRange(owners: readonly NetworkOwner[]): readonly Plain[] {
  const all = owners.flatMap(({ id, networks }) => networks.cidrs.map((text) => ({ card: id, range: parsed(text) })))
  return all.filter(({ card, range: [ip, bits] }, at) => {
    const same = all.findIndex(
      (other) => other.card === card && other.range[1] === bits && isIn([ip, bits], other.range),
    )
    return same === at
  })
}
const byLength = (a: Plain, b: Plain): number => b.range[1] - a.range[1] || Number(a.card) - Number(b.card)

describe('the index of ranges', () => {
  it('finds the ranges around an address or a range as ipaddr.js does by asking each', () => {
    fc.assert(
      fc.property(cards, fc.array(fc.oneof(v4Range, v6Range), { minLength: 1, maxLength: 20 }), (owners, asked) => {
        const index = buildIndex(owners)
        const all = everyRange(owners)
        expect(index.ranges).toBe(all.length)
        for (const text of asked) {
          const plain = all.filter((one) => isIn(parsed(text), one.range)).toSorted(byLength)
          const { matches, count } = index.holding(range(text))
          expect(count).toBe(plain.length)
          expect(matches.map(({ card, network }) => `${card.id} ${network.split('/')[1] ?? ''}`)).toEqual(
            plain.slice(0, mostMatches).map(({ card, range: [, bits] }) => `${card} ${bits}`),
          )
          for (const { network } of matches) expect(isIn(parsed(text), parsed(network))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('finds the ranges within a range as ipaddr.js does by asking each', () => {
    fc.assert(
      fc.property(cards, fc.oneof(v4Range, v6Range), (owners, text) => {
        const plain = everyRange(owners).filter(
          ({ range: inner }) => isIn(inner, parsed(text)) && inner[1] > parsed(text)[1],
        )
        const { matches, count } = buildIndex(owners).within(range(text))
        expect(count).toBe(plain.length)
        expect(matches).toHaveLength(Math.min(mostMatches, plain.length))
        for (const { network } of matches) expect(isIn(parsed(network), parsed(text))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('reads a range by the quick way as by the long one, or leaves it to that', () => {
    const near = fc
      .array(fc.constantFrom('0', '1', '3', '9', '.', '/', '25', '.0', '1.'), { maxLength: 18 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(near, v4Range, fc.ipV4()), (text) => {
        const list = emptyList(1)
        if (!scanRange(text, list, 7)) {
          expect(list).toEqual(emptyList(1))
          return
        }
        const {
          ip: { words },
          bits,
        } = range(text)
        expect(list).toEqual({
          width: 1,
          words: [(words[0] ?? 0) * 65_536 + (words[1] ?? 0)],
          bits: [bits],
          owners: [7],
        })
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps the families apart: ::/0 holds no IPv4 address, 0.0.0.0/0 no IPv6 one', () => {
    const index = buildIndex([owner('six', { cidrs: ['::/0'] }), owner('four', { cidrs: ['0.0.0.0/0'] })])
    expect(index.holding(range('192.0.2.1')).matches).toEqual([
      { card: { id: 'four', name: 'four' }, match: 'cidr', network: '0.0.0.0/0', broad: true },
    ])
    expect(index.holding(range('2001:db8::1')).matches.map(({ card }) => card.id)).toEqual(['six'])
    expect(index.holding(range('::ffff:192.0.2.1')).matches.map(({ card }) => card.id)).toEqual(['four'])
  })

  it('keeps all cards of one range in the order in which they were given, each once', () => {
    const cidrs = ['192.0.2.0/24', '192.0.2.9/24', '192.0.2.0/24']
    const { matches } = buildIndex([owner('b', { cidrs }), owner('a', { cidrs })]).holding(range('192.0.2.1'))
    expect(matches.map(({ card, network }) => `${card.id} ${network}`)).toEqual(['b 192.0.2.0/24', 'a 192.0.2.0/24'])
  })

  it('stands a hundred thousand cards with the same range: the first are named, the rest counted', () => {
    const owners = Array.from({ length: 100_000 }, (_, at) =>
      owner(String(at), { cidrs: ['192.0.2.0/24'], domains: ['harrow.example'], asns: [64_500] }),
    )
    const index = buildIndex(owners)
    for (const found of [
      index.holding(range('192.0.2.1')),
      index.within(range('192.0.0.0/16')),
      index.named('harrow.example'),
      index.numbered(64_500),
    ]) {
      expect(found.count).toBe(100_000)
      expect(found.matches.map(({ card }) => card.id)).toEqual(
        Array.from({ length: mostMatches }, (_, at) => String(at)),
      )
    }
  })

  it('stands an address under every length there is', () => {
    const cidrs = Array.from({ length: 129 }, (_, bits) => `2001:db8::1/${bits}`)
    const index = buildIndex([owner('deep', { cidrs })])
    expect(index.holding(range('2001:db8::1')).count).toBe(129)
    expect(index.holding(range('2001:db8::2')).matches[0]?.network).toBe('2001:db8::/126')
  })

  it('names what stands on a card and is no network, and goes on', () => {
    const { skipped, ranges, domains } = buildIndex([
      owner('odd', {
        cidrs: ['192.0.2.0/33', '2001:db8::/129', 'all', '', '300.1.1.1/8', '010.0.0.0/8', '192.0.2.0/24'],
        domains: ['not a name', '', 'harrow.example'],
      }),
    ])
    expect(skipped.map(({ network, problem }) => `${network} ${problem.code}`)).toEqual([
      '192.0.2.0/33 lookup-no-range',
      '2001:db8::/129 lookup-no-range',
      'all lookup-no-range',
      ' lookup-no-range',
      '300.1.1.1/8 lookup-no-range',
      '010.0.0.0/8 lookup-no-range',
      'not a name lookup-no-name',
      ' lookup-no-name',
    ])
    expect([ranges, domains]).toEqual([1, 1])
  })
})

describe('the index of names', () => {
  const index = buildIndex([
    owner('harrow', { domains: ['*.harrow.example', 'harrow.example'] }),
    owner('bank', { domains: ['bank.harrow.example', 'bücher.example'] }),
    owner('kingdom', { domains: ['co.uk', '*.es'] }),
  ])
  const named = (name: string): readonly string[] => index.named(name).matches.map(({ card }) => card.id)

  it('matches on the borders of labels only, the longest first', () => {
    expect(named('mail.harrow.example')).toEqual(['harrow'])
    expect(named('harrow.example')).toEqual(['harrow'])
    expect(named('www.bank.harrow.example')).toEqual(['bank', 'harrow'])
    expect(named('xharrow.example')).toEqual([])
    expect(named('harrow.example.org')).toEqual([])
    expect(named('example')).toEqual([])
  })

  it('knows a name in both spellings', () => {
    expect(named('xn--bcher-kva.example')).toEqual(['bank'])
  })

  it('takes a public suffix only as the card says it, and flags it', () => {
    expect(index.named('shop.co.uk').matches).toMatchObject([{ network: 'co.uk', broad: true }])
    expect(index.named('shop.es').matches).toMatchObject([{ network: 'es', broad: true }])
    expect(named('shop.org.uk')).toEqual([])
    expect(index.named('harrow.example').matches[0]?.broad).toBe(false)
  })

  it('finds what asking each name would find', () => {
    const label = fc.constantFrom('a', 'b', 'ab', 'mail')
    const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `${labels.join('.')}.example`)
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 20 }), name, (names, asked) => {
        const found = buildIndex(names.map((one) => owner(one, { domains: [one] }))).named(asked)
        const plain = names.filter((one) => asked === one || asked.endsWith(`.${one}`))
        expect(found.matches.map(({ network }) => network)).toEqual(plain.toSorted((a, b) => b.length - a.length))
      }),
    )
  })
})
