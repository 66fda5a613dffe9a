/**
 * Backs a vault up into one file, verifies one, restores one. A backup counts only after it was read back and opened; nothing
 * that is written on the way is plaintext, and nothing half written is left.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupDone } from '../../../shared/ipc/views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import { blobPath, listBlobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import type { Head } from '../store/head-file.ts'
import { readerOver } from '../store/sealed-chunks.ts'
import { databasePath, openCopy, type Store } from '../store/store.ts'
import { backupChecks, checkVault } from '../vault/check.ts'
import { errorCode, flushFolder, isDiskFull, writeProblem } from '../vault/files.ts'
import { openKeyFile, readKeyFile, writeKeyFile, type KeyFile } from '../vault/key-file.ts'
import { backupKeyOf } from '../vault/vault.ts'
import { isBackupFile, openBackupFile, writeBackupFile, type OpenBackup } from './backup-file.ts'
import { blobPart, databasePart, packed, unpack, type Manifest, type Source } from './parts.ts'

export interface BackedUp {
  readonly store: Store
  readonly file: KeyFile
  readonly backupKey: Uint8Array
}

/** Replaces an older backup at `path`, but no other file. Needs room for the database once in the vault's folder. */
export function backupVault(
  vault: BackedUp,
  path: string,
  ports: Pick<Ports, 'now' | 'random'>,
): Result<BackupDone, Saying> {
  const temp = join(vault.store.dir, 'backup.tmp')
  try {
    if (existsSync(path) && !isBackupFile(path)) return fail(saying('file-exists', { name: basename(path) }))
    const missing = listBlobs(vault.store).find(({ id }) => !existsSync(blobPath(vault.store.dir, id)))
    if (missing !== undefined) return fail(saying('backup-source-damaged', { detail: missing.id }))
    // One that a kill left behind goes first.
    emptyFolder(temp)
    writeBeside(vault, path, temp, ports)
    emptyFolder(temp)
    const done = readBack(vault, path, temp)
    if (done.ok) putInPlace(path)
    return done
  } catch (error) {
    return fail(backupProblem(path, error))
  } finally {
    rmSync(besideOf(path), { force: true })
    rmSync(temp, { recursive: true, force: true })
  }
}

const besideOf = (path: string): string => `${path}.new`

function emptyFolder(dir: string): void {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { mode: 0o700 })
}

function writeBeside(
  vault: BackedUp,
  path: string,
  temp: string,
  { now, random }: Pick<Ports, 'now' | 'random'>,
): void {
  const { store, backupKey } = vault
  const database = databasePath(temp)
  vacuumInto(store.db, database)
  const blobs = listBlobs(store).map(({ id }): Source => ({ name: blobPart(id), path: blobPath(store.dir, id) }))
  const about = { at: new Date(now()).toISOString(), head: store.head(), entries: countEntries(store) }
  const pieces = packed([{ name: databasePart, path: database }, ...blobs], about)
  // The passphrase may have changed since this vault was opened: the file on disk has the wrap of today.
  const onDisk = readKeyFile(store.dir)
  const file = onDisk.ok ? onDisk.value : vault.file
  writeBackupFile(besideOf(path), { file, backupKey, salt: random(16) }, readerOver(pieces))
}

/** A compact copy under the same key; keeps application_id and user_version. */
function vacuumInto(db: Database, path: string): void {
  const mask = process.umask(0o077)
  try {
    db.prepare('VACUUM INTO ?').run([path])
  } finally {
    process.umask(mask)
  }
}

const countEntries = ({ db }: Pick<Store, 'db'>): number =>
  Number(db.prepare('SELECT count(*) FROM entries', { pluck: true }).get())

function readBack({ store, backupKey }: BackedUp, path: string, temp: string): Result<BackupDone, Saying> {
  const opened = openBackupFile(besideOf(path))
  if (!opened.ok) return opened
  const open: OpenCopy = (dir, head) => store.openCopy(dir, head)
  const done = unpackAndCheck(opened.value, backupKey, { path, dir: temp, open })
  if (done.ok || done.problem.code !== 'backup-damaged') return done
  const detail = done.problem.params['detail'] ?? ''
  // Where the stream verifies, the bytes are those of a moment ago: what is wrong in them is wrong in the vault.
  return fail(
    detail === otherBytes
      ? saying('write-failed', { name: basename(path), detail })
      : saying('backup-source-damaged', { detail }),
  )
}

