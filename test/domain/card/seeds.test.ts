/** The three team documents that the requirements were written from: every fact of their channel table. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import { codes, lineOf, read, sharedFolder } from './reading.ts'

const folder = sharedFolder('seeds')
const seed = (name: string): CardReading => read(readFileSync(new URL(name, folder ?? 'file:///'), 'utf8'))

describe.skipIf(!folder)('the three seed documents', () => {
  it('P3: no public incident mail, a form, hours for all and a guard for some', () => {
    const card = seed('p3-cert.txt')
    expect(card.emails).toEqual([
      { address: 'cert@pers.eus', purposes: ['general'], doNotUseFor: ['incidents'], line: 40 },
    ])
    expect(card.phones.map(({ e164 }) => e164)).toEqual(['+34944360504'])
    expect(card.forms).toEqual([{ url: 'https://www.pers.eus/emergencias/', line: 61, audience: 'public' }])
    expect(card.coverage.map(({ audience, osm }) => [audience, osm])).toEqual([
      ['public', 'Mo-Fr 08:00-18:00; PH off'],
      ['constituent', '24/7'],
    ])
    expect(card.availability).toBe('conditional')
    expect(card.keys[0]).toMatchObject({
      fingerprint: '2DB0B8F32A0C36B8E099C0CEAF0EB0123023EDD3',
      keyIdPrinted: '0x3023EDD3',
      state: 'not-included',
      expires: null,
    })
    expect(card.channelRules.map(({ when, channel, protection }) => [when, channel, protection])).toEqual([
      ['low-sensitivity', 'email', 'none'],
      ['low-sensitivity', 'phone', 'none'],
      ['high-sensitivity', 'email', 'pgp'],
    ])
    expect([card.document.version, card.document.date, card.tlp, card.responsePromise, card.timeZone.iana]).toEqual([
      '1.0',
      '2022-05-24',
      true,
      null,
      'Europe/Madrid',
    ])
    expect(card.names).toMatchObject({
      short: 'P3-CERT',
      full: 'Perseus Ciberseguridad CERT',
      host: 'Perseus Ciberseguridad S.L.',
    })
    expect(codes(card)).toEqual(
      expect.arrayContaining([
        'do-not-use',
        'mail-none-for-incidents',
        'key-only-for-other-mail',
        'key-id-short',
        'zone-conflict',
        'constituent-channel-unpublished',
        'text-rejoined',
        'tlp-before-two',
      ]),
    )
    expect(card.findings.find(({ code }) => code === 'document-old')?.params.years).toBe(4.5)
  })

  it('ONESEQ: one address for all, always encrypted, no key, hours unknown', () => {
    const card = seed('oneseq-cert.txt')
    expect(card.emails).toEqual([
      { address: 'soc@oneseq.es', purposes: ['incidents', 'general'], doNotUseFor: [], line: 51 },
    ])
    expect(card.phones.map(({ e164 }) => e164)).toEqual(['+34917872300'])
    expect([card.keys, card.forms, card.members, card.coverage]).toEqual([[], [], [], []])
    expect([card.availability, card.hours.osm, card.tlp, card.responsePromise]).toEqual(['unknown', null, null, null])
    expect(card.channelRules).toEqual([{ when: 'always', channel: 'email', protection: 'pgp', line: 113 }])
    expect([card.document.version, card.document.date, card.document.urls.length]).toEqual(['1.0', '2020-01-10', 2])
    expect(card.names).toMatchObject({
      short: 'OneseQ_CERT',
      full: 'OneseQ Incident Response Center',
      others: ['OneseQ CERT'],
    })
    expect(codes(card)).toEqual(
      expect.arrayContaining([
        'hours-unknown',
        'key-none-in-document',
        'phone-pin',
        'phone-on-call',
        'public-key-ambiguous',
        'url-with-blanks',
        'constituent-channel-unpublished',
      ]),
    )
    expect(card.findings.find(({ code }) => code === 'document-old')?.params.years).toBe(6.9)
  })

  it('MYCD: an alias for everything, a script, a promise, twelve ranks, and a damaged key', () => {
    const card = seed('mycd-cert.txt')
    expect(card.emails.map(({ address, purposes }) => [address, purposes])).toEqual([
      ['cybersec@myclouddoor.com', ['incidents', 'general']],
      ['info@myclouddoor.com', ['other']],
    ])
    expect(card.phones[0]).toMatchObject({ e164: '+34910558845', script: 'ask for the SOC MYCD-CERT' })
    expect([card.forms, card.fax, card.tlp]).toEqual([[], [], null])
    expect([
      card.hours.osm,
      card.responsePromise?.duration,
      card.urgent?.subjectKeyword,
      card.preferred?.channel,
    ]).toEqual(['Mo-Fr 09:00-19:00; PH off', 'P1WD', 'urgent', 'email'])
    expect(card.keys[0]).toMatchObject({
      fingerprint: 'F362A99B55EEFABFB7921B4E69D00571336FE640',
      state: 'unreadable',
      expires: '2027-01-16T11:00:00Z',
      blockLines: [69, 95],
    })
    expect(card.priorities).toHaveLength(12)
    expect(card.members).toHaveLength(3)
    expect(card.reportFields).toHaveLength(4)
    expect(card.sections.missing).toEqual([])
    expect(card.channelRules.map(({ when, channel, protection }) => `${when} ${channel} ${protection}`)).toEqual([
      'no-email phone none',
      'always phone none',
      'low-sensitivity email none',
      'high-sensitivity email pgp',
      'high-sensitivity transfer pgp',
      'incident-report email pgp',
    ])
    expect([
      lineOf(card, 'address-invalid'),
      lineOf(card, 'form-contradiction'),
      lineOf(card, 'count-contradiction'),
      lineOf(card, 'encrypt-rule-conflict'),
    ]).toEqual([21, 121, 157, 278])
    expect(card.findings.filter(({ code }) => code === 'text-rejoined').map(({ line }) => line)).toEqual([129, 181])
    expect(card.findings.filter(({ code }) => code === 'template-residue').length).toBeGreaterThanOrEqual(9)
    expect(card.findings.find(({ code }) => code === 'key-block-checksum-wrong')?.params).toEqual({
      printed: 'jYhb',
      computed: 'Z2TW',
    })
    expect(card.findings.find(({ code }) => code === 'key-block-length')?.params).toEqual({ count: 575 })
  })
})
