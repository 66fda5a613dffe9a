/** Whose an address is: the most specific range, every line accounted for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf, summaryOf } from '../../../shared/domain/directory/counts.ts'
import { lookUp } from '../../../shared/domain/directory/look-up.ts'
import type { LookupAnswer } from '../../../shared/domain/directory/lookup-answer.ts'
import { buildIndex, type NetworkOwner } from '../../../shared/domain/directory/network-index.ts'
import { say } from '../../../shared/words/say.ts'

const owner = (id: string, networks: Partial<NetworkOwner['networks']>, nationalFor?: string): NetworkOwner => ({
  id,
  name: id,
  networks: { cidrs: [], domains: [], asns: [], ...networks },
  nationalFor: nationalFor ?? null,
})

const owners = [
  owner('harrow', { cidrs: ['192.0.2.0/24', '2001:db8::/32'], domains: ['harrow.example'], asns: [64500] }),
  owner('bank', { cidrs: ['192.0.2.32/27', '2001:db8:40::/44'], domains: ['bank.harrow.example'] }),
  owner('twin', { cidrs: ['192.0.2.0/24', '198.51.100.7'] }),
  owner('kingdom', {}, 'GB'),
]

function ask(text: string, of: readonly NetworkOwner[] = owners): LookupAnswer {
  const answer = lookUp(text, buildIndex(of), (card) => of.findIndex(({ id }) => id === card))
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}

const one = (text: string): LookupAnswer['results'][number] => {
  const [row] = ask(text).results
  if (row === undefined) throw new Error('not read')
  return row
}

describe('a look-up', () => {
  it('gives an address to the narrowest range and keeps the wider ones as second choices', () => {
    expect(one('192.0.2.41')).toMatchObject({ match: 'cidr', network: '192.0.2.32/27', card: { id: 'bank' } })
    expect(one('192.0.2.41').others.map(({ card }) => card.id)).toEqual(['harrow', 'twin'])
    expect(one('192.0.2.41').othersCount).toBe(2)
    expect(one('2001:db8:40::5')).toMatchObject({ network: '2001:db8:40::/44', card: { id: 'bank' } })
    expect(one('198.51.100.7')).toMatchObject({ network: '198.51.100.7/32', card: { id: 'twin' } })
  })

  it('asks for the host of a link and the domain of a mailbox', () => {
    expect(one('192[.]0[.]2[.]200')).toMatchObject({ card: { id: 'harrow' }, value: '192[.]0[.]2[.]200' })
    expect(one('hxxps://www.bank[.]harrow[.]example/login')).toMatchObject({
      kind: 'url',
      normal: 'https://www.bank.harrow.example/login',
      asked: 'www.bank.harrow.example',
      card: { id: 'bank' },
    })
    expect(one('abuse(at)harrow [.] example')).toMatchObject({ kind: 'email', card: { id: 'harrow' } })
    expect(one('http://[2001:db8::1]:8080/')).toMatchObject({ asked: '2001:db8::1', card: { id: 'harrow' } })
    expect(one('AS 64500')).toMatchObject({ match: 'asn', network: 'AS64500', card: { id: 'harrow' } })
  })

  it('never gives an address away by the number of its network alone', () => {
    expect(ask('192.0.2.1', [owner('as', { asns: [64500] })]).unknown).toBe(1)
  })

  it('gives a range to the smallest range that holds all of it, and names those that lie within it', () => {
    expect(one('192.0.2.0/25')).toMatchObject({ network: '192.0.2.0/24', card: { id: 'harrow' } })
    expect(one('192.0.2.0/25').partly.map(({ network }) => network)).toEqual(['192.0.2.32/27'])
    expect(one('192.0.0.0/16')).toMatchObject({ match: 'none', card: null, partlyCount: 3 })
    expect(one('192.0.2.41').partly).toEqual([])
  })

  it('flags a match that is much more than one team’s', () => {
    const wide = [owner('all', { cidrs: ['0.0.0.0/0'], domains: ['co.uk'] })]
    expect(ask('shop.co.uk 203.0.113.1', wide).results.map(({ broad }) => broad)).toEqual([true, true])
    expect(one('192.0.2.1').broad).toBe(false)
  })

  it('names the national contact of the country code, for names that nobody has on file only', () => {
    expect(one('shop.unknown.co.uk')).toMatchObject({
      card: null,
      nearest: { card: { id: 'kingdom' }, countryCode: 'uk' },
    })
    expect(one('http://unknown.gb/')).toMatchObject({ nearest: { countryCode: 'gb' } })
    expect(one('unknown.example').nearest).toBe(null)
    expect(one('203.0.113.1').nearest).toBe(null)
    expect(ask('shop.co.uk').unknown).toBe(1)
  })

  it('counts what is asked twice once, with its count, and two links to one host as two', () => {
    const { results } = ask('192.0.2.1\n192[.]0[.]2[.]1 198.51.100.7\n192.0.2.1')
    expect(results.map(({ line, repeats, times }) => [line, repeats, times])).toEqual([
      [1, null, 3],
      [2, 1, 3],
      [2, null, 1],
      [3, 1, 3],
    ])
    expect(ask('http://harrow.example/a\nhttp://harrow.example/b').groups[0]?.rows).toEqual([0, 1])
  })

  it('groups by contact in the order of the rank, no one on file last, and sums up with no one first', () => {
    const answer = ask('192.0.2.41 192.0.2.1 192.0.2.2 203.0.113.9 nobody.example 192.0.2.41 300.1.1.1')
    expect(answer.groups.map(({ card, rows }) => [card?.id ?? null, rows.length])).toEqual([
      ['harrow', 2],
      ['bank', 1],
      [null, 2],
    ])
    expect(say('en', summaryOf(answer))).toBe(
      '2 with no one on file; 3 belong to 2 contacts; 1 repeated, 1 set aside: 7 in all',
    )
  })

  it('puts equal ranks in the order of how much is theirs', () => {
    const answer = lookUp('198.51.100.7 192.0.2.1 192.0.2.2', buildIndex(owners), () => 0)
    expect(answer.ok && answer.value.groups.map(({ card }) => card?.id)).toEqual(['harrow', 'twin'])
  })

  it('refuses more than ten thousand at once', () => {
    const many = Array.from({ length: 10_001 }, (_, at) => `198.51.${at % 256}.${at % 251}`).join('\n')
    expect(lookUp(many, buildIndex(owners), () => 0)).toMatchObject({ ok: false, problem: { code: 'lookup-too-many' } })
  })

  it('has counts that add up to the pasted lines, whatever is pasted', () => {
    const line = fc.oneof(
      fc.constantFrom('192.0.2.41', '192.0.2.1', 'harrow.example', '300.1.1.1', 'AS64500', '192.0.0.0/16', 'nobody.es'),
      fc.ipV4(),
      fc.ipV6(),
      fc.domain(),
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => `x${text.replaceAll(/[\s,;|#]/g, '')}`),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const answer = ask(lines.join('\n'))
        const { indicators, unknown, found, repeated, setAside } = countsOf(answer)
        expect(answer.lines).toBe(lines.length)
        expect(indicators).toBe(lines.length)
        expect(unknown + found + repeated + setAside).toBe(lines.length)
        const firsts = answer.groups.flatMap(({ rows }) => rows)
        expect(new Set(firsts).size).toBe(firsts.length)
        const times = firsts.reduce((sum, row) => sum + (answer.results[row]?.times ?? 0), 0)
        expect(times).toBe(answer.results.length)
      }),
    )
  })

  it('never throws, whatever is pasted', () => {
    const index = buildIndex(owners)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(lookUp(text, index, () => 0).ok).toBe(true)
      }),
    )
  })
})
