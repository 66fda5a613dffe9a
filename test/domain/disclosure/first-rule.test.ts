import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { firstRule } from '../../../shared/domain/disclosure/first-rule.ts'
import type { RecipientFacts, ReleaseRequest } from '../../../shared/domain/disclosure/recipient-facts.ts'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import { say } from '../../../shared/words/say.ts'

const now = '2026-11-23T12:00:00.000Z'

const team: RecipientFacts = {
  id: 'card-1',
  name: 'CERT Harbour',
  kind: 'team',
  address: 'cert@harbour.example',
  addressDoNotUseFor: [],
  offers: ['+34 900 000 000'],
  fingerprint: 'A'.repeat(40),
  keyState: 'usable',
  trust: 'verified',
  expires: null,
  channelRules: [],
  ownOrganisation: false,
}
const mail: ReleaseRequest = {
  marking: 'AMBER',
  caseMarking: 'AMBER',
  loosenedBecause: null,
  recipients: [team],
  channel: 'email-pgp',
  purpose: 'incident',
  sensitivity: null,
  text: 'Please look at 192.0.2.1',
}

function asked(request: Partial<ReleaseRequest>, to: Partial<RecipientFacts> = {}): readonly [string, string] {
  const { verdict, reasons } = firstRule({ ...mail, recipients: [{ ...team, ...to }], ...request }, now)
  return [verdict, reasons[0]?.said.code ?? '']
}

describe('keys', () => {
  test('a verified, usable key lets it go', () => expect(asked({})).toEqual(['allow', 'release.marking']))

  test.each([
    ['none', 'release.key-none'],
    ['expired', 'release.key-expired'],
    ['revoked', 'release.key-revoked'],
    ['identity-only', 'release.key-identity-only'],
    ['unreadable', 'release.key-unreadable'],
    ['not-included', 'release.key-not-included'],
  ] as const)('%s stops, whatever the trust', (keyState, code) => {
    for (const trust of ['verified', 'unverified', 'rejected', null] as const)
      expect(asked({}, { keyState, trust })).toEqual(['stop', code])
  })

  test('a key that expires now or has expired stops, one that expires later does not', () => {
    expect(asked({}, { expires: now })).toEqual(['stop', 'release.key-expired'])
    expect(asked({}, { expires: '2026-11-23T12:00:00.001Z' })[0]).toBe('allow')
  })

  test('a rejected key stops, an unchecked one asks for a check', () => {
    expect(asked({}, { trust: 'rejected' })).toEqual(['stop', 'release.key-rejected'])
    for (const trust of ['unverified', 'undecided', null] as const)
      expect(asked({}, { trust })).toEqual(['condition', 'release.key-unverified'])
  })

  test('a repaired key asks for a call-back until that was made, and is never shown as only verified', () => {
    expect(asked({}, { keyState: 'repaired', trust: 'unverified' })).toEqual(['condition', 'release.key-repaired'])
    expect(asked({}, { keyState: 'repaired', trust: 'rejected' })[0]).toBe('stop')
    const { verdict, reasons } = firstRule({ ...mail, recipients: [{ ...team, keyState: 'repaired' }] }, now)
    expect(verdict).toBe('allow')
    expect(reasons.map(({ said }) => said.code)).toContain('release.key-repaired-verified')
  })
})

describe('markings', () => {
  test.each(['AMBER', 'AMBER+STRICT', 'RED'] as const)('%s never goes in clear', (marking) => {
    const { verdict, reasons } = firstRule({ ...mail, marking, channel: 'email-plain' }, now)
    expect(verdict).toBe('stop')
    expect(reasons.map(({ said }) => said.code)).toContain('release.never-in-clear')
  })

  test('GREEN and CLEAR may', () => {
    for (const marking of ['GREEN', 'CLEAR'] as const)
      expect(asked({ marking, caseMarking: null, channel: 'email-plain' })[0]).toBe('allow')
  })

  test('RED goes to persons: our own, and those outside whom its source named', () => {
    expect(asked({ marking: 'RED' })).toEqual(['stop', 'release.red-outside'])
    expect(asked({ marking: 'RED' }, { kind: 'person' })).toEqual(['condition', 'release.red-person'])
    expect(asked({ marking: 'RED' }, { ownOrganisation: true })).toEqual(['condition', 'release.named-persons'])
    expect(asked({ marking: 'RED' }, { kind: 'person', ownOrganisation: true })[0]).toBe('allow')
  })

  test('AMBER+STRICT stays inside our organisation', () => {
    expect(asked({ marking: 'AMBER+STRICT' })).toEqual(['stop', 'release.outside-organisation'])
    expect(asked({ marking: 'AMBER+STRICT' }, { ownOrganisation: true })[0]).toBe('allow')
  })

  test('a message is not looser than its case without a reason', () => {
    expect(asked({ marking: 'GREEN' })).toEqual(['stop', 'release.looser-than-case'])
    expect(asked({ marking: 'GREEN', loosenedBecause: '  ' })[0]).toBe('stop')
    expect(asked({ marking: 'GREEN', loosenedBecause: 'the source agreed' })[0]).toBe('allow')
    expect(asked({ marking: 'RED' }, { kind: 'person', ownOrganisation: true })[0]).toBe('allow')
  })

  test('a stricter label quoted in the text is not passed over', () => {
    expect(asked({ text: '> TLP:RED\n> secret' })).toEqual(['condition', 'release.text-is-stricter'])
  })

  test('only CLEAR goes to the public', () => {
    expect(asked({ marking: 'GREEN', caseMarking: null }, { kind: 'public' })[0]).toBe('stop')
    expect(asked({ marking: 'CLEAR', caseMarking: null }, { kind: 'public' })[0]).toBe('allow')
  })
})

