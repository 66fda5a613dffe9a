/** A vCard becomes the card of a team, or of a person who stands for one; each value keeps its line. */
import { readFileSync } from 'node:fs'
import { generateKey } from 'openpgp'
import { describe, expect, it } from 'vitest'
import type { CardReading } from '../../../../shared/domain/card/card-reading.ts'
import { writeVcard } from '../../../../shared/domain/card/write/write-vcard.ts'
import { emptyReading } from '../../../../shared/domain/card/empty-reading.ts'
import { readHere } from '../../../../electron/core/cards/sources/read-here.ts'
import type { UncheckedReading } from '../../../../electron/core/cards/sources/source-reading.ts'
import { bytesOf, must, onlyBytes } from '../../../material/pgp-people.ts'

const now = '2026-11-22T10:00:00.000Z'
const file = async (text: string): Promise<UncheckedReading> =>
  must(await readHere({ name: 'x.vcf', bytes: bytesOf(text) }, now))
const card = (lines: readonly string[], version = '4.0'): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')
async function one(lines: readonly string[], version = '4.0'): Promise<CardReading> {
  const [reading] = (await file(card(lines, version))).readings
  if (!reading) throw new Error('no card')
  return reading
}
const codesOf = async (lines: readonly string[], version = '4.0'): Promise<readonly string[]> =>
  (await file(card(lines, version))).findings.map(({ code }) => code)

describe('the card of a team', () => {
  const text = readFileSync(new URL('../../../material/sources/alder-team.vcf', import.meta.url), 'utf8')

  it('is read whole, with the line of every value', async () => {
    const { kind, readings, findings } = await file(text)
    expect(kind).toBe('vcard')
    expect(findings).toEqual([])
    expect(readings).toMatchObject([
      {
        names: { short: 'AR-CERT', full: 'Alder Ridge CERT', host: 'Alder University', others: ['ARC', 'CERT'] },
        country: 'GB',
        languages: ['en', 'es'],
        document: { date: '2026-03-14', line: 19, urls: ['https://www.alder.example/cert'] },
        address: { text: '1 Elm Row, Newcastle, NE1 1AA, United Kingdom', line: 12 },
        timeZone: { iana: 'Europe/London', reason: 'zone-named', line: 14 },
        emails: [
          { address: 'abuse@alder.example', purposes: ['incidents'], line: 9 },
          { address: 'office@alder.example', purposes: ['general'], line: 7 },
        ],
        phones: [{ e164: '+441632960001', purpose: 'main', line: 10 }],
        fax: [{ e164: '+441632960002', line: 11 }],
        keys: [{ fingerprint: '0123456789ABCDEF0123456789ABCDEF01234567', line: 18 }],
        members: [],
      },
    ])
  })

  it('of version 3.0 is read the same', async () => {
    const old = [
      'FN:Alder Ridge CERT',
      'N:;;;;',
      'ORG:Alder University;CERT',
      'item1.EMAIL;TYPE=INTERNET;type=pref:abuse@alder.example',
      'item1.X-ABLABEL:_$!<Incidents>!$_',
      'TEL;TYPE=WORK,FAX:+44 1632 960002',
      'TZ:Europe/London',
      'REV:2026-03-14T12:00:00Z',
    ]
    expect(await one(old, '3.0')).toMatchObject({
      names: { full: 'Alder Ridge CERT', host: 'Alder University' },
      emails: [{ address: 'abuse@alder.example', purposes: ['incidents'] }],
      fax: [{ e164: '+441632960002' }],
      timeZone: { iana: 'Europe/London' },
      document: { date: '2026-03-14' },
    })
  })
})

describe('the card of a person', () => {
  it('with an organisation names both', async () => {
    const person = ['KIND:individual', 'FN:Rowan Ash', 'N:Ash;Rowan;;;', 'ORG:Alder Ridge CERT', 'ROLE:Head of team']
    expect(await one(person)).toMatchObject({
      names: { short: null, full: 'Rowan Ash', host: 'Alder Ridge CERT' },
      members: [{ name: 'Rowan Ash', role: 'Head of team', line: 4 }],
    })
  })

  it('is one without a KIND, too, if it has a first and a last name', async () => {
    expect((await one(['FN:Rowan Ash', 'N:Ash;Rowan;;;'])).members).toHaveLength(1)
    expect((await one(['FN:Alder', 'N:Alder;;;;'])).members).toEqual([])
    expect((await one(['FN:Rowan Ash', 'N:Ash;Rowan;;;', 'X-ABSHOWAS:COMPANY'])).members).toEqual([])
  })
})

describe('values', () => {
  it.each([
    ['a zone that is an offset', 'TZ:-05:00', 'vcard-zone-unknown'],
    ['a zone that is none', 'TZ:Raleigh/North America', 'vcard-zone-unknown'],
    ['an address that is none', 'EMAIL:office at alder', 'address-invalid'],
    ['a national number without a country', 'TEL:0163 2960', 'phone-no-country'],
    ['a key elsewhere', 'KEY:https://alder.example/key.asc', 'key-behind-url'],
    ['a certificate', 'KEY:data:application/pkix-cert;base64,MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIB', 'vcard-key-other'],
    ['a cut fingerprint', 'KEY:OPENPGP4FPR:0123456789ABCDEF', 'fingerprint-unreadable'],
    ['a line that is none', 'this is no property', 'vcard-line-unreadable'],
  ])('%s is named and not taken over', async (_, line, code) => {
    expect(await codesOf(['KIND:org', 'FN:A', line])).toEqual([code])
    const { timeZone, emails, keys } = await one(['KIND:org', 'FN:A', line])
    expect([timeZone.iana, emails, keys]).toEqual([null, [], []])
  })

  it('that fold over lines and escape their commas are whole', async () => {
    const reading = await one(['KIND:org', 'FN:Alder\\, Ridge \\; Co', 'EMAIL:very.long.addre', ' ss@alder.example'])
    expect(reading.names.full).toBe('Alder, Ridge ; Co')
    expect(reading.emails[0]).toMatchObject({ address: 'very.long.address@alder.example', line: 5 })
  })

  it('a national number is whole in the country of the address', async () => {
    const reading = await one(['FN:A', 'ADR:;;1 Elm Row;Newcastle;;;United Kingdom', 'TEL:01632 960001'])
    expect(reading.phones[0]?.e164).toBe('+441632960001')
  })
})

