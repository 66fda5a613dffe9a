/** The score of the card reader itself: it must count what is missed and what is invented, or its figures mean nothing. */
import { describe, expect, it } from 'vitest'
import type { CardReading } from '../../shared/domain/card/card-reading.ts'
import { emptyReading } from '../../shared/domain/card/empty-reading.ts'
import { parseExpected, type ExpectedCard } from './expected-card.ts'
import { sameHours } from './same-hours.ts'
import { scoreCard } from './score-card.ts'
import { alike, bag, list, rates, single, sum } from './tally.ts'

const expectedOf = (parts: Partial<ExpectedCard>): ExpectedCard => ({ file: 'made-up.txt', ...parts })
const cardOf = (parts: Partial<CardReading>): CardReading => ({ ...emptyReading, ...parts })

/** Found, missed, invented of one field; undefined where it was not scored. */
const counts = (card: CardReading, expected: ExpectedCard, field: string) => {
  const one = scoreCard(card, expected).find((tally) => tally.field === field)
  return one && [one.found, one.missed, one.invented]
}

describe('counting', () => {
  it('takes a wrong value for one missed and one invented', () => {
    expect(single('date', '2026-02-03', '2026-03-02')).toMatchObject({ found: 0, missed: 1, invented: 1 })
    expect(single('date', null, '2026-03-02')).toMatchObject({ found: 0, missed: 0, invented: 1 })
    expect(single('date', null, null)).toMatchObject({ found: 0, missed: 0, invented: 0 })
  })

  it('answers each expected value once, so that doubled ones are invented', () => {
    expect(bag('mail', ['a@x.example', 'b@x.example'], ['a@x.example', 'a@x.example'])).toMatchObject({
      found: 1,
      missed: 1,
      invented: 1,
    })
  })

  it('counts what stands in the same order, and one lost item does not spoil the rest', () => {
    const ranks = ['Danger to people', 'Loss of power', 'Theft of data', 'Spam']
    expect(list('priority', ranks, ['Danger to people', 'Theft of data', 'Spam'])).toMatchObject({
      found: 3,
      missed: 1,
      invented: 0,
    })
    expect(list('priority', ranks, ranks.toReversed())).toMatchObject({ found: 1, missed: 3, invented: 3 })
  })

  it('adds up before it divides, so that a field with many values weighs more', () => {
    const both = sum('all', [bag('mail', ['a', 'b', 'c'], ['a', 'b', 'c']), single('date', 'x', null)])
    expect(rates(both)).toEqual({ precision: 1, recall: 3 / 4, f1: 6 / 7 })
  })
})

describe('comparing', () => {
  it('forgives a fifth of the words of a passage and no more, on either side', () => {
    expect(alike('all banks of the country and theirs', 'All banks of the country, and theirs.')).toBe(true)
    expect(alike('all banks', 'all banks, and then the whole of the next chapter')).toBe(false)
    expect(alike('all banks of the whole country', 'banks')).toBe(false)
  })

  it('knows opening hours in other words for the same, and other hours for others', () => {
    expect(sameHours('Su-Th 07:30-14:30; PH off', 'PH off; Mo-Th,Su 07:30-14:30')).toBe(true)
    expect(sameHours('Mo-Fr 08:00-12:00, 13:00-17:00', 'Mo-Fr 08:00-12:00,13:00-17:00')).toBe(true)
    expect(sameHours('Mo-Fr 08:00-17:00', 'Mo-Fr 08:00-17:00; PH off')).toBe(false)
    expect(sameHours('Fr-Mo 08:00-17:00', 'Mo-Fr 08:00-17:00')).toBe(false)
  })
})

