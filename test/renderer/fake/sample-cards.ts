/** Made-up contact cards for the renderer's tests, read by the real reader out of a made-up RFC 2350 document. */
import { incidentAddress } from '../../../shared/domain/card/contact-name.ts'
import { unsigned } from '../../../shared/domain/card/document-signature.ts'
import { ageOf } from '../../../shared/domain/card/layers-standing.ts'
import { effective } from '../../../shared/domain/card/layers.ts'
import { readCard } from '../../../shared/domain/card/read-card.ts'
import type { Card, CardRow, CardView } from '../../../shared/ipc/card-views.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { harrowKey, teamKey } from './sample-keys.ts'

const documentOf = (name: string, full: string, host: string, fingerprint: string): string => `${name} RFC 2350

1. Document Information

1.1 Date of Last Update

Version 1.4, 14 September 2026

1.2 Distribution List for Notifications

Changes are announced to partner teams by mail.

1.3 Locations where this Document May Be Found

https://www.${host}/rfc2350.txt

2. Contact Information

2.1 Name of the Team

${name}: ${full}

2.2 Address

${full}
12 Harbour Road
Lisbon
Portugal

2.3 Time Zone

Europe/Lisbon

2.4 Telephone Number

+351 21 055 0142 (office hours)
+351 21 055 0178 (emergency, 24/7, priority P1 only)

2.7 Electronic Mail Address

Incident reports: cert@${host}
Press: press@${host} (not for incidents)

2.8 Public Keys and Encryption Information

Fingerprint: ${fingerprint.replaceAll(/(.{4})(?=.)/g, '$1 ')}

2.10 Other Information

${name} works with TLP 2.0 and answers up to TLP:AMBER.

2.11 Points of Customer Contact

The preferred way is e-mail. Hours: Monday to Friday 08:00-20:00. In emergencies call.

3. Charter

3.1 Mission Statement

To help our constituency prevent and handle incidents.

3.2 Constituency

Customers of ${full}: 192.0.2.0/24, 2001:db8:10::/48, AS64500, ${host}

4. Policies

4.1 Types of Incidents and Level of Support

All types. First answer within one hour in office hours.

4.2 Co-operation, Interaction and Disclosure of Information

Information is shared on a need-to-know basis.

4.3 Communication and Authentication

Use PGP for anything sensitive. Unencrypted mail is not secure.

5. Services

5.1 Incident Response

5.1.1 Incident Triage

5.1.2 Incident Coordination

5.1.3 Incident Resolution

6. Incident Reporting Forms

None.

7. Disclaimers

None.
`

const teams = [
  ['card-own', 'CSIRT-Northmoor', 'Northmoor Regional CSIRT', 'northmoor.example', teamKey],
  ['card-harrow', 'CERT-Harrow', 'Harrow Computer Emergency Response Team', 'harrow.example', harrowKey],
  [
    'card-orchard',
    'CERT-Orchard',
    'Orchard Telecom CERT',
    'orchard.example',
    '22B07E4C19AD5F3380E6B41D9C7702FA6E83D5B9',
  ],
  [
    'card-westmere',
    'CSIRT-Westmere',
    'City of Westmere CSIRT',
    'westmere.example',
    '3D6C05B9E817F24AC0937EB16A4F8D2593C071AE',
  ],
  [
    'card-delta',
    'Delta Rail CERT',
    'Delta Rail Computer Emergency Response Team',
    'deltarail.example',
    'C95F20A6718D3EB4094BF7E3A6D1285C70E8B43F',
  ],
] as const

