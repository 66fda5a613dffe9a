/** A key of the table: armoured as Signet gave it on after reading its file, and the passphrase that it is locked with. */
import { readKeyFile } from '../../../electron/core/pgp/key-file.ts'
import { must } from '../../material/pgp-people.ts'

export interface Key {
  readonly fingerprint: string
  readonly address: string
  readonly armoredPublic: string
  /** '' where only the public half is at hand. */
  readonly armoredSecret: string
  /** '' for a key without one. */
  readonly passphrase: string
}

export const addressOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '-')}@example.org`

/** Reads a key file of another program as Signet's import does; throws where a key in it is not whole. */
export async function imported(file: string | Uint8Array, passphrase = ''): Promise<Key> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const now = new Date(Date.now() + 60_000).toISOString()
  const [key] = must(await readKeyFile({ bytes, fileName: 'key', announced: null, now }))
  const { fingerprint, userIds } = key?.inspected ?? {}
  if (!key?.armored || !fingerprint) throw new Error('a key of another program could not be read')
  const address = /<([^>]+)>/.exec(userIds?.[0] ?? '')?.[1] ?? ''
  return { fingerprint, address, armoredPublic: key.armored, armoredSecret: key.armoredSecret ?? '', passphrase }
}
