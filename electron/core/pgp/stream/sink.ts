/** Where the bytes of a job go: written beside the place they are for, and moved there only when all of them are proved. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { blobPath } from '../../store/blobs.ts'
import { chunkLength, sealChunk } from '../../store/sealed-chunks.ts'
import { flushFolder, writeAll, writeProblem } from '../../vault/files.ts'
import { Refused } from './stops.ts'
import type { Sink } from './stream-job.ts'

export interface OpenSink {
  readonly write: (bytes: Uint8Array) => void
  /** Ends the file and moves it to its place. Throws `Refused`: `disk-full`, `write-failed`. */
  readonly commit: () => void
  /** Leaves nothing. Also after a commit, where it does nothing. */
  readonly drop: () => void
}

/** Known beforehand, so that whoever ends the thread can remove what it left. */
export const halfPath = (to: Sink, mark: string): string =>
  `${to.kind === 'file' ? to.path : blobPath(to.dir, to.id)}.${mark}.part`

/** Throws `Refused`: `disk-full`, `write-failed`. */
export function openSink(to: Sink, mark: string): OpenSink {
  const path = to.kind === 'file' ? to.path : blobPath(to.dir, to.id)
  const half = halfPath(to, mark)
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw new Refused(writeProblem(basename(path), error))
    }
  }
  if (to.kind === 'blob') guarded(() => mkdirSync(dirname(path), { recursive: true, mode: 0o700 }))
  const file = guarded(() => openSync(half, 'wx', 0o600))
  const body = to.kind === 'file' ? plainBody(file) : sealedBody(file, to)
  let isOpen = true
  const close = (): void => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return {
    write: (bytes) => guarded(() => body.write(bytes)),
    commit: () =>
      guarded(() => {
        body.end()
        close()
        renameSync(half, path)
        if (to.kind === 'blob') for (const folder of [dirname(path), join(to.dir, 'blobs'), to.dir]) flushFolder(folder)
      }),
    drop: () => {
      close()
      rmSync(half, { force: true })
    },
  }
}

interface Body {
  readonly write: (bytes: Uint8Array) => void
  readonly end: () => void
}

/** Not flushed, as GnuPG does not either: such a file can be made again, and a flush takes longer than all of the work. */
const plainBody = (file: number): Body => ({ write: (bytes) => writeAll(file, bytes), end: () => undefined })

/** As store/blobs.ts writes it: a record will name it, so it is flushed. */
function sealedBody(file: number, { id, key }: Sink & { readonly kind: 'blob' }): Body {
  const place = { key: Buffer.from(key, 'hex'), bound: id }
  const chunk = Buffer.alloc(chunkLength)
  let [number, filled] = [0, 0]
  const seal = (isLast: boolean): void => {
    writeAll(file, sealChunk({ ...place, number, isLast }, chunk.subarray(0, filled)))
    number += 1
    filled = 0
  }
  return {
    write: (bytes) => {
      for (let at = 0; at < bytes.length;) {
        // Only now is it sure that the full chunk is not the last one.
        if (filled === chunkLength) seal(false)
        const length = Math.min(chunkLength - filled, bytes.length - at)
        chunk.set(bytes.subarray(at, at + length), filled)
        filled += length
        at += length
      }
    },
    end: () => {
      seal(true)
      fsyncSync(file)
    },
  }
}
