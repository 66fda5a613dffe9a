/** Decrypts integrity-protected data with a session key: natively where that is certain to be the same, else by OpenPGP.js; all of it or nothing. */
import { createCipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { decrypt, readMessage, type DecryptedSessionKey, type SessionKey } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { megabytes } from '../mime/limits.ts'
import { messageOf, pgpConfig } from './config.ts'
import { bodyOf, TAG, type PacketSpan } from './packets.ts'
import { cfbDecryption, pieceBytes, type BlockStream } from './stream/cfb.ts'

const AES = ['aes128', 'aes192', 'aes256']

/** @returns the packets inside, or `message-tampered`, `message-too-large`, `message-damaged`. Never throws. */
export function decryptData(
  bytes: Uint8Array,
  packet: PacketSpan,
  key: DecryptedSessionKey,
  limit: number,
): Promise<Result<Uint8Array, Saying>> {
  const body = bodyOf(bytes, packet)
  const isNative = packet.tag === TAG.protectedData && body[0] === 1 && AES.includes(String(key.algorithm))
  return isNative
    ? Promise.resolve(decryptCfb(body.subarray(1), key.data))
    : decryptByLibrary(bytes.subarray(packet.start, packet.end), key, limit)
}

const BLOCK = 16
const MDC = 22

/** RFC 9580, 5.13.1: a block of noise, its last two octets again, the packets, and a hash of all that. */
function decryptCfb(body: Uint8Array, key: Uint8Array): Result<Uint8Array, Saying> {
  const tampered = fail(saying('message-tampered'))
  if (body.length < BLOCK + 2 + MDC) return tampered
  try {
    const plain = body.length > SMALL ? inPieces(body, cfbDecryption(key)) : atOnce(body, key)
    const mark = plain.length - MDC
    const hash = createHash('sha1')
      .update(plain.subarray(0, mark + 2))
      .digest()
    const fits = timingSafeEqual(hash, plain.subarray(mark + 2)) && plain[mark] === 0xd3 && plain[mark + 1] === 0x14
    return fits ? ok(plain.subarray(BLOCK + 2, mark)) : tampered
  } catch {
    return tampered
  }
}

const SMALL = 65_536

/** The same as `cfbDecryption` without its large buffers: most messages are small. */
function atOnce(body: Uint8Array, key: Uint8Array): Buffer {
  const known = Buffer.alloc(BLOCK + Math.ceil(body.length / BLOCK) * BLOCK)
  known.set(body, BLOCK)
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  const plain = cipher.update(known.subarray(0, -BLOCK))
  for (let at = 0; at < body.length; at += 1) plain[at] = (plain[at] ?? 0) ^ (body[at] ?? 0)
  return plain.subarray(0, body.length)
}

function inPieces(body: Uint8Array, { input, run }: BlockStream): Buffer {
  const plain = Buffer.allocUnsafe(body.length)
  for (let at = 0; at < body.length; at += pieceBytes) {
    const piece = body.subarray(at, at + pieceBytes)
    input.set(piece)
    plain.set(run(piece.length), at)
  }
  return plain
}

async function decryptByLibrary(
  binaryMessage: Uint8Array,
  key: DecryptedSessionKey,
  limit: number,
): Promise<Result<Uint8Array, Saying>> {
  try {
    const config = pgpConfig(limit)
    const message = await readMessage({ binaryMessage, config })
    // Without an algorithm where the data itself names it; the declaration does not know that.
    const opened = await decrypt({ message, sessionKeys: key as SessionKey, format: 'binary', config })
    const signatures = await Promise.all(opened.signatures.map(({ signature }) => signature))
    const written = signatures.map(({ packets }) => packets.write())
    return ok(Buffer.concat([...written, literalOf(toBytes(opened.data), opened.filename)]))
  } catch (error) {
    const text = messageOf(error)
    if (/Maximum decompressed/.test(text)) return fail(saying('message-too-large', { limit: megabytes(limit) }))
    if (/grammar|Unexpected packet|Unexpected end/i.test(text)) return fail(saying('message-damaged'))
    return fail(saying('message-tampered'))
  }
}

/** OpenPGP.js gives back the content, not its packets: signatures and a literal stand for them again (RFC 9580, 5.9). */
function literalOf(data: Uint8Array, fileName: unknown): Buffer {
  // It declares a string, and gives null where there is no name.
  const name = Buffer.from(typeof fileName === 'string' ? fileName : '').subarray(0, 255)
  const head = Buffer.from([0xcb, 0xff, 0, 0, 0, 0, 0x62, name.length])
  head.writeUInt32BE(2 + name.length + 4 + data.length, 2)
  return Buffer.concat([head, name, Buffer.alloc(4), data])
}

function toBytes(data: unknown): Uint8Array {
  if (data instanceof Uint8Array) return data
  throw new Error('no bytes')
}
