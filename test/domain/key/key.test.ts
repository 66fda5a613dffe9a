/** What is worked out about keys without any key at hand: clashes of IDs, what a key can do on a day, its end, its card, what an update brought. */
import { describe, expect, it } from 'vitest'
import { addressDiffers, addressOfUserId, announcedBy } from '../../../shared/domain/key/card-match.ts'
import { clashesAmong, longIdOf, shortIdOf } from '../../../shared/domain/key/clashes.ts'
import { daysLeft, endingOf } from '../../../shared/domain/key/ending.ts'
import { asOf, encryptsAt, type InspectedKey } from '../../../shared/domain/key/key.ts'
import { canEncryptAt, partStatesAt, type KeyPartFacts } from '../../../shared/domain/key/parts.ts'
import { broughtBy } from '../../../shared/domain/key/update.ts'

const print = (digit: string, end: string): string => digit.repeat(40 - end.length) + end

const primary: KeyPartFacts = {
  fingerprint: print('A', ''),
  uses: ['certify', 'sign'],
  algorithm: 'ed25519',
  created: '2026-01-01T00:00:00.000Z',
  expires: '2027-01-01T00:00:00.000Z',
  flaw: null,
}
const subkey: KeyPartFacts = { ...primary, fingerprint: print('B', ''), uses: ['encrypt'], algorithm: 'cv25519' }

const inspected: InspectedKey = {
  fingerprint: primary.fingerprint,
  userIds: ['Ann <ann@example.org>'],
  algorithm: 'ed25519',
  created: primary.created,
  expires: primary.expires,
  state: 'usable',
  canEncrypt: true,
  canSign: true,
  secret: false,
  findings: [],
  repairs: [],
}

describe('key IDs', () => {
  it('are the end of a fingerprint of version 4, and the beginning of one of version 6', () => {
    expect(longIdOf(print('0', '1122334455667788'))).toBe('1122334455667788')
    expect(longIdOf(`1122334455667788${'0'.repeat(48)}`)).toBe('1122334455667788')
    expect(shortIdOf(print('0', '1122334455667788'))).toBe('55667788')
  })

  it('clash where the last eight digits are the same, and no key clashes with itself', () => {
    const [one, other, third] = [print('A', 'DEADBEEF'), print('B', 'DEADBEEF'), print('C', '')]
    const clashes = clashesAmong([one, one, other, third])
    expect(clashes(one)).toEqual([other])
    expect(clashes(third)).toEqual([])
  })

  it('clash also where all sixteen are', () => {
    const [one, other] = [print('A', 'EVIL32EVIL321234'), print('B', 'EVIL32EVIL321234')]
    expect(clashesAmong([one, other])(other)).toEqual([one])
  })
})

describe('we can encrypt to a key on a day', () => {
  const summer = '2026-07-01T00:00:00.000Z'

  it('while both the key and its encryption subkey hold', () => {
    expect(canEncryptAt([primary, subkey], summer)).toBe(true)
    expect(canEncryptAt([primary, subkey], '2027-01-01T00:00:00.000Z')).toBe(false)
  })

  it('not once the subkey has ended, though the key goes on', () => {
    const parts = [primary, { ...subkey, expires: '2026-06-01T00:00:00.000Z' }]
    expect(canEncryptAt(parts, '2026-05-01T00:00:00.000Z')).toBe(true)
    expect(canEncryptAt(parts, summer)).toBe(false)
  })

  it('not once the key has ended, though its subkey goes on', () => {
    const parts = [
      { ...primary, expires: '2026-06-01T00:00:00.000Z' },
      { ...subkey, expires: null },
    ]
    expect(canEncryptAt(parts, summer)).toBe(false)
    expect(partStatesAt(parts, summer).map(({ state }) => state)).toEqual(['expired', 'expired'])
  })

  it('with the subkey that was added when the old one ended', () => {
    const next = { ...subkey, fingerprint: print('C', ''), created: '2026-06-01T00:00:00.000Z' }
    const parts = [primary, { ...subkey, expires: '2026-06-01T00:00:00.000Z' }, next]
    expect(canEncryptAt(parts, summer)).toBe(true)
    expect(canEncryptAt(parts.slice(0, 1).concat(next), '2026-02-01T00:00:00.000Z')).toBe(false)
  })

  it('never where the subkey was revoked, is not bound, or only signs', () => {
    for (const bad of [{ flaw: 'revoked' }, { flaw: 'invalid' }, { uses: ['sign'] }] as const) {
      expect(canEncryptAt([primary, { ...subkey, ...bad }], summer)).toBe(false)
    }
  })

  it('never where the key was revoked', () => {
    expect(canEncryptAt([{ ...primary, flaw: 'revoked' }, subkey], summer)).toBe(false)
  })
})

