/** Copies files of any size into and out of sealed blobs; never a plaintext beside the one that a person asked for. Runs in a worker. */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { readFrom, writeBlob } from '../store/blobs.ts'
import type { Contents } from '../store/sealed-chunks.ts'
import { unsealFrom, type SealedFile } from '../store/sealed-file.ts'
import { errorCode, isDiskFull, writeAll } from '../vault/files.ts'

/** Where a new blob goes; `key` is hex and fresh. */
export type SealedPlace = Pick<SealedFile, 'dir' | 'id' | 'key'>

export function sealFile(path: string, { dir, id, key }: SealedPlace): Result<Contents, Saying> {
  try {
    const file = openSync(path, 'r')
    try {
      const { size, sha256 } = writeBlob(dir, id, Buffer.from(key, 'hex'), readFrom(file))
      return ok({ size, sha256 })
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (isDiskFull(error)) return fail(saying('disk-full'))
    return fail(saying('file-missing', { name: basename(path), detail: errorCode(error) }))
  }
}

/** Written beside and renamed once all of it has proved to be what was sealed. @returns the whole of the file, `head` with it. */
export function unsealFile(path: string, sealed: SealedFile, head = ''): Result<Contents, Saying> {
  const half = `${path}.new`
  try {
    const written = unsealInto(half, sealed, head)
    if (written === null) {
      rmSync(half, { force: true })
      return fail(saying('vault-damaged', { detail: sealed.id }))
    }
    renameSync(half, path)
    return ok(written)
  } catch (error) {
    rmSync(half, { force: true })
    if (isDiskFull(error)) return fail(saying('disk-full'))
    return fail(saying('write-failed', { name: basename(path), detail: errorCode(error) }))
  }
}

function unsealInto(path: string, sealed: SealedFile, head: string): Contents | null {
  const to = openSync(path, 'w', 0o600)
  const hash = createHash('sha256')
  let size = 0
  const write = (bytes: Uint8Array): void => {
    hash.update(bytes)
    size += bytes.length
    writeAll(to, bytes)
  }
  try {
    if (head !== '') write(Buffer.from(head))
    const isWhole = unsealFrom(sealed, write)
    fsyncSync(to)
    return isWhole ? { size, sha256: hash.digest('hex') } : null
  } finally {
    closeSync(to)
  }
}
