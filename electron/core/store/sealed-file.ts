/** A blob with all that opening it takes: for threads that have no database, so that large files are opened where they are read. */
import { closeSync, existsSync, openSync } from 'node:fs'
import { blobPath, readFrom } from './blobs.ts'
import { unsealChunks } from './sealed-chunks.ts'
import type { Store } from './store.ts'

export interface SealedFile {
  readonly dir: string
  readonly id: string
  /** Hex. */
  readonly key: string
  readonly size: number
  readonly sha256: string
}

/** Bytes, or where they lie sealed. */
export type Content = Uint8Array | SealedFile

/** null where the vault has none of that id. */
export function sealedFileIn({ db, dir }: Pick<Store, 'db' | 'dir'>, id: string): SealedFile | null {
  const row = db
    .prepare('SELECT key, size, sha256 FROM blobs WHERE id = ?')
    .get<{ key: string; size: number; sha256: string }>([id])
  return row === undefined ? null : { dir, id, ...row }
}

export const sizeOf = (content: Content): number => (content instanceof Uint8Array ? content.length : content.size)

/** null where they are missing, damaged or not what was recorded. */
export function bytesOf(content: Content): Uint8Array | null {
  if (content instanceof Uint8Array) return content
  const chunks: Buffer[] = []
  return unsealFrom(content, (chunk) => chunks.push(chunk)) ? Buffer.concat(chunks) : null
}

/** Chunk after chunk; false where it is not to its end what was recorded. */
export function unsealFrom({ dir, id, key, size, sha256 }: SealedFile, take: (chunk: Buffer) => void): boolean {
  const path = blobPath(dir, id)
  if (!existsSync(path)) return false
  const file = openSync(path, 'r')
  try {
    const contents = unsealChunks(Buffer.from(key, 'hex'), id, readFrom(file), take)
    return contents?.size === size && contents.sha256 === sha256
  } finally {
    closeSync(file)
  }
}
