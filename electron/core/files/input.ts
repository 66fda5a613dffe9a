/** A file that was handed in, by grant or as bytes: opened with a limit, read in chunks, never by a path from a window. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import { chunksOf, type ReadChunk } from '../store/sealed-chunks.ts'
import { errorCode } from '../vault/files.ts'

export interface OpenInput {
  readonly name: string
  readonly size: number
  readonly read: ReadChunk
  readonly close: () => void
}

export const mebibyte = 1_048_576
/** A message; evidence has no limit but the disk. */
export const messageLimit = 100 * mebibyte

export function openInput(ports: Pick<Ports, 'redeem'>, file: FileInput): Result<OpenInput, Saying> {
  if ('bytes' in file) {
    const name = basename(file.name) || 'pasted'
    return ok({ name, size: file.bytes.length, read: chunksOf(file.bytes), close: () => undefined })
  }
  const granted = ports.redeem(file.grant, 'read')
  return granted === null ? fail(saying('grant-unknown')) : openPath(granted.path, granted.name)
}

function openPath(path: string, name: string): Result<OpenInput, Saying> {
  try {
    const size = statSync(path).size
    const handle = openSync(path, 'r')
    const read: ReadChunk = (length) => {
      const chunk = Buffer.alloc(length)
      return chunk.subarray(0, readSync(handle, chunk, 0, length, null))
    }
    return ok({ name, size, read, close: () => closeSync(handle) })
  } catch (error) {
    return fail(saying('file-missing', { name, detail: errorCode(error) }))
  }
}

/** All bytes of a small file. */
export function readInput(
  ports: Pick<Ports, 'redeem'>,
  file: FileInput,
  limit = messageLimit,
): Result<{ name: string; bytes: Uint8Array }, Saying> {
  const opened = openInput(ports, file)
  if (!opened.ok) return opened
  const { name, size, read, close } = opened.value
  try {
    if (size > limit) return fail(saying('file-too-large', { name, size: mib(size), limit: mib(limit) }))
    const chunks: Uint8Array[] = []
    for (let chunk = read(mebibyte); chunk.length > 0; chunk = read(mebibyte)) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    return bytes.length === 0 ? fail(saying('file-empty', { name })) : ok({ name, bytes })
  } finally {
    close()
  }
}

const mib = (bytes: number): string => `${(bytes / mebibyte).toFixed(1)} MB`
