/** What is done with keys that are trusted or our own: make, lock, unlock, merge, revoke, inspect. Files of others go through readKeys. */
import {
  decryptKey,
  encryptKey,
  generateKey as generate,
  readKey,
  readPrivateKey,
  type Key,
  type PrivateKey,
} from 'openpgp'
import type { InspectedKey } from '../../../shared/domain/key/key.ts'
import type { KeyAsRead } from '../../../shared/domain/key/update.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { pgpConfig, toFingerprint } from './config.ts'
import { extended } from './extend-key.ts'
import { inspectParsed } from './inspect.ts'
import { partsOf } from './key-parts.ts'
import { revocationOf, revoked, type RevocationReason } from './revocation.ts'
import { isSameKey, uniteInto } from './unite-keys.ts'

export interface NewKey {
  readonly armoredSecret: string
  readonly armoredPublic: string
  readonly fingerprint: string
  /** Armoured, without a reason: for the day on which nobody can unlock the key any more. */
  readonly revocation: string | null
}

/**
 * An Ed25519/Curve25519 key of version 4, in the form that GnuPG 2.2, Sequoia and RNP read, without AEAD among its features.
 * @param input.expiresInDays null for a key that does not expire; @param input.passphrase locks the secret half, none leaves it open.
 * @returns `key-user-id-invalid`.
 */
export async function generateKey(input: {
  readonly name: string
  readonly email: string
  readonly now: string
  readonly expiresInDays: number | null
  readonly passphrase?: string | null
}): Promise<Result<NewKey, Saying>> {
  const name = input.name.trim()
  if (!/^[^<>\p{Cc}]{1,200}$/u.test(name) || !/^[^\s<>()",;:\\@]{1,64}@[^\s<>()",;:\\@]{1,255}$/.test(input.email)) {
    return fail(saying('key-user-id-invalid'))
  }
  try {
    const { privateKey, publicKey } = await generate({
      type: 'ecc',
      curve: 'ed25519Legacy',
      userIDs: { name, email: input.email },
      date: new Date(input.now),
      ...(input.expiresInDays === null ? {} : { keyExpirationTime: Math.round(input.expiresInDays * 86_400) }),
      format: 'object',
      config: pgpConfig(),
    })
    const revocation = await revocationOf(privateKey, input.now)
    const { armoredPublic, armoredSecret } = pairOf(privateKey)
    const secret = await lockedWith(armoredSecret, input.passphrase ?? null)
    if (!secret.ok) return secret
    return ok({
      armoredPublic,
      armoredSecret: secret.value,
      fingerprint: toFingerprint(publicKey.getFingerprint()),
      revocation,
    })
  } catch {
    return fail(saying('key-user-id-invalid'))
  }
}

const pairOf = (key: PrivateKey): { armoredSecret: string; armoredPublic: string } => ({
  armoredSecret: key.armor(pgpConfig()),
  armoredPublic: key.toPublic().armor(pgpConfig()),
})

/** @returns the key ready for use, or `key-not-secret`, `key-passphrase-wrong`. For core/pgp only: key objects do not leave it. */
export async function openSecret(armored: string, passphrase: string | null): Promise<Result<PrivateKey, Saying>> {
  const key = await readPrivateKey({ armoredKey: armored, config: pgpConfig() }).catch(() => null)
  if (!key) return fail(saying('key-not-secret'))
  if (key.isDecrypted()) return ok(key)
  const fingerprint = toFingerprint(key.getFingerprint())
  try {
    return ok(await decryptKey({ privateKey: key, passphrase: passphrase ?? '', config: pgpConfig() }))
  } catch {
    return fail(saying('key-passphrase-wrong', { fingerprint }))
  }
}

/** Checks a passphrase. @returns the fingerprint and whether the key was locked at all; `key-not-secret`, `key-passphrase-wrong`. */
export async function unlockSecret(
  armored: string,
  passphrase: string | null,
): Promise<Result<{ readonly fingerprint: string; readonly wasLocked: boolean }, Saying>> {
  const opened = await openSecret(armored, passphrase)
  if (!opened.ok) return opened
  return ok({ fingerprint: toFingerprint(opened.value.getFingerprint()), wasLocked: await isLocked(armored) })
}

/** As `unlockSecret`, and makes a revocation to keep while the key is open; null where its primary half is not at hand. */
export async function unlockToKeep(
  armored: string,
  passphrase: string | null,
  now: string,
): Promise<Result<{ readonly wasLocked: boolean; readonly revocation: string | null }, Saying>> {
  const opened = await openSecret(armored, passphrase)
  if (!opened.ok) return opened
  return ok({ wasLocked: await isLocked(armored), revocation: await revocationOf(opened.value, now) })
}

