/** What the three team documents demand of a card, requirement by requirement (P-, O-, M- on contacts; X-, Z- on damage and contradictions). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { codes, lineOf, paramsOf, read, rulesOf, sharedFolder } from './reading.ts'

const folder = sharedFolder('seeds')
const seed = (name: string): CardReading => read(readFileSync(new URL(name, folder ?? 'file:///'), 'utf8'))
const empty = read('')

describe.skipIf(!folder)('P3', () => {
  const card = folder ? seed('p3-cert.txt') : empty

  it('P-01, X-10: version and date, as printed and as a day', () => {
    expect(card.document).toMatchObject({ version: '1.0', date: '2022-05-24', dateText: '24/05/2022', line: 8 })
    expect(paramsOf(card, 'document-old')).toEqual({ date: '2022-05-24', years: 4.5 })
  })
  it('P-03: short, full and host name', () => {
    expect(card.names).toMatchObject({
      short: 'P3-CERT',
      full: 'Perseus Ciberseguridad CERT',
      host: 'Perseus Ciberseguridad S.L.',
    })
  })
  it('P-04: address and the region whose holidays hold', () => {
    expect(card.address?.text).toContain('48170 Zamudio')
    expect([card.country, card.subdivision]).toEqual(['ES', 'ES-PV'])
  })
  it('P-05, Z-15: a zone of the tz database, whatever months the text says', () => {
    expect(card.timeZone.iana).toBe('Europe/Madrid')
    expect(paramsOf(card, 'zone-conflict')).toMatchObject({ printed: 'from April to October' })
  })
  it('P-06, X-11: one number, normalised, with its text', () => {
    expect(card.phones.map(({ e164, text }) => [e164, text])).toEqual([['+34944360504', '+34 944 360 504']])
  })
  it('P-08, Z-01: the only mail is not for incidents, and so is the only key', () => {
    expect(card.emails).toEqual([
      { address: 'cert@pers.eus', purposes: ['general'], doNotUseFor: ['incidents'], line: 40 },
    ])
    expect(codes(card)).toEqual(
      expect.arrayContaining(['do-not-use', 'mail-none-for-incidents', 'key-only-for-other-mail']),
    )
  })
  it('P-09, Z-03: the fingerprint counts, the short id does not', () => {
    expect(card.keys[0]).toMatchObject({
      fingerprint: '2DB0B8F32A0C36B8E099C0CEAF0EB0123023EDD3',
      keyIdPrinted: '0x3023EDD3',
      state: 'not-included',
      expires: null,
    })
    expect(lineOf(card, 'key-id-short')).toBe(46)
  })
  it('P-11: nobody is named', () => expect(card.members).toEqual([]))
  it('P-12: the constituency has channels that are not published', () => {
    expect(lineOf(card, 'constituent-channel-unpublished')).toBe(60)
  })
  it('P-13: the form', () => {
    expect(card.forms).toEqual([{ url: 'https://www.pers.eus/emergencias/', line: 61, audience: 'public' }])
  })
  it('P-14, P-15, Z-02, Z-16: two rows of hours, by audience, and no list of holidays', () => {
    expect(card.coverage.map(({ audience, osm }) => [audience, osm])).toEqual([
      ['public', 'Mo-Fr 08:00-18:00; PH off'],
      ['constituent', '24/7'],
    ])
    expect(card.availability).toBe('conditional')
    expect(codes(card)).toEqual(expect.arrayContaining(['coverage-conditional', 'holidays-unknown']))
  })
  it('P-16 to P-18: mission, constituency, authority', () => {
    expect(card.charter.mission?.text).toMatch(/^The purpose of the P3-CERT/)
    expect(card.constituency).toMatch(/its clients including both public and private/)
    expect(card.charter.authority?.text).toMatch(/delegated by, Perseus/)
  })
  it('P-21, Z-18: works with TLP, from before TLP 2.0', () => {
    expect(card.tlp).toBe(true)
    expect(lineOf(card, 'tlp-before-two')).toBe(91)
  })
  it('P-23, P-24: plain for low sensitivity by mail and phone, PGP for high', () => {
    expect(rulesOf(card)).toEqual([
      'low-sensitivity email none',
      'low-sensitivity phone none',
      'high-sensitivity email pgp',
    ])
  })
  it('P-29 to P-32, Z-19: four phases', () => {
    expect(paramsOf(card, 'phases-other')).toEqual({ phases: 'triage, coordination, analysis, resolution' })
  })
  it('X-09: a page break in 5.2.5', () => expect(lineOf(card, 'text-rejoined')).toBe(145))
  it('makes no promise and ranks nothing', () => {
    expect([card.responsePromise, card.priorities]).toEqual([null, []])
  })
})

describe.skipIf(!folder)('ONESEQ', () => {
  const card = folder ? seed('oneseq-cert.txt') : empty

  it('O-01, Z-08: version, date, age, and a page from a later year', () => {
    expect([card.document.version, card.document.date]).toEqual(['1.0', '2020-01-10'])
    expect(paramsOf(card, 'document-old')).toMatchObject({ years: 6.9 })
    expect(paramsOf(card, 'document-place-newer')).toEqual({ date: '2020-01-10', year: 2022 })
  })
  it('O-03: an address for each language edition', () => expect(card.document.urls).toHaveLength(2))
  it('O-04, O-14: names and the company behind the team', () => {
    expect(card.names).toMatchObject({
      short: 'OneseQ_CERT',
      full: 'OneseQ Incident Response Center',
      host: 'Alhambra IT Company',
      others: ['OneseQ CERT'],
    })
  })
  it('O-05, O-06: place and zone', () => {
    expect([card.country, card.subdivision, card.timeZone.iana]).toEqual(['ES', 'ES-MD', 'Europe/Madrid'])
  })
  it('O-07: the number', () => expect(card.phones.map(({ e164 }) => e164)).toEqual(['+34917872300']))
  it('O-08: one address for incidents and questions, its domain without case', () => {
    expect(card.emails).toEqual([
      { address: 'soc@oneseq.es', purposes: ['incidents', 'general'], doNotUseFor: [], line: 51 },
    ])
  })
  it('O-09, O-28: no key, hours, promise, ranks, TLP, fields: unknown, not closed', () => {
    expect([card.keys, card.coverage, card.priorities, card.reportFields]).toEqual([[], [], [], []])
    expect([card.availability, card.hours.osm, card.responsePromise, card.tlp]).toEqual(['unknown', null, null, null])
    expect(codes(card)).toEqual(expect.arrayContaining(['hours-unknown', 'key-none-in-document']))
  })
  it('O-10, O-15, Z-04: members not public; staff by full name and by code', () => {
    expect(card.members).toEqual([])
    expect([lineOf(card, 'staff-identity-conflict'), paramsOf(card, 'staff-identity-conflict')]).toEqual([
      89,
      { line: 63 },
    ])
  })
  it('O-11, Z-06: by mail, and "with the public key" may mean two things', () => {
    expect(card.preferred?.channel).toBe('email')
    expect(lineOf(card, 'public-key-ambiguous')).toBe(69)
  })
  it('O-17, O-18, Z-07: on call by telephone outside hours that are not given, and a PIN', () => {
    expect([lineOf(card, 'phone-on-call'), lineOf(card, 'phone-pin')]).toEqual([95, 95])
  })
  it('O-23, Z-05: everything encrypted by mail, yet reports by telephone', () => {
    expect(rulesOf(card)).toEqual(['always email pgp'])
    expect(lineOf(card, 'encrypt-but-phone')).toBe(113)
  })
  it('O-24, X-08: an address with blanks', () => expect(lineOf(card, 'url-with-blanks')).toBe(119))
  it('O-26: numbers for customers that are not published', () => {
    expect(lineOf(card, 'constituent-channel-unpublished')).toBe(138)
  })
  it('X-08: misspelt headings at four levels', () => {
    expect(card.sections.present).toEqual(expect.arrayContaining(['3.4', '4.2', '5', '5.1', '6', '7']))
  })
})

describe.skipIf(!folder)('MYCD', () => {
  const card = folder ? seed('mycd-cert.txt') : empty

  it('M-01: version and date', () => {
    expect(card.document).toMatchObject({ version: '1.02', date: '2024-08-01', dateText: '2024/08/01' })
  })
  it('M-02, X-06: an address without an ending is not taken', () => {
    expect(lineOf(card, 'address-invalid')).toBe(21)
    expect(card.emails.map(({ address }) => address)).not.toContain('cybersec@myclouddoor')
  })
  it('M-03, M-04, Z-20: document and signature from another domain over an open line', () => {
    expect(card.document.signatureUrls).toEqual(['http://www.mycd-cert.com/MYCD-CERT/CSIRT-descr.asc'])
    expect([lineOf(card, 'domain-alias'), lineOf(card, 'signature-source-weak')]).toEqual([23, 27])
  })
  it('M-05, Z-14: names, and the spellings of the host', () => {
    expect(card.names).toMatchObject({ short: 'MYCD-CERT', host: 'MYCLOUDDOOR SECURITY & INNOVATION, S.L.' })
    expect(card.names.others).toEqual(['myClouDoor', 'MYCLOUDDOOR', 'myCloudDoor'])
    expect(codes(card)).toContain('name-variants')
  })
  it('M-06, M-07: place and zone', () => {
    expect([card.subdivision, card.timeZone.iana, lineOf(card, 'zone-conflict')]).toEqual([
      'ES-VC',
      'Europe/Madrid',
      47,
    ])
  })
  it('M-08, M-09: a number with what to say, no fax', () => {
    expect(card.phones[0]).toMatchObject({ e164: '+34910558845', script: 'ask for the SOC MYCD-CERT' })
    expect([card.phones.length, card.fax]).toEqual([1, []])
  })
  it('M-10, M-47: the alias for all, and a mail of the company', () => {
    expect(card.emails.map(({ address, purposes }) => [address, purposes])).toEqual([
      ['cybersec@myclouddoor.com', ['incidents', 'general']],
      ['info@myclouddoor.com', ['other']],
    ])
  })
  it('M-11, X-01, X-02, Z-11: a damaged block with fingerprint and expiry', () => {
    expect(card.keys[0]).toMatchObject({
      fingerprint: 'F362A99B55EEFABFB7921B4E69D00571336FE640',
      state: 'unreadable',
      expires: '2027-01-16T11:00:00Z',
      blockLines: [69, 95],
    })
    expect(codes(card)).toEqual(
      expect.arrayContaining([
        'key-damaged',
        'key-block-headers-in-body',
        'key-block-fence',
        'key-block-checksum-glued',
      ]),
    )
    expect(paramsOf(card, 'key-block-checksum-wrong')).toEqual({ printed: 'jYhb', computed: 'Z2TW' })
    expect(paramsOf(card, 'key-block-length')).toEqual({ count: 575 })
  })
  it('M-13: three members with roles and lines', () => {
    expect(card.members.map(({ role, line }) => [role, line])).toEqual([
      ['Head of Information Security at myCloudDoor and MYCD-CERT', 101],
      ['Manager of myCloudDoor SOC/Unit and MYCD-CERT', 103],
      ['Manager of myCloudDoor Architecture and MYCD-CERT', 105],
    ])
  })
  it('M-15, M-16: mail is preferred, "urgent" in the subject', () => {
    expect([card.preferred?.channel, card.urgent?.subjectKeyword, card.urgent?.line]).toEqual(['email', 'urgent', 115])
  })
  it('M-18: hours', () => {
    expect([card.hours.osm, card.hours.line]).toEqual(['Mo-Fr 09:00-19:00; PH off', 119])
    expect(parseHours(card.hours.osm ?? '').ok).toBe(true)
  })
  it('M-17, M-36, Z-10: the telephone is secure enough, and second', () => {
    expect(rulesOf(card)).toEqual([
      'no-email phone none',
      'always phone none',
      'low-sensitivity email none',
      'high-sensitivity email pgp',
      'high-sensitivity transfer pgp',
      'incident-report email pgp',
    ])
    expect([lineOf(card, 'phone-secure-but-second'), lineOf(card, 'encrypt-rule-conflict')]).toEqual([231, 278])
  })
  it('M-19, Z-09: a form that is not there', () => {
    expect([card.forms, lineOf(card, 'form-contradiction')]).toEqual([[], 121])
  })
  it('M-23, Z-17: one working day, which is not defined', () => {
    expect(card.responsePromise).toMatchObject({ duration: 'P1WD', audience: null, line: 149 })
    expect(lineOf(card, 'working-day-undefined')).toBe(149)
  })
  it('M-24, X-07, Z-13: twelve ranks over a page break, and one that counts wrong', () => {
    expect(card.priorities).toHaveLength(12)
    expect([card.priorities[0], card.priorities[11]]).toEqual([
      'Threats to the physical safety of human beings.',
      'Denial of service on individual user accounts, e.g. mailbombing.',
    ])
    expect(paramsOf(card, 'count-contradiction')).toEqual({ said: 3, counted: 4, rank: 5 })
  })
  it('M-46: the facts that a report must hold', () => expect(card.reportFields).toHaveLength(4))
  it('X-07: two paragraphs cut by a page', () => {
    expect(card.findings.filter(({ code }) => code === 'text-rejoined').map(({ line }) => line)).toEqual([129, 181])
  })
  it('Z-12: what the template left', () => {
    const residue = card.findings.filter(({ code }) => code === 'template-residue').map(({ params }) => params.residue)
    expect(residue).toEqual(
      expect.arrayContaining(['XYZ University', 'several other Quebec universities', '.cshrc', 'bugtraq', 'IRC bots']),
    )
  })
  it('has every part of the template', () => expect(card.sections.missing).toEqual([]))
})
