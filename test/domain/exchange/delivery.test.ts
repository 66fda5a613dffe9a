/** An announcement reaches each constituent by the channel that its own card asks for, within what the marking allows. */
import { describe, expect, it } from 'vitest'
import type { RecipientFacts } from '../../../shared/domain/disclosure/recipient-facts.ts'
import { bulletinText, bulletinTitle } from '../../../shared/domain/exchange/bulletin-text.ts'
import { chooseDelivery } from '../../../shared/domain/exchange/delivery.ts'

const now = '2026-11-23T08:00:00.000Z'
const fingerprint = '7F3A91C24D06E85BA9137C2F60E4D8B1539AB04E'
const team: RecipientFacts = {
  id: 'card-1',
  name: 'Fenland Water',
  kind: 'team',
  address: 'it@fenland.example',
  addressDoNotUseFor: [],
  offers: [],
  fingerprint,
  keyState: 'usable',
  trust: 'verified',
  expires: null,
  channelRules: [],
  ownOrganisation: false,
}
const keyless: RecipientFacts = { ...team, fingerprint: null, keyState: 'none', trust: null }
const phone = { phone: '+15550142', form: null }
const nothing = { phone: null, form: null }
const about = (marking: 'CLEAR' | 'GREEN' | 'AMBER' | 'RED') => ({ marking, caseMarking: null, text: 'Update.' })

const channelOf = (...args: Parameters<typeof chooseDelivery> extends [...infer A, string] ? A : never) =>
  chooseDelivery(...args, now).channel

describe('what everybody may read', () => {
  it('goes signed and readable, also to those who have a key', () => {
    expect(channelOf(about('CLEAR'), team, phone)).toBe('email-signed')
  })

  it('goes encrypted where the card asks for encryption always', () => {
    const strict = { ...team, channelRules: [{ when: 'always', channel: 'email', protection: 'pgp' as const }] }
    expect(channelOf(about('CLEAR'), strict, phone)).toBe('email-pgp')
  })
})

describe('what the community may read', () => {
  it('goes encrypted where a key can be used, else signed', () => {
    expect(channelOf(about('GREEN'), team, phone)).toBe('email-pgp')
    expect(channelOf(about('GREEN'), keyless, phone)).toBe('email-signed')
    expect(channelOf(about('GREEN'), { ...team, keyState: 'revoked' }, phone)).toBe('email-signed')
  })

  it('names the condition of a key that nobody has checked', () => {
    const { channel, said } = chooseDelivery(about('GREEN'), { ...team, trust: 'unverified' }, nothing, now)
    expect([channel, said.map(({ code }) => code)]).toEqual([
      'email-pgp',
      ['delivery.encrypted', 'release.key-unverified'],
    ])
  })
})

describe('what only some may read', () => {
  it('is never sent in clear: without a usable key it is told by telephone', () => {
    expect(channelOf(about('AMBER'), keyless, phone)).toBe('phone')
    expect(channelOf(about('RED'), { ...keyless, kind: 'person' }, phone)).toBe('phone')
  })

  it('goes to nobody whom no channel reaches, and says why', () => {
    const { channel, value, said } = chooseDelivery(about('AMBER'), keyless, nothing, now)
    expect([channel, value]).toEqual(['none', null])
    expect(said.map(({ code }) => code)).toContain('release.key-none')
  })

  it('does not go out looser than the case that it is about', () => {
    const delivery = chooseDelivery({ ...about('GREEN'), caseMarking: 'AMBER' }, team, phone, now)
    expect(delivery.channel).toBe('none')
    expect(delivery.said.map(({ code }) => code)).toContain('release.looser-than-case')
  })
})

it('says kind, number and date, in its language', () => {
  const advisory = { kind: 'advisory', number: '2026-MK-A003', title: 'VPN', text: 'Text', releasedAt: now } as const
  expect(bulletinTitle({ ...advisory, language: 'en' })).toBe('Advisory 2026-MK-A003: VPN')
  expect(bulletinText({ ...advisory, language: 'es' })).toBe(
    'Aviso de seguridad 2026-MK-A003: VPN\n2026-11-23\n\nText\n',
  )
  expect(bulletinTitle({ ...advisory, number: null, language: 'en' })).toBe('Advisory: VPN')
})
