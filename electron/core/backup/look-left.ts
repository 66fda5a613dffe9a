/**
 * What is left of a damaged backup, unpacked as it lies in a vault: what does not open stays empty or away, and is counted. Only to be
 * looked at: nothing of it is ever restored. Runs in a worker, and writes nothing that is not sealed.
 */
import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { blobPath } from '../store/blobs.ts'
import { openDatabase } from '../store/database.ts'
import { openHeadFile } from '../store/head-file.ts'
import { chunkLength, type ReadChunk } from '../store/sealed-chunks.ts'
import { databaseKey, databasePath } from '../store/store.ts'
import { writeAll } from '../vault/files.ts'
import { deriveKey } from '../vault/seal.ts'
import { backupKeyOf } from '../vault/vault.ts'
import { openBackupFile, type OpenBackup } from './backup-file.ts'
import { atHome, backupProblem } from './backup-problem.ts'
import { findManifest, firstPart, placedBy, reading, walkedFrom, type PlacedPart } from './left-parts.ts'
import { blobIdOf, databasePart, intoFolder, type Manifest } from './parts.ts'
import { proveBackup, type ProveJob } from './prove-backup.ts'
import { counter } from './watch.ts'
import { findChunks, sealedSize, type WholeChunks } from './whole-chunks.ts'

export type LookJob = Omit<ProveJob, 'how'>

export interface Left {
  /** MB that should be there, and how many of them do not read. */
  readonly total: number
  readonly unread: number
  /** Its end opens, so that there were not more. */
  readonly hasEnd: boolean
  /** Sealed files that are not there, of those that are known. */
  readonly files: number
  /** What the check of the whole backup came to. */
  readonly detail: string
}

export interface Looked {
  /** UTC ISO: when it was made; null where that does not read. */
  readonly at: string | null
  /** null: the backup is whole. */
  readonly left: Left | null
}

/** Whole where it is whole, else what is left. @returns `backup-none-left`, and the problems of opening a backup. */
export function lookIntoBackup(job: LookJob): Result<Looked, Saying> {
  const proved = proveBackup({ ...job, how: 'keep' })
  if (proved.ok) return ok({ at: proved.value.at, left: null })
  if (!isOfTheFile(proved.problem)) return proved
  try {
    for (const name of readdirSync(job.into)) rmSync(join(job.into, name), { recursive: true, force: true })
    const opened = openBackupFile(job.path)
    if (!opened.ok) return opened
    try {
      return unpackLeft(opened.value, job, String(proved.problem.params['detail'] ?? ''))
    } finally {
      opened.value.close()
    }
  } catch (error) {
    return fail(backupProblem(basename(job.path), error))
  }
}

/** Damage, or a medium that fails in places. */
const isOfTheFile = ({ code, params }: Saying): boolean =>
  code === 'backup-damaged' || (code === 'backup-medium-gone' && params['detail'] === 'EIO')

function unpackLeft(backup: OpenBackup, job: LookJob, detail: string): Result<Looked, Saying> {
  const chunks = findChunks(backup.sealed(backupKeyOf(job.vaultKey)), counter(job.watch))
  const database = chunks === null ? null : firstPart(chunks)
  if (chunks === null || database?.name !== databasePart)
    return fail(saying('backup-none-left', { name: basename(job.path) }))
  writeDatabase(chunks, database, databasePath(job.into))
  const manifest = findManifest(chunks)
  const parts = manifest === null ? walkedWithRows(chunks, database, job) : placedBy(manifest)
  const files = writeFiles(chunks, parts, job.into)
  if (manifest !== null) writeHead(manifest, job)
  const end = parts.reduce((most, { at, size }) => Math.max(most, at + size), database.at + database.size)
  // Without its end there was one more at least.
  const total = chunks.hasEnd ? chunks.reach : Math.max(chunks.reach, chunks.count + 1, Math.ceil(end / chunkLength))
  const left = { total, unread: total - chunks.count, hasEnd: chunks.hasEnd, files, detail }
  return ok({ at: manifest?.at ?? null, left })
}

/** SQLCipher takes a page of zeros for one that it has not written yet, and SQLite then fails otherwise than on damage (measured). */
const unread = Buffer.alloc(chunkLength, 0xff)

/** What is missing within does not verify there; what is missing at the end is not made up: the size of the file tells. */
function writeDatabase(chunks: WholeChunks, { at, size }: PlacedPart, path: string): void {
  const end = Math.min(at + size, chunks.until)
  const file = openSync(path, 'wx', 0o600)
  try {
    for (let from = at; from < end;) {
      const start = from % chunkLength
      const chunk = chunks.read(Math.floor(from / chunkLength)) ?? unread
      // One that is short within the stream is none of ours.
      const piece = (chunk.length > start ? chunk : unread).subarray(start, start + end - from)
      writeAll(file, piece)
      from += piece.length
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** As far as the rows of sealed files read. */
function walkedWithRows(chunks: WholeChunks, database: PlacedPart, { into, vaultKey }: LookJob): readonly PlacedPart[] {
  const db = openDatabase(databasePath(into), databaseKey(vaultKey), { readOnly: true })
  if (!db.ok) return walkedFrom(chunks, database, () => null)
  const rows = db.value.prepare('SELECT id, size FROM blobs WHERE id > ? ORDER BY id LIMIT 1')
  try {
    return walkedFrom(chunks, database, (after) => {
      const row = whereItReads(() => rows.get<{ id: string; size: number }>([after]))
      return row === undefined || row.size < 0 ? null : { id: row.id, size: sealedSize(row.size) }
    })
  } finally {
    db.value.close()
  }
}

function whereItReads<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** @returns how many are not there. One that is there in part stays out, as one that is damaged in a vault is not shown. */
function writeFiles(chunks: WholeChunks, parts: readonly PlacedPart[], into: string): number {
  const write = atHome(intoFolder(into, false))
  const written = new Set<string>()
  for (const part of parts) {
    const id = blobIdOf(part.name)
    if (id === null || written.has(id)) continue
    const bytes = counting(reading(chunks, part.at, part.at + part.size))
    write(part, bytes.read)
    if (bytes.total() === part.size) written.add(id)
    else rmSync(blobPath(into, id), { force: true })
  }
  return new Set(parts.map(({ name }) => name)).size - written.size
}

function counting(read: ReadChunk): { readonly read: ReadChunk; readonly total: () => number } {
  let total = 0
  return {
    read: (length) => {
      const piece = read(length)
      total += piece.length
      return piece
    },
    total: () => total,
  }
}

/** What the log should end in, so that opening notices what is missing of it. */
function writeHead({ head }: Manifest, { into, vaultKey, copy }: LookJob): void {
  const file = openHeadFile(join(into, 'head'), deriveKey(vaultKey, 'head'), copy)
  try {
    file.write(head)
  } finally {
    file.close()
  }
}
