/** Judges signatures: the arithmetic by OpenPGP.js, and in what state the key was and is, which its error texts do not tell apart. */
import {
  createMessage,
  enums,
  readSignature,
  type Key,
  type Signature,
  type SignaturePacket,
  type Subkey,
} from 'openpgp'
import type { SignatureState } from '../../../shared/domain/exchange/message.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { messageOf, pgpConfig, toFingerprint } from './config.ts'

export interface VerifiedSigner {
  readonly fingerprint: string
  /** Valid user IDs, the primary one first. */
  readonly userIds: readonly { readonly text: string; readonly email: string }[]
}

export interface SignatureVerdict {
  readonly state: Exclude<SignatureState, 'partial'>
  /** Set only where the arithmetic fits. */
  readonly signer: VerifiedSigner | null
  readonly signedAt: string | null
  readonly findings: readonly Saying[]
}

export const unsigned: SignatureVerdict = { state: 'none', signer: null, signedAt: null, findings: [] }

const badBecause = (finding: Saying, signedAt: string | null = null): SignatureVerdict => ({
  state: 'bad',
  signer: null,
  signedAt,
  findings: [finding],
})

/** Best first: with several signatures the message counts as what its best one proves; the others are findings. */
const RANK: readonly SignatureVerdict['state'][] = [
  'good',
  'key-expired',
  'weak',
  'key-revoked',
  'bad',
  'unknown-key',
  'none',
]

/** Signatures over data, however they came. Never throws. */
export async function verifySignatures(
  data: Uint8Array,
  signatures: readonly Signature[],
  keys: () => Promise<readonly Key[]>,
  now: Date,
): Promise<SignatureVerdict> {
  const packets = signatures.flatMap((signature) => signature.packets.filter(isSignature))
  if (packets.length === 0) return unsigned
  const message = await createMessage({ binary: data })
  const literal = message.packets.findPacket(enums.packet.literalData)
  return literal ? judgeAll(packets, literal, await keys(), now) : unsigned
}

/** A signature beside its data: PGP/MIME and clear-signed text. Never throws. */
export async function verifyDetached(
  data: Uint8Array,
  signature: Uint8Array,
  keys: () => Promise<readonly Key[]>,
  now: Date,
): Promise<SignatureVerdict> {
  const read = await readSignature({ binarySignature: signature, config: pgpConfig() }).catch(() => null)
  const verdict = read ? await verifySignatures(data, [read], keys, now) : unsigned
  return verdict.state === 'none' ? badBecause(saying('signature-unreadable')) : verdict
}

// The class itself is not asked: packets of a version that OpenPGP.js cannot parse are in the list, too.
const isSignature = (packet: object): packet is SignaturePacket => 'signatureType' in packet && 'issuerKeyID' in packet

const MAX_SIGNATURES = 16

async function judgeAll(
  signatures: readonly SignaturePacket[],
  literal: object,
  keys: readonly Key[],
  now: Date,
): Promise<SignatureVerdict> {
  const verdicts = await Promise.all(
    signatures.slice(0, MAX_SIGNATURES).map((signature) => judge(signature, literal, keys, now)),
  )
  const ranked = verdicts.sort((one, other) => RANK.indexOf(one.state) - RANK.indexOf(other.state))
  const [best = unsigned, ...others] = ranked
  return { ...best, findings: [...best.findings, ...others.flatMap(({ findings }) => findings)] }
}

async function judge(
  signature: SignaturePacket,
  literal: object,
  keys: readonly Key[],
  now: Date,
): Promise<SignatureVerdict> {
  const keyId = issuerOf(signature)
  const signedAt = signature.created?.toISOString() ?? null
  const type = signature.signatureType
  // A standalone or certification signature signs no text (GHSA-qwqc-28w3-fww6).
  if (type !== enums.signature.binary && type !== enums.signature.text)
    return badBecause(saying('signature-wrong-type'))
  const candidates = candidatesFor(signature, keys)
  if (candidates.length === 0) {
    return { state: 'unknown-key', signer: null, signedAt, findings: [saying('signature-unknown-key', { key: keyId })] }
  }
  for (const candidate of candidates) {
    const failure = await arithmetic(signature, candidate.part, literal)
    if (failure === 'wrong') continue
    if (failure === 'unchecked') {
      return { state: 'weak', signer: null, signedAt, findings: [saying('signature-too-weak', { key: keyId })] }
    }
    return judgeKey(signature, candidate, failure === 'weak', now)
  }
  return badBecause(saying('signature-bad', { key: keyId }), signedAt)
}

