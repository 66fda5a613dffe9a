/** Where the parts of a damaged backup lie in its stream: by its manifest, or by their heads and what the database says of those between. */
import { blobIdOf, blobPart, longestManifest, manifestIn, parseManifest, type Manifest } from './parts.ts'
import { headOf, readHead, type PartHead } from '../store/part-head.ts'
import { chunkLength, readFully, type ReadChunk } from '../store/sealed-chunks.ts'
import type { WholeChunks } from './whole-chunks.ts'

export interface PlacedPart extends PartHead {
  /** Where its bytes begin in the stream. */
  readonly at: number
}

/** Ends at `to`, and before it where a chunk does not open. */
export const reading =
  (chunks: WholeChunks, from: number, to: number): ReadChunk =>
  (length) => {
    const chunk = from < to ? chunks.read(Math.floor(from / chunkLength)) : null
    const at = from % chunkLength
    const piece = chunk?.subarray(at, at + Math.min(length, to - from)) ?? new Uint8Array()
    from += piece.length
    return piece
  }

/** null where the stream does not begin as one of ours. */
export function firstPart(chunks: WholeChunks): PlacedPart | null {
  const head = readHead(reading(chunks, 0, chunks.until))
  return head === null ? null : { ...head, at: lengthOfHead(head.name) }
}

/** Looked for from the end, because what lies before it may be damaged; null where it does not read. */
export function findManifest(chunks: WholeChunks): Manifest | null {
  let behind = Buffer.alloc(0)
  const first = Math.max(0, Math.floor((chunks.until - longestManifest) / chunkLength))
  for (let number = chunks.reach - 1; chunks.hasEnd && number >= first; number--) {
    const chunk = chunks.read(number)
    if (chunk === null) return null
    const found = manifestIn(Buffer.concat([chunk, behind]))
    const at = number * chunkLength + (found?.at ?? 0)
    if (found !== null && at + found.size === chunks.until)
      return parseManifest(readFully(reading(chunks, at, chunks.until), found.size))
    behind = Buffer.from(chunk.subarray(0, lengthOfHead('manifest')))
  }
  return null
}

const lengthOfHead = (name: string): number => headOf(name, 0).length

/** The parts behind the first one, all that were sealed. */
export function placedBy({ parts }: Manifest): readonly PlacedPart[] {
  let at = 0
  const placed = parts.map(({ name, size }) => {
    const part = { name, size, at: at + lengthOfHead(name) }
    at = part.at + size
    return part
  })
  return placed.slice(1)
}

/** The sealed file with the lowest id above the given one, as it lies; null where there is none, or its row does not read. */
export type NextFile = (id: string) => { readonly id: string; readonly size: number } | null

/**
 * From part to part, each where its head says or, where that does not read, the database: past the end of what is there as well, so that
 * all are known that should be. Ends where both are silent.
 */
export function walkedFrom(chunks: WholeChunks, first: PlacedPart, next: NextFile): readonly PlacedPart[] {
  const parts: PlacedPart[] = []
  let before = ''
  for (let from = first.at + first.size; ;) {
    const head = readHead(reading(chunks, from, chunks.until)) ?? headFrom(next(before))
    const id = head === null ? null : blobIdOf(head.name)
    if (head === null || id === null) return parts
    const part = { ...head, at: from + lengthOfHead(head.name) }
    parts.push(part)
    from = part.at + part.size
    before = id
  }
}

const headFrom = (file: ReturnType<NextFile>): PartHead | null =>
  file === null ? null : { name: blobPart(file.id), size: file.size }
