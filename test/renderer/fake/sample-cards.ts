/** Made-up contact cards for the renderer's tests, read by the real reader out of a made-up RFC 2350 document. */
import { readCard } from '../../../shared/domain/card/read-card.ts'
import type { CardRow, CardView, KeyRow } from '../../../shared/ipc/views.ts'
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
    const reading = read.value
    return {
      id,
      own: id === 'card-own',
      reading: { ...reading, keys: reading.keys.map((key) => ({ ...key, state: known[0]?.state ?? 'not-included' })) },
      source: {
        name: `${name}-rfc2350.txt`,
        sha256: '9f2c41d07be5a86613f0c4d92b7ae158c3d64f0b97128ae5d3c6f41b08e7259a',
        readAt: '2026-10-02T09:14:00.000Z',
      },
      text,
      keys: known,
      open: id === 'card-westmere' ? 'no' : 'yes',
      opensAt: id === 'card-westmere' ? new Date(Date.now() + 7 * 3_600_000).toISOString() : null,
      localTime: new Date().toISOString(),
    }
  })
}

export const cardRow = ({ id, own, reading, keys }: CardView): CardRow => ({
  id,
  name: reading.names.short ?? id,
  fullName: reading.names.full,
  country: reading.country,
  incidentAddress: reading.emails[0]?.address ?? null,
  own,
  keys: keys.map(({ fingerprint, state, trust }) => ({ fingerprint, state, trust })),
  availability: reading.availability,
  findings: reading.findings.length,
})
