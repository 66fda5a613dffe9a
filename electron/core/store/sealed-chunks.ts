/**
 * The sealed form of anything too big for memory: 1 MB chunks under a key that is used once, chunk number and last-chunk flag
 * authenticated, so that neither order, length nor end can be changed unseen.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

export const chunkLength = 1_048_576
/** What each chunk takes more once it is sealed. */
export const tagLength = 16

/** Gives up to `length` bytes at a time, never in the same memory twice; an empty piece is the end. */
export type ReadChunk = (length: number) => Uint8Array
export type TakeChunk = (chunk: Buffer) => void

export function chunksOf(bytes: Uint8Array): ReadChunk {
  let at = 0
  return (length) => {
    const chunk = bytes.subarray(at, at + length)
    at += chunk.length
    return chunk
  }
}

/** What an iterator gives piece by piece, read in whatever lengths are asked for. */
export function readerOver(pieces: Iterator<Uint8Array, unknown>): ReadChunk {
  let piece: Uint8Array = new Uint8Array()
  return (length) => {
    while (piece.length === 0) {
      const next = pieces.next()
      if (next.done === true) return piece
      piece = next.value
    }
    const given = piece.subarray(0, length)
    piece = piece.subarray(length)
    return given
  }
}

/** Exactly `length` bytes, fewer only at the end: pipes and network folders give less than was asked for. */
export function readFully(read: ReadChunk, length: number): Buffer {
  const pieces: Uint8Array[] = []
  let missing = length
  while (missing > 0) {
    const piece = read(missing)
    if (piece.length === 0) break
    pieces.push(piece)
    missing -= piece.length
  }
  const [only] = pieces
  // Not copied once more: a megabyte at a time that is a tenth of all the work.
  return pieces.length === 1 && only !== undefined
    ? Buffer.from(only.buffer, only.byteOffset, only.length)
    : Buffer.concat(pieces)
}

export interface Contents {
  /** Bytes of what was sealed. */
  readonly size: number
  /** SHA-256 of what was sealed, hex. */
  readonly sha256: string
}

/** `bound` is authenticated with every chunk and not stored. `key` must never have sealed anything else. */
export function sealChunks(key: Uint8Array, bound: string, read: ReadChunk, take: TakeChunk): Contents {
  const counted = counting()
  sealEach(key, bound, (length) => counted.add(read(length)), take)
  return counted.contents()
}

/** The same, for one who knows what it seals. `take` is given a chunk in more than one piece. */
export function sealEach(key: Uint8Array, bound: string, read: ReadChunk, take: TakeChunk): void {
  let chunk = readFully(read, chunkLength)
  for (let number = 0; ; number++) {
    const next = readFully(read, chunkLength)
    for (const piece of sealedPieces({ key, bound, number, isLast: next.length === 0 }, chunk)) take(piece)
    if (next.length === 0) return
    chunk = next
  }
}

function counting() {
  const hash = createHash('sha256')
  let size = 0
  return {
    add: <T extends Uint8Array>(piece: T): T => {
      hash.update(piece)
      size += piece.length
      return piece
    },
    contents: (): Contents => ({ size, sha256: hash.digest('hex') }),
  }
}

/** Gives verified chunks only; null, at the first chunk that is not the one that was sealed there. */
export function unsealChunks(key: Uint8Array, bound: string, read: ReadChunk, take: TakeChunk): Contents | null {
  const chunks = unsealing(key, bound, read)
  for (let step = chunks.next(); ; step = chunks.next()) {
    if (step.done === true) return step.value
    take(step.value)
  }
}

/** The same, a chunk at a time, for a reader that wants to pull. */
export function* unsealing(key: Uint8Array, bound: string, read: ReadChunk): Generator<Buffer, Contents | null> {
  const counted = counting()
  const chunks = unsealEach(key, bound, read)
  for (let step = chunks.next(); ; step = chunks.next()) {
    if (step.done === true) return step.value ? counted.contents() : null
    yield counted.add(step.value)
  }
}

/** The same, for one who knows what was sealed; ends with whether all of it verified. */
export function* unsealEach(key: Uint8Array, bound: string, read: ReadChunk): Generator<Buffer, boolean> {
  let sealed = readFully(read, chunkLength + tagLength)
  for (let number = 0; ; number++) {
    const next = readFully(read, chunkLength + tagLength)
    const chunk = unsealChunk({ key, bound, number, isLast: next.length === 0 }, sealed)
    if (chunk === null) return false
    yield chunk
    if (next.length === 0) return true
    sealed = next
  }
}

interface Place {
  readonly key: Uint8Array
  readonly bound: string
  readonly number: number
  readonly isLast: boolean
}

/** No key is used twice, so the nonce is the chunk's number and whether it is the last. */
function nonceOf({ number, isLast }: Place): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 4)
  nonce.writeUInt32BE(isLast ? 1 : 0, 8)
  return nonce
}

export const sealChunk = (place: Place, chunk: Uint8Array): Buffer => Buffer.concat(sealedPieces(place, chunk))

function sealedPieces(place: Place, chunk: Uint8Array): readonly [Buffer, Buffer] {
  const cipher = createCipheriv('aes-256-gcm', place.key, nonceOf(place)).setAAD(Buffer.from(place.bound))
  const sealed = cipher.update(chunk)
  // Gives no bytes in this mode.
  cipher.final()
  return [sealed, cipher.getAuthTag()]
}

/** null where this is not what was sealed in that place. */
export function unsealChunk(place: Place, sealed: Buffer): Buffer | null {
  const end = sealed.length - tagLength
  if (end < 0) return null
  const decipher = createDecipheriv('aes-256-gcm', place.key, nonceOf(place)).setAAD(Buffer.from(place.bound))
  decipher.setAuthTag(sealed.subarray(end))
  try {
    const chunk = decipher.update(sealed.subarray(0, end))
    // Throws where it does not verify; gives no bytes in this mode.
    decipher.final()
    return chunk
  } catch {
    return null
  }
}
