/** Opens and checks what SEIPD version 1 protects (RFC 9580, 5.13.1): AES in CFB, and a SHA-1 over all of it at the end. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { saying } from '../../../../shared/words/say.ts'
import { cfbDecryption } from './cfb.ts'
import type { Packet } from './packet-reader.ts'
import { Refused, Surprise } from './stops.ts'

/** A block of random octets and its last two again. */
export const PREFIX_BYTES = 18
/** Header and body of the packet with the hash. */
export const MDC_BYTES = 22
export const mdcHeader = Uint8Array.of(0xd3, 0x14)

/**
 * The packets inside, as they come: nobody may rely on them before the end, at which it throws `Refused` (`message-tampered`) unless the
 * hash holds. `onChecked` is called once it held.
 */
export function* openMdc(packet: Packet, key: Uint8Array, onChecked: () => void): Generator<Uint8Array, void> {
  const cfb = cfbDecryption(key)
  const hash = createHash('sha1')
  const tail = new Uint8Array(2 * MDC_BYTES)
  let [held, skip] = [0, PREFIX_BYTES]
  const release = (bytes: Uint8Array): Uint8Array => {
    hash.update(bytes)
    const skipped = Math.min(skip, bytes.length)
    skip -= skipped
    return bytes.subarray(skipped)
  }
  for (let length = packet.readInto(cfb.input); length > 0; length = packet.readInto(cfb.input)) {
    const plain = cfb.run(length)
    const fresh = plain.subarray(0, Math.max(0, length - MDC_BYTES))
    // What was held back can be let go as far as this piece fills its place.
    const freed = Math.max(0, held + Math.min(length, MDC_BYTES) - MDC_BYTES)
    if (freed > 0) yield release(tail.slice(0, freed))
    if (fresh.length > 0) yield release(fresh)
    tail.copyWithin(0, freed, held)
    held -= freed
    tail.set(plain.subarray(fresh.length, length), held)
    held += length - fresh.length
  }
  if (skip > 0 || held < MDC_BYTES) throw new Refused(saying('message-tampered'))
  const end = tail.subarray(0, MDC_BYTES)
  const digest = hash.update(end.subarray(0, 2)).digest()
  if (!timingSafeEqual(digest, end.subarray(2))) throw new Refused(saying('message-tampered'))
  // The hash holds, so whoever knew the key wrote it so; OpenPGP.js may say what it is.
  if (end[0] !== mdcHeader[0] || end[1] !== mdcHeader[1]) throw new Surprise('mdc header')
  onChecked()
}
