/**
 * Backs a vault up into one file, verifies one, restores one. A backup counts only after it was read back and opened; nothing
 * that is written on the way is plaintext, and nothing half written is left.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BackupDone, RestoreReport } from '../../../shared/ipc/vault-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import type { Store } from '../store/store.ts'
import { flushFolder, writeProblem } from '../vault/files.ts'
import { refuseTaken } from '../vault/half-made.ts'
import { readKeyFile, writeKeyFile } from '../vault/key-slots.ts'
import type { KeyFile } from '../vault/key-file.ts'
import { openKeyFile } from '../vault/key-wraps.ts'
import { proveBackupApart, sealBackupApart } from '../workers/backup-job.ts'
import { isBackupFile, openBackupFile } from './backup-file.ts'
import { backupProblem } from './backup-problem.ts'
import type { LookJob } from './look-left.ts'
import { otherBytes } from './prove-backup.ts'
import { whileFrozen, type Frozen } from './source.ts'
import { newWatch, type Watch } from './watch.ts'

export interface BackedUp {
  readonly store: Store
  readonly file: KeyFile
  readonly backupKey: Uint8Array
}

export interface BackupPorts extends Pick<Ports, 'now' | 'random'> {
  readonly watch?: Watch
}

/**
 * Replaces an older backup at `path`, but no other file. Needs room for the database once more beside the vault or beside the target.
 * @returns what counts, `file-exists`, `backup-…` problems or `disk-full`.
 */
export async function backupVault(
  vault: BackedUp,
  path: string,
  ports: BackupPorts,
): Promise<Result<BackupDone, Saying>> {
  const refusal = refusalOf(path)
  if (refusal !== null) return fail(refusal)
  try {
    const done = await whileFrozen(vault.store, (frozen) => writtenAndProved(vault, path, frozen, ports))
    if (done === null) return fail(saying('backup-never-still'))
    if (!done.ok) return done
    renameSync(besideOf(path), path)
    flushFolder(dirname(path))
    const { file, bytes, sha256, entries, at } = done.value
    return ok({ file, bytes, sha256, entries, at })
  } catch (error) {
    return fail(backupProblem(basename(path), error))
  } finally {
    dropQuietly(besideOf(path))
  }
}

/** On a stick that was pulled out nothing can be removed any more. */
function dropQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Swept before the next backup there.
  }
}

function refusalOf(path: string): Saying | null {
  const folder = basename(dirname(path))
  try {
    if (!existsSync(dirname(path))) return saying('backup-medium-missing', { name: folder })
    return existsSync(path) && !isBackupFile(path) ? saying('file-exists', { name: basename(path) }) : null
  } catch (error) {
    return backupProblem(folder, error)
  }
}

export const besideOf = (path: string): string => `${path}.new`

async function writtenAndProved(
  vault: BackedUp,
  path: string,
  frozen: Frozen,
  { now, random, watch = newWatch() }: BackupPorts,
): Promise<Result<RestoreReport, Saying>> {
  const { store, backupKey } = vault
  // The passphrase may have changed since this vault was opened: the file on disk has the wrap of today.
  const onDisk = readKeyFile(store.dir)
  const file = onDisk.ok ? onDisk.value : vault.file
  const at = new Date(now()).toISOString()
  const sealing = { file, backupKey, salt: random(16) }
  const written = await sealBackupApart({ ...sealing, dir: store.dir, to: besideOf(path), frozen, at, watch })
  if (!written.ok) return written
  // The medium takes its time over what it was given, while that is read back.
  const [flushed, proved] = await Promise.all([flush(besideOf(path)), readBack(store, path, frozen.size, watch)])
  return flushed.ok ? proved : flushed
}

async function flush(path: string): Promise<Result<null, Saying>> {
  try {
    const file = await open(path, 'r+')
    try {
      await file.sync()
      return ok(null)
    } finally {
      await file.close()
    }
  } catch (error) {
    return fail(backupProblem(basename(path), error))
  }
}

async function readBack(
  store: Store,
  path: string,
  size: number,
  watch: Watch,
): Promise<Result<RestoreReport, Saying>> {
  const into = placeFor(size, store.dir, path)
  try {
    // One that a kill left behind goes first.
    rmSync(into, { recursive: true, force: true })
    mkdirSync(into, { mode: 0o700 })
    const { vaultKey, copy } = store
    const proved = await proveBackupApart({ path: besideOf(path), vaultKey, copy, into, how: 'fresh', watch })
    return proved.ok ? ok({ ...proved.value, file: path }) : fail(ofTheVault(path, proved.problem))
  } catch (error) {
    return fail(backupProblem(basename(path), error))
  } finally {
    dropQuietly(into)
  }
}

