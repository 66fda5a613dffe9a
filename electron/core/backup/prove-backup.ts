/**
 * Opens a backup to its end and the vault in it, which is what makes it count. Runs in a worker, with a connection of its own on the
 * copy. Nothing that it writes is plaintext: the database and the sealed files lie in a backup as they lie in a vault.
 */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { RestoreReport } from '../../../shared/ipc/vault-views.ts'
import { saying, type Code, type Saying } from '../../../shared/words/say.ts'
import { openDatabase } from '../store/database.ts'
import { readerOver, unsealChunks, type ReadChunk } from '../store/sealed-chunks.ts'
import { lastRow } from '../store/vault-log.ts'
import { databaseKey, databasePath, openCopy, type Store } from '../store/store.ts'
import { backupChecks, checkVault } from '../vault/check.ts'
import { backupKeyOf } from '../vault/vault.ts'
import { openBackupFile, type OpenBackup } from './backup-file.ts'
import { atHome, backupProblem } from './backup-problem.ts'
import { blobIdOf, databasePart, intoFolder, unpack, type Manifest, type TakePart } from './parts.ts'
import { counted } from './seal-backup.ts'
import { counter, type Watch } from './watch.ts'

export interface ProveJob {
  readonly path: string
  readonly vaultKey: Uint8Array
  readonly copy: string
  /** An empty folder for what is unpacked: private to the owner, on a disk with room. */
  readonly into: string
  /**
   * `fresh`: just written from an open vault, so the database goes into `into`, and of the sealed files nothing. `whole`: the same, and
   * every row of the log and every index is compared as well. `keep`: the whole vault is unpacked and compared where it lies.
   */
  readonly how: 'fresh' | 'whole' | 'keep'
  readonly watch: Watch
}

/** What is in the stream is not what was sealed there; anything else that is wrong was so in the vault. */
export const otherBytes = 'content'

/** @returns `backup-damaged`, with what does not agree, and why the copy could not be unpacked. */
export function proveBackup(job: ProveJob): Result<RestoreReport, Saying> {
  try {
    const opened = openBackupFile(job.path)
    if (!opened.ok) return opened
    try {
      return prove(opened.value, job)
    } finally {
      opened.value.close()
    }
  } catch (error) {
    return fail(backupProblem(basename(job.path), error))
  }
}

function prove(backup: OpenBackup, job: ProveJob): Result<RestoreReport, Saying> {
  const damaged = (detail: string): Result<never, Saying> =>
    fail(ofTheDisk(detail) ?? saying('backup-damaged', { name: basename(job.path), detail }))
  const sealed = sealedFiles(job)
  const manifest = unpackWhole(backup, job, job.how === 'keep' ? atHome(intoFolder(job.into, true)) : sealed.take)
  if (manifest === null) return damaged(otherBytes)
  const copy = openCopy({ dir: job.into, copy: job.copy, vaultKey: job.vaultKey, now: Date.now }, manifest.head)
  if (!copy.ok) return copy.problem.code.startsWith('disk-') ? copy : damaged(detailOf(copy.problem))
  try {
    const wrong = firstWrong(copy.value, manifest, job)
    const gap = job.how === 'keep' ? null : sealed.firstWrong(copy.value)
    if (wrong !== null || gap !== null) return damaged(wrong ?? gap ?? '')
    const { entries, at } = manifest
    const [cases, blobs] = [countOf(copy.value, 'cases'), countOf(copy.value, 'blobs')]
    return ok({ file: job.path, ...backup.written(), entries, at, cases, blobs, checked: checkedBy(job) })
  } finally {
    copy.value.close()
  }
}

/** Once the stream has verified, what lies in `into` was whole when it was written: what cannot be read there is no damage of the backup. */
function ofTheDisk(detail: string): Saying | null {
  const code = /\bSQLITE_(?:IOERR|CANTOPEN|READONLY|FULL)\w*|\bE(?:IO|ROFS|ACCES|NOSPC|DQUOT)\b/.exec(detail)?.[0]
  if (code === undefined) return null
  return code === 'SQLITE_FULL' || code === 'ENOSPC' ? saying('disk-full') : saying('disk-failed', { detail: code })
}

