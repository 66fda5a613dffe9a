/** What is inside a backup's stream: the database, every sealed file as it lies, and last a list of them with their hashes. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { blobPath } from '../store/blobs.ts'
import { canonical } from '../store/canonical.ts'
import { headOf, readHead } from '../store/part-head.ts'
import { chunkLength, chunksOf, readFully, type ReadChunk } from '../store/sealed-chunks.ts'
import { databasePath } from '../store/store.ts'
import { writeAll } from '../vault/files.ts'

/** A file by its path, or the open database up to the length that it had at the checkpoint. */
export type Source =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly file: number; readonly size: number }

/** The vault's own file is missing or cannot be read: nothing that another medium would mend. */
export class SourceUnread extends Error {
  readonly part: string

  constructor(part: string, cause?: unknown) {
    super('a file of the vault does not read', { cause })
    this.part = part
  }
}

const partSchema = z.object({ name: z.string(), size: z.int(), sha256: z.string() })
type Part = z.infer<typeof partSchema>

const manifestSchema = z.object({
  /** UTC ISO: when the backup was made. */
  at: z.string(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  entries: z.int(),
  parts: z.array(partSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

export const databasePart = 'vault.db'
const manifestPart = 'manifest'
const blobPrefix = 'blob/'
export const longestManifest = 500_000_000

export const blobPart = (id: string): string => `${blobPrefix}${id}`

/** Each part: one byte with the length of its name, the name, eight bytes with its length, its bytes. */
export function* packed(sources: readonly Source[], about: Omit<Manifest, 'parts'>): Generator<Buffer> {
  const parts: Part[] = []
  for (const source of sources) {
    const file = 'path' in source ? opened(source) : source.file
    try {
      const size = 'path' in source ? fstatSync(file).size : source.size
      yield headOf(source.name, size)
      parts.push({ name: source.name, size, sha256: yield* hashed(file, source.name, size) })
    } finally {
      if ('path' in source) closeSync(file)
    }
  }
  const manifest = Buffer.from(canonical({ ...about, parts } satisfies Manifest))
  yield headOf(manifestPart, manifest.length)
  yield manifest
}

function opened({ name, path }: { readonly name: string; readonly path: string }): number {
  try {
    return openSync(path, 'r')
  } catch {
    throw new SourceUnread(name)
  }
}

/** Exactly the length that was announced: a file that changes under the backup must not shift what follows. */
function* hashed(file: number, name: string, size: number): Generator<Buffer, string> {
  const hash = createHash('sha256')
  const read = readAt(file)
  for (let left = size; left > 0;) {
    const piece = pieceOf(read, name, Math.min(left, chunkLength))
    hash.update(piece)
    left -= piece.length
    yield piece
  }
  return hash.digest('hex')
}

/** One that became shorter while it was read does not read either. */
function pieceOf(read: ReadChunk, name: string, length: number): Buffer {
  try {
    const piece = readFully(read, length)
    if (piece.length > 0) return piece
  } catch (error) {
    throw new SourceUnread(name, error)
  }
  throw new SourceUnread(name)
}

/** From a place of its own, whatever place others that have the same handle read at. */
export function readAt(file: number, from = 0): ReadChunk {
  let at = from
  return (length) => {
    const chunk = Buffer.allocUnsafe(length)
    const got = readSync(file, chunk, 0, length, at)
    at += got
    return chunk.subarray(0, got)
  }
}

/** Takes the bytes of one part; false where they are not what belongs there. What it leaves unread makes the whole false. */
export type TakePart = (part: { readonly name: string; readonly size: number }, read: ReadChunk) => boolean

/** Gives each part to `take` in turn; null where the stream is not what a backup holds. */
export function unpack(read: ReadChunk, take: TakePart): Manifest | null {
  const parts: Part[] = []
  for (;;) {
    const head = readHead(read)
    if (head === null) return null
    if (head.name === manifestPart) return manifestOf(read, head.size, parts)
    const bounded = hashing(read, head.size)
    if (!take(head, bounded.read) || bounded.left() > 0) return null
    parts.push({ ...head, sha256: bounded.sha256() })
  }
}

function hashing(read: ReadChunk, size: number) {
  const hash = createHash('sha256')
  let left = size
  return {
    read: (length: number): Uint8Array => {
      const piece = left === 0 ? new Uint8Array() : read(Math.min(length, left))
      hash.update(piece)
      left -= piece.length
      return piece
    },
    left: () => left,
    sha256: () => hash.digest('hex'),
  }
}

/** Where a manifest begins in these bytes of a stream, and how long it says to be; null where there is none. */
export function manifestIn(bytes: Buffer): { readonly at: number; readonly size: number } | null {
  const head = headOf(manifestPart, 0)
  const at = bytes.indexOf(head.subarray(0, -8))
  const found = at < 0 ? null : readHead(chunksOf(bytes.subarray(at)))
  return found === null ? null : { at: at + head.length, size: found.size }
}

/** null where the text is none. */
export function parseManifest(text: Buffer): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text.toString()))
  } catch {
    return null
  }
}

/**
 * Writes parts into `dir` as a vault has them. Names come from a file: only the two kinds that we write have a place. `isKept`: flushed,
 * because it stays.
 */
export function intoFolder(dir: string, isKept: boolean): TakePart {
  return ({ name }, read) => {
    const id = blobIdOf(name)
    if (name !== databasePart && id === null) return false
    writePart(id === null ? databasePath(dir) : blobPath(dir, id), read, isKept)
    return true
  }
}

export function blobIdOf(part: string): string | null {
  const id = part.startsWith(blobPrefix) ? part.slice(blobPrefix.length) : ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null
}

function writePart(path: string, read: ReadChunk, isKept: boolean): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // 'wx': a part that is there twice is no part of ours.
  const file = openSync(path, 'wx', 0o600)
  try {
    for (let piece = read(chunkLength); piece.length > 0; piece = read(chunkLength)) writeAll(file, piece)
    if (isKept) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function manifestOf(read: ReadChunk, size: number, parts: readonly Part[]): Manifest | null {
  if (size > longestManifest) return null
  const text = readFully(read, size)
  if (readFully(read, 1).length > 0) return null
  const manifest = parseManifest(text)
  return manifest !== null && canonical(manifest.parts) === canonical(parts) ? manifest : null
}
