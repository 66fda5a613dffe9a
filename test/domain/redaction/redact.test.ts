/** What is hidden is nowhere in what comes out, in no writing; one thing has one name. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsIn } from '../../../shared/domain/redaction/find-items.ts'
import { heldIn, redact } from '../../../shared/domain/redaction/redact.ts'
import { named, picked, type Hidden } from '../../../shared/domain/redaction/redaction.ts'
import { itemSpans } from '../../../shared/domain/redaction/spans.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'

const nobody = { persons: [], organisations: [], hostile: [], ours: [] }
const hiding = (items: readonly (readonly [string, Hidden['kind']])[]): readonly Hidden[] =>
  named(
    items.map(([item, kind]) => ({ item, kind })),
    [],
  )
const cleaned = (text: string, ...items: readonly (readonly [string, Hidden['kind']])[]): string =>
  redact(text, hiding(items)).text

describe('a host', () => {
  const host = ['corp.example', 'host'] as const
  it('is hidden in links, in mail addresses, defanged, percent-encoded, in capitals, over a line’s end', () => {
    const writings = [
      'corp.example',
      'CORP.Example',
      'corp[.]example',
      'corp (dot) example',
      'corp{.}example',
      'https://www.corp.example/a',
      'hxxps://corp[.]example',
      'ana@corp.example',
      'https://x.test/?to=ana%40corp%2eexample',
      'corp.exam\r\nple',
      '> corp.ex\n> > ample',
      'corp.ex=\r\nample',
      'cor\u200Bp.example',
      'mailto:ana@corp&#46;example',
    ]
    const out = writings.map((writing) => cleaned(`See ${writing} now.`, host))
    expect(out.filter((one) => !one.includes('host-1'))).toEqual([])
    expect(
      out.filter((one) =>
        one
          .toLowerCase()
          .replaceAll(/[^a-z]/g, '')
          .includes('corpexample'),
      ),
    ).toEqual([])
  })

  it('leaves other hosts alone', () => {
    expect(cleaned('evilcorp.example and corp.examples', host)).toBe('evilcorp.example and corp.examples')
  })
})

it('an address is not taken for a part of a longer one', () => {
  expect(cleaned('192.0.2.7, 192.0.2.70, 192[.]0[.]2[.]7:443, 1.192.0.2.7', ['192.0.2.7', 'address'])).toBe(
    'address-1, 192.0.2.70, address-1:443, 1.192.0.2.7',
  )
})

it('an IPv6 address is one in all its spellings', () => {
  const text = '2001:db8::1 2001:0DB8:0:0:0:0:0:1 2001[:]db8[:][:]1 2001:db8::12'
  expect(cleaned(text, ['2001:db8::1', 'address'])).toBe('address-1 address-1 address-1 2001:db8::12')
})

it('the longer thing goes first: a mailbox before its host, a link before both', () => {
  const items = [
    ['corp.example', 'host'],
    ['ana@corp.example', 'user'],
    ['https://corp.example/x', 'link'],
  ] as const
  expect(cleaned('ana@corp.example https://corp.example/x corp.example', ...items)).toBe('user-1 link-1 host-1')
})

it('a name that was put in is not taken for a thing to hide', () => {
  expect(cleaned('host 1 at corp.example', ['corp.example', 'host'], ['host', 'other'], ['1', 'other'])).toBe(
    'item-1 item-2 at host-1',
  )
})

it('a name of two words is found over a line’s end and with another blank', () => {
  expect(cleaned('Ana\n> Ruiz, Ana\u00A0Ruiz, ana ruiz, Anna Ruiz', ['Ana Ruiz', 'person'])).toBe(
    'person-1, person-1, person-1, Anna Ruiz',
  )
})

it('letters that are composed in another way are the same', () => {
  expect(cleaned('Lo\u0301pez', ['L\u00F3pez', 'person'])).toBe('person-1')
})

describe('names', () => {
  it('are given in the order of first appearance and kept', () => {
    const first = named([{ item: 'b.example', kind: 'host' }], [])
    expect(
      named(
        [
          { item: 'a.example', kind: 'host' },
          { item: 'B.Example', kind: 'host' },
        ],
        first,
      ),
    ).toEqual([
      { item: 'a.example', kind: 'host', as: 'host-2' },
      { item: 'b.example', kind: 'host', as: 'host-1' },
    ])
  })

  it('are of a kind, of one thing, or of what somebody chose', () => {
    const found = itemsIn('corp.example 192.0.2.7 www.other.example', nobody)
    expect(picked(['kind:host', 'blue door'], found)).toMatchObject([
      { item: 'corp.example', kind: 'host' },
      { item: 'www.other.example', kind: 'host' },
      { item: 'blue door', kind: 'other' },
    ])
  })
})

it('finds what tells who it is about, and not what is the attacker’s or ours', () => {
  const text = 'Ana Ruiz <ana@corp.example> (user: a.ruiz), Orchard Ltd, from 203.0.113.9; cert@ours.example'
  const known = { ...nobody, organisations: ['Orchard Ltd'], hostile: ['203.0.113.9'], ours: ['ours.example'] }
  const telling = itemsIn(text, known).filter(({ identifies }) => identifies)
  expect(telling.map(({ item, kind }) => `${kind} ${item}`).toSorted()).toEqual([
    'host corp.example',
    'organisation Orchard Ltd',
    'person Ana Ruiz',
    'user a.ruiz',
    'user ana@corp.example',
  ])
})

it('underlines where things stand, none inside another', () => {
  expect(itemSpans('x corp[.]example y ana@corp.example', ['corp.example', 'ana@corp.example'])).toEqual([
    { from: 2, to: 16 },
    { from: 19, to: 35 },
  ])
})

it('whatever is hidden and however it is written, it is not in what comes out', () => {
  const label = fc.stringMatching(/^[a-z]{3,9}$/)
  const host = fc.tuple(label, label).map(([a, b]) => `${a}.${b}.example`)
  const address = fc.tuple(fc.nat(255), fc.nat(255)).map(([a, b]) => `198.51.${String(a)}.${String(b)}`)
  const mailbox = fc.tuple(label, host).map(([who, at]) => `${who}@${at}`)
  const item = fc.oneof(
    host.map((value) => ({ type: 'domain' as const, kind: 'host' as const, value })),
    address.map((value) => ({ type: 'ip' as const, kind: 'address' as const, value })),
    mailbox.map((value) => ({ type: 'email' as const, kind: 'user' as const, value })),
    host.map((value) => ({ type: 'url' as const, kind: 'link' as const, value: `https://${value}/login` })),
  )
  const wrapped = (text: string, at: number): string => `${text.slice(0, at)}=\r\n${text.slice(at)}`
  const written = fc.tuple(item, fc.nat(4), fc.nat(40)).map(([one, how, at]) => {
    const plain = one.value
    const forms = [plain, plain.toUpperCase(), defang(one), wrapped(plain, 1 + (at % (plain.length - 1))), `"${plain}"`]
    return { ...one, text: forms[how] ?? plain }
  })
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 8 }), fc.lorem(), (all, words) => {
      const text = all.map((one) => `${words} ${one.text} ${words}`).join('\n')
      const names = hiding(all.map(({ value, kind }) => [value, kind] as const))
      const out = redact(text, names).text
      // Looked for in another way than it was hidden: signs and line ends away, letters small.
      const bare = out.replaceAll(/=\r\n/g, '').replaceAll(/[[\]]/g, '').replaceAll('hxxp', 'http').toLowerCase()
      for (const { value, kind } of all)
        if (kind !== 'address') expect(bare).not.toContain(value)
        else expect(bare.split(/[^0-9.]+/)).not.toContain(value)
      expect(heldIn(out, names)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('takes a large text and many things in a moment', () => {
  const text = 'a line with corp.example and 192.0.2.7 in it\n'.repeat(20_000)
  const many = Array.from({ length: 2_000 }, (_, at) => [`h${String(at)}.test`, 'host'] as const)
  const start = performance.now()
  expect(redact(text, hiding([...many, ['corp.example', 'host']])).done).toMatchObject([{ times: 20_000 }])
  expect(performance.now() - start).toBeLessThan(10_000)
})
