/** Where the bytes of a job come from: a file, or a sealed blob that is opened chunk by chunk. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { saying } from '../../../../shared/words/say.ts'
import { blobPath } from '../../store/blobs.ts'
import { unsealing } from '../../store/sealed-chunks.ts'
import { errorCode } from '../../vault/files.ts'
import type { Pieces } from './byte-reader.ts'
import { Refused } from './stops.ts'
import type { Source } from './stream-job.ts'

export interface OpenSource {
  readonly size: number
  /** From the beginning, each time it is asked for. Throws `Refused` where the file cannot be read or a blob is damaged. */
  readonly pieces: () => Pieces
  readonly close: () => void
}

const READ_BYTES = 1_048_576

/** Throws `Refused`: `file-missing`, `stream-too-large`. */
export function openSource(from: Source, mostBytes: number): OpenSource {
  const path = from.kind === 'file' ? from.path : blobPath(from.dir, from.id)
  const file = opened(path)
  const skip = from.kind === 'file' ? (from.skip ?? 0) : 0
  const size = from.kind === 'file' ? Math.max(0, fstatSync(file).size - skip) : from.size
  if (size > mostBytes) {
    closeSync(file)
    throw new Refused(saying('stream-too-large', { limit: Math.round(mostBytes / READ_BYTES) }))
  }
  return {
    size,
    pieces: () => (from.kind === 'file' ? filePieces(file, basename(path), skip) : blobPieces(file, from)),
    close: () => closeSync(file),
  }
}

const missing = (path: string, error: unknown): Refused =>
  new Refused(saying('file-missing', { name: basename(path), detail: errorCode(error) }))

function opened(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw missing(path, error)
  }
}

function* filePieces(file: number, name: string, from: number): Generator<Uint8Array, void> {
  const buffer = new Uint8Array(READ_BYTES)
  for (let at = from; ;) {
    const length = read(file, buffer, at, name)
    if (length === 0) return
    yield buffer.subarray(0, length)
    at += length
  }
}

function read(file: number, buffer: Uint8Array, at: number, name: string): number {
  try {
    return readSync(file, buffer, 0, buffer.length, at)
  } catch (error) {
    throw missing(name, error)
  }
}

function* blobPieces(file: number, { id, key, size }: Source & { readonly kind: 'blob' }): Generator<Uint8Array, void> {
  let at = 0
  const again = (length: number): Uint8Array => {
    const chunk = Buffer.allocUnsafe(length)
    const got = readSync(file, chunk, 0, length, at)
    at += got
    return chunk.subarray(0, got)
  }
  const contents = yield* unsealing(Buffer.from(key, 'hex'), id, again)
  if (contents?.size !== size) throw new Refused(saying('stream-blob-damaged'))
}