describe('a key', async () => {
  const made = await generateKey({ userIDs: [{ email: 'cert@alder.example' }], format: 'object' })
  const armour = made.publicKey.armor()
  const binary = Buffer.from(onlyBytes(made.publicKey.write())).toString('base64')
  const fold = (line: string): string => line.replaceAll(/.{70}/g, '$&\r\n ')

  it.each([
    ['as data', `KEY:data:application/pgp-keys;base64,${binary}`, '4.0'],
    ['as armour in data', `KEY:data:application/pgp-keys;base64,${Buffer.from(armour).toString('base64')}`, '4.0'],
    ['as version 3.0 has it', `KEY;ENCODING=b;TYPE=PGP:${binary}`, '3.0'],
    ['as text', `KEY;VALUE=text:${armour.replaceAll(/\r?\n/g, '\\n')}`, '4.0'],
  ])('%s comes as a block for the key doctor', async (_, line, version) => {
    const [key] = (await one(['FN:A', fold(line)], version)).keys
    expect(key?.block).toContain('-----BEGIN PGP PUBLIC KEY BLOCK-----')
    expect(key).toMatchObject({ state: 'unreadable', line: 4 })
  })
})

describe('a file of many', () => {
  it('gives one reading each, in order; a broken one costs no other', async () => {
    const text = `${card(['FN:A'])}BEGIN:VCARD\r\nVERSION:4.0\r\nFN:B\r\n${card(['FN:C', '?'])}`
    const { readings, findings } = await file(text)
    expect(readings.map(({ names }) => names.full)).toEqual(['A', 'B', 'C'])
    expect(findings).toMatchObject([
      { code: 'vcard-cut', line: 5 },
      { code: 'vcard-line-unreadable', line: 11 },
    ])
  })

  it('has a limit, which is named', async () => {
    const bytes = bytesOf(card(['FN:A']).repeat(2001))
    expect(await readHere({ name: 'x.vcf', bytes }, now)).toMatchObject({
      problem: { code: 'vcard-too-many', params: { count: 2001, limit: 2000 } },
    })
  })

  it('without anything in it is refused', async () => {
    const bytes = bytesOf('BEGIN:VCARD\r\nEND:VCARD\r\n')
    expect(await readHere({ name: 'x.vcf', bytes }, now)).toMatchObject({ problem: { code: 'vcard-none' } })
  })

  it('says where a version is old and a name is missing', async () => {
    expect(await codesOf(['FN:A'], '2.1')).toEqual(['vcard-old'])
    expect(await codesOf(['EMAIL:a@alder.example'])).toEqual(['vcard-no-name'])
  })
})

it('a card that we wrote comes back as it was', async () => {
  const line: unknown = expect.any(Number)
  const card: CardReading = {
    ...emptyReading,
    names: { short: 'Alder-CERT', full: 'Alder, Ridge; and Holm CERT', host: 'Alder Trust Ltd.', others: ['ACERT'] },
    country: 'GB',
    languages: ['en', 'cy'],
    document: { ...emptyReading.document, urls: ['https://www.alder.example/rfc2350.txt?a=1,2;3'] },
    address: { text: '12 Quay Street\nLondon', line: 1 },
    timeZone: { iana: 'Europe/London', text: null, reason: 'zone-named', line: 1 },
    emails: [
      { address: 'cert@alder.example', purposes: ['incidents', 'general'], doNotUseFor: [], line: 1 },
      { address: 'vulns@alder.example', purposes: ['vulnerabilities'], doNotUseFor: [], line: 1 },
      { address: 'news@alder.example', purposes: ['press', 'updates'], doNotUseFor: [], line: 1 },
      { address: 'office@alder.example', purposes: ['general'], doNotUseFor: ['incidents'], line: 1 },
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
        e164: '+442079460199',
        text: '+44 20 7946 0199',
        purpose: 'emergency',
        script: null,
        audience: 'constituent',
        doNotUseFor: ['press'],
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
    ],
    hours: { osm: 'Mo-Fr 09:00-17:00; PH off', text: null, line: 1 },
    forms: [{ url: 'https://www.alder.example/report', audience: 'public', line: 1 }],
  }
  const written = writeVcard(card, { uid: 'x', rev: '2026-11-22T12:00:00Z' })
  const [read] = (await file(written)).readings
  const spread = <T extends object>(all: readonly T[]) => all.map((one) => ({ ...one, line }))
  expect(read).toEqual({
    ...card,
    document: { ...card.document, date: '2026-11-22', dateText: '20261122T120000Z', line },
    address: { text: '12 Quay Street, London, GB', line },
    timeZone: { ...card.timeZone, text: 'Europe/London', line },
    emails: spread(card.emails),
    phones: spread(card.phones).map((phone) => ({ ...phone, text: phone.e164 })),
    fax: spread(card.fax).map((phone) => ({ ...phone, text: phone.e164 })),
    keys: spread(card.keys),
    forms: spread(card.forms),
    hours: { osm: 'Mo-Fr 09:00-17:00; PH off', text: 'Hours: Mo-Fr 09:00-17:00; PH off (Europe/London)', line },
  })
})
