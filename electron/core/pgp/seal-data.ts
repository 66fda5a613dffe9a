/** The OpenPGP side of sealing: one message that is signed and encrypted, or only signed, as bytes. */
import { randomBytes } from 'node:crypto'
import {
  createCleartextMessage,
  createMessage,
  encrypt,
  encryptSessionKey,
  enums,
  generateSessionKey,
  readSignature,
  sign,
  type Key,
  type Message,
  type PrivateKey,
} from 'openpgp'
import { pgpConfig } from './config.ts'
import { hasBulkAes, withIntegrity } from './integrity-packet.ts'

/** What a message holds: a text, or bytes under a file name. */
export type Content = { readonly text: string } | { readonly bytes: Uint8Array; readonly name: string }

export interface SealKeys {
  /** Nobody where a message is only signed. */
  readonly to: readonly Key[]
  readonly own: PrivateKey
  readonly at: Date
}

const messageOf = (content: Content): Promise<Message<Uint8Array | string>> =>
  'text' in content
    ? createMessage({ text: content.text })
    : createMessage({ binary: viewOf(content.bytes), filename: content.name })

/** The library takes a plain array; a megabyte need not be copied for that. */
const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** Small ones go the library's own way, so that both ways are in use every day. */
const largeFrom = 16_384

/** Signed first, and the signature encrypted with it (RFC 3156, 6.2). */
export async function encryptData(content: Content, keys: SealKeys): Promise<Uint8Array> {
  const isLarge = ('text' in content ? content.text.length : content.bytes.length) > largeFrom
  return (isLarge && hasBulkAes ? await encryptInBulk(content, keys) : null) ?? encryptByLibrary(content, keys)
}

async function encryptByLibrary(content: Content, { to, own, at }: SealKeys): Promise<Uint8Array> {
  const message = await messageOf(content)
  const keys = { encryptionKeys: [...to], signingKeys: own, date: at }
  return onlyBytes(await encrypt({ message, ...keys, format: 'binary', config: pgpConfig() }))
}

/** null where the recipients' keys ask for something else than AES with an integrity packet. */
async function encryptInBulk(content: Content, keys: SealKeys): Promise<Uint8Array | null> {
  const recipients = { encryptionKeys: [...keys.to], date: keys.at, config: pgpConfig() }
  const { data, algorithm, aeadAlgorithm } = await generateSessionKey(recipients)
  if (aeadAlgorithm !== undefined || !algorithm?.startsWith('aes')) return null
  const head = await encryptSessionKey({ ...recipients, data, algorithm, format: 'binary' })
  return withIntegrity(onlyBytes(head), await signData(content, keys), data, randomBytes(16))
}

export async function signData(content: Content, { to, own, at }: SealKeys): Promise<Uint8Array> {
  const message = await messageOf(content)
  const keys = { signingKeys: own, recipientKeys: [...to], date: at }
  return onlyBytes(await sign({ message, ...keys, format: 'binary', config: pgpConfig() }))
}

/** @returns the signature, and the name of its hash as RFC 3156, 5 wants it. */
export async function signDetached(
  bytes: Uint8Array,
  { own, at }: SealKeys,
): Promise<{ readonly signature: Uint8Array; readonly micalg: string }> {
  const message = await createMessage({ binary: viewOf(bytes) })
  const options = { signingKeys: own, date: at, config: pgpConfig() }
  const signature = onlyBytes(await sign({ message, ...options, detached: true, format: 'binary' }))
  const { packets } = await readSignature({ binarySignature: signature, config: pgpConfig() })
  return { signature, micalg: `pgp-${enums.read(enums.hash, packets[0]?.hashAlgorithm ?? enums.hash.sha512)}` }
}

/** RFC 9580, 7: blanks at line ends are not signed, so there are none; nor are line ends, and people's programs want LF. */
export async function signCleartext(text: string, { own, at }: SealKeys): Promise<string> {
  const message = await createCleartextMessage({ text: text.replaceAll(/[ \t]+$/gm, '') })
  const made = await sign({ message, signingKeys: own, date: at, config: pgpConfig() })
  return made.replaceAll('\r\n', '\n')
}

/** What OpenPGP.js gives back is typed by what went in, streams among it; here it is always bytes. */
function onlyBytes(made: unknown): Uint8Array {
  if (!(made instanceof Uint8Array)) throw new Error('no bytes')
  return made
}
