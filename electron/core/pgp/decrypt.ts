/** Opens one OpenPGP message: decrypts it with our keys, checks its integrity, judges its signatures; gives no byte that did not pass. */
import { decryptSessionKeys, readMessage, type DecryptedSessionKey, type PrivateKey } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { messageOf, pgpConfig, toFingerprint } from './config.ts'
import { unlock, type KeyRing, type OwnKey } from './key-ring.ts'
import { bodyOf, saysNothing, TAG, walkPackets, type PacketSpan } from './packets.ts'
import { readPlainMessage } from './plain-message.ts'
import { decryptData } from './seipd.ts'
import { inflateTolerantly } from './tolerant-inflate.ts'
import { verifySignatures, type SignatureVerdict } from './verify.ts'

export interface PgpContent {
  readonly data: Buffer
  /** The literal packet's file name: as the sender wrote it, covered by no signature. */
  readonly fileName: string
  readonly encrypted: boolean
  readonly recipients: readonly string[]
  readonly decryptedWith: string | null
  readonly verdict: SignatureVerdict
}

inflateTolerantly()

const WILDCARD = '0000000000000000'
/** The longest lists of teams have a few hundred members. */
const MAX_RECIPIENTS = 1000
/** Session keys tried in all: each costs milliseconds, and with a hidden recipient every key of ours is one try. */
const MAX_TRIES = 200

/**
 * @param openedWith keys that opened the encryption around it, if it lies in one.
 * @returns `message-no-key`, `message-password-only`, `message-key-locked`, `message-no-integrity`, `message-tampered`, `message-weak-cipher`,
 * `message-too-many-recipients`, `message-too-large` or `message-damaged`.
 */
export async function openPgpData(
  bytes: Uint8Array,
  ring: KeyRing,
  now: Date,
  decompressedBytes: number,
  openedWith: readonly string[] = [],
): Promise<Result<PgpContent, Saying>> {
  const { packets, whole } = walkPackets(bytes)
  const said = packets.filter((packet) => !saysNothing(packet))
  // Refused before a key is touched, so that it cannot even be used to ask questions (EFAIL).
  if (said.some(({ tag }) => tag === TAG.noIntegrity)) return fail(saying('message-no-integrity'))
  const data = said.find(isProtected)
  const isFirst = said[0]?.tag === TAG.sessionKey || said[0]?.tag === TAG.passwordKey || said[0] === data
  if (!whole && !isFirst) return fail(saying('message-damaged'))
  if (!isFirst || !data) return content(bytes, null, ring, now, decompressedBytes, openedWith)
  const sessionKeys = said.slice(0, -1)
  const isGrammatical =
    whole && data === said.at(-1) && sessionKeys.every(({ tag }) => tag === TAG.sessionKey || tag === TAG.passwordKey)
  if (!isGrammatical) return fail(saying('message-damaged'))
  return openEncrypted({ bytes, data, sessionKeys: sessionKeys.filter(isForKey) }, ring, now, decompressedBytes)
}

const isProtected = ({ tag }: PacketSpan): boolean => tag === TAG.protectedData || tag === TAG.libreProtectedData
const isForKey = ({ tag }: PacketSpan): boolean => tag === TAG.sessionKey

/** `opened` is null for what was not encrypted. */
async function content(
  bytes: Uint8Array,
  opened: { readonly key: PrivateKey; readonly recipients: readonly string[] } | null,
  ring: KeyRing,
  now: Date,
  limit: number,
  openedWith: readonly string[],
): Promise<Result<PgpContent, Saying>> {
  const plain = await readPlainMessage(bytes, limit)
  if (!plain.ok) return plain
  const { data, fileName, signatures } = plain.value
  const decryptedWith = opened ? toFingerprint(opened.key.getFingerprint()) : null
  const openers = decryptedWith === null ? openedWith : [...openedWith, decryptedWith]
  return ok({
    data,
    fileName,
    encrypted: opened !== null,
    recipients: opened?.recipients ?? [],
    decryptedWith,
    verdict: await verifySignatures(data, signatures, ring.publicKeys, now, openers),
  })
}

interface Sealed {
  readonly bytes: Uint8Array
  readonly data: PacketSpan
  readonly sessionKeys: readonly PacketSpan[]
}

