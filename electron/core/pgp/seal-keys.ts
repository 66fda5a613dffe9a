/** The keys that a message is sealed with, every one of them good at that instant, or the reason why it is not sealed. */
import { readKey, type Key, type PrivateKey } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { pgpConfig, toFingerprint } from './config.ts'
import { openSecret } from './key-material.ts'
import type { SecretKeyInput } from './key-ring.ts'

/** @returns `seal-no-recipient` or `key-cannot-encrypt`. */
export async function recipientKeys(armoured: readonly string[], at: Date): Promise<Result<readonly Key[], Saying>> {
  if (armoured.length === 0) return fail(saying('seal-no-recipient'))
  const keys: Key[] = []
  for (const armored of armoured) {
    const key = await readKey({ armoredKey: armored, config: pgpConfig() }).catch(() => null)
    const usable = key && (await key.getEncryptionKey(undefined, at, undefined, pgpConfig()).catch(() => null))
    if (!usable)
      return fail(saying('key-cannot-encrypt', { fingerprint: key ? toFingerprint(key.getFingerprint()) : '?' }))
    keys.push(key)
  }
  return ok(keys)
}

/** @returns `key-not-secret`, `key-locked` where no passphrase was given, `key-passphrase-wrong` or `key-cannot-sign`. */
export async function signingKey(signWith: SecretKeyInput, at: Date): Promise<Result<PrivateKey, Saying>> {
  const own = await openSecret(signWith.armored, signWith.passphrase)
  if (!own.ok) return signWith.passphrase === null ? fail(asLocked(own.problem)) : own
  const signing = await own.value.getSigningKey(undefined, at, undefined, pgpConfig()).catch(() => null)
  const fingerprint = toFingerprint(own.value.getFingerprint())
  return signing ? own : fail(saying('key-cannot-sign', { fingerprint }))
}

/** Nobody gave a wrong passphrase: none was given. */
const asLocked = (problem: Saying): Saying =>
  problem.code === 'key-passphrase-wrong' ? { ...problem, code: 'key-locked' } : problem
