/** Opens and checks what OCB protects in LibrePGP's packet 20, which GnuPG 2.3 and RNP write (draft-koch-librepgp, 5.16). */
import { saying } from '../../../../shared/words/say.ts'
import { ocbDecryption, stretchBytes, TAG_BYTES, type OcbMessage } from './ocb.ts'
import type { Packet } from './packet-reader.ts'
import { Refused, Surprise } from './stops.ts'

const OCB = 2
const NONCE_BYTES = 15
const KEY_BYTES: Readonly<Record<number, number>> = { 7: 16, 8: 24, 9: 32 }
/** 64 KB to 4 MB, as programs write them. Very small chunks are left to OpenPGP.js. */
const [LEAST_CHUNK, MOST_CHUNK] = [10, 16]

export interface AeadHead {
  /** What is authenticated with every chunk. */
  readonly associated: Uint8Array
  readonly cipher: number
  readonly chunkBytes: number
  readonly nonce: Uint8Array
}

/** `version` has been read. Throws `Surprise` on what is left to OpenPGP.js. */
export function readAeadHead(packet: Packet, version: number): AeadHead {
  const [cipher = 0, mode = 0, size = 0] = exactly(packet, 3)
  if (mode !== OCB || KEY_BYTES[cipher] === undefined) throw new Surprise('aead')
  if (size < LEAST_CHUNK || size > MOST_CHUNK) throw new Surprise('chunk size')
  return {
    associated: Uint8Array.of(0xc0 | packet.tag, version, cipher, mode, size),
    cipher,
    chunkBytes: 2 ** (size + 6),
    nonce: exactly(packet, NONCE_BYTES),
  }
}

function exactly(packet: Packet, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  if (packet.readInto(bytes) < length) throw new Refused(saying('message-damaged'))
  return bytes
}

/** As `openMdc`: what comes counts only once it has ended well. */
export function* openAead(
  packet: Packet,
  head: AeadHead,
  sessionKey: Uint8Array,
  onChecked: () => void,
): Generator<Uint8Array, void> {
  const { chunkBytes } = head
  const startMessage = messages(head, sessionKey)
  const window = lookAhead(packet)
  let total = 0
  for (let index = 0; ; index += 1) {
    const message = startMessage(index, null)
    for (let left = chunkBytes; left > 0;) {
      const length = Math.min(left, stretchBytes, window.fill() - 2 * TAG_BYTES)
      if (length < 0) throw new Refused(saying('message-tampered'))
      if (length === 0) break
      yield message.update(window.take(length))
      left -= length
      total += length
    }
    if (!message.tagHolds(window.take(TAG_BYTES))) throw new Refused(saying('message-tampered'))
    if (window.fill() > TAG_BYTES) continue
    if (!startMessage(index + 1, total).tagHolds(window.take(TAG_BYTES))) {
      throw new Refused(saying('message-tampered'))
    }
    return onChecked()
  }
}

/** The chunks under their numbers, and at the end, with how many bytes there were, an empty one. */
function messages(head: AeadHead, sessionKey: Uint8Array): (index: number, total: number | null) => OcbMessage {
  const ocb = ocbDecryption(sessionKey)
  return (index, total) => {
    const number = eightOctets(index)
    const nonce = Uint8Array.from(head.nonce)
    number.forEach((value, at) => {
      const octet = NONCE_BYTES - 8 + at
      nonce[octet] = (nonce[octet] ?? 0) ^ value
    })
    const end = total === null ? [] : [...eightOctets(total)]
    return ocb.start(nonce, Uint8Array.from([...head.associated, ...number, ...end]))
  }
}

function eightOctets(value: number): Uint8Array {
  const octets = Buffer.alloc(8)
  octets.writeBigUInt64BE(BigInt(value))
  return octets
}

interface LookAhead {
  /** @returns how many bytes are at hand: a stretch and two tags, less only at the end. */
  readonly fill: () => number
  readonly take: (length: number) => Uint8Array
}

function lookAhead(packet: Packet): LookAhead {
  const buffer = new Uint8Array(stretchBytes + 2 * TAG_BYTES)
  let [start, end] = [0, 0]
  return {
    fill: () => {
      buffer.copyWithin(0, start, end)
      end -= start
      start = 0
      end += packet.readInto(buffer.subarray(end))
      return end
    },
    take: (length) => {
      const taken = buffer.subarray(start, Math.min(end, start + length))
      start += taken.length
      return taken
    },
  }
}

/** The key must be as long as the cipher says. */
export const fits = ({ cipher }: AeadHead, sessionKey: Uint8Array): boolean => KEY_BYTES[cipher] === sessionKey.length
