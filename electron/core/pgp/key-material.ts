/** What is done with keys that are trusted or our own: make, lock, unlock, merge, revoke, inspect. Files of others go through readKeys. */
import {
  decryptKey,
  encryptKey,
  enums,
  generateKey as generate,
  readKey,
  readPrivateKey,
  revokeKey as revoke,
  type Key,
  type PrivateKey,
} from 'openpgp'
import type { InspectedKey } from '../../../shared/domain/key/key.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { pgpConfig, toFingerprint } from './config.ts'
import { inspectParsed } from './inspect.ts'

export interface NewKey {
  readonly armoredSecret: string
  readonly armoredPublic: string
  readonly fingerprint: string
}

/**
 * An Ed25519/Curve25519 key of version 4, in the form that GnuPG 2.2, Sequoia and RNP read, without AEAD among its features and without a passphrase.
 * @param expiresInDays null for a key that does not expire.
 * @returns `key-user-id-invalid`.
 */
export async function generateKey(input: {
  readonly name: string
  readonly email: string
  readonly now: string
  readonly expiresInDays: number | null
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
    return ok({ ...pairOf(privateKey), fingerprint: toFingerprint(publicKey.getFingerprint()) })
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
  const asItCame = await readPrivateKey({ armoredKey: armored, config: pgpConfig() })
  return ok({ fingerprint: toFingerprint(opened.value.getFingerprint()), wasLocked: !asItCame.isDecrypted() })
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
  now: string,
): Promise<Result<{ readonly armored: string; readonly changed: boolean }, Saying>> {
  const [ours, theirs] = await Promise.all([readAny(old), readAny(incoming)])
  if (!ours || !theirs) return fail(saying('key-unreadable'))
  const [one, other] = [toFingerprint(ours.getFingerprint()), toFingerprint(theirs.getFingerprint())]
  if (one !== other) return fail(saying('key-differs', { one, other }))
  try {
    // A secret part of the incoming copy is no update; importing one is a decision of its own.
    const merged = await ours.update(theirs.toPublic(), new Date(now), pgpConfig())
    const armored = merged.armor(pgpConfig())
    return ok({ armored, changed: armored !== ours.armor(pgpConfig()) })
  } catch {
    return fail(saying('key-unreadable'))
  }
}

const readAny = (armored: string): Promise<Key | null> =>
  readKey({ armoredKey: armored, config: pgpConfig() }).catch(() => null)

export type RevocationReason = 'no-reason' | 'superseded' | 'compromised' | 'retired'

const REASONS = {
  'no-reason': enums.reasonForRevocation.noReason,
  superseded: enums.reasonForRevocation.keySuperseded,
  compromised: enums.reasonForRevocation.keyCompromised,
  retired: enums.reasonForRevocation.keyRetired,
} as const

/** @returns both halves with the revocation in them; the secret one unlocked if it was opened with a passphrase is locked again with it. */
export async function revokeKey(
  armoredSecret: string,
  passphrase: string | null,
  reason: RevocationReason,
  now: string,
): Promise<Result<{ readonly armoredSecret: string; readonly armoredPublic: string }, Saying>> {
  const opened = await openSecret(armoredSecret, passphrase)
  if (!opened.ok) return opened
  const { privateKey } = await revoke({
    key: opened.value,
    reasonForRevocation: { flag: REASONS[reason] },
    date: new Date(now),
    format: 'object',
    config: pgpConfig(),
  })
  const locked =
    passphrase === null
      ? ok(privateKey.armor(pgpConfig()))
      : await protectSecret(privateKey.armor(pgpConfig()), null, passphrase)
  return locked.ok
    ? ok({ armoredSecret: locked.value, armoredPublic: privateKey.toPublic().armor(pgpConfig()) })
    : locked
}

/** Inspects one key that is in the keyring already. @returns `key-unreadable`. */
export async function inspectKey(armored: string, now: string): Promise<Result<InspectedKey, Saying>> {
  const key = await readAny(armored)
  return key ? ok(await inspectParsed(key, new Date(now), [])) : fail(saying('key-unreadable'))
}
