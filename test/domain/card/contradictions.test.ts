/** Every trap and contradiction of the requirements on made-up words: the findings are about the kind, not about three documents. */
import { describe, expect, it } from 'vitest'
import type { CardFindingCode } from '../../../shared/domain/card/card-reading.ts'
import { codes, lineOf, paramsOf, read } from './reading.ts'

const DOCUMENT: readonly (readonly [string, string])[] = [
  ['1.1 Date of Last Update', 'Version 1.0, 2 March 2026'],
  ['1.3 Locations where this Document May Be Found', 'https://cert.fenwold.example/rfc2350.txt'],
  ['1.4 Authenticating this Document', 'https://cert.fenwold.example/rfc2350.asc'],
  ['2.1 Name of the Team', 'FENWOLD-CERT'],
  ['2.2 Address', 'Fenwold Works Ltd, 1 Quay Street, London, United Kingdom'],
  ['2.3 Time Zone', 'Europe/London'],
  ['2.4 Telephone Number', '+44 20 7946 0123'],
  ['2.7 Electronic Mail Address', 'Incidents: cert@cert.fenwold.example'],
  ['2.8 Public Keys', 'Fingerprint: E27B 0217 965A E6D6 7E84 351A 6246 5EA4 7AF6 3565'],
  ['2.9 Team Members', 'Not published.'],
  ['2.11 Points of Customer Contact', 'Monday to Friday 9:00-17:00.'],
  ['3.1 Mission Statement', 'To help.'],
  ['4.1 Types of Incidents and Level of Support', 'All types.'],
  ['4.3 Communication and Authentication', 'See above.'],
  ['5.1 Incident Response', 'We respond.'],
  ['6 Incident Reporting Forms', 'None.'],
]

/** A sound document with some parts replaced. */
const withParts = (parts: Readonly<Record<string, string>>): string =>
  DOCUMENT.map(([heading, text]) => `${heading}\n\n${parts[heading.split(' ')[0] ?? ''] ?? text}\n`).join('\n')

const found = (parts: Readonly<Record<string, string>>): readonly CardFindingCode[] => codes(read(withParts(parts)))

describe('a sound document', () => {
  it('gives none of the findings of this file', () => {
    expect(read(withParts({})).findings).toEqual([])
  })
})