describe('a reading against what a person read', () => {
  it('leaves out a field whose key is absent', () => {
    expect(counts(emptyReading, expectedOf({}), 'member and role')).toBeUndefined()
    expect(counts(emptyReading, expectedOf({ members: [] }), 'member and role')).toEqual([0, 0, 0])
  })

  it('leaves out what was not retrieved or is cut inside', () => {
    const sections = { present: ['1', '1.1', '2.8'], notRetrieved: ['3.2'], cutInside: '2.8' }
    const expected = expectedOf({ sections, constituency: 'All banks', country: 'GB' })
    const card = cardOf({ country: 'GB', sections: { present: ['1', '1.1'], missing: [] } })
    expect(counts(card, expected, 'constituency')).toBeUndefined()
    expect(counts(card, expected, 'sections')).toEqual([1, 0, 0])
  })

  it('wants the purposes of an address, all of them and no other', () => {
    const emails = [{ address: 'cert@made-up.example', purpose: 'incidents' }]
    const card = cardOf({
      emails: [{ address: 'cert@made-up.example', purposes: ['incidents', 'general'], doNotUseFor: [], line: 1 }],
    })
    expect(counts(card, expectedOf({ emails }), 'mail purpose')).toEqual([1, 0, 1])
    const unsaid = expectedOf({ emails: [{ address: 'cert@made-up.example', purpose: null }] })
    expect(counts(card, unsaid, 'mail purpose')).toEqual([0, 0, 0])
  })

  it('takes a person with another role for another person, but "Members" for none', () => {
    const members = [
      { name: 'Ada Quillfeather', role: 'Head' },
      { name: 'Bran Tolliver', role: null },
    ]
    const read = (first: string, second: string) =>
      cardOf({
        members: [
          { name: 'ADA QUILLFEATHER', role: first, line: 1 },
          { name: 'Bran Tolliver', role: second, line: 2 },
        ],
      })
    expect(counts(read('head', 'Members'), expectedOf({ members }), 'member and role')).toEqual([2, 0, 0])
    expect(counts(read('Deputy', 'Analyst'), expectedOf({ members }), 'member and role')).toEqual([0, 2, 2])
  })

  it('accepts whole fingerprints alone, and key ids with or without 0x', () => {
    const fingerprint = 'E27B0217965AE6D67E84351A62465EA47AF63565'
    const pgp = [{ fingerprint, keyId: '7AF63565', fingerprintValid: true, expires: null }]
    const key = {
      fingerprint,
      keyIdPrinted: '0x7AF63565',
      state: 'not-included',
      expires: '2029-01-14',
      use: 'team',
      block: null,
      blockLines: null,
      line: 1,
    } as const
    const card = cardOf({ keys: [key] })
    expect(counts(card, expectedOf({ pgp }), 'fingerprint')).toEqual([1, 0, 0])
    expect(counts(card, expectedOf({ pgp }), 'key id')).toEqual([1, 0, 0])
    expect(counts(card, expectedOf({ pgp }), 'key expiry')).toEqual([0, 0, 1])
    const cut = [{ fingerprint, fingerprintValid: false }]
    expect(counts(card, expectedOf({ pgp: cut }), 'fingerprint')).toEqual([0, 0, 1])
  })

  it('has "PGP or S/MIME" as one rule, read as either or as both', () => {
    const channelRules = [{ when: 'high-sensitivity', channel: 'email', protection: 'pgp|smime' }]
    const rule = { when: 'high-sensitivity', channel: 'email', line: 1 } as const
    const both = cardOf({
      channelRules: [
        { ...rule, protection: 'pgp' },
        { ...rule, protection: 'smime' },
      ],
    })
    const none = cardOf({ channelRules: [{ ...rule, protection: 'none' }] })
    expect(counts(both, expectedOf({ channelRules }), 'channel rule')).toEqual([1, 0, 0])
    expect(counts(none, expectedOf({ channelRules }), 'channel rule')).toEqual([0, 1, 1])
  })

  it('tells "only for some" from "not said" where a document gives hours', () => {
    const hours = { osm: 'Mo-Fr 08:00-16:00' }
    const conditional = expectedOf({ is24x7: null, hours })
    expect(counts(cardOf({ availability: 'conditional' }), conditional, 'availability')).toEqual([1, 0, 0])
    expect(counts(cardOf({ availability: 'business-hours' }), conditional, 'availability')).toEqual([0, 1, 1])
  })

  it('counts a finding that must be there, and one that must not', () => {
    const expected = expectedOf({ findings: ['key-expired'], findingsNot: ['zone-conflict'] })
    const card = cardOf({ findings: [{ code: 'zone-conflict', severity: 'info', line: 1, params: {} }] })
    expect(counts(card, expected, 'finding')).toEqual([0, 1, 1])
    expect(counts(emptyReading, expected, 'finding')).toEqual([0, 1, 0])
  })

  it('refuses a truth of another shape', () => {
    expect(() => parseExpected('{"file":"a.txt","country":7}')).toThrow('country')
  })
})