/** Never so much that the vault itself runs out of room. */
const leftForVault = 256 * 1_048_576

/** Where the database is unpacked: on the vault's own disk, which is the faster one, where that has plenty of room. */
function placeFor(size: number, dir: string, path: string): string {
  const free = freeOn(dir)
  return free !== null && free > 2 * size + leftForVault ? join(dir, 'backup.tmp') : `${path}.check`
}

/** Bytes; null where the system does not say. */
export function freeOn(dir: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dir)
    return bavail * bsize
  } catch {
    return null
  }
}

/** Where the stream verifies, the bytes are those of a moment ago: what is wrong in them is wrong in the vault. */
function ofTheVault(path: string, problem: Saying): Saying {
  if (problem.code !== 'backup-damaged') return problem
  const detail = String(problem.params['detail'] ?? '')
  if (detail === otherBytes) return saying('backup-read-back', { name: basename(path) })
  return saying('backup-source-damaged', { detail })
}

/** Proves that a backup would restore, without restoring it. `typed` is its passphrase or the printed recovery key. */
export async function verifyBackup(
  path: string,
  typed: string,
  tempParent: string,
): Promise<Result<RestoreReport, Saying>> {
  sweep(tempParent)
  const work = (job: LookJob) => proveBackupApart({ ...job, how: 'whole' })
  return withUnpacked({ path, typed, prefix: join(tempParent, verifyPrefix), work }, () => undefined)
}

const verifyPrefix = 'signet-verify-'

/** A kill in the middle of a verification leaves its folder, sealed as it is; a day later nobody works in it any more. */
function sweep(parent: string): void {
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(verifyPrefix))) {
    const path = join(parent, name)
    if (statSync(path).mtimeMs < Date.now() - 86_400_000) rmSync(path, { recursive: true, force: true })
  }
}

export const restoreMark = '.restoring-'

/** Makes the vault of the backup in `dir`, an empty or new folder: the same copy, whole, or nothing. */
export async function restoreBackup(path: string, dir: string, typed: string): Promise<Result<RestoreReport, Saying>> {
  const taken = refuseTaken(dir)
  if (taken !== null) return fail(taken)
  const work = (job: LookJob) => proveBackupApart({ ...job, how: 'keep' })
  const prefix = `${dir}${restoreMark}${process.pid}-`
  return withUnpacked({ path, typed, prefix, work }, ({ file, unpacked }) => {
    writeKeyFile(unpacked, file)
    if (existsSync(dir)) rmdirSync(dir)
    renameSync(unpacked, dir)
    flushQuietly(dirname(dir))
  })
}

/** The vault stands there; the backup is there as well, should a power cut take the new name. */
function flushQuietly(folder: string): void {
  try {
    flushFolder(folder)
  } catch {
    // A disk that fails from now on tells it at the next unlock.
  }
}

export interface Unpacked {
  readonly file: KeyFile
  readonly vaultKey: Uint8Array
  /** The folder that is removed unless it was moved away. */
  readonly unpacked: string
}

interface Unpacking<T> {
  readonly path: string
  readonly typed: string
  readonly prefix: string
  /** Unpacks and checks, in a thread. */
  readonly work: (job: LookJob) => Promise<Result<T, Saying>>
}

/** Unpacks beside, checks, hands over to `use`, and leaves no trace of what was not used. */
export async function withUnpacked<T>(
  { path, typed, prefix, work }: Unpacking<T>,
  use: (unpacked: Unpacked) => void,
): Promise<Result<T, Saying>> {
  const file = keyFileIn(path)
  if (!file.ok) return file
  let into: string | null = null
  try {
    const vaultKey = await openKeyFile(file.value, typed)
    if (vaultKey === null) return fail(notOpened(basename(path), file.value))
    mkdirSync(dirname(prefix), { recursive: true, mode: 0o700 })
    into = mkdtempSync(prefix)
    const { copy } = file.value
    const done = await work({ path, vaultKey, copy, into, watch: newWatch() })
    if (done.ok) use({ file: file.value, vaultKey, unpacked: into })
    return done
  } catch (error) {
    return fail(writeProblem(basename(into ?? prefix), error))
  } finally {
    if (into !== null) rmSync(into, { recursive: true, force: true })
  }
}

/** What its vault was tied to lies in no backup. */
const notOpened = (name: string, { passphrase }: KeyFile): Saying =>
  saying(passphrase.device === null ? 'backup-passphrase' : 'device-backup', { name })

function keyFileIn(path: string): Result<KeyFile, Saying> {
  const opened = openBackupFile(path)
  if (!opened.ok) return opened
  opened.value.close()
  return ok(opened.value.file)
}
