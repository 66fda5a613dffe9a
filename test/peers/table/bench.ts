/** What every row works with: a place for the programs, and keys that are made when a row first asks for them. */
import { generateKey } from '../../../electron/core/pgp/key-material.ts'
import { must } from '../../material/pgp-people.ts'
import type { Peer } from '../peer.ts'
import { addressOf, type Key } from './key.ts'
import type { PeerName } from './cell.ts'
import type { Program } from './program.ts'
import { makeGpgKey, type KeyKind } from './programs/gpg.ts'

export const kinds = {
  'RSA 2048': { type: 'RSA', size: 2048 },
  'RSA 3072': { type: 'RSA', size: 3072 },
  'RSA 4096': { type: 'RSA', size: 4096 },
  ed25519: { type: 'EDDSA', size: ['ed25519', 'cv25519'] },
  'NIST P-256': { type: 'ECDSA', size: ['nistp256'] },
  'NIST P-384': { type: 'ECDSA', size: ['nistp384'] },
  'NIST P-521': { type: 'ECDSA', size: ['nistp521'] },
  'brainpool P-256': { type: 'ECDSA', size: ['brainpoolP256r1'] },
  'brainpool P-384': { type: 'ECDSA', size: ['brainpoolP384r1'] },
  'brainpool P-512': { type: 'ECDSA', size: ['brainpoolP512r1'] },
  secp256k1: { type: 'ECDSA', size: ['secp256k1'] },
  'AES-128 only': { type: 'EDDSA', size: ['ed25519', 'cv25519'], preferences: 'AES SHA512 Uncompressed' },
} as const satisfies Readonly<Record<string, KeyKind>>

export type KindName = keyof typeof kinds

export interface Bench {
  readonly place: Peer
  readonly programs: Readonly<Record<PeerName, Program>>
  /** A key of that kind; made by GnuPG, because Signet makes one kind only. */
  readonly key: (name: KindName) => Promise<Key>
  /** One that Signet made. */
  readonly signet: (name?: string) => Promise<Key>
  /** Any other, made once for all rows that ask for it by this name. */
  readonly once: (name: string, make: () => Promise<Key>) => Promise<Key>
}

export function benchAt(place: Peer, programs: Bench['programs']): Bench {
  const made = new Map<string, Promise<Key>>()
  const once = (name: string, make: () => Promise<Key>): Promise<Key> => {
    const key = made.get(name) ?? make()
    made.set(name, key)
    return key
  }
  return {
    place,
    programs,
    key: (name) => once(name, () => makeGpgKey(place, name, kinds[name])),
    signet: (name = 'Signet') => once(`made by Signet: ${name}`, () => signetKey(name)),
    once,
  }
}

const MONTH = 30 * 86_400_000

async function signetKey(name: string): Promise<Key> {
  const [email, now] = [addressOf(name), new Date(Date.now() - MONTH).toISOString()]
  const key = must(await generateKey({ name, email, now, expiresInDays: null }))
  return { ...key, address: email, passphrase: '' }
}