describe('contradictions', () => {
  it.each<readonly [CardFindingCode, Readonly<Record<string, string>>]>([
    // Z-04
    [
      'staff-identity-conflict',
      {
        '2.9': 'Staff identify themselves by their full name.',
        '3.1': 'Each analyst works under an identification code.',
      },
    ],
    [
      'staff-identity-conflict',
      {
        '2.9': 'El personal se identifica con su nombre completo.',
        '3.1': 'Cada operador del equipo tiene un código de identificación.',
      },
    ],
    // Z-05
    [
      'encrypt-but-phone',
      { '4.3': 'All e-mail must be encrypted with PGP.', '6': 'Incidents may be reported by telephone.' },
    ],
    // Z-06
    [
      'public-key-ambiguous',
      { '2.11': 'Schreiben Sie uns mit dem öffentlichen Schlüssel. Montag bis Freitag 9-17 Uhr.' },
    ],
    // Z-07
    ['phone-on-call', { '2.11': 'Monday to Friday 9:00-17:00. Outside these hours somebody is on call by telephone.' }],
    // Z-09
    [
      'form-contradiction',
      { '2.11': 'Please use the form of section 6. Monday to Friday 9:00-17:00.', '6': 'We do not have a form.' },
    ],
    [
      'form-contradiction',
      {
        '2.11': 'Utilisez le formulaire de la section 6. Du lundi au vendredi de 9h à 17h.',
        '6': "Il n'existe pas encore de formulaire.",
      },
    ],
    // Z-10
    [
      'encrypt-rule-conflict',
      { '4.3': 'Unencrypted e-mail is sufficient for low-sensitivity data.', '6': 'Report by encrypted e-mail.' },
    ],
    [
      'phone-secure-but-second',
      {
        '4.3': 'The telephone is considered sufficiently secure.',
        '2.11': 'Telephone messages are checked less often than mail. Monday to Friday 9:00-17:00.',
      },
    ],
    // Z-12
    ['template-residue', { '4.1': 'Incidents that originate from XYZ\nUniversity.' }],
    // Z-13
    [
      'count-contradiction',
      { '4.1': 'In this order of priority:\n- Life\n- Data\n- Mail\n- Any of the above two items elsewhere' },
    ],
    [
      'count-contradiction',
      { '4.1': 'Nach folgender Rangfolge:\n- Leben\n- Daten\n- Post\n- Ausfall der obigen zwei Punkte' },
    ],
    // Z-16
    ['holidays-unknown', { '2.11': 'Du lundi au vendredi de 9h à 17h, sauf jours fériés.' }],
    // Z-17
    ['working-day-undefined', { '4.1': 'Jede Meldung wird innerhalb von zwei Arbeitstagen beantwortet.' }],
    // Z-18
    ['tlp-before-two', { '1.1': 'Version 1.0, 2 March 2022', '4.3': 'We use TLP.' }],
    // Z-19
    ['phases-other', { '5.1': '- Triage: look\n- Containment: stop\n- Eradication: remove\n- Recovery: restore' }],
    // Z-20
    ['signature-source-weak', { '1.4': 'http://cert.fenwold.example/rfc2350.asc' }],
    ['signature-source-weak', { '1.4': 'https://pages.example.org/rfc2350.asc' }],
    // Z-08
    [
      'document-place-newer',
      { '1.1': 'Version 1.0, 2 March 2025', '1.3': 'https://cert.fenwold.example/2026/rfc2350.txt' },
    ],
    // Z-01, Z-03
    [
      'mail-none-for-incidents',
      { '2.7': 'cert@cert.fenwold.example for general purposes. Do not use for incidents reporting.' },
    ],
    ['key-id-short', { '2.8': 'Key ID 0x7AF63565, fingerprint E27B 0217 965A E6D6 7E84 351A 6246 5EA4 7AF6 3565' }],
    // Z-02
    [
      'coverage-conditional',
      { '2.11': 'Monday to Friday 9:00-17:00. For our constituents a hotline is staffed 24x7.' },
    ],
    // P-12, O-26, O-18
    ['constituent-channel-unpublished', { '2.4': 'Customers use the number in their support contract.' }],
    ['phone-pin', { '2.4': '+44 20 7946 0123. Every customer has a PIN.' }],
  ])('%s in %j', (code, parts) => {
    expect(found(parts)).toContain(code)
  })

  it('shows both lines', () => {
    const card = read(
      withParts({
        '2.9': 'Staff give their full name to identify themselves.',
        '3.1': 'Each member has an identification code.',
      }),
    )
    expect([lineOf(card, 'staff-identity-conflict'), paramsOf(card, 'staff-identity-conflict')]).toEqual([
      47,
      { line: 39 },
    ])
  })

  it.each<readonly [CardFindingCode, Readonly<Record<string, string>>]>([
    [
      'encrypt-but-phone',
      {
        '4.3': 'All e-mail must be encrypted with PGP. The telephone is considered sufficiently secure.',
        '6': 'Incidents may be reported by telephone.',
      },
    ],
    [
      'count-contradiction',
      { '4.1': 'In this order of priority:\n- Life\n- Data\n- Any of the above two items elsewhere' },
    ],
    ['phases-other', { '5.1': '- Triage: look\n- Coordination: call\n- Resolution: mend' }],
    ['signature-source-weak', { '1.4': 'https://www.fenwold.example/rfc2350.asc' }],
  ])('%s not in %j', (code, parts) => {
    expect(found(parts)).not.toContain(code)
  })
})

describe('spellings of the host', () => {
  const variants = (words: string) => read(withParts({ '2.7': 'Incidents: cert@thornbrook.example', '3.1': words }))

  it('Z-14: are listed where a reader could take them for two names', () => {
    const card = variants('thornBrook helps. THORNBROOK is the company, thornBrok the brand.')
    expect(card.names.others).toEqual(['thornBrook', 'THORNBROOK', 'thornBrok'])
    expect(codes(card)).toContain('name-variants')
  })
  it('are no finding where only capitals differ', () => {
    expect(codes(variants('Thornbrook helps. THORNBROOK is the company.'))).not.toContain('name-variants')
  })
})

describe('characters that nobody sees', () => {
  it('are named, and neither join nor part a value', () => {
    const card = read(withParts({ '2.7': 'Incidents: ce\u200Brt@\u202Ecert.fenwold.example' }))
    expect(card.emails.map(({ address }) => address)).toEqual(['cert@cert.fenwold.example'])
    expect([lineOf(card, 'hidden-characters'), paramsOf(card, 'hidden-characters')]).toEqual([31, { count: 2 }])
  })
  it('are no finding as a byte order mark or soft hyphen', () => {
    const card = read(`\uFEFF${withParts({ '3.1': 'To help with inci\u00ADdents and to co\u00AD\nordinate.' })}`)
    expect(codes(card)).not.toContain('hidden-characters')
    expect(card.charter.mission?.text).toBe('To help with incidents and to coordinate.')
  })
  it('do not hide in entities', () => {
    const card = read(withParts({ '2.7': 'Incidents: cert&#8203;@cert.fenwold.example' }))
    expect(card.emails.map(({ address }) => address)).toEqual(['cert@cert.fenwold.example'])
  })
})
