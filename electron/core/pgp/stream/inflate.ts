/** Unpacks ZIP and ZLIB (RFC 9580, 5.6) piece by piece with Node's own zlib, within a limit. */
import { constants, createInflate, createInflateRaw } from 'node:zlib'
import { saying } from '../../../../shared/words/say.ts'
import { megabytes } from '../../mime/limits.ts'
import { bodyPieces, type Packet } from './packet-reader.ts'
import { Refused, Surprise } from './stops.ts'

/** A piece of this length can unfold to a thousand times as much at once, and not to more. */
const PIECE_BYTES = 16_384
const MOST_AT_ONCE = 1100 * PIECE_BYTES

type Unfold = (piece: Uint8Array, flush: number) => Uint8Array

/**
 * Node's zlib works piece by piece only on its event loop, but for this method, which it keeps "for backwards compatibility" and which npm
 * itself unpacks with (minizlib, whose way this is). It closes the handle after each call, so the handle is kept from it.
 * Null where any of that has gone: then OpenPGP.js unpacks.
 */
function unfolder(algorithm: number): Unfold | null {
  const options = { maxOutputLength: MOST_AT_ONCE, chunkSize: 65_536 }
  const stream = algorithm === 1 ? createInflateRaw(options) : createInflate(options)
  const method: unknown = Reflect.get(stream, '_processChunk')
  const handle: unknown = Reflect.get(stream, '_handle')
  if (typeof method !== 'function' || typeof handle !== 'object' || handle === null) return null
  Reflect.set(handle, 'close', () => undefined)
  return (piece, flush) => {
    try {
      const unfolded: unknown = Reflect.apply(method, stream, [piece, flush])
      return unfolded instanceof Uint8Array ? unfolded : new Uint8Array()
    } finally {
      Reflect.set(stream, '_handle', handle)
      stream.removeAllListeners('error').on('error', () => undefined)
    }
  }
}

/** What the packet holds. Throws `Refused` (`message-too-large`) beyond the limit, `Surprise` on anything but sound ZIP and ZLIB. */
export function* inflated(packet: Packet, mostBytes: number): Generator<Uint8Array, void> {
  const head = new Uint8Array(1)
  const algorithm = packet.readInto(head) === 1 ? (head[0] ?? 0) : 0
  const unfold = algorithm === 1 || algorithm === 2 ? unfolder(algorithm) : null
  if (!unfold) throw new Surprise('compression')
  let total = 0
  const counted = (bytes: Uint8Array): Uint8Array => {
    total += bytes.length
    if (total > mostBytes) throw new Refused(saying('message-too-large', { limit: megabytes(mostBytes) }))
    return bytes
  }
  const guarded: Unfold = (piece, flush) => {
    try {
      return unfold(piece, flush)
    } catch {
      throw new Surprise('inflate')
    }
  }
  for (const piece of bodyPieces(packet, PIECE_BYTES)) {
    const bytes = counted(guarded(piece, constants.Z_SYNC_FLUSH))
    if (bytes.length > 0) yield bytes
  }
  const rest = counted(guarded(new Uint8Array(), constants.Z_FINISH))
  if (rest.length > 0) yield rest
}
