/** Takes a parsed key apart into facts: what each part is for, when it ends by itself, and what makes it unusable on any day. */
import { enums, type Key, type SignaturePacket, type Subkey } from 'openpgp'
import type { KeyPartFacts, PartUse } from '../../../shared/domain/key/parts.ts'
import { algorithmName } from './algorithm-name.ts'
import { pgpConfig, toFingerprint } from './config.ts'
import { isWeakKey } from './judge-signature.ts'

/** The primary key first. Expects a key of which at least the primary packet was parsed. */
export async function partsOf(key: Key, now: Date): Promise<readonly KeyPartFacts[]> {
  return [
    await primaryPart(key, now),
    ...(await Promise.all(key.subkeys.map((subkey) => subkeyPart(key, subkey, now)))),
  ]
}

/** RFC 9580, 5.2.3.29. */
const FLAGS: readonly (readonly [number, PartUse])[] = [
  [0x01, 'certify'],
  [0x02, 'sign'],
  [0x0c, 'encrypt'],
  [0x20, 'authenticate'],
]

const SIGNING: ReadonlySet<number> = new Set([
  enums.publicKey.rsaEncryptSign,
  enums.publicKey.rsaSign,
  enums.publicKey.ecdsa,
  enums.publicKey.eddsaLegacy,
  enums.publicKey.ed25519,
  enums.publicKey.ed448,
])
const ENCRYPTING: ReadonlySet<number> = new Set([
  enums.publicKey.rsaEncryptSign,
  enums.publicKey.rsaEncrypt,
  enums.publicKey.ecdh,
  enums.publicKey.x25519,
  enums.publicKey.x448,
])

/** What its flags allow, its algorithm can and is strong enough for. */
function usesOf(part: Key | Subkey, signature: SignaturePacket | null): readonly PartUse[] {
  const flags = signature?.keyFlags?.[0] ?? 0
  const { algorithm } = part.keyPacket
  const isWeak = isWeakKey(part) || part.getAlgorithmInfo().curve === 'secp256k1'
  return FLAGS.flatMap(([bits, use]) => {
    if ((flags & bits) === 0) return []
    if (use === 'encrypt') return isWeak || !ENCRYPTING.has(algorithm) ? [] : [use]
    return use === 'sign' && (isWeak || !SIGNING.has(algorithm)) ? [] : [use]
  })
}

const factsOf = (part: Key | Subkey): Pick<KeyPartFacts, 'fingerprint' | 'algorithm' | 'created'> => ({
  fingerprint: toFingerprint(part.getFingerprint()),
  algorithm: algorithmName(part.getAlgorithmInfo()),
  created: part.getCreationTime().toISOString(),
})

/** Its own creation may lie after `now`, where a clock is wrong. */
const notBefore = (part: Key | Subkey, now: Date): Date =>
  new Date(Math.max(now.getTime(), part.getCreationTime().getTime()))

async function primaryPart(key: Key, now: Date): Promise<KeyPartFacts> {
  const primary = await key.getPrimaryUser(notBefore(key, now), undefined, pgpConfig()).catch(() => null)
  const expires = await key.getExpirationTime(undefined, pgpConfig()).catch(() => null)
  return {
    ...factsOf(key),
    uses: usesOf(key, primary?.selfCertification ?? null),
    expires: expires instanceof Date ? expires.toISOString() : null,
    flaw: (await isRevoked(key)) ? 'revoked' : primary === null ? 'invalid' : null,
  }
}

async function subkeyPart(key: Key, subkey: Subkey, now: Date): Promise<KeyPartFacts> {
  const data = { key: key.keyPacket, bind: subkey.keyPacket }
  const at = notBefore(subkey, now)
  const binding = await latestValid(key, subkey.bindingSignatures, data, at)
  const uses = usesOf(subkey, binding)
  const isRevokedPart = await anyValid(key, subkey.revocationSignatures, enums.signature.subkeyRevocation, data)
  const signsBack = !uses.includes('sign') || (await isCrossSigned(subkey, binding, data))
  return {
    ...factsOf(subkey),
    uses: signsBack ? uses : uses.filter((use) => use !== 'sign'),
    expires: binding === null ? null : endOf(subkey, binding),
    flaw: isRevokedPart ? 'revoked' : binding === null ? 'invalid' : null,
  }
}

/** RFC 9580, 5.2.3.13: seconds from the making of the part; 0 or nothing means no end. */
export function endOf(part: Key | Subkey, { keyExpirationTime }: SignaturePacket): string | null {
  if (keyExpirationTime === null || keyExpirationTime === 0) return null
  const end = part.getCreationTime().getTime() + keyExpirationTime * 1000
  return end > 8.64e15 ? null : new Date(end).toISOString()
}

/** The newest one that binds at `at`; null if none does. */
export async function latestValid(
  key: Key,
  signatures: readonly SignaturePacket[],
  data: object,
  at: Date,
): Promise<SignaturePacket | null> {
  const newestFirst = signatures.toSorted((a, b) => timeOf(b) - timeOf(a))
  for (const signature of newestFirst) {
    const type = signature.signatureType
    if (timeOf(signature) > at.getTime() || type === null) continue
    if (await holds(key, signature, type, data, at)) return signature
  }
  return null
}

const timeOf = ({ created }: SignaturePacket): number => created?.getTime() ?? 0

const holds = (key: Key, signature: SignaturePacket, type: enums.signature, data: object, at: Date): Promise<boolean> =>
  signature.verify(key.keyPacket, type, data, at, false, pgpConfig()).then(
    () => true,
    () => false,
  )

/**
 * Judged at the instant that each revocation names: nobody's clock, and no end that the signature gives itself, may undo a revocation.
 */
async function anyValid(
  key: Key,
  signatures: readonly SignaturePacket[],
  type: enums.signature,
  data: object,
): Promise<boolean> {
  for (const signature of signatures) {
    if (await holds(key, signature, type, data, signature.created ?? new Date(0))) return true
  }
  return false
}

/** Revoked by its owner, at whatever time: a key that was revoked once does not come back. */
export const isRevoked = (key: Key): Promise<boolean> =>
  anyValid(key, key.revocationSignatures, enums.signature.keyRevocation, { key: key.keyPacket })

/** RFC 9580, 5.2.1.8: a part that signs must have signed its primary key, or anybody could adopt it. */
async function isCrossSigned(subkey: Subkey, binding: SignaturePacket | null, data: object): Promise<boolean> {
  const back = binding?.embeddedSignature ?? null
  if (back === null) return false
  return back
    .verify(subkey.keyPacket, enums.signature.keyBinding, data, back.created ?? undefined, false, pgpConfig())
    .then(
      () => true,
      () => false,
    )
}
