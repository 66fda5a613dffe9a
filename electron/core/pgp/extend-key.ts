/** Gives a key of our own another end: new self-signatures beside the old ones, made as the old ones were but for the end. */
import {
  enums,
  SecretKeyPacket,
  SignaturePacket,
  type Config,
  type Key,
  type PrivateKey,
  type Subkey,
  type User,
} from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { pgpConfig } from './config.ts'
import { endOf, isRevoked, latestValid } from './key-parts.ts'

/** Takes any of what may be signed, which the types of OpenPGP.js leave out. */
interface Signs {
  sign(key: SecretKeyPacket, data: object, date: Date, detached: boolean, config: Config): Promise<void>
}

interface Extending {
  readonly key: PrivateKey
  readonly primary: SecretKeyPacket
  /** UTC ISO; null for no end. */
  readonly until: string | null
  readonly now: Date
}

/**
 * The primary key (by each of its names) and every subkey that held as long as the key itself did; one that was replaced or revoked before
 * stays as it is.
 * @param key unlocked; it is changed. @returns `key-primary-elsewhere`, `key-already-revoked`, `key-end-unrepresentable`, `key-extend-none`.
 */
export async function extended({ key, until, now }: Omit<Extending, 'primary'>): Promise<Result<PrivateKey, Saying>> {
  const primary = key.keyPacket
  if (!(primary instanceof SecretKeyPacket) || primary.isDummy() || !primary.isDecrypted()) {
    return fail(saying('key-primary-elsewhere'))
  }
  if (await isRevoked(key)) return fail(saying('key-already-revoked'))
  if (until !== null && secondsTo(key, until) > 0xffff_ffff) return fail(saying('key-end-unrepresentable'))
  const extending = { key, primary, until, now }
  const held = await lastHeld(extending)
  const users = await Promise.all(key.users.map((user) => extendUser(extending, user)))
  const subkeys = await Promise.all(key.subkeys.map((subkey) => extendSubkey(extending, subkey, held)))
  return [...users, ...subkeys].includes(true) ? ok(key) : fail(saying('key-extend-none'))
}

const secondsTo = (part: Key | Subkey, until: string): number =>
  Math.round((Date.parse(until) - part.getCreationTime().getTime()) / 1000)

/** Now, or the last moment of a key that has ended. */
async function lastHeld({ key, now }: Extending): Promise<Date> {
  const end = await key.getExpirationTime(undefined, pgpConfig()).catch(() => null)
  return end instanceof Date && end < now ? new Date(end.getTime() - 1000) : now
}

async function extendUser(extending: Extending, user: User): Promise<boolean> {
  const { key, now } = extending
  const data = { userID: user.userID, userAttribute: user.userAttribute, key: key.keyPacket }
  const isGone = (await latestValid(key, user.revocationSignatures, data, now)) !== null
  const old = isGone
    ? null
    : await latestValid(key, user.selfCertifications, data, atLeast(now, user.selfCertifications))
  if (old === null) return false
  user.selfCertifications.push(await signedAnew(extending, key, old, data))
  return true
}

async function extendSubkey(extending: Extending, subkey: Subkey, held: Date): Promise<boolean> {
  const { key, now } = extending
  const data = { key: key.keyPacket, bind: subkey.keyPacket }
  const isGone = (await latestValid(key, subkey.revocationSignatures, data, now)) !== null
  const old = isGone
    ? null
    : await latestValid(key, subkey.bindingSignatures, data, atLeast(now, subkey.bindingSignatures))
  const end = old === null ? null : endOf(subkey, old)
  if (old === null || (end !== null && end <= held.toISOString())) return false
  subkey.bindingSignatures.push(await signedAnew(extending, subkey, old, data))
  return true
}

/** Two changes within one second make a signature that is dated a little ahead; the next one must build on it. */
const atLeast = (now: Date, signatures: readonly SignaturePacket[]): Date =>
  new Date(Math.max(now.getTime(), ...signatures.map(({ created }) => created?.getTime() ?? 0)))

/** Everything that the old one said, with another end; newer than it by a second at least, since programs take the newest. */
async function signedAnew(
  { key, primary, until, now }: Extending,
  part: Key | Subkey,
  old: SignaturePacket,
  data: object,
): Promise<SignaturePacket> {
  const fresh = new SignaturePacket()
  Object.assign(fresh, carriedOver(old))
  fresh.publicKeyAlgorithm = primary.algorithm
  fresh.hashAlgorithm = strongHash(key)
  fresh.keyExpirationTime = until === null ? null : secondsTo(part, until)
  fresh.keyNeverExpires = until === null
  const signing: Signs = fresh
  const at = new Date(Math.max(now.getTime(), (old.created?.getTime() ?? 0) + 1000))
  await signing.sign(primary, data, at, false, pgpConfig())
  return fresh
}

/** Chance of its own that OpenPGP.js puts into every signature. */
const SALT = 'salt@notations.openpgpjs.org'

const carriedOver = (old: SignaturePacket): Partial<SignaturePacket> => ({
  signatureType: old.signatureType,
  keyFlags: old.keyFlags,
  features: old.features,
  preferredSymmetricAlgorithms: old.preferredSymmetricAlgorithms,
  preferredHashAlgorithms: old.preferredHashAlgorithms,
  preferredCompressionAlgorithms: old.preferredCompressionAlgorithms,
  keyServerPreferences: old.keyServerPreferences,
  preferredKeyServer: old.preferredKeyServer,
  isPrimaryUserID: old.isPrimaryUserID,
  policyURI: old.policyURI,
  rawNotations: old.rawNotations.filter(({ name }) => name !== SALT),
  embeddedSignature: old.embeddedSignature,
})

/** As long as the curve asks for (RFC 9580, 5.2.3.2), and never the SHA-1 of an old signature. */
const strongHash = (key: Key): enums.hash => {
  const { algorithm, curve } = key.getAlgorithmInfo()
  return algorithm.startsWith('rsa') || curve === 'nistP256' || curve === 'brainpoolP256r1'
    ? enums.hash.sha256
    : enums.hash.sha512
}
