/**
 * The chunks of a damaged backup that still open, and which each of them is: each opens by itself and under its own number alone, so that
 * neither a damaged neighbour nor a wrong place can make another content of it.
 */
import { chunkLength, sealChunk, tagLength, unsealChunk } from '../store/sealed-chunks.ts'
import { errorCode } from '../vault/files.ts'
import { manifestIn } from './parts.ts'

const sealedLength = chunkLength + tagLength

/** Bytes that so many take once they are sealed. */
export const sealedSize = (size: number): number => size + tagLength * Math.max(1, Math.ceil(size / chunkLength))

/** The sealed stream of a backup, as it lies in its file. */
export interface SealedStream {
  readonly key: Uint8Array
  /** What the chunks may be bound to: the header as it lies, or as it was where one of the two copies in it is whole. */
  readonly bounds: readonly string[]
  /** Where the first chunk begins, and where the file ends; bytes. */
  readonly from: number
  readonly to: number
  /** Up to `length` bytes at a place of the file. */
  readonly read: (at: number, length: number) => Buffer
}

export interface WholeChunks {
  /** How many open. */
  readonly count: number
  /** How many were met or missed. */
  readonly reach: number
  /** Bytes of the stream up to the end of the last one that opens. */
  readonly until: number
  /** That one is the last of the stream. */
  readonly hasEnd: boolean
  /** What was sealed under this number; null where it does not open. */
  readonly read: (number: number) => Buffer | null
}

/** @param tick is told how many bytes were read. @returns null where the first chunk, with which a backup begins to read, does not open. */
export function findChunks(stream: SealedStream, tick: (bytes: number) => void): WholeChunks | null {
  const bound = stream.bounds.find((one) => isBoundBy(stream, one))
  if (bound === undefined) return null
  const places = new Map<number, Place>()
  let reach = 0
  for (const { expected, place, length } of placesIn(stream, bound, stream.to)) {
    tick(length)
    reach = Math.max(reach, (place?.number ?? expected) + 1)
    if (place !== null) places.set(place.number, place)
  }
  const last = [...places.values()].reduce<Place | null>(later, null)
  if (last === null || !places.has(0)) return null
  return {
    count: places.size,
    reach: last.isLast ? last.number + 1 : reach,
    until: last.number * chunkLength + last.length - tagLength,
    hasEnd: last.isLast,
    read: lastHeld((number) => {
      const place = places.get(number)
      return place === undefined ? null : opened({ ...stream, ...place, bound }, pieceAt(stream, place))
    }),
  }
}

const later = (one: Place | null, other: Place): Place => (one === null || other.number > one.number ? other : one)

/** Parts are read piece by piece: each chunk is opened once for all that lies in it. */
function lastHeld(read: WholeChunks['read']): WholeChunks['read'] {
  let [held, chunk]: [number, Buffer | null] = [-1, null]
  return (number) => {
    if (held !== number) [held, chunk] = [number, read(number)]
    return chunk
  }
}

interface Place {
  readonly number: number
  readonly isLast: boolean
  readonly at: number
  /** As it is sealed; bytes. */
  readonly length: number
}

interface Step {
  /** Which one belongs here after the one before. */
  readonly expected: number
  /** null: nothing that opens. */
  readonly place: Place | null
  readonly length: number
}

/** How far from its place a chunk is looked for: one that was swapped, doubled or left out. */
const astray = 3

/** Whether any of the first ones opens: of those that were sealed under another header none does. */
function isBoundBy(stream: SealedStream, bound: string): boolean {
  const end = Math.min(stream.to, stream.from + (astray + 1) * sealedLength)
  for (const { place } of placesIn(stream, bound, end)) if (place !== null) return true
  return false
}

function* placesIn(stream: SealedStream, bound: string, end: number): Generator<Step> {
  let [at, expected] = [stream.from, 0]
  while (at < end) {
    const sealed = pieceAt(stream, { at, length: sealedLength })
    const place = sealed === null ? null : placeOf(stream, bound, { at, expected, sealed })
    const length = place?.length ?? sealedLength
    yield { expected, place, length }
    at += length
    expected = (place?.number ?? expected) + 1
  }
}

interface Piece {
  readonly at: number
  readonly expected: number
  readonly sealed: Buffer
}

/** One chunk opens in one place only, so the first that opens is the one. */
function placeOf({ key }: SealedStream, bound: string, { at, expected, sealed }: Piece): Place | null {
  for (const number of around(expected)) {
    const whole = { key, bound, number, isLast: false }
    // Only the last one is shorter.
    if (sealed.length === sealedLength && opened(whole, sealed) !== null)
      return { number, isLast: false, at, length: sealed.length }
    const length = lengthOfLast({ ...whole, isLast: true }, sealed)
    if (length !== null) return { number, isLast: true, at, length }
  }
  return null
}

const around = (expected: number): readonly number[] => [
  expected,
  ...Array.from({ length: astray }, (_, more) => [expected - more - 1, expected + more + 1])
    .flat()
    .filter((number) => number >= 0),
]

/** Where something follows the last chunk, what it seems to hold tells where it ends; there it opens, or it is not the last. */
function lengthOfLast(place: Sealed, sealed: Buffer): number | null {
  const manifest = manifestIn(counterMode(place, sealed))
  const lengths = [sealed.length, ...(manifest === null ? [] : [manifest.at + manifest.size + tagLength])]
  return lengths.find((length) => opened(place, sealed.subarray(0, length)) !== null) ?? null
}

type Sealed = Parameters<typeof sealChunk>[0]

const opened = (place: Sealed, sealed: Buffer | null): Buffer | null =>
  sealed === null ? null : unsealChunk(place, sealed)

/** Undoes itself, and verifies nothing. */
const counterMode = (place: Sealed, bytes: Buffer): Buffer => sealChunk(place, bytes).subarray(0, bytes.length)

/** null where the medium does not give it: a stick fails in places. */
function pieceAt({ read, to }: SealedStream, { at, length }: Pick<Place, 'at' | 'length'>): Buffer | null {
  try {
    return read(at, Math.min(length, to - at))
  } catch (error) {
    if (errorCode(error) === 'EIO') return null
    throw error
  }
}