describe('channels', () => {
  const plain = { marking: 'GREEN', caseMarking: null, channel: 'email-plain' } as const
  const rule = (when: string): Partial<RecipientFacts> => ({
    channelRules: [{ when, channel: 'email', protection: 'pgp' }],
  })

  test('an address that is not for incidents stops an incident, and names what there is instead', () => {
    const { verdict, reasons } = firstRule(
      { ...mail, recipients: [{ ...team, addressDoNotUseFor: ['incidents'] }] },
      now,
    )
    expect(verdict).toBe('stop')
    expect(reasons[0]).toMatchObject({ recipient: 'card-1', clause: 'RFC 2350 of CERT Harbour, 2.7' })
    expect(say('en', reasons[0]?.said ?? { code: 'release.nobody', params: {} })).toContain('+34 900 000 000')
    expect(asked({ purpose: 'general' }, { addressDoNotUseFor: ['incidents'] })[0]).toBe('allow')
  })

  test('no address stops, and names what there is instead', () => {
    expect(asked({}, { address: null })).toEqual(['stop', 'release.no-address-instead'])
    expect(asked({}, { address: null, offers: [] })).toEqual(['stop', 'release.no-address'])
  })

  test('where reports are to be encrypted, a report in clear stops and a general question does not', () => {
    expect(asked(plain, rule('incident-report'))).toEqual(['stop', 'release.must-encrypt'])
    expect(asked({ ...plain, purpose: 'general' }, rule('incident-report'))[0]).toBe('allow')
  })

  test('where everything is to be encrypted, nothing goes in clear', () => {
    expect(asked({ ...plain, purpose: 'general' }, rule('always'))[0]).toBe('stop')
  })

  test('high sensitivity is encrypted, low may go in clear', () => {
    expect(asked({ ...plain, sensitivity: 'high' }, rule('high-sensitivity'))[0]).toBe('stop')
    expect(asked({ ...plain, sensitivity: 'low' }, rule('high-sensitivity'))[0]).toBe('allow')
  })

  test('a telephone needs no key; a form takes what a stranger may read', () => {
    expect(asked({ channel: 'phone', marking: 'AMBER' }, { keyState: 'none', address: null })[0]).toBe('allow')
    expect(asked({ channel: 'form' })).toEqual(['condition', 'release.form-readers'])
    expect(asked({ channel: 'form', marking: 'RED' }, { kind: 'person' })).toEqual(['stop', 'release.form-readers'])
  })
})

test('nobody is no recipient', () => expect(asked({ recipients: [] })).toEqual(['stop', 'release.nobody']))

test('one bad recipient stops the message, and stops are named first', () => {
  const { verdict, reasons } = firstRule(
    {
      ...mail,
      recipients: [
        { ...team, trust: null },
        { ...team, id: 'card-2', keyState: 'none' },
      ],
    },
    now,
  )
  expect(verdict).toBe('stop')
  expect(reasons.map(({ level }) => level)).toEqual(['stop', 'condition', 'allow'])
  expect(reasons[0]?.recipient).toBe('card-2')
})

test('whatever is asked: the verdict is the strictest reason, each reason has a clause and words, and nothing stricter than GREEN leaves in clear', () => {
  const anyRecipient: fc.Arbitrary<RecipientFacts> = fc.record({
    id: fc.string(),
    name: fc.string(),
    kind: fc.constantFrom('person', 'team', 'public'),
    address: fc.option(fc.emailAddress()),
    addressDoNotUseFor: fc.subarray(['incidents', 'general']),
    offers: fc.array(fc.string()),
    fingerprint: fc.option(fc.constant('A'.repeat(40))),
    keyState: fc.constantFrom(
      'none',
      'usable',
      'repaired',
      'identity-only',
      'unreadable',
      'not-included',
      'expired',
      'revoked',
    ),
    trust: fc.constantFrom('undecided', 'unverified', 'verified', 'rejected', null),
    expires: fc.option(fc.constantFrom('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')),
    channelRules: fc.array(
      fc.record({
        when: fc.constantFrom('always', 'incident-report', 'high-sensitivity', 'other'),
        channel: fc.constantFrom('email', 'phone'),
        protection: fc.constantFrom('pgp', 'none'),
      }),
    ),
    ownOrganisation: fc.boolean(),
  })
  const anyRequest: fc.Arbitrary<ReleaseRequest> = fc.record({
    marking: fc.constantFrom(...tlps),
    caseMarking: fc.option(fc.constantFrom(...tlps)),
    loosenedBecause: fc.option(fc.string()),
    recipients: fc.array(anyRecipient, { maxLength: 3 }),
    channel: fc.constantFrom('email-pgp', 'email-plain', 'phone', 'form'),
    purpose: fc.constantFrom('incident', 'general'),
    sensitivity: fc.option(fc.constantFrom('high', 'low')),
    text: fc.string(),
  })
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { verdict, reasons } = firstRule(request, now)
      const rank = reasons.map(({ level }) => ['stop', 'condition', 'allow'].indexOf(level))
      expect(rank).toEqual(rank.toSorted((a, b) => a - b))
      expect(reasons[0]?.level).toBe(verdict)
      for (const { clause, said } of reasons) expect([clause, say('en', said)].every((text) => text !== '')).toBe(true)
      const inClear = request.channel === 'email-plain' && !['GREEN', 'CLEAR'].includes(request.marking)
      const unusable = request.recipients.some(({ keyState }) => keyState !== 'usable' && keyState !== 'repaired')
      expect(verdict !== 'stop' && (inClear || (request.channel === 'email-pgp' && unusable))).toBe(false)
    }),
  )
})
