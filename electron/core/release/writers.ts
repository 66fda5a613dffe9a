/** The writers: clipboard and file. They take what the release point has cleared, and nothing else. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { GrantedFile, Ports } from '../ports.ts'
import { sha256 } from '../store/canonical.ts'
import type { SealedFile } from '../store/sealed-file.ts'
import { errorCode, flushFolder, isDiskFull, writeFileSafely, writeProblem } from '../vault/files.ts'
import { unsealFileApart } from '../workers/read-job.ts'
import { writeTar, type Archive } from './archive.ts'
import { contentOf, type Cleared } from './cleared.ts'

/** The shell clears the clipboard after 20 s, and at lock. */
export const copyCleared = (ports: Pick<Ports, 'copy'>, cleared: Cleared<string>): void =>
  ports.copy(contentOf(cleared))

export interface WrittenFile {
  readonly file: string
  readonly sha256: string
}

/** Written beside and renamed; a person chose the place, and was asked there if a file of that name stood in it. */
export function writeCleared(target: GrantedFile, cleared: Cleared<string | Uint8Array>): Result<WrittenFile, Saying> {
  const content = contentOf(cleared)
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  try {
    writeFileSafely(target.path, bytes)
    return ok({ file: target.name, sha256: sha256(bytes) })
  } catch (error) {
    if (existsSync(`${target.path}.new`)) rmSync(`${target.path}.new`, { force: true })
    if (isDiskFull(error)) return fail(saying('disk-full'))
    return fail(saying('write-failed', { name: target.name, detail: errorCode(error) }))
  }
}

/** Out of a sealed blob, a megabyte at a time, in a thread of its own; a damaged one leaves nothing. */
export async function writeClearedFile(
  target: GrantedFile,
  cleared: Cleared<SealedFile>,
): Promise<Result<WrittenFile, Saying>> {
  const sealed = contentOf(cleared)
  const written = await unsealFileApart(target.path, sealed)
  return written.ok ? ok({ file: target.name, sha256: sealed.sha256 }) : written
}

/** The same behind a first line that says what the file is. `sha256` and `bytes` are of the whole file. */
export async function writeClearedBehind(
  target: GrantedFile,
  head: string,
  cleared: Cleared<SealedFile>,
): Promise<Result<WrittenFile & { readonly bytes: number }, Saying>> {
  const written = await unsealFileApart(target.path, contentOf(cleared), head)
  if (!written.ok) return written
  const { sha256: hash, size: bytes } = written.value
  return ok({ file: target.name, sha256: hash, bytes })
}

/** Too large to be held in memory: entry after entry, written beside and renamed once all of it is there. */
export async function writeClearedArchive(
  target: GrantedFile,
  cleared: Cleared<Archive>,
): Promise<Result<WrittenFile & { readonly bytes: number }, Saying>> {
  const half = `${target.path}.new`
  try {
    const written = await writeTar(half, contentOf(cleared))
    renameSync(half, target.path)
    flushFolder(dirname(target.path))
    return ok({ file: target.name, ...written })
  } catch (error) {
    rmSync(half, { force: true })
    return fail(writeProblem(target.name, error))
  }
}