async function openEncrypted(
  sealed: Sealed,
  ring: KeyRing,
  now: Date,
  limit: number,
): Promise<Result<PgpContent, Saying>> {
  const recipients = sealed.sessionKeys.map((packet) => recipientOf(bodyOf(sealed.bytes, packet)))
  if (recipients.length === 0) return fail(saying('message-password-only'))
  if (recipients.length > MAX_RECIPIENTS) return fail(saying('message-too-many-recipients', { limit: MAX_RECIPIENTS }))
  let problem: Saying = saying('message-no-key', { keyids: shortList([...new Set(recipients)]) })
  let tries = MAX_TRIES
  for (const own of await ring.secretKeys()) {
    const wanted = sealed.sessionKeys.filter((_, index) => isFor(own, recipients[index] ?? ''))
    if (wanted.length === 0) continue
    tries -= wanted.length
    if (tries < 0) return fail(saying('message-too-many-recipients', { limit: MAX_TRIES }))
    const key = await unlock(own)
    if (!key) {
      problem = saying('message-key-locked', { fingerprint: toFingerprint(own.key.getFingerprint()) })
      continue
    }
    const opened = await decryptWith(sealed, wanted, key, now, limit)
    if (opened.ok) return content(opened.value, { key, recipients }, ring, now, limit, [])
    // With a hidden recipient a failure may only mean that it was another key's.
    if (!recipients.includes(WILDCARD) || opened.problem.code !== 'message-tampered') problem = opened.problem
  }
  return fail(problem)
}

const MAX_NAMED = 20

const shortList = (ids: readonly string[]): string =>
  ids.length > MAX_NAMED ? `${ids.slice(0, MAX_NAMED).join(', ')} … (${ids.length})` : ids.join(', ')

/** 16 hex digits: version 3 names a key ID, version 6 a key version and a fingerprint, or nothing for a hidden one (RFC 9580, 5.1). */
function recipientOf(body: Uint8Array): string {
  const hex = (from: number, to: number): string => Buffer.from(body.subarray(from, to)).toString('hex').toUpperCase()
  if (body[0] !== 6) return hex(1, 9).padEnd(16, '0')
  const length = body[1] ?? 0
  if (length === 0) return WILDCARD
  return body[2] === 4 ? hex(length - 6, length + 2) : hex(3, 11)
}

const isFor = ({ key }: OwnKey, recipient: string): boolean =>
  recipient === WILDCARD || key.getKeyIDs().some((id) => id.toHex().toUpperCase() === recipient)

async function decryptWith(
  { bytes, data }: Sealed,
  wanted: readonly PacketSpan[],
  key: PrivateKey,
  now: Date,
  limit: number,
): Promise<Result<Uint8Array, Saying>> {
  const found = await sessionKeysOf(bytes, data, wanted, key, now)
  if (!found.ok) return found
  let problem: Saying = saying('message-tampered')
  for (const sessionKey of found.value) {
    const opened = await decryptData(bytes, data, sessionKey, limit)
    if (opened.ok) return opened
    problem = opened.problem
  }
  return fail(problem)
}

/** Only the packets that are for this key, and of the data only its version: OpenPGP.js would copy all of it. */
async function sessionKeysOf(
  bytes: Uint8Array,
  data: PacketSpan,
  wanted: readonly PacketSpan[],
  key: PrivateKey,
  now: Date,
): Promise<Result<readonly DecryptedSessionKey[], Saying>> {
  const config = pgpConfig()
  try {
    const parts = wanted.map(({ start, end }) => bytes.subarray(start, end))
    const message = await readMessage({ binaryMessage: Buffer.concat([...parts, headOf(bytes, data)]), config })
    try {
      return ok(await decryptSessionKeys({ message, decryptionKeys: key, date: now, config }))
    } catch (error) {
      return fail(sessionKeyProblem(messageOf(error), message.packets))
    }
  } catch {
    return fail(saying('message-damaged'))
  }
}

/** Room for what a header of the newest version holds: version, ciphers and salt. */
const HEAD = 64

function headOf(bytes: Uint8Array, data: PacketSpan): Uint8Array {
  const body = bodyOf(bytes, data).subarray(0, HEAD)
  return Buffer.concat([Buffer.from([0xc0 | data.tag, body.length]), body])
}

function sessionKeyProblem(text: string, packets: Iterable<object>): Saying {
  // The only ciphers with a number that OpenPGP.js does not know at all.
  if (text.includes('Invalid enum value')) return saying('message-weak-cipher', { cipher: 'Camellia' })
  if (/non-preferred symmetric/.test(text)) return saying('message-weak-cipher', { cipher: cipherOf(packets) })
  return saying('message-tampered')
}

const CIPHERS: Readonly<Record<number, string>> = {
  1: 'IDEA',
  2: '3DES',
  3: 'CAST5',
  4: 'Blowfish',
  10: 'Twofish',
  11: 'Camellia-128',
  12: 'Camellia-192',
  13: 'Camellia-256',
}

function cipherOf(packets: Iterable<object>): string {
  const used = [...packets]
    .map((packet) => Number(Reflect.get(packet, 'sessionKeyAlgorithm')))
    .find((algorithm) => algorithm in CIPHERS)
  return CIPHERS[used ?? 0] ?? '?'
}
