/**
 * The database under a new data key, beside the old one: exported, its log signed anew, its head sealed, opened and compared. Nothing
 * of the vault changes here; blobs keep their keys, which stand in the database.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { hmac } from '../store/canonical.ts'
import { rollBack } from '../store/migrate.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { openHeadFile } from '../store/head-file.ts'
import { databaseKey, databasePath, openStore, type Store } from '../store/store.ts'
import { emptyHead, firstBroken } from '../store/vault-log.ts'
import { flushFile, flushFolder } from './files.ts'
import { newFilesFolder } from './new-files.ts'
import { deriveKey } from './seal.ts'

export interface Resealing {
  readonly store: Store
  readonly newKey: Uint8Array
  /** Of the new data key. */
  readonly id: string
  readonly now: () => number
}

const rowsAtOnce = 20_000

export const resealSteps = (store: Store): number => 2 + Math.ceil(store.head().seq / rowsAtOnce)

/** A step at a time; throws what the library throws. The last one says whether the new files are whole. */
export function* reseal({ store, newKey, id, now }: Resealing): Generator<Result<null, Saying>, void> {
  const folder = newFilesFolder(store.dir, id)
  mkdirSync(folder, { mode: 0o700 })
  exportInto(store.db, databasePath(folder), newKey)
  yield ok(null)
  const keys = { newKey, oldMac: store.macKey, newMac: deriveKey(newKey, 'log-mac') }
  for (let from = 0; from < store.head().seq; from += rowsAtOnce) {
    yield withDatabase(folder, newKey, (db) => signAnew(db, keys, from))
  }
  writeHead(store, folder, newKey)
  yield compared(store, folder, { newKey, now })
}

/**
 * user_version and application_id are not exported (facts/security 1.3). Without a journal: a half one is thrown away, and one that cannot
 * be rolled back on a failing disk would keep the vault from being read.
 */
function exportInto(db: Database, path: string, newKey: Uint8Array): void {
  const mask = process.umask(0o077)
  try {
    db.prepare('ATTACH DATABASE ? AS anew KEY ?').run([path, `x'${databaseKey(newKey).toString('hex')}'`])
    try {
      db.exec('PRAGMA anew.journal_mode = OFF; PRAGMA anew.synchronous = OFF')
      // Within a transaction a failure of the new file does not cost the connection to the old one.
      db.exec('BEGIN')
      db.prepare("SELECT sqlcipher_export('anew')").get()
      db.exec('COMMIT')
      for (const name of ['application_id', 'user_version']) {
        db.pragma(`anew.${name} = ${Number(db.pragma(name, { simple: true }))}`)
      }
    } catch (error) {
      rollBack(db)
      throw error
    } finally {
      db.exec('DETACH DATABASE anew')
    }
    flushFile(path)
  } finally {
    process.umask(mask)
  }
}

/** What was written a moment ago and does not open: that is the disk. */
const unsound = (problem: Saying): Saying =>
  problem.code.startsWith('disk-') ? problem : saying('disk-failed', { detail: problem.code })

function withDatabase(folder: string, newKey: Uint8Array, work: (db: Database) => void): Result<null, Saying> {
  const opened = openDatabase(databasePath(folder), databaseKey(newKey))
  if (!opened.ok) return fail(unsound(opened.problem))
  try {
    work(opened.value)
    return ok(null)
  } finally {
    opened.value.close()
  }
}

interface Macs {
  readonly oldMac: Uint8Array
  readonly newMac: Uint8Array
}

/** A row that did not verify before does not get a signature that would make it look whole. */
function signAnew(db: Database, { oldMac, newMac }: Macs, from: number): void {
  const rows = db
    .prepare('SELECT seq, hash, mac FROM log WHERE seq > ? AND seq <= ? ORDER BY seq')
    .all<{ seq: number; hash: string; mac: string }>([from, from + rowsAtOnce])
  const update = db.prepare('UPDATE log SET mac = ? WHERE seq = ?')
  db.exec('BEGIN IMMEDIATE')
  for (const { seq, hash, mac } of rows) if (mac === hmac(oldMac, hash)) update.run([hmac(newMac, hash), seq])
  db.exec('COMMIT')
}

function writeHead(store: Store, folder: string, newKey: Uint8Array): void {
  const head = openHeadFile(join(folder, 'head'), deriveKey(newKey, 'head'), store.copy)
  head.write(store.head())
  head.close()
}

/** Opened as the next unlock will, every page verified, and as many rows in every table. */
function compared(
  store: Store,
  folder: string,
  { newKey, now }: Pick<Resealing, 'newKey' | 'now'>,
): Result<null, Saying> {
  const opened = openStore({ dir: folder, copy: store.copy, vaultKey: newKey, now })
  if (!opened.ok) return fail(unsound(opened.problem))
  try {
    if (!pagesRead(opened.value)) return fail(saying('disk-failed', { detail: 'pages' }))
    const wrong = firstWrong(store, opened.value)
    return wrong === null ? ok(null) : fail(saying('rotate-unsound', { detail: wrong }))
  } finally {
    opened.value.close()
    flushFolder(folder)
    flushFolder(store.dir)
  }
}

/** What was written a moment ago does not read: that is the disk. */
const pagesRead = ({ readOnly, db }: Store): boolean => !readOnly && db.pragma('cipher_integrity_check').length === 0

function firstWrong(old: Store, anew: Store): string | null {
  if (firstBroken(anew.db, anew.macKey, emptyHead) !== firstBroken(old.db, old.macKey, emptyHead)) return 'log'
  const [before, after] = [countsOf(old.db), countsOf(anew.db)]
  const other = [...before.keys()].find((table) => before.get(table) !== after.get(table))
  return other ?? (before.size === after.size ? null : 'tables')
}

function countsOf(db: Database): ReadonlyMap<string, number> {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", { pluck: true })
    .all<string>()
  return new Map(
    tables.map((table) => [table, Number(db.prepare(`SELECT count(*) FROM "${table}"`, { pluck: true }).get())]),
  )
}