const otherBytes = 'content'

function putInPlace(path: string): void {
  renameSync(besideOf(path), path)
  flushFolder(dirname(path))
}

function backupProblem(path: string, error: unknown): Saying {
  const code = errorCode(error)
  if (!isDiskFull(error) && code.startsWith('SQLITE')) return saying('backup-source-damaged', { detail: code })
  return writeProblem(basename(path), error)
}

/** Proves that a backup would restore, without restoring it. `typed` is its passphrase or the printed recovery key. */
export async function verifyBackup(
  path: string,
  typed: string,
  tempParent: string,
): Promise<Result<BackupDone, Saying>> {
  sweep(tempParent)
  return withUnpacked(path, typed, join(tempParent, verifyPrefix), () => undefined)
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

/** Makes the vault of the backup in `dir`, an empty or new folder: the same copy, whole, or nothing. */
export async function restoreBackup(path: string, dir: string, typed: string): Promise<Result<BackupDone, Saying>> {
  if (existsSync(dir) && readdirSync(dir).length > 0) return fail(saying('vault-exists', { dir }))
  return withUnpacked(path, typed, `${dir}.restoring-`, (file, unpacked) => {
    writeKeyFile(unpacked, file)
    if (existsSync(dir)) rmdirSync(dir)
    renameSync(unpacked, dir)
    flushFolder(dirname(dir))
  })
}

/** Unpacks beside, checks, hands over to `use`, and leaves no trace of what was not used. */
async function withUnpacked(
  path: string,
  typed: string,
  prefix: string,
  use: (file: KeyFile, unpacked: string) => void,
): Promise<Result<BackupDone, Saying>> {
  const opened = openBackupFile(path)
  if (!opened.ok) return opened
  const { file, close } = opened.value
  let dir: string | null = null
  try {
    const vaultKey = await openKeyFile(file, typed)
    if (vaultKey === null) return fail(saying('backup-passphrase', { name: basename(path) }))
    mkdirSync(dirname(prefix), { recursive: true, mode: 0o700 })
    dir = mkdtempSync(prefix)
    const open: OpenCopy = (folder, head) =>
      openCopy({ dir: folder, copy: file.copy, vaultKey, now: () => Date.now() }, head)
    const done = unpackAndCheck(opened.value, backupKeyOf(vaultKey), { path, dir, open })
    if (done.ok) use(file, dir)
    return done
  } catch (error) {
    return fail(writeProblem(basename(path), error))
  } finally {
    close()
    if (dir !== null) rmSync(dir, { recursive: true, force: true })
  }
}

type OpenCopy = (dir: string, head: Head) => Result<Store, Saying>

interface Unpacking {
  readonly path: string
  readonly dir: string
  readonly open: OpenCopy
}

function unpackAndCheck(
  backup: OpenBackup,
  backupKey: Uint8Array,
  { path, dir, open }: Unpacking,
): Result<BackupDone, Saying> {
  const damaged = (detail: string): Result<never, Saying> =>
    fail(saying('backup-damaged', { name: basename(path), detail }))
  const manifest = unpackWhole(backup, backupKey, dir)
  if (manifest === null) return damaged(otherBytes)
  const copy = open(dir, manifest.head)
  if (!copy.ok) return damaged(copy.problem.code)
  try {
    const wrong = firstWrong(copy.value, manifest)
    return wrong === null
      ? ok({ file: path, ...backup.written(), entries: manifest.entries, at: manifest.at })
      : damaged(wrong)
  } finally {
    copy.value.close()
  }
}

function unpackWhole(backup: OpenBackup, backupKey: Uint8Array, dir: string): Manifest | null {
  let isWhole = false
  function* pieces(): Generator<Buffer> {
    isWhole = yield* backup.unsealed(backupKey)
  }
  const manifest = unpack(readerOver(pieces()), dir)
  return isWhole ? manifest : null
}

/** What does not agree, for the sentence; null where the copy is whole. */
function firstWrong(copy: Store, manifest: Manifest): string | null {
  if (countEntries(copy) !== manifest.entries) return 'entries'
  const { ok: isWhole, findings } = checkVault(copy, backupChecks)
  const [finding] = findings
  return isWhole || finding === undefined ? null : [finding.code, ...Object.values(finding.params)].join(' ')
}
