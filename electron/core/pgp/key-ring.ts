/** The keys that one message is opened with: ours, unlocked only when a message is for them, and others', read only when there is a signature. */
import { createHash } from 'node:crypto'
import { decryptKey, readKey, readPrivateKey, type Key, type PrivateKey } from 'openpgp'
import { pgpConfig } from './config.ts'
import { mayHold } from './key-index.ts'
import type { FindKeys } from './verify.ts'

export interface SecretKeyInput {
  readonly armored: string
  /** Null if the key is not locked, or its passphrase is not at hand. */
  readonly passphrase: string | null
}

export interface KeyRing {
  readonly secretKeys: () => Promise<readonly OwnKey[]>
  readonly publicKeys: FindKeys
}

export interface OwnKey {
  readonly key: PrivateKey
  readonly passphrase: string | null
}

/** A key that cannot be read is passed over: it must not keep the others from opening a message. */
export function keyRing(secret: readonly SecretKeyInput[], others: readonly string[]): KeyRing {
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined
    return () => (made ??= make())
  }
  const read = new Map<string, Promise<Key | null>>()
  const readOnce = (armored: string): Promise<Key | null> => {
    const key = read.get(armored) ?? readOther(armored)
    read.set(armored, key)
    return key
  }
  return {
    secretKeys: once(async () => {
      const keys = await Promise.all(
        secret.map(async ({ armored, passphrase }) => ({ key: await readOwn(armored), passphrase })),
      )
      return keys.flatMap(({ key, passphrase }) => (key ? [{ key, passphrase }] : []))
    }),
    publicKeys: async (ids) => {
      const wanted = [...new Set(others)].filter((armored) => !ids || mayHold(armored, ids))
      const keys = await Promise.all(wanted.map(readOnce))
      return keys.filter((key) => key !== null)
    },
  }
}

const readOwn = (armored: string): Promise<PrivateKey | null> =>
  readPrivateKey({ armoredKey: armored, config: pgpConfig() }).catch(() => null)

const readOther = (armored: string): Promise<Key | null> =>
  readKey({ armoredKey: armored, config: pgpConfig() }).catch(() => null)

/** @returns the key ready for use, or null if it stays locked. */
export async function unlock({ key, passphrase }: OwnKey): Promise<PrivateKey | null> {
  if (key.isDecrypted()) return key
  if (passphrase === null) return null
  try {
    return await decryptKey({ privateKey: key, passphrase, config: pgpConfig() })
  } catch {
    return null
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
