/** A made-up waterworks team whose document comes in editions, with whatever key: for specs of newer documents, and the demo. */
import { generateKey, type NewKey } from '../../electron/core/pgp/key-material.ts'

const dayMs = 86_400_000

/** A key that was made `ago` days ago and ends `left` days from now. */
export async function fernhillKey(ago: number, left: number): Promise<NewKey> {
  const made = await generateKey({
    name: 'Fernhill-CERT',
    email: 'cert@fernhill.example',
    now: new Date(Date.now() - ago * dayMs).toISOString(),
    expiresInDays: ago + left,
  })
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}

interface Edition {
  readonly version: string
  /** YYYY-MM-DD. */
  readonly date: string
  readonly phone: string
  readonly hours: string
  readonly key: NewKey
}

const fernhill = ({ version, date, phone, hours, key }: Edition): string => `RFC 2350 description of Fernhill-CERT

1. Document Information

1.1 Date of Last Update

This is version ${version}, published ${date}.

2. Contact Information

2.1 Name of the Team

Fernhill-CERT: Fernhill Water Computer Emergency Response Team

2.2 Address

3 Reservoir Road, London, United Kingdom

2.3 Time Zone

Europe/London

2.4 Telephone Number

${phone}

2.7 Electronic Mail Address

Incident reports: <cert@fernhill.example>

2.8 Public Keys and Other Encryption Information

Fingerprint: ${key.fingerprint}

${key.armoredPublic.trim()}

2.11 Points of Customer Contact

Hours of operation: ${hours} Monday to Friday except holidays.

3. Charter

3.2 Constituency

The waterworks of the fictional county of Fernhill: the network 198.51.100.0/25 and the domain fernhill.example.

4. Policies

4.1 Types of Incidents and Level of Support

Some response will be made within one working day.

4.3 Communication and Authentication

Incident reports must be sent encrypted with PGP. TLP is adopted.
`

export const firstEdition = (key: NewKey): string =>
  fernhill({ version: '1.0', date: '2026-01-12', phone: '+44 20 7946 0150', hours: '09:00-17:00', key })

/** Later than the first: other number, other hours; meant for another key. */
export const secondEdition = (key: NewKey): string =>
  fernhill({ version: '2.0', date: '2026-11-02', phone: '+44 20 7946 0161', hours: '08:00-18:00', key })
