/**
 * Encrypts a whole message in memory: SEIPD version 1 (RFC 9580, 5.13.1), by the bulk AES and the hash of this program. OpenPGP.js does
 * the same with several copies of everything, and a megabyte is what an analyst waits for.
 */
import { createHash } from 'node:crypto'
import { cfbEncryption } from './stream/cfb.ts'
import { MDC_BYTES, mdcHeader, PREFIX_BYTES } from './stream/mdc.ts'
import { probeNatives } from './stream/natives.ts'
import { tags } from './stream/packet-reader.ts'

/** Asked once: whether this program has what it takes. */
const natives = probeNatives()
export const hasBulkAes = natives.hasAes && natives.hashes.has(2)

/**
 * @param head what stands before it: the packets with the session key. @param random sixteen octets nobody can guess; the last two are
 * repeated, as the format wants it. @returns the whole message, in one piece of memory.
 */
export function withIntegrity(head: Uint8Array, packets: Uint8Array, key: Uint8Array, random: Uint8Array): Uint8Array {
  const plain = plaintextOf(packets, random)
  const message = Buffer.allocUnsafe(head.length + HEADER_BYTES + 1 + plain.length)
  message.set(head)
  // New format, a length of five octets, then the version of the packet.
  message.set([0xc0 | tags.protectedData, 255], head.length)
  let at = message.writeUInt32BE(1 + plain.length, head.length + 2)
  at = message.writeUInt8(1, at)
  const cfb = cfbEncryption(key)
  for (let from = 0; from < plain.length; from += cfb.input.length) {
    const piece = plain.subarray(from, from + cfb.input.length)
    cfb.input.set(piece)
    message.set(cfb.run(piece.length), at + from)
  }
  return message
}

const HEADER_BYTES = 6

/** Random prefix, the packets, and the hash over both. */
function plaintextOf(packets: Uint8Array, random: Uint8Array): Uint8Array {
  const plain = new Uint8Array(PREFIX_BYTES + packets.length + MDC_BYTES)
  plain.set(random.subarray(0, 16))
  plain.set(random.subarray(14, 16), 16)
  plain.set(packets, PREFIX_BYTES)
  plain.set(mdcHeader, plain.length - MDC_BYTES)
  const hashed = plain.subarray(0, plain.length - MDC_BYTES + mdcHeader.length)
  plain.set(createHash('sha1').update(hashed).digest(), hashed.length)
  return plain
}
