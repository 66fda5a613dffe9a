/** Looks a parsed key over as a doctor would: what it is, what it can do today, and what is wrong with it. */
import { enums, type Key } from 'openpgp'
import type { InspectedKey, KeyState } from '../../../shared/domain/key/key.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { algorithmName } from './algorithm-name.ts'
import { pgpConfig, toFingerprint } from './config.ts'
import { isRevoked } from './key-parts.ts'
import { isWeakKey, validUserIds } from './judge-signature.ts'

/** @param damage findings about the block that the key came in. */
export async function inspectParsed(key: Key, now: Date, damage: readonly Saying[]): Promise<InspectedKey> {
  const config = pgpConfig()
  const userIds = await validUserIds(key, now)
  const expiry = await expiryOf(key)
  const revoked = await isRevoked(key)
  const expired = expiry !== null && expiry <= now
  const canEncrypt = !revoked && (await works(key.getEncryptionKey(undefined, now, undefined, config)))
  const canSign = !revoked && (await works(key.getSigningKey(undefined, now, undefined, config)))
  const state: KeyState = revoked ? 'revoked' : expired ? 'expired' : canEncrypt ? 'usable' : 'identity-only'
  return {
    fingerprint: toFingerprint(key.getFingerprint()),
    userIds: userIds.map(({ userID }) => userID),
    algorithm: algorithmName(key.getAlgorithmInfo()),
    created: key.getCreationTime().toISOString(),
    expires: expiry?.toISOString() ?? null,
    state,
    canEncrypt,
    canSign,
    secret: key.isPrivate(),
    findings: [...damage, ...(await keyFindings(key, now, state, userIds.length, expiry))],
    repairs: [],
  }
}

const works = (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => true,
    () => false,
  )

async function expiryOf(key: Key): Promise<Date | null> {
  const expiry = await key.getExpirationTime(undefined, pgpConfig())
  return expiry instanceof Date ? expiry : null
}

async function keyFindings(
  key: Key,
  now: Date,
  state: KeyState,
  validNames: number,
  expiry: Date | null,
): Promise<readonly Saying[]> {
  const findings: Saying[] = []
  const unsigned = key.users.filter(({ userID }) => userID !== null).length - validNames
  if (state === 'revoked') findings.push(saying('key-is-revoked'))
  const others = key.revocationSignatures.find(({ issuerKeyID }) => !issuerKeyID.equals(key.getKeyID()))
  if (others) findings.push(saying('key-revoked-by-another', { key: others.issuerKeyID.toHex().toUpperCase() }))
  if (state === 'expired') findings.push(saying('key-is-expired', { date: expiry?.toISOString().slice(0, 10) ?? '?' }))
  if (state === 'identity-only') findings.push(saying('no-encryption-subkey'))
  if (validNames === 0) findings.push(saying('no-user-id'))
  if (unsigned > 0) findings.push(saying('user-id-unsigned', { count: unsigned }))
  if (key.keyPacket.version === 6) findings.push(saying('key-version-new'))
  const weak = key.getKeys().find(isWeakKey)
  if (weak) findings.push(saying('weak-algorithm', { algorithm: algorithmName(weak.getAlgorithmInfo()) }))
  if (await hasSha1SelfSignature(key, now)) findings.push(saying('sha1-self-signature'))
  return findings
}

/** Of the signatures in force only: an old SHA-1 signature that a newer one replaced does no harm. */
async function hasSha1SelfSignature(key: Key, now: Date): Promise<boolean> {
  const primary = await key.getPrimaryUser(now, undefined, pgpConfig()).catch(() => null)
  const bindings = await Promise.all(key.subkeys.map((subkey) => subkey.verify(now, pgpConfig()).catch(() => null)))
  return [primary?.selfCertification, ...bindings].some((signature) => signature?.hashAlgorithm === enums.hash.sha1)
}
