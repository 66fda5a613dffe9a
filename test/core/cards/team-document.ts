/** Documents of a made-up team, with the keys that a test gives it. */
import type { NewKey } from '../../../electron/core/pgp/key-material.ts'
import { generateKey } from '../../../electron/core/pgp/key-material.ts'
import { textFile } from '../desk-fixture.ts'
import { expectOk } from '../vault-fixture.ts'

export interface Says {
  readonly name?: string
  readonly date?: string
  readonly address?: string
  readonly phone?: string
  readonly hours?: string
  readonly networks?: string
  readonly members?: string
  readonly key?: Pick<NewKey, 'fingerprint' | 'armoredPublic'>
  /** Printed after it. */
  readonly furtherKey?: Pick<NewKey, 'fingerprint' | 'armoredPublic'>
}

export const teamKey = async (address = 'cert@orchard.example'): Promise<NewKey> =>
  expectOk(
    await generateKey({ name: 'Orchard-CERT', email: address, now: '2026-11-01T00:00:00.000Z', expiresInDays: 365 }),
  )

const sections = ({
  name = 'Orchard-CERT',
  date = '2026-01-10',
  ...says
}: Says): readonly [string, string | undefined][] => [
  ['1.1 Date of Last Update', `This is version 1.0, published ${date}.`],
  ['2.1 Name of the Team', name],
  ['2.3 Time Zone', 'Europe/Madrid'],
  ['2.4 Telephone Number', says.phone ?? '+34 910 000 002'],
  ['2.7 Electronic Mail Address', `Incident reports: <${says.address ?? 'cert@orchard.example'}>`],
  [
    '2.8 Public Keys and Encryption Information',
    says.key &&
      [says.key, ...(says.furtherKey ? [says.furtherKey] : [])]
        .map(({ fingerprint, armoredPublic }) => `Fingerprint: ${fingerprint}\n\n${armoredPublic}`)
        .join('\n\n'),
  ],
  ['2.9 Team Members', says.members],
  ['2.11 Points of Customer Contact', says.hours && `Hours of operation: ${says.hours}`],
  ['3.2 Constituency', says.networks && `Our networks are ${says.networks}.`],
]

export const teamDocument = (says: Says = {}): ReturnType<typeof textFile> =>
  textFile(
    'orchard.txt',
    sections(says)
      .flatMap(([title, text]) => (text === undefined ? [] : [`${title}\n\n${text}\n`]))
      .join('\n'),
  )