export function sampleCards(keys: readonly KeyRow[]): readonly CardView[] {
  return teams.flatMap(([id, name, full, host, fingerprint]) => {
    const text = documentOf(name, full, host, fingerprint)
    const known = keys.filter((key) => key.fingerprint === fingerprint)
    const read = readCard(text, { now: new Date().toISOString() })
    if (!read.ok) return []
    const state = known[0]?.state ?? 'not-included'
    const reading = { ...read.value, keys: read.value.keys.map((key) => ({ ...key, state })) }
    const isClosed = id === 'card-westmere'
    return {
      ...viewOf({ id, name: `${name}-rfc2350.txt`, reading, text, readAt: '2026-10-02T09:14:00.000Z' }),
      own: id === 'card-own',
      keys: known,
      open: isClosed ? 'no' : 'yes',
      opensAt: isClosed ? hoursFromNow(7) : null,
      closesAt: isClosed ? null : hoursFromNow(5),
      holidays: { known: true, next: { date: hoursFromNow(400).slice(0, 10), name: 'Founders Day' } },
      contact: { exchanges: 4, lastAt: hoursFromNow(-50), lastDirection: 'in' },
      ...(id === 'card-delta' ? checked : {}),
    }
  })
}

const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

const dayFromNow = (days: number): string => hoursFromNow(days * 24).slice(0, 10)

/** What people here know of a team: checks in every state, a PIN, days they are closed. */
const checked: Partial<CardView> = {
  roles: ['csirt', 'constituent'],
  note: 'Ask for the signal desk first.',
  closures: [{ date: dayFromNow(30), name: 'Works on the main line' }],
  holidays: { known: false, next: null },
  checks: [
    {
      id: 'check-1',
      method: 'call-back',
      who: 'the duty analyst',
      channel: '+351210550142',
      note: '',
      at: hoursFromNow(-50 * 24),
      code: 'JV',
      lapses: dayFromNow(310),
      state: 'current',
      independent: false,
    },
    {
      id: 'check-2',
      method: 'referral',
      who: 'CERT-Harrow',
      channel: null,
      note: 'by signed mail',
      at: hoursFromNow(-400 * 24),
      code: 'MK',
      lapses: dayFromNow(-35),
      state: 'lapsed',
      independent: true,
    },
    {
      id: 'check-3',
      method: 'mail-back',
      who: 'somebody',
      channel: 'cert@deltarail.example',
      note: '',
      at: hoursFromNow(-410 * 24),
      code: 'MK',
      lapses: null,
      state: 'withdrawn',
      independent: false,
    },
  ],
  pins: [
    { id: 'pin-1', holder: 'Signal desk', setAt: hoursFromNow(-90 * 24), code: 'MK', triesLeft: 5, wait: 0 },
    { id: 'pin-2', holder: 'Night shift', setAt: hoursFromNow(-9 * 24), code: 'JV', triesLeft: 0, wait: 24 },
  ],
  ageDays: 800,
  stale: true,
}

interface Read {
  readonly id: string
  readonly name: string
  readonly reading: Card
  readonly text: string
  readonly readAt: string
}

/** A card with one document, and nothing else known of it. */
export function viewOf({ id, name, reading, text, readAt }: Read): CardView {
  const layer = { id: `${id}.1`, kind: 'document' as const, readAt, entry: null, reading }
  const source: CardView['source'] = {
    id: layer.id,
    kind: layer.kind,
    name,
    readAt,
    sha256: '9f2c41d07be5a86613f0c4d92b7ae158c3d64f0b97128ae5d3c6f41b08e7259a',
    dated: reading.document.date,
    signature: unsigned,
    hasText: true,
  }
  const { days, stale } = ageOf([layer], new Date().toISOString())
  return {
    id,
    own: false,
    roles: ['csirt'],
    reading,
    source,
    text,
    sources: [source],
    provenance: effective([layer], []).provenance,
    note: '',
    closures: [],
    holidays: { known: false, next: null },
    keys: [],
    checks: [],
    pins: [],
    open: 'unknown',
    opensAt: null,
    closesAt: null,
    localTime: new Date().toISOString(),
    contact: { exchanges: 0, lastAt: null, lastDirection: null },
    ageDays: days,
    stale,
  }
}

export const cardRow = ({ id, own, roles, reading, keys, open, source }: CardView): CardRow => ({
  id,
  name: reading.names.short ?? id,
  fullName: reading.names.full,
  country: reading.country,
  incidentAddress: incidentAddress(reading),
  own,
  roles,
  keys: keys.map(({ fingerprint, state, trust }) => ({ fingerprint, state, trust })),
  availability: reading.availability,
  open,
  findings: reading.findings.length,
  source: source.kind,
  readAt: source.readAt,
})
