import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference } from '../../../shared/domain/card/difference.ts'
import { cardFields } from '../../../shared/domain/card/fields.ts'
import { effective, type HandWritten } from '../../../shared/domain/card/layers.ts'
import type { SeenReading } from '../../../shared/domain/card/layers-standing.ts'
import { dated, email, key, layer, names, phone, reading } from './sources.ts'

const fieldsOf = (before: Partial<SeenReading>, after: Partial<SeenReading>): readonly string[] =>
  difference(reading(before), reading(after)).map(({ field, kind }) => `${field} ${kind}`)

describe('two readings', () => {
  it('are alike whatever the order of their lists, the lines and the blanks', () => {
    const [a, b] = [email('a@example.org'), email('b@example.org')]
    expect(fieldsOf({ emails: [a, b] }, { emails: [{ ...b, line: 90 }, a] })).toEqual([])
    expect(fieldsOf({ constituency: 'All of  Spain ' }, { constituency: 'All of\nSpain' })).toEqual([])
    expect(
      fieldsOf(
        { phones: [phone('+34910000001', 3)] },
        { phones: [{ ...phone('+34910000001', 8), text: '910 000 001' }] },
      ),
    ).toEqual([])
    const hours = (osm: string): Partial<SeenReading> => ({ hours: { osm, text: null, line: null } })
    expect(fieldsOf(hours('Mo-Fr 09:00-17:00; PH off'), hours('mo-fr 09:00-17:00;PH off'))).toEqual([])
  })

  it('differ in a ranked list when its order differs', () => {
    expect(fieldsOf({ priorities: ['lives', 'data'] }, { priorities: ['data', 'lives'] })).toEqual([
      'priorities changed',
    ])
  })

  it('tell what came, what went and what changed', () => {
    const before = { names: names('A'), country: 'ES', keys: [key('A'.repeat(40))] }
    const after = { names: names('B'), keys: [key('B'.repeat(40))], tlp: true }
    expect(fieldsOf(before, after)).toEqual(['names changed', 'country removed', 'keys changed', 'tlp added'])
  })

  it('do not differ in words that neither could read as a value', () => {
    const zone = (text: string): Partial<SeenReading> => ({
      timeZone: { iana: null, text, reason: 'zone-unknown', line: 1 },
    })
    expect(fieldsOf(zone('our time'), zone('local time'))).toEqual([])
  })

  it('differ where the block of the same key is printed by one alone', () => {
    const printed = { ...key('A'.repeat(40)), block: 'armour' }
    expect(fieldsOf({ keys: [key('A'.repeat(40))] }, { keys: [printed] })).toEqual(['keys changed'])
  })
})

const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 })
const address = fc.constantFrom('a@example.org', 'b@example.org', 'c@example.net').map(email)
const readings: fc.Arbitrary<SeenReading> = fc
  .record({
    names: fc.constantFrom('A', 'B').map((short) => names(short)),
    country: fc.constantFrom('ES', 'PT', null),
    emails: some(address),
    phones: some(fc.constantFrom('+34910000001', '+34910000002').map((e164) => phone(e164))),
    keys: some(fc.constantFrom('A', 'B', 'C').map((digit) => key(digit.repeat(40)))),
    tlp: fc.constantFrom(true, false, null),
    constituency: fc.constantFrom('all', 'some', null),
    priorities: some(fc.constantFrom('lives', 'data')),
    document: fc.constantFrom('2025-01-01', '2026-01-01').map(dated),
    networks: some(fc.constantFrom('192.0.2.0/24', '198.51.100.0/24')).map((cidrs) => ({
      cidrs,
      domains: [],
      asns: [],
    })),
  })
  .map(reading)

describe('taking a newer document', () => {
  it('whole leaves no difference between the card and the document', () => {
    fc.assert(
      fc.property(readings, readings, (old, newer) => {
        const card = effective(
          [layer('document', { ...old, document: dated('2024-01-01') }), layer('document', newer)],
          [],
        )
        expect(difference(card.reading, newer)).toEqual([])
      }),
    )
  })

  it('and keeping every old value leaves the card as it was', () => {
    fc.assert(
      fc.property(readings, readings, (old, newer) => {
        const first = layer('document', old)
        const before = effective([first], []).reading
        const kept = cardFields.map(
          (field) => ({ field, value: before[field], at: '2026-11-20T10:00:00.000Z', code: 'MK' }) as HandWritten,
        )
        expect(difference(before, effective([first, layer('document', newer)], kept).reading)).toEqual([])
      }),
    )
  })
})
