/** Judges one signature packet: the arithmetic by OpenPGP.js, and in what state the key was and is, which its error texts do not tell apart. */
import { enums, type Key, type SignaturePacket, type Subkey } from 'openpgp'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { asciiLower, visible } from '../mime/visible.ts'
import { messageOf, pgpConfig, toFingerprint } from './config.ts'
import type { JudgedSignature } from './verify.ts'

export interface VerifiedSigner {
  readonly fingerprint: string
  /** Valid user IDs, the primary one first; safe to show. */
  readonly userIds: readonly { readonly text: string; readonly email: string }[]
}

export interface Circumstances {
  readonly keys: readonly Key[]
  readonly now: Date
  /** Fingerprints of the keys that opened the encryption around it. */
  readonly openedWith: readonly string[]
}

type State = JudgedSignature['state']

/** Never throws. */
export async function judgeSignature(
  signature: SignaturePacket,
  literal: object,
  { keys, now, openedWith }: Circumstances,
): Promise<JudgedSignature> {
  const issuer = signature.issuerKeyID.toHex().toUpperCase().padStart(16, '0')
  const named = signature.issuerFingerprint ? hex(signature.issuerFingerprint) : null
  const signedAt = signature.created?.toISOString() ?? null
  const says = (state: State, finding: Saying): JudgedSignature => ({
    state,
    signer: null,
    signedAt,
    issuer,
    findings: [finding],
  })
  const type = signature.signatureType
  // A standalone or certification signature signs no text (GHSA-qwqc-28w3-fww6).
  if (type !== enums.signature.binary && type !== enums.signature.text)
    return says('bad', saying('signature-wrong-type'))
  if (named === null && /^0*$/.test(issuer)) return says('unknown-key', saying('signature-names-no-key'))
  if (named !== null && !isKeyIdOf(issuer, named)) return says('bad', saying('signature-contradicts', { key: issuer }))
  const candidates = candidatesFor(signature, named, keys)
  const key = named ?? issuer
  if (candidates.length === 0) return says('unknown-key', saying('signature-unknown-key', { key }))
  const intended = takeIntended(signature)
  for (const candidate of candidates) {
    const outcome = await arithmetic(signature, candidate.part, literal)
    if (outcome === 'wrong') continue
    if (outcome === 'unchecked') return says('weak', saying('signature-too-weak', { key }))
    const judged = await judgeKey(signature, candidate, outcome, now)
    const forOthers = intended.length > 0 && !intended.some((fingerprint) => openedWith.includes(fingerprint))
    const kept = forOthers && judged.state === 'good' ? notForUs(judged, intended) : judged
    const signer = kept.signer === false ? null : await signerOf(candidate.key, now)
    return { state: kept.state, signer, signedAt, issuer, findings: kept.findings }
  }
  return says('bad', saying('signature-bad', { key }))
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase()

/** The last eight octets of a version 4 fingerprint, the first eight of a later one (RFC 9580, 5.5.4). */
const isKeyIdOf = (issuer: string, fingerprint: string): boolean =>
  fingerprint.length === 40 ? fingerprint.endsWith(issuer) : fingerprint.startsWith(issuer)

interface Candidate {
  readonly key: Key
  readonly part: Key | Subkey
}

const MAX_CANDIDATES = 20

/** By full fingerprint where the signature names one. A key ID only finds keys to try: the arithmetic decides, so a collision is harmless. */
const candidatesFor = (signature: SignaturePacket, named: string | null, keys: readonly Key[]): readonly Candidate[] =>
  keys
    .flatMap((key) => key.getKeys(signature.issuerKeyID).map((part) => ({ key, part })))
    .filter(({ part }) => named === null || toFingerprint(part.getFingerprint()) === named)
    .slice(0, MAX_CANDIDATES)

const INTENDED_RECIPIENT = 35

/** Fingerprints of those whom the signer encrypted to (RFC 9580, 5.2.3.36). Taken out, since OpenPGP.js takes a critical one for unknown. */
function takeIntended(signature: SignaturePacket): readonly string[] {
  const all = signature.unknownSubpackets.filter(({ type }) => type === INTENDED_RECIPIENT)
  signature.unknownSubpackets = signature.unknownSubpackets.filter(({ type }) => type !== INTENDED_RECIPIENT)
  return all.map(({ body }) => hex(body.subarray(1)))
}

/** Surreptitious forwarding: signed text taken out of a message to somebody else and sent on. */
const notForUs = ({ findings }: Verdict, intended: readonly string[]): Verdict => ({
  state: 'bad',
  findings: [...findings, saying('signature-for-others', { fingerprints: intended.slice(0, 5).join(', ') })],
})

type Outcome = 'fits' | 'weak' | 'demanding' | 'unchecked' | 'wrong'

async function arithmetic(signature: SignaturePacket, part: Key | Subkey, literal: object): Promise<Outcome> {
  const at = signature.created ?? undefined
  const type = signature.signatureType
  if (type === null) return 'wrong'
  try {
    await signature.verify(part.keyPacket, type, literal, at, true, pgpConfig())
    return 'fits'
  } catch (error) {
    const text = messageOf(error)
    // Both are thrown only after the arithmetic was found to fit.
    if (text.startsWith('Insecure')) return 'weak'
    if (text.startsWith('Unknown critical')) return 'demanding'
    // Thrown before: EdDSA over a hash as short as SHA-1.
    return text.includes('too weak') ? 'unchecked' : 'wrong'
  }
}

/** `signer: false` where the key must not be named as who signed. */
interface Verdict {
  readonly state: State
  readonly signer?: false
  readonly findings: readonly Saying[]
}

const AHEAD_MS = 24 * 3600 * 1000

async function judgeKey(
  signature: SignaturePacket,
  { key, part }: Candidate,
  outcome: Outcome,
  now: Date,
): Promise<Verdict> {
  const fingerprint = toFingerprint(key.getFingerprint())
  const { created } = signature
  const bad = (finding: Saying): Verdict => ({ state: 'bad', signer: false, findings: [finding] })
  const as = (state: State, ...findings: Saying[]): Verdict => ({ state, findings })
  if (!created || part.getCreationTime() > created) return bad(saying('signature-older-than-key', { fingerprint }))
  if (await isRevoked(key, part, created)) return as('key-revoked', saying('signature-key-revoked', { fingerprint }))
  if (await isRevoked(key, part, now))
    return as('key-revoked', saying('signature-key-revoked-since', { fingerprint, at: created.toISOString() }))
  if (outcome === 'weak' || isWeakKey(part)) return as('weak', saying('signature-weak', { fingerprint }))
  if (outcome === 'demanding') return as('bad', saying('signature-demanding', { fingerprint }))
  const then = await signingProblem(key, part, created)
  const today = await signingProblem(key, part, now)
  if (then === 'expired') return as('key-expired', saying('signature-after-expiry', { fingerprint }))
  // A self-signature renewed since then hides what held before: the key counts if it may sign today.
  if (then === 'not-allowed' || (then === 'renewed' && today !== null && today !== 'expired')) {
    return bad(saying('signature-key-not-allowed', { fingerprint }))
  }
  if (created.getTime() - now.getTime() > AHEAD_MS)
    return as('bad', saying('signature-time-ahead', { fingerprint, at: created.toISOString() }))
  if (today === 'expired') return as('key-expired', saying('signature-key-expired-since', { fingerprint }))
  if (signature.isExpired(now) && created <= now) return as('key-expired', saying('signature-expired', { fingerprint }))
  return as('good')
}

/** A key retired or superseded is revoked from then on, a stolen one always (RFC 9580, 5.2.3.31): OpenPGP.js asks the reason. */
async function isRevoked(key: Key, part: Key | Subkey, at: Date): Promise<boolean> {
  if (await key.isRevoked(undefined, undefined, at, pgpConfig())) return true
  if (!('bindingSignatures' in part)) return false
  const bindings = await Promise.all(
    part.bindingSignatures.map((binding) => part.isRevoked(binding, key.keyPacket, at, pgpConfig())),
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

const MAX_USER_ID = 200

/** User IDs without a valid self-signature are never shown (CVE-2021-23992). */
async function signerOf(key: Key, now: Date): Promise<VerifiedSigner> {
  const valid = await validUserIds(key, now)
  return {
    fingerprint: toFingerprint(key.getFingerprint()),
    userIds: valid.map(({ userID, email }) => ({
      text: visible(userID).slice(0, MAX_USER_ID),
      email: asciiLower(email),
    })),
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
