/** Sealed files beside the database: originals of messages, evidence. Each has a fresh key that stands only in the database. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freeBallast, withBallast } from '../vault/ballast.ts'
import { errorCode, flushFolder, writeAll } from '../vault/files.ts'
import { isReadOnly, ReadOnlyVault } from '../vault/read-only.ts'
import { sealChunks, unsealChunks, type Contents, type ReadChunk, type TakeChunk } from './sealed-chunks.ts'
import type { Store, Tx } from './store.ts'

export interface BlobRef {
  readonly id: string
  readonly size: number
  readonly sha256: string
}

export const blobPath = (dir: string, id: string): string => join(dir, 'blobs', id.slice(-2), id)

export interface WrittenBlob extends BlobRef {
  readonly key: Uint8Array
}

/** Written and flushed before the record that names it: a kill between leaves a file that nothing points to, never a gap. */
export function writeBlob(dir: string, id: string, key: Uint8Array, read: ReadChunk): WrittenBlob {
  if (isReadOnly(dir)) throw new ReadOnlyVault('a vault that is only read')
  const path = blobPath(dir, id)
  try {
    withBallast(dir, () => [join(dir, 'blobs'), dirname(path)].forEach(makeFolder))
    const contents = sealInto(`${path}.new`, key, id, read, () => freeBallast(dir))
    renameSync(`${path}.new`, path)
    for (const folder of [dirname(path), join(dir, 'blobs'), dir]) flushFolder(folder)
    return { id, key, ...contents }
  } catch (error) {
    rmSync(`${path}.new`, { force: true })
    throw error
  }
}

/** One by one: told to make several, Node says of a failing disk that the folder is not there. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

function sealInto(path: string, key: Uint8Array, id: string, read: ReadChunk, makeRoom: () => boolean): Contents {
  const file = openSync(path, 'w', 0o600)
  try {
    const contents = sealChunks(key, id, read, (sealed) => writeAll(file, sealed, makeRoom))
    fsyncSync(file)
    return contents
  } finally {
    closeSync(file)
  }
}

export function recordBlob(tx: Tx, { id, size, sha256, key }: WrittenBlob): BlobRef {
  tx.db
    .prepare('INSERT INTO blobs (id, key, size, sha256) VALUES (?, ?, ?, ?)')
    .run([id, Buffer.from(key).toString('hex'), size, sha256])
  tx.log({ kind: 'blob', ref: sha256 })
  return { id, size, sha256 }
}

type BlobRow = { id: string; key: string; size: number; sha256: string }

/** Chunk after chunk to `take`; false where the file is missing, damaged or not the recorded one. */
export function readBlob(store: Pick<Store, 'db' | 'dir'>, id: string, take: TakeChunk): boolean {
  const row = store.db.prepare('SELECT id, key, size, sha256 FROM blobs WHERE id = ?').get<BlobRow>([id])
  const path = blobPath(store.dir, id)
  if (row === undefined || !existsSync(path)) return false
  const file = openSync(path, 'r')
  try {
    const contents = unsealChunks(Buffer.from(row.key, 'hex'), row.id, readFrom(file), take)
    return contents?.size === row.size && contents.sha256 === row.sha256
  } finally {
    closeSync(file)
  }
}

export const readFrom =
  (file: number): ReadChunk =>
  (length) => {
    const chunk = Buffer.allocUnsafe(length)
    return chunk.subarray(0, readSync(file, chunk, 0, length, null))
  }

export function readWholeBlob(store: Pick<Store, 'db' | 'dir'>, id: string): Buffer | null {
  const chunks: Buffer[] = []
  return readBlob(store, id, (chunk) => chunks.push(chunk)) ? Buffer.concat(chunks) : null
}

export const listBlobs = (store: Pick<Store, 'db'>): readonly BlobRef[] =>
  store.db.prepare('SELECT id, size, sha256 FROM blobs ORDER BY id').all<{ id: string; size: number; sha256: string }>()
