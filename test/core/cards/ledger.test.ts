/** Who checked whom, client PINs, and what lapses: through the desk's calls, and from disk again. */
import { describe, expect, it } from 'vitest'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'

const document = `2.1 Name of the Team

Orchard CERT

2.4 Telephone Number

+44 20 7946 0101

2.7 Electronic Mail Address

Incident reports: cert@orchard.example
`

async function deskWithCard(): Promise<{ desk: TestDesk; card: string }> {
  const desk = await copiedDesk()
  const { id } = await desk.call('card.import', { file: textFile('orchard.txt', document) })
  return { desk, card: id }
}

const call = {
  method: 'call-back',
  who: 'the duty officer',
  note: 'asked for the last case',
  lapses: '2027-05-22',
} as const

describe('the bona fide ledger', () => {
  it('takes a call-back to the number on the card, whatever blanks it is written with, and keeps who did it and until when', async () => {
    const { desk, card } = await deskWithCard()
    await desk.call('check.add', { card, ...call, channel: '+44 (20) 7946-0101' })
    const [check] = (await (await reopenedDesk(desk)).call('card.show', { id: card })).checks
    expect(check).toMatchObject({
      method: 'call-back',
      code: 'MK',
      state: 'current',
      independent: false,
      lapses: '2027-05-22',
    })
  })

  it('refuses a call-back to another number, and a mail-back to an address that is not on the card', async () => {
    const { desk, card } = await deskWithCard()
    expect(await desk.refused('check.add', { card, ...call, channel: '+44 20 7946 0999' })).toBe(
      'call-back-other-number',
    )
    expect(await desk.refused('check.add', { card, ...call, channel: null })).toBe('call-back-other-number')
    const mail = { ...call, method: 'mail-back', channel: 'cert@orchard.example.net' } as const
    expect(await desk.refused('check.add', { card, ...mail })).toBe('mail-back-other-address')
    expect((await desk.call('card.show', { id: card })).checks).toEqual([])
  })

  it('lets a check lapse after its last day, and shows it still', async () => {
    const { desk, card } = await deskWithCard()
    await desk.call('check.add', { card, ...call, method: 'referral', channel: null, lapses: '2026-12-01' })
    desk.ports.moveClock(9 * 86_400_000)
    expect((await desk.call('card.show', { id: card })).checks[0]?.state).toBe('current')
    desk.ports.moveClock(86_400_000)
    expect((await desk.call('card.show', { id: card })).checks[0]?.state).toBe('lapsed')
  })

  it('keeps a check that was taken back, with the reason, and never strikes it out', async () => {
    const { desk, card } = await deskWithCard()
    const { checks } = await desk.call('check.add', { card, ...call, method: 'in-person', channel: null })
    await desk.call('check.withdraw', { card, check: checks[0]?.id ?? '', reason: 'it was somebody else' })
    expect((await (await reopenedDesk(desk)).call('card.show', { id: card })).checks[0]?.state).toBe('withdrawn')
  })

  it('refuses a check that has lapsed before it is made', async () => {
    const { desk, card } = await deskWithCard()
    expect(
      await desk.refused('check.add', { card, ...call, method: 'referral', channel: null, lapses: '2026-11-22' }),
    ).toBe('check-lapsed-already')
  })
})