interface Candidate {
  readonly key: Key
  readonly part: Key | Subkey
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase()

const issuerOf = (signature: SignaturePacket): string =>
  signature.issuerFingerprint ? hex(signature.issuerFingerprint) : signature.issuerKeyID.toHex().toUpperCase()

/** By full fingerprint where the signature names one. A key ID only finds keys to try: the arithmetic decides, so a collision is harmless. */
function candidatesFor(signature: SignaturePacket, keys: readonly Key[]): readonly Candidate[] {
  const named = signature.issuerFingerprint ? hex(signature.issuerFingerprint) : null
  return keys
    .flatMap((key) => key.getKeys(signature.issuerKeyID).map((part) => ({ key, part })))
    .filter(({ part }) => named === null || toFingerprint(part.getFingerprint()) === named)
}

async function arithmetic(
  signature: SignaturePacket,
  part: Key | Subkey,
  literal: object,
): Promise<'fits' | 'weak' | 'unchecked' | 'wrong'> {
  const at = signature.created ?? undefined
  const type = signature.signatureType
  if (type === null) return 'wrong'
  try {
    await signature.verify(part.keyPacket, type, literal, at, true, pgpConfig())
    return 'fits'
  } catch (error) {
    // Thrown only after the arithmetic was found to fit.
    if (messageOf(error).startsWith('Insecure')) return 'weak'
    // Thrown before: EdDSA over a hash as short as SHA-1.
    return messageOf(error).includes('too weak') ? 'unchecked' : 'wrong'
  }
}

async function judgeKey(
  signature: SignaturePacket,
  { key, part }: Candidate,
  weakHash: boolean,
  now: Date,
): Promise<SignatureVerdict> {
  const signedAt = signature.created?.toISOString() ?? null
  const fingerprint = toFingerprint(key.getFingerprint())
  const as = (state: SignatureVerdict['state'], ...findings: Saying[]): Promise<SignatureVerdict> =>
    signerOf(key, now).then((signer) => ({ state, signer, signedAt, findings }))
  const created = signature.created
  if (!created || part.getCreationTime() > created)
    return badBecause(saying('signature-older-than-key', { fingerprint }), signedAt)
  if (await isRevoked(key, part, now)) return as('key-revoked', saying('signature-key-revoked', { fingerprint }))
  if (weakHash || isWeakKey(part)) return as('weak', saying('signature-weak', { fingerprint }))
  const then = await signingProblem(key, part, created)
  const today = await signingProblem(key, part, now)
  if (then === 'expired') return as('key-expired', saying('signature-after-expiry', { fingerprint }))
  // A self-signature renewed since then hides what held before: the key counts if it may sign today.
  if (then === 'not-allowed' || (then === 'renewed' && today !== null && today !== 'expired')) {
    return badBecause(saying('signature-key-not-allowed', { fingerprint }), signedAt)
  }
  if (today === 'expired') return as('key-expired', saying('signature-key-expired-since', { fingerprint }))
  if (signature.isExpired(now) && created <= now) return as('key-expired', saying('signature-expired', { fingerprint }))
  const ahead = created.getTime() - now.getTime() > 24 * 3600 * 1000
  return ahead ? as('good', saying('signature-time-ahead', { at: signedAt ?? '' })) : as('good')
}

async function isRevoked(key: Key, part: Key | Subkey, now: Date): Promise<boolean> {
  if (await key.isRevoked(undefined, undefined, now, pgpConfig())) return true
  if (!('bindingSignatures' in part)) return false
  const bindings = await Promise.all(
    part.bindingSignatures.map((binding) => part.isRevoked(binding, key.keyPacket, now, pgpConfig())),
  )
  return bindings.length > 0 && bindings.every(Boolean)
}

export function isWeakKey(part: Key | Subkey): boolean {
  const { algorithm, bits = 0 } = part.getAlgorithmInfo()
  return algorithm === 'dsa' || algorithm === 'elgamal' || (algorithm.startsWith('rsa') && bits < 2047)
}

type SigningProblem = 'expired' | 'renewed' | 'not-allowed' | null

async function signingProblem(key: Key, part: Key | Subkey, at: Date): Promise<SigningProblem> {
  try {
    await key.getSigningKey(part.getKeyID(), at, undefined, pgpConfig())
    return null
  } catch (error) {
    const text = messageOf(error)
    if (/is expired/i.test(text)) return 'expired'
    return /in the future/.test(text) ? 'renewed' : 'not-allowed'
  }
}

/** User IDs without a valid self-signature are never shown (CVE-2021-23992). */
async function signerOf(key: Key, now: Date): Promise<VerifiedSigner> {
  const valid = await validUserIds(key, now)
  return {
    fingerprint: toFingerprint(key.getFingerprint()),
    userIds: valid.map((user) => ({ text: user.userID, email: user.email.toLowerCase() })),
  }
}

export interface ValidUserId {
  readonly userID: string
  readonly email: string
}

/** Valid, unrevoked user IDs, the primary one first. */
export async function validUserIds(key: Key, now: Date): Promise<readonly ValidUserId[]> {
  const at = new Date(Math.max(now.getTime(), key.getCreationTime().getTime()))
  const checked = await Promise.all(
    key.users.map(async (user) => {
      const holds = user.userID && (await user.verify(at, pgpConfig()).catch(() => false))
      return holds && user.userID ? { userID: user.userID.userID, email: user.userID.email } : null
    }),
  )
  const primary = await key.getPrimaryUser(at, undefined, pgpConfig()).catch(() => null)
  const first = primary?.user.userID?.userID
  return checked
    .filter((user) => user !== null)
    .sort((one, other) => Number(other.userID === first) - Number(one.userID === first))
}
