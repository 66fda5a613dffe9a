/** Writes a backup from the vault's files as they lie. Runs in a worker: a stick may keep a write or a flush waiting for seconds. */
import { basename } from 'node:path'
import { rmSync } from 'node:fs'
import { ok, type Result } from '../../../shared/kit/result.ts'
import { fail } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { blobPath } from '../store/blobs.ts'
import { readerOver } from '../store/sealed-chunks.ts'
import { writeBackupFile, type Sealing, type WrittenFile } from './backup-file.ts'
import { backupProblem } from './backup-problem.ts'
import { blobPart, databasePart, packed, type Source } from './parts.ts'
import type { Frozen } from './source.ts'
import { counter, type Watch } from './watch.ts'

export interface SealJob extends Sealing {
  /** The vault's folder. */
  readonly dir: string
  /** Written here, and removed where it cannot be finished. */
  readonly to: string
  readonly frozen: Frozen
  /** UTC ISO. */
  readonly at: string
  readonly watch: Watch
}

/** @returns `backup-…` problems and `disk-full`. */
export function sealBackup({ dir, to, frozen, at, watch, ...sealing }: SealJob): Result<WrittenFile, Saying> {
  const { head, entries, blobs, file, size } = frozen
  const sources: readonly Source[] = [
    { name: databasePart, file, size },
    ...blobs.map((id) => ({ name: blobPart(id), path: blobPath(dir, id) })),
  ]
  const pieces = packed(sources, { at, head: { seq: head.seq, hash: head.hash }, entries })
  try {
    return ok(writeBackupFile(to, sealing, readerOver(counted(pieces, counter(watch)))))
  } catch (error) {
    rmSync(to, { force: true })
    return fail(backupProblem(basename(to), error))
  }
}

export function* counted<T>(pieces: Generator<Buffer, T>, count: (bytes: number) => void): Generator<Buffer, T> {
  for (;;) {
    const step = pieces.next()
    if (step.done === true) return step.value
    count(step.value.length)
    yield step.value
  }
}
