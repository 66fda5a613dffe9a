/** Opens one OpenPGP message: decrypts it with our keys, checks its integrity, judges its signatures; gives no byte that did not pass. */
import { decrypt, enums, readMessage, verify, type Message, type PrivateKey, type Signature } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { megabytes } from '../mime/limits.ts'
import { messageOf, pgpConfig, toFingerprint } from './config.ts'
import { inflateTolerantly } from './tolerant-inflate.ts'
import { unlock, type KeyRing, type OwnKey } from './key-ring.ts'
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

/**
 * @returns `message-no-key`, `message-password-only`, `message-key-locked`, `message-no-integrity`, `message-tampered`, `message-weak-cipher`,
 * `message-too-large` or `message-damaged`.
 */
export async function openPgpData(
  bytes: Uint8Array,
  ring: KeyRing,
  now: Date,
  decompressedBytes: number,
): Promise<Result<PgpContent, Saying>> {
  const read = await readPackets(bytes, decompressedBytes)
  if (!read.ok) return read
  if (isEncrypted(read.value)) return openEncrypted(bytes, read.value, ring, now, decompressedBytes)
  const opened = await readSigned(read.value, decompressedBytes)
  return opened.ok ? ok(await content(opened.value, ring, now)) : opened
}

/** What OpenPGP.js gives back: the bytes and, unjudged, the signatures over them. */
interface Opened {
  readonly data: Uint8Array
  readonly fileName: string
  readonly signatures: readonly { readonly signature: Promise<Signature> }[]
  readonly key: PrivateKey | null
}

async function content(
  opened: Opened,
  ring: KeyRing,
  now: Date,
  recipients: readonly string[] = [],
): Promise<PgpContent> {
  const { data, fileName, key } = opened
  const signatures = await Promise.all(opened.signatures.map(({ signature }) => signature))
  return {
    data: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    fileName,
    encrypted: key !== null,
    recipients,
    decryptedWith: key ? toFingerprint(key.getFingerprint()) : null,
    // Judged over the bytes that are shown, as if detached: what is shown cannot be other than what was signed (CVE-2025-47934).
    verdict: await verifySignatures(data, signatures, ring.publicKeys, now),
  }
}

async function readSigned(message: Message<Uint8Array>, decompressedBytes: number): Promise<Result<Opened, Saying>> {
  try {
    const config = pgpConfig(decompressedBytes)
    const opened = await verify({ message, verificationKeys: [], format: 'binary', config })
    const { signatures } = opened
    return ok({ data: toBytes(opened.data), fileName: message.getFilename() ?? '', signatures, key: null })
  } catch {
    return fail(saying('message-damaged'))
  }
}

async function readPackets(bytes: Uint8Array, decompressedBytes: number): Promise<Result<Message<Uint8Array>, Saying>> {
  try {
    return ok(await readMessage({ binaryMessage: bytes, config: pgpConfig(decompressedBytes) }))
  } catch (error) {
    return fail(tooLarge(error, decompressedBytes) ?? saying('message-damaged'))
  }
}

const tooLarge = (error: unknown, decompressedBytes: number): Saying | null =>
  /Maximum decompressed/.test(messageOf(error))
    ? saying('message-too-large', { limit: megabytes(decompressedBytes) })
    : null

const { packet } = enums

const isEncrypted = (message: Message<Uint8Array>): boolean =>
  message.packets.filterByTag(
    packet.symmetricallyEncryptedData,
    packet.symEncryptedIntegrityProtectedData,
    packet.aeadEncryptedData,
  ).length > 0

const recipientsOf = (message: Message<Uint8Array>): readonly string[] =>
  message.getEncryptionKeyIDs().map((id) => id.toHex().toUpperCase())

async function openEncrypted(
  bytes: Uint8Array,
  message: Message<Uint8Array>,
  ring: KeyRing,
  now: Date,
  decompressedBytes: number,
): Promise<Result<PgpContent, Saying>> {
  // Refused before a key is touched, so that it cannot even be used to ask questions (EFAIL).
  if (message.packets.findPacket(packet.symmetricallyEncryptedData)) return fail(saying('message-no-integrity'))
  const recipients = recipientsOf(message)
  if (recipients.length === 0) return fail(saying('message-password-only'))
  const ours = (await ring.secretKeys()).filter((own) => isFor(own, recipients))
  let problem: Saying = saying('message-no-key', { keyids: recipients.join(', ') })
  for (const own of ours) {
    const key = await unlock(own)
    if (!key) {
      problem = saying('message-key-locked', { fingerprint: toFingerprint(own.key.getFingerprint()) })
      continue
    }
    const opened = await decryptWith(bytes, key, now, decompressedBytes)
    if (opened.ok) return ok(await content(opened.value, ring, now, recipients))
    // With a hidden recipient a failure may only mean that it was another key's.
    if (!recipients.includes(WILDCARD) || !isWrongKey(opened.problem)) problem = opened.problem
  }
  return fail(problem)
}

const isFor = ({ key }: OwnKey, recipients: readonly string[]): boolean =>
  recipients.includes(WILDCARD) || key.getKeyIDs().some((id) => recipients.includes(id.toHex().toUpperCase()))

const isWrongKey = (problem: Saying): boolean => problem.code === 'message-tampered'

/** From the bytes each time: OpenPGP.js takes the encrypted data out of a message object that it works on. */
async function decryptWith(
  bytes: Uint8Array,
  key: PrivateKey,
  now: Date,
  decompressedBytes: number,
): Promise<Result<Opened, Saying>> {
  const message = await readPackets(bytes, decompressedBytes)
  if (!message.ok) return message
  try {
    const config = pgpConfig(decompressedBytes)
    const opened = await decrypt({
      message: message.value,
      decryptionKeys: key,
      format: 'binary',
      date: now,
      config,
    })
    const { filename: fileName, signatures } = opened
    return ok({ data: toBytes(opened.data), fileName, signatures, key })
  } catch (error) {
    return fail(tooLarge(error, decompressedBytes) ?? decryptionProblem(messageOf(error), message.value))
  }
}

function toBytes(data: unknown): Uint8Array {
  if (data instanceof Uint8Array) return data
  throw new Error('no bytes')
}

function decryptionProblem(text: string, message: Message<Uint8Array>): Saying {
  // The only ciphers with a number that OpenPGP.js does not know at all.
  if (text.includes('Invalid enum value')) return saying('message-weak-cipher', { cipher: 'Camellia' })
  if (/non-preferred symmetric/.test(text)) return saying('message-weak-cipher', { cipher: cipherOf(message) })
  if (/not authenticated/.test(text)) return saying('message-no-integrity')
  if (/grammar|Unexpected packet|Unexpected end/i.test(text)) return saying('message-damaged')
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

function cipherOf(message: Message<Uint8Array>): string {
  const used = message.packets
    .filterByTag(packet.publicKeyEncryptedSessionKey)
    .map((sessionKey: object) => Number(Reflect.get(sessionKey, 'sessionKeyAlgorithm')))
    .find((algorithm) => algorithm in CIPHERS)
  return CIPHERS[used ?? 0] ?? '?'
}
