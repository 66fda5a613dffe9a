/** Public keys of made-up teams in several algorithms, made with OpenPGP.js and GnuPG for these tests; their secret halves were thrown away. */
import { readFileSync } from 'node:fs'
import { readKey } from 'openpgp'
import { takeApart, type Armour } from './damage.ts'

export const keyNames = ['ed25519', 'ed25519-many', 'gnupg', 'p256', 'rsa2048', 'rsa3072', 'v6'] as const

export interface SampleKey {
  readonly name: string
  readonly armoured: string
  readonly armour: Armour
  readonly bytes: Uint8Array
  /** 40 or, of version 6, 64 hex digits in capitals. */
  readonly fingerprint: string
}

export async function sampleKey(name: (typeof keyNames)[number]): Promise<SampleKey> {
  const armoured = readFileSync(new URL(`keys-damaged/${name}.asc`, import.meta.url), 'utf8')
  const armour = takeApart(armoured)
  const fingerprint = (await readKey({ armoredKey: armoured })).getFingerprint().toUpperCase()
  return { name, armoured, armour, bytes: new Uint8Array(Buffer.from(armour.body, 'base64')), fingerprint }
}