describe('a key as it stands later', () => {
  it('has expired when its end has passed, and stays revoked if it was', () => {
    expect(asOf(inspected, '2027-02-01T00:00:00.000Z').state).toBe('expired')
    expect(asOf({ ...inspected, state: 'revoked' }, '2027-02-01T00:00:00.000Z').state).toBe('revoked')
  })

  it('can no more be encrypted to when its subkey has ended', () => {
    const parts = [primary, { ...subkey, expires: '2026-06-01T00:00:00.000Z' }]
    expect(asOf(inspected, '2026-07-01T00:00:00.000Z', parts)).toMatchObject({
      state: 'identity-only',
      canEncrypt: false,
      canSign: true,
    })
    expect(encryptsAt({ inspected, parts }, '2026-05-01T00:00:00.000Z')).toBe(true)
  })

  it('is judged by its own end alone where its parts are not known', () => {
    expect(encryptsAt({ inspected, parts: [] }, '2026-07-01T00:00:00.000Z')).toBe(true)
    expect(encryptsAt({ inspected, parts: [] }, '2027-07-01T00:00:00.000Z')).toBe(false)
  })
})

describe('the end of a key', () => {
  it('is told from 90, 30 and 7 days before it', () => {
    const end = '2027-01-01T00:00:00.000Z'
    const at = (days: number): string => new Date(Date.parse(end) - days * 86_400_000).toISOString()
    expect([91, 90, 31, 30, 8, 7, 1, 0, -1].map((days) => endingOf(end, at(days)))).toEqual([
      null,
      'in-90-days',
      'in-90-days',
      'in-30-days',
      'in-30-days',
      'in-7-days',
      'in-7-days',
      null,
      null,
    ])
    expect(endingOf(null, at(1))).toBeNull()
    expect(daysLeft(end, '2026-12-30T12:00:00.000Z')).toBe(2)
  })
})

describe('a key and its card', () => {
  it('fit where the documents print the whole fingerprint, and differ where they print another', () => {
    const [mine, other] = [print('A', ''), print('B', '')]
    expect(announcedBy([other, mine], mine)).toBe('announced')
    expect(announcedBy([other], mine)).toBe('differs')
    expect(announcedBy([null], mine)).toBe('none-announced')
    expect(announcedBy([mine.slice(-16)], mine)).toBe('none-announced')
  })

  it('differ in their addresses only where both have some and none is the same', () => {
    expect(addressOfUserId('Ann (work) <Ann@Example.ORG>')).toBe('ann@example.org')
    expect(addressDiffers(['Ann <ann@example.org>'], ['cert@example.org'])).toBe(true)
    expect(addressDiffers(['Ann <ann@example.org>', 'CERT@example.org'], ['cert@example.org'])).toBe(false)
    expect(addressDiffers(['Ann'], ['cert@example.org'])).toBe(false)
    expect(addressDiffers(['Ann <ann@example.org>'], [])).toBe(false)
  })
})

describe('an update brought', () => {
  const before = { inspected, parts: [primary, subkey] }
  const codes = (after: Partial<InspectedKey>, parts = before.parts): readonly string[] =>
    broughtBy(before, { inspected: { ...inspected, ...after }, parts }).map(({ code }) => code)

  it('a revocation, another end, names come and gone', () => {
    expect(codes({ state: 'revoked', canEncrypt: false })).toEqual(['key-update.revoked'])
    expect(codes({ expires: null })).toEqual(['key-update.no-end'])
    expect(codes({ expires: '2028-01-01T00:00:00.000Z' })).toEqual(['key-update.later'])
    expect(codes({ expires: '2026-12-01T00:00:00.000Z' })).toEqual(['key-update.earlier'])
    expect(codes({ userIds: ['Ann B <ann@example.org>'] })).toEqual(['key-update.names', 'key-update.names-gone'])
  })

  it('subkeys come and revoked, or nothing but signatures', () => {
    expect(codes({}, [primary, subkey, { ...subkey, fingerprint: print('C', '') }])).toEqual(['key-update.subkeys'])
    expect(codes({}, [primary, { ...subkey, flaw: 'revoked' }])).toEqual(['key-update.subkeys-revoked'])
    expect(codes({})).toEqual(['key-update.signatures'])
  })
})
