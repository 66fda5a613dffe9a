/**
 * Opens the encrypted database and shuts every silent trap of it (facts/security 1.3, 1.4): a missing or empty file would open
 * as a new one, a short key would count as a passphrase, a forgotten key would write plaintext.
 */
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { errorCode, isDiskFull } from '../vault/files.ts'
import { connect, type Database } from './connection.ts'
import { first } from './migrations/001-first.ts'
import { copyBefore, migrations, runMigrations, type Migration } from './migrate.ts'
import { dropPageList } from './page-list.ts'

export type { Database } from './connection.ts'

/** "SGNT", so that another application's database is not taken for ours. */
export const applicationId = 0x53474e54
export const schemaVersion = 1 + migrations.length
const plaintextHeader = 'SQLite format 3\0'

export function createDatabase(path: string, key: Uint8Array): Result<Database, Saying> {
  if (existsSync(path)) return fail(saying('vault-exists', { dir: path }))
  const db = connect({ path, key, readOnly: false })
  try {
    db.exec('BEGIN')
    db.exec(first)
    for (const { sql } of migrations) db.exec(sql)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${schemaVersion}`)
    db.exec('COMMIT')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    db.close()
    throw error
  }
  if (db.pragma('cipher_status', { simple: true }) === '1') return ok(db)
  db.close()
  rmSync(path, { force: true })
  return fail(saying('vault-damaged', { detail: 'vault.db was created unencrypted' }))
}

export interface OpeningDatabase {
  readonly readOnly?: boolean
  /** Other ones than ours, to try their running. */
  readonly migrations?: readonly Migration[]
}

/**
 * Brings an older format to ours first (migrate.ts), but for one that is only read. `vault-damaged`, `vault-newer`, `vault-in-use`,
 * `disk-full`, `migration-failed`: the file is as it was.
 */
export function openDatabase(
  path: string,
  key: Uint8Array,
  { readOnly = false, migrations: steps = migrations }: OpeningDatabase = {},
): Result<Database, Saying> {
  const refusal = refuseFile(path)
  if (refusal !== null) return fail(refusal)
  const opened = openedAs(path, key, readOnly, 1 + steps.length)
  if (!opened.ok || readOnly || formatOf(opened.value) > steps.length) return opened
  return migrated(opened.value, { path, key, steps })
}

export const formatOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }))

function openedAs(path: string, key: Uint8Array, readOnly: boolean, newest: number): Result<Database, Saying> {
  let db: Database | null = null
  try {
    db = connect({ path, key, readOnly })
    const refused = refuseVersion(db, newest)
    if (refused === null) return ok(db)
    db.close()
    return fail(refused)
  } catch (error) {
    closeAfter(db)
    return fail(isDiskFull(error) ? saying('disk-full') : openingProblem(error))
  }
}

interface Migrating {
  readonly path: string
  readonly key: Uint8Array
  readonly steps: readonly Migration[]
}

function migrated(db: Database, { path, key, steps }: Migrating): Result<Database, Saying> {
  const format = 1 + steps.length
  let again: Database | null = null
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    copyBefore(path, key, format)
    dropPageList(dirname(path))
    again = connect({ path, key, readOnly: false })
    runMigrations(again, steps)
    again.pragma('wal_checkpoint(TRUNCATE)')
    return ok(again)
  } catch (error) {
    closeAfter(again ?? db)
    if (isDiskFull(error)) return fail(saying('disk-full'))
    return fail(saying('migration-failed', { format, detail: errorCode(error) }))
  }
}

function closeAfter(db: Database | null): void {
  try {
    db?.close()
  } catch {
    // It went with what was met.
  }
}

/** The key was proved before by the wrap of the key file, so "not a database" means damage here. */
export function openingProblem(error: unknown): Saying {
  const code = errorCode(error)
  const text = error instanceof Error ? error.message : ''
  if (code.includes('BUSY') || text.includes('locked')) return saying('vault-in-use', { pid: 0 })
  return saying('vault-damaged', { detail: `vault.db (${code === 'unknown' ? 'not a database' : code})` })
}

/** Missing, empty or unencrypted. */
export function refuseFile(path: string): Saying | null {
  if (!existsSync(path)) return saying('vault-damaged', { detail: 'vault.db is missing' })
  if (statSync(path).size === 0) return saying('vault-damaged', { detail: 'vault.db is empty' })
  return readHeader(path) === plaintextHeader ? saying('vault-damaged', { detail: 'vault.db is not encrypted' }) : null
}

function refuseVersion(db: Database, newest: number): Saying | null {
  const version = formatOf(db)
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId || version === 0)
    return saying('vault-damaged', { detail: 'vault.db is not a database of Signet' })
  return version <= newest ? null : saying('vault-newer', { format: version })
}

/** Only before the database is opened: closing any handle on a file lets go of the locks that a process holds on it (POSIX). */
function readHeader(path: string): string {
  const file = openSync(path, 'r')
  try {
    const header = Buffer.alloc(16)
    readSync(file, header, 0, 16, 0)
    return header.toString('latin1')
  } finally {
    closeSync(file)
  }
}