describe('a client PIN', () => {
  async function deskWithPin(): Promise<{ desk: TestDesk; card: string; pin: string }> {
    const { desk, card } = await deskWithCard()
    const { pins } = await desk.call('pin.set', { card, holder: 'Night shift', pin: '8351' })
    return { desk, card, pin: pins[0]?.id ?? '' }
  }

  it('is recognised with blanks and dashes, and never shown', async () => {
    const { desk, card, pin } = await deskWithPin()
    expect(await desk.call('pin.check', { card, pin, said: '83-5 1' })).toEqual({ right: true, triesLeft: 5, wait: 0 })
    expect(JSON.stringify(await desk.call('card.show', { id: card }))).not.toContain('8351')
  })

  it('gives five tries, then a wait that grows, that a set clock does not shorten and that a lock does not end', async () => {
    const { desk, card, pin } = await deskWithPin()
    for (let tries = 0; tries < 5; tries++) await desk.call('pin.check', { card, pin, said: '0000' })
    expect(await desk.refused('pin.check', { card, pin, said: '8351' })).toBe('pin-wait')
    desk.ports.moveClock(365 * 86_400_000)
    const again = await reopenedDesk(desk)
    expect(await again.refused('pin.check', { card, pin, said: '8351' })).toBe('pin-wait')
    again.ports.runOn(2)
    expect(await again.call('pin.check', { card, pin, said: '1111' })).toMatchObject({ right: false, wait: 4 })
    again.ports.runOn(4)
    expect((await again.call('pin.check', { card, pin, said: '8351' })).right).toBe(true)
    expect((await again.call('pin.check', { card, pin, said: '8351' })).right).toBe(true)
  })

  it('that everybody tries first is refused', async () => {
    const { desk, card } = await deskWithCard()
    for (const pin of ['0000', '1234', '98765', '11-11']) {
      expect(await desk.refused('pin.set', { card, holder: 'x', pin })).toBe('pin-easy')
    }
  })

  it('that was dropped is gone', async () => {
    const { desk, card, pin } = await deskWithPin()
    expect((await desk.call('pin.drop', { card, pin })).pins).toEqual([])
    expect(await desk.refused('pin.check', { card, pin, said: '8351' })).toBe('pin-not-found')
  })
})

describe('the horizon', () => {
  it('shows a check that lapses within 30 days, and the document that has grown old', async () => {
    const { desk, card } = await deskWithCard()
    await desk.call('check.add', { card, ...call, method: 'referral', channel: null, lapses: '2026-12-10' })
    const { items } = await desk.call('horizon.show', {})
    expect(items.map(({ kind, group, card: of }) => [kind, group, of?.name])).toEqual([['check', '30', 'Orchard CERT']])
    desk.ports.moveClock(700 * 86_400_000)
    const later = (await desk.call('horizon.show', {})).items.filter(({ card: of }) => of !== null)
    expect(later.map(({ kind, group }) => [kind, group])).toEqual([
      ['check', 'lapsed'],
      ['card', '30'],
    ])
  })
})

describe('a card given out', () => {
  it('as our own RFC 2350 document is signed by the team key, and reads back without a finding', async () => {
    const desk = await copiedDesk()
    const own = (await desk.call('me.show', {})).ownCard?.id ?? ''
    const out = await desk.call('card.export', { card: own, format: 'rfc2350' })
    expect(out.signedBy).toBe((await desk.call('me.show', {})).teamKey)
    expect(out.text).toContain('-----BEGIN PGP SIGNED MESSAGE-----')
    const back = await desk.call('card.read', { file: textFile('own.txt', out.text) })
    expect(back.findings.map(({ code }) => code)).toEqual([])
    expect(back.names.short).toBe('Harrow-CERT')
    expect(back.hours.osm).toBe('Mo-Fr 09:00-17:00')
  })

  it('is written where the analyst says, and as JSON or vCard comes back as the same team', async () => {
    const { desk, card } = await deskWithCard()
    const to = { grant: desk.grant(`${desk.dir}-orchard.json`, 'write') }
    expect((await desk.call('card.export', { card, format: 'json', to })).file).toMatch(/orchard\.json$/)
    const vcard = await desk.call('card.export', { card, format: 'vcard' })
    const back = await desk.call('card.read', { file: textFile('orchard.vcf', vcard.text) })
    expect(back.emails.map(({ address }) => address)).toEqual(['cert@orchard.example'])
    expect(back.phones.map(({ e164 }) => e164)).toEqual(['+442079460101'])
  })
})
