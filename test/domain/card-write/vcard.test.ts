/** vCard 4.0 as other programs read it: ical.js, which knows nothing of us, must find every value where the standard puts it. */
import ICAL from 'ical.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyReading } from '../../../shared/domain/card/empty-reading.ts'
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import { writeVcard } from '../../../shared/domain/card/write/write-vcard.ts'
import { ownCards } from './own-cards.ts'

const facts = { uid: '018f0000-0000-7000-8000-000000000001', rev: '2026-11-22T12:00:00Z' }

function parsed(text: string): InstanceType<typeof ICAL.Component> {
  return new ICAL.Component(ICAL.parse(text) as never)
}

const values = (text: string, name: string): readonly string[] =>
  parsed(text)
    .getAllProperties(name)
    .map((property) => String(property.getFirstValue()))

const card: CardReading = {
  ...emptyReading,
  names: { short: 'Harrow-CERT', full: 'Harrow, Marsh; and Holm CERT', host: 'Harrow Trust Ltd.', others: ['HCERT'] },
  country: 'GB',
  languages: ['en', 'cy'],
  document: { ...emptyReading.document, urls: ['https://www.harrow.example/rfc2350.txt?a=1,2;3'] },
  address: { text: '12 Quay Street\nLondon', line: 1 },
  timeZone: { iana: 'Europe/London', text: null, reason: 'zone-named', line: 1 },
  emails: [
    { address: 'general@harrow.example', purposes: ['general'], doNotUseFor: ['incidents'], line: 1 },
    { address: 'press@harrow.example', purposes: ['press'], doNotUseFor: [], line: 1 },
    { address: 'cert@harrow.example', purposes: ['incidents', 'general'], doNotUseFor: [], line: 1 },
  ],
  phones: [
    {
      e164: '+442079460123',
      text: '+44 20 7946 0123',
      purpose: 'main',
      script: 'ask for the duty desk',
      audience: 'public',
      doNotUseFor: [],
      roundTheClock: false,
      line: 1,
    },
    {
      e164: null,
      text: '7946 0199',
      purpose: 'emergency',
      script: null,
      audience: 'constituent',
      doNotUseFor: [],
      roundTheClock: true,
      line: 1,
    },
  ],
  fax: [
    {
      e164: '+442079460188',
      text: '+44 20 7946 0188',
      purpose: 'other',
      script: null,
      audience: 'public',
      doNotUseFor: [],
      roundTheClock: false,
      line: 1,
    },
  ],
  keys: [
    {
      fingerprint: 'A'.repeat(40),
      keyIdPrinted: null,
      state: 'not-included',
      expires: null,
      use: 'team',
      block: null,
      blockLines: null,
      line: 1,
    },
    {
      fingerprint: 'B'.repeat(40),
      keyIdPrinted: null,
      state: 'not-included',
      expires: null,
      use: 'signing-only',
      block: null,
      blockLines: null,
      line: 1,
    },
  ],
  hours: { osm: 'Mo-Fr 09:00-17:00; PH off', text: null, line: 1 },
  forms: [{ url: 'https://www.harrow.example/report', audience: 'public', line: 1 }],
}
const text = writeVcard(card, facts)