/** False for a key of which any part lies open, and for what is no secret key. */
export async function isLocked(armored: string): Promise<boolean> {
  const key = await readPrivateKey({ armoredKey: armored, config: pgpConfig() }).catch(() => null)
  return key !== null && !key.isDecrypted()
}

/**
 * Gives a key another lock.
 * @param from its present passphrase, null if it has none; @param to the new one, null for none (sealed by the vault alone).
 * @returns the armoured secret key; `key-not-secret`, `key-passphrase-wrong`.
 */
export async function protectSecret(
  armored: string,
  from: string | null,
  to: string | null,
): Promise<Result<string, Saying>> {
  const opened = await openSecret(armored, from)
  if (!opened.ok) return opened
  if (to === null) return ok(opened.value.armor(pgpConfig()))
  const locked = await encryptKey({ privateKey: opened.value, passphrase: to, config: pgpConfig() })
  return ok(locked.armor(pgpConfig()))
}

/**
 * Takes up what a newer copy of a key brings: user IDs, subkeys, renewed and revoking signatures. Nothing is taken away, so a revoked key
 * stays revoked whichever copy is older. A secret key stays one.
 * @returns the armoured key; `key-unreadable`, `key-differs`.
 */
export async function mergeKeys(
  old: string,
  incoming: string,
): Promise<Result<{ readonly armored: string; readonly changed: boolean }, Saying>> {
  const [ours, theirs] = await Promise.all([readAny(old), readAny(incoming)])
  if (!ours || !theirs) return fail(saying('key-unreadable'))
  if (!isSameKey(ours, theirs)) {
    const [one, other] = [toFingerprint(ours.getFingerprint()), toFingerprint(theirs.getFingerprint())]
    return fail(saying('key-differs', { one, other }))
  }
  const before = ours.armor(pgpConfig())
  // A secret part of the incoming copy is no update; importing one is a decision of its own.
  await uniteInto(ours, theirs.toPublic())
  const armored = ours.armor(pgpConfig())
  return ok({ armored, changed: armored !== before })
}

const lockedWith = async (armored: string, passphrase: string | null): Promise<Result<string, Saying>> =>
  passphrase === null ? ok(armored) : protectSecret(armored, null, passphrase)

const readAny = (armored: string): Promise<Key | null> =>
  readKey({ armoredKey: armored, config: pgpConfig() }).catch(() => null)

/** Both halves of a key after a change, armoured. */
export interface KeyPair {
  readonly armoredSecret: string
  readonly armoredPublic: string
}

/** @returns both halves with the revocation in them, the secret one locked as it was; as `openSecret`, and `key-primary-elsewhere`. */
export async function revokeKey(
  armoredSecret: string,
  passphrase: string | null,
  reason: RevocationReason,
  now: string,
): Promise<Result<KeyPair, Saying>> {
  const opened = await openSecret(armoredSecret, passphrase)
  if (!opened.ok) return opened
  const dead = await revoked(opened.value, reason, now).catch(() => null)
  return dead === null ? fail(saying('key-primary-elsewhere')) : lockedAs(dead, armoredSecret, passphrase)
}

/** @param until UTC ISO, null for no end. @returns both halves, the secret one locked as it was; as `openSecret`, and as `extended`. */
export async function extendKey(
  armoredSecret: string,
  passphrase: string | null,
  until: string | null,
  now: string,
): Promise<Result<KeyPair, Saying>> {
  const opened = await openSecret(armoredSecret, passphrase)
  if (!opened.ok) return opened
  const longer = await extended({ key: opened.value, until, now: new Date(now) })
  return longer.ok ? lockedAs(longer.value, armoredSecret, passphrase) : longer
}

async function lockedAs(key: PrivateKey, before: string, passphrase: string | null): Promise<Result<KeyPair, Saying>> {
  const { armoredSecret, armoredPublic } = pairOf(key)
  const secret = await lockedWith(armoredSecret, (await isLocked(before)) ? passphrase : null)
  return secret.ok ? ok({ armoredSecret: secret.value, armoredPublic }) : secret
}

/** Inspects one key that is in the keyring already. @returns `key-unreadable`. */
export async function inspectKey(armored: string, now: string): Promise<Result<InspectedKey, Saying>> {
  const read = await lookOver(armored, now)
  return read.ok ? ok(read.value.inspected) : read
}

/** What a key in the keyring is and can do, part by part. @returns `key-unreadable`. */
export async function lookOver(armored: string, now: string): Promise<Result<KeyAsRead, Saying>> {
  const key = await readAny(armored)
  if (!key) return fail(saying('key-unreadable'))
  return ok({ inspected: await inspectParsed(key, new Date(now), []), parts: await partsOf(key, new Date(now)) })
}
