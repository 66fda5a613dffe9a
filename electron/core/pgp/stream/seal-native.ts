/** Signs and encrypts a file in one pass with the processor's own AES and hashes: what GnuPG 2.2, Sequoia and RNP read (RFC 9580, 5.13.1). */
import { createHash, randomBytes } from 'node:crypto'
import { encryptSessionKey, type Key, type PrivateKey, type Subkey } from 'openpgp'
import { saying } from '../../../../shared/words/say.ts'
import { pgpConfig } from '../config.ts'
import { byteReader, type Pieces } from './byte-reader.ts'
import { cfbEncryption, type BlockStream } from './cfb.ts'
import type { Hashing } from './hashing.ts'
import { mdcHeader, PREFIX_BYTES } from './mdc.ts'
import type { Natives } from './natives.ts'
import { tags } from './packet-reader.ts'
import { partialWriter } from './partial-writer.ts'
import { onePass, signatureHash, signHash } from './sign-hash.ts'
import { Refused, Surprise } from './stops.ts'
import type { SealedFile } from './stream-job.ts'

export interface SealWork {
  readonly natives: Natives
  readonly hashing: (names: readonly string[]) => Hashing
  readonly pieces: () => Pieces
  /** Of the source: the literal packet says it before the text comes. */
  readonly size: number
  /** Safe, or ''. */
  readonly fileName: string
  readonly to: readonly Key[]
  readonly own: PrivateKey
  readonly at: Date
  readonly write: (bytes: Uint8Array) => void
}

/** By their place in the list that is handed to `hashing`. */
const [SIGNATURE, MDC] = [0, 1]
const hashNames = [signatureHash.name, 'sha1']
const MOST_BYTES = 0xffff_0000

/** Throws `Refused` (`stream-changed`), and `Surprise` where this way is not there. */
export async function sealNatively(work: SealWork): Promise<SealedFile> {
  const { natives, own, at } = work
  if (!natives.hasAes || !natives.hashes.has(signatureHash.number) || work.size > MOST_BYTES)
    throw new Surprise('native')
  const signer = await own.getSigningKey(undefined, at, undefined, pgpConfig())
  if (signer.keyPacket.version !== 4) throw new Surprise('key version')
  const sessionKey = randomBytes(32)
  const output = hashed(work.write)
  output.write(await sessionKeyPackets(work, sessionKey))
  await protectedData(work, signer, sessionKey, output.write)
  return output.end()
}

function sessionKeyPackets({ to, at }: SealWork, data: Uint8Array): Promise<Uint8Array> {
  const options = { data, encryptionKeys: [...to], date: at, config: pgpConfig() }
  return encryptSessionKey({ ...options, algorithm: 'aes256', format: 'binary' })
}

async function protectedData(
  work: SealWork,
  signer: Key | Subkey,
  sessionKey: Uint8Array,
  write: SealWork['write'],
): Promise<void> {
  const body = partialWriter(tags.protectedData, write)
  const cipher = encrypting(cfbEncryption(sessionKey), body.write)
  const hashing = work.hashing(hashNames)
  /** Everything that is encrypted goes into the MDC, only the text into the signature. */
  const put = (bytes: Uint8Array): void => {
    hashing.slot().set(bytes)
    hashing.add(bytes.length, [MDC])
    cipher.write(bytes)
  }
  try {
    body.write(Uint8Array.of(1))
    put(prefix())
    put(onePass(signer))
    put(literalHead(work))
    pour(work, hashing, cipher.write)
    put(await signHash(signer, work.at, (suffix) => hashing.digest(SIGNATURE, suffix)))
    put(mdcHeader)
    cipher.write(hashing.digest(MDC, new Uint8Array()))
    cipher.end()
    body.end()
  } finally {
    hashing.close()
  }
}

function prefix(): Uint8Array {
  const noise = randomBytes(PREFIX_BYTES)
  noise.copyWithin(PREFIX_BYTES - 2, PREFIX_BYTES - 4, PREFIX_BYTES - 2)
  return noise
}

/** Packet header, format, name and time (RFC 9580, 5.9). */
function literalHead({ size, fileName, at }: SealWork): Uint8Array {
  const name = Buffer.from(fileName, 'utf8')
  const head = Buffer.alloc(6 + 2 + name.length + 4)
  head.set([0xc0 | tags.literal, 255])
  head.writeUInt32BE(head.length - 6 + size, 2)
  head.set(['b'.charCodeAt(0), name.length, ...name], 6)
  head.writeUInt32BE(Math.floor(at.getTime() / 1000), head.length - 4)
  return head
}

function pour({ pieces, size }: SealWork, hashing: Hashing, encrypt: (bytes: Uint8Array) => void): void {
  const reader = byteReader(pieces())
  for (let left = size; left > 0;) {
    const slot = hashing.slot()
    const length = reader.readInto(slot.subarray(0, left))
    if (length === 0) throw new Refused(saying('stream-changed'))
    hashing.add(length, [SIGNATURE, MDC])
    encrypt(slot.subarray(0, length))
    left -= length
  }
  if (!reader.isAtEnd()) throw new Refused(saying('stream-changed'))
}

function encrypting(cipher: BlockStream, write: SealWork['write']): { write: SealWork['write']; end: () => void } {
  let filled = 0
  const flush = (): void => {
    write(cipher.run(filled))
    filled = 0
  }
  return {
    write: (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const length = Math.min(cipher.input.length - filled, bytes.length - at)
        cipher.input.set(bytes.subarray(at, at + length), filled)
        filled += length
        at += length
        if (filled === cipher.input.length) flush()
      }
    },
    end: flush,
  }
}

export function hashed(write: SealWork['write']): { write: SealWork['write']; end: () => SealedFile } {
  const hash = createHash('sha256')
  let size = 0
  return {
    write: (bytes) => {
      hash.update(bytes)
      size += bytes.length
      write(bytes)
    },
    end: () => ({ size, sha256: hash.digest('hex') }),
  }
}