describe('a card written as vCard 4.0', () => {
  it('has what the standard asks for first', () => {
    expect(text.startsWith('BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\n')).toBe(true)
    expect(text.endsWith('END:VCARD\r\n')).toBe(true)
    expect(values(text, 'uid')).toEqual(['urn:uuid:018f0000-0000-7000-8000-000000000001'])
    expect(text).toContain('\r\nREV:20261122T120000Z\r\n')
  })

  it('gives names, place and languages', () => {
    expect(values(text, 'fn')).toEqual(['Harrow-CERT'])
    expect(parsed(text).getFirstProperty('org')?.getFirstValue()).toEqual([
      'Harrow Trust Ltd.',
      'Harrow, Marsh; and Holm CERT',
    ])
    expect(values(text, 'tz')).toEqual(['Europe/London'])
    expect(values(text, 'lang')).toEqual(['en', 'cy'])
    expect(parsed(text).getFirstProperty('adr')?.getFirstValue()).toEqual([
      '',
      '',
      '12 Quay Street\nLondon',
      '',
      '',
      '',
      'GB',
    ])
  })

  it('prefers the address for incidents, and gives no rank to one that must not be used for them', () => {
    const mails = parsed(text).getAllProperties('email')
    expect(mails.map((mail) => [mail.getFirstValue(), mail.getParameter('pref')])).toEqual([
      ['cert@harrow.example', '1'],
      ['press@harrow.example', '2'],
      ['general@harrow.example', undefined],
    ])
    const group = mails[2]?.getParameter('group')
    const notes = parsed(text).getAllProperties('note')
    expect(notes.find((note) => note.getParameter('group') === group)?.getFirstValue()).toBe(
      'Do not use for: incident reports',
    )
  })

  it('labels what each address is for in its group', () => {
    const labels = parsed(text).getAllProperties('x-ablabel')
    const of = (name: string) =>
      labels
        .filter((label) => String(label.getParameter('group')).startsWith(name))
        .map((label) => label.getFirstValue())
    expect(of('mail')).toEqual(['incident reports / general enquiries', 'the press', 'general enquiries'])
    expect(of('tel')).toEqual(['main', 'emergency / constituents / 24/7'])
  })

  it('gives numbers as URIs, and one without its country as the text that it is', () => {
    const numbers = parsed(text).getAllProperties('tel')
    expect(numbers.map((number) => [number.getFirstValue(), number.type])).toEqual([
      ['tel:+442079460123', 'uri'],
      ['7946 0199', 'text'],
      ['tel:+442079460188', 'uri'],
    ])
  })

  it('gives the fingerprint of the key of the team and of no other', () => {
    expect(values(text, 'key')).toEqual([`OPENPGP4FPR:${'A'.repeat(40)}`])
  })

  it('gives pages as they are, the form among them', () => {
    expect(values(text, 'url')).toEqual([
      'https://www.harrow.example/rfc2350.txt?a=1,2;3',
      'https://www.harrow.example/report',
    ])
  })

  it('takes another kind of id as text', () => {
    expect(writeVcard(card, { ...facts, uid: 'card 7; x' })).toContain('\r\nUID;VALUE=text:card 7\\; x\r\n')
  })
})

describe('any words on a card', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    // ical.js 2 gives an escaped backslash before an escaped semicolon back with one too many (RFC 6350, 3.4).
    .filter((name) => name.trim() !== '' && !name.includes('\ufffd') && !/\\.*;/su.test(name))

  it('stay within 75 octets a line, on characters, and come back whole', () => {
    fc.assert(
      fc.property(words, words, (short, host) => {
        const own = writeVcard({ ...emptyReading, names: { short, full: null, host, others: [] } }, facts)
        for (const line of own.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(own).not.toContain('\ufffd')
        const back = values(own, 'fn')[0] ?? ''
        expect(back.replaceAll(/\s/g, '')).toBe(short.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\s]/gu, ''))
      }),
      { numRuns: 200 },
    )
  })

  it('cannot add a line of their own', () => {
    const evil = 'A\r\nEMAIL:evil@evil.example\nTEL:1\u2028NOTE:x'
    const own = writeVcard(
      {
        ...emptyReading,
        names: { short: evil, full: evil, host: evil, others: [evil] },
        address: { text: evil, line: 1 },
      },
      facts,
    )
    expect(values(own, 'email')).toEqual([])
    expect(values(own, 'tel')).toEqual([])
  })

  it('of whole cards are read by another reader', () => {
    fc.assert(
      fc.property(ownCards({ plain: false }), (made) => {
        const own = writeVcard(made.card, facts)
        expect(values(own, 'email').toSorted()).toEqual(made.card.emails.map(({ address }) => address).toSorted())
        expect(values(own, 'tel')).toHaveLength(made.card.phones.length + made.card.fax.length)
      }),
      { numRuns: 60 },
    )
  })
})