function unpackWhole(backup: OpenBackup, { vaultKey, watch }: ProveJob, take: TakePart): Manifest | null {
  let isWhole = false
  const unsealed = counted(backup.unsealed(backupKeyOf(vaultKey)), counter(watch))
  function* pieces(): Generator<Buffer> {
    isWhole = yield* unsealed
  }
  const manifest = unpack(readerOver(pieces()), take)
  return isWhole ? manifest : null
}

type BlobRow = { id: string; key: string; size: number; sha256: string }

/** Writes the database alone, and opens each sealed file as it comes by, with the key that stands in the database. */
function sealedFiles({ into, vaultKey }: ProveJob) {
  let rows: ReadonlyMap<string, BlobRow> | null = null
  const seen = new Set<string>()
  let wrong: string | null = null
  const write = intoFolder(into, false)
  const take: TakePart = (part, read) => {
    if (part.name === databasePart) return write(part, read)
    const id = blobIdOf(part.name)
    rows ??= blobRows(into, vaultKey)
    const row = id === null ? undefined : rows.get(id)
    // One that was sealed into the vault after its database was read.
    if (row === undefined) return id !== null && skip(read)
    seen.add(row.id)
    if (!opens(row, read)) wrong ??= row.id
    return skip(read)
  }
  const firstWrong = (copy: Store): string | null => {
    rows ??= blobRows(into, vaultKey, copy)
    return wrong ?? Array.from(rows.keys()).find((id) => !seen.has(id)) ?? null
  }
  return { take, firstWrong }
}

function blobRows(dir: string, vaultKey: Uint8Array, opened?: Store): ReadonlyMap<string, BlobRow> {
  const db = opened === undefined ? openDatabase(databasePath(dir), databaseKey(vaultKey)) : ok(opened.db)
  if (!db.ok) return new Map()
  try {
    const rows = db.value.prepare('SELECT id, key, size, sha256 FROM blobs').all<BlobRow>()
    return new Map(rows.map((row) => [row.id, row]))
  } finally {
    if (opened === undefined) db.value.close()
  }
}

function opens({ id, key, size, sha256 }: BlobRow, read: ReadChunk): boolean {
  const contents = unsealChunks(Buffer.from(key, 'hex'), id, read, () => undefined)
  return contents?.size === size && contents.sha256 === sha256
}

function skip(read: ReadChunk): boolean {
  while (read(65_536).length > 0);
  return true
}

/** What does not agree, for the sentence; null where the copy is whole. */
function firstWrong(copy: Store, { entries, head }: Manifest, job: ProveJob): string | null {
  if (countOf(copy, 'entries') !== entries) return 'entries'
  if (job.how === 'fresh') return firstWrongOfFresh(copy, head.seq)
  const checks = job.how === 'keep' ? backupChecks : backupChecks.filter(([checked]) => checked !== 'checked-blobs')
  const { ok: isWhole, findings } = checkVault(copy, checks)
  const [finding] = findings
  return isWhole || finding === undefined ? null : detailOf(finding)
}

const pageSize = 4096

/**
 * The vault that it was written from is open and was checked at its opening, and the stream has proved that these are its bytes. So: every
 * page decrypts, every table is sound, the log is as long as its head says and ends in it.
 */
function firstWrongOfFresh(copy: Store, seq: number): string | null {
  const [finding] = copy.findings
  if (finding !== undefined) return detailOf(finding)
  const pages = Number(copy.db.pragma('page_count', { simple: true }))
  if (statSync(databasePath(copy.dir)).size !== pages * pageSize) return 'damage-size'
  const said = copy.db.pragma('quick_check(1)', { simple: true })
  if (said !== 'ok') return `damage-database ${String(said)}`
  return lastRow(copy.db).seq === seq && countOf(copy, 'log') === seq ? null : 'log-broken'
}

const countOf = ({ db }: Store, table: 'entries' | 'cases' | 'blobs' | 'log'): number =>
  Number(db.prepare(`SELECT count(*) FROM ${table}`, { pluck: true }).get())

const checkedBy = ({ how }: ProveJob): readonly Code[] =>
  how === 'fresh'
    ? ['checked-stream', 'checked-pages', 'checked-blobs']
    : ['checked-stream', ...backupChecks.map(([checked]) => checked)]

const detailOf = ({ code, params }: Saying): string => [code, ...Object.values(params)].join(' ')
