/** What is inside a backup's stream: the database, every sealed file as it lies, and last a list of them with their hashes. */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { blobPath, readFrom } from '../store/blobs.ts'
import { canonical } from '../store/canonical.ts'
import { chunkLength, readFully, type ReadChunk } from '../store/sealed-chunks.ts'
import { databasePath } from '../store/store.ts'
import { writeAll } from '../vault/files.ts'

export interface Source {
  readonly name: string
  readonly path: string
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
const longestManifest = 500_000_000

export const blobPart = (id: string): string => `${blobPrefix}${id}`

/** Each part: one byte with the length of its name, the name, eight bytes with its length, its bytes. */
export function* packed(sources: readonly Source[], about: Omit<Manifest, 'parts'>): Generator<Buffer> {
  const parts: Part[] = []
  for (const { name, path } of sources) {
    const size = statSync(path).size
    yield headOf(name, size)
    parts.push({ name, size, sha256: yield* hashed(path, size) })
  }
  const manifest = Buffer.from(canonical({ ...about, parts } satisfies Manifest))
  yield headOf(manifestPart, manifest.length)
  yield manifest
}

function headOf(name: string, size: number): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(size))
  return Buffer.concat([Buffer.from([name.length]), Buffer.from(name), length])
}

/** Exactly the length that was announced: a file that changes under the backup must not shift what follows. */
function* hashed(path: string, size: number): Generator<Buffer, string> {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    for (let left = size; left > 0;) {
      const piece = readFully(readFrom(file), Math.min(left, chunkLength))
      if (piece.length === 0) throw new Error('a file became shorter while it was read')
      hash.update(piece)
      left -= piece.length
      yield piece
    }
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

/** Writes the parts into `dir` as a vault has them; null where the stream is not what a backup holds. */
export function unpack(read: ReadChunk, dir: string): Manifest | null {
  const parts: Part[] = []
  for (;;) {
    const head = readHead(read)
    if (head === null) return null
    if (head.name === manifestPart) return manifestOf(read, head.size, parts)
    const path = placeOf(dir, head.name)
    if (path === null) return null
    const sha256 = writePart(path, read, head.size)
    if (sha256 === null) return null
    parts.push({ ...head, sha256 })
  }
}

function readHead(read: ReadChunk): { name: string; size: number } | null {
  const [nameLength] = readFully(read, 1)
  if (nameLength === undefined) return null
  const name = readFully(read, nameLength).toString('latin1')
  const length = readFully(read, 8)
  if (length.length < 8) return null
  const size = length.readBigUInt64BE()
  return size > BigInt(Number.MAX_SAFE_INTEGER) ? null : { name, size: Number(size) }
}

/** Names come from a file: only the two kinds that we write have a place. */
function placeOf(dir: string, name: string): string | null {
  if (name === databasePart) return databasePath(dir)
  const id = name.startsWith(blobPrefix) ? name.slice(blobPrefix.length) : ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? blobPath(dir, id) : null
}

function writePart(path: string, read: ReadChunk, size: number): string | null {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  // 'wx': a part that is there twice is no part of ours.
  const file = openSync(path, 'wx', 0o600)
  try {
    for (let left = size; left > 0;) {
      const piece = readFully(read, Math.min(left, chunkLength))
      if (piece.length === 0) return null
      hash.update(piece)
      left -= piece.length
      writeAll(file, piece)
    }
    fsyncSync(file)
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

function manifestOf(read: ReadChunk, size: number, parts: readonly Part[]): Manifest | null {
  if (size > longestManifest) return null
  const text = readFully(read, size).toString()
  if (readFully(read, 1).length > 0) return null
  const manifest = manifestSchema.parse(JSON.parse(text))
  return canonical(manifest.parts) === canonical(parts) ? manifest : null
}
