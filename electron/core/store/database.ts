/**
 * Opens the encrypted database and shuts every silent trap of it (facts/security 1.3, 1.4): a missing or empty file would open
 * as a new one, a short key would count as a passphrase, a forgotten key would write plaintext.
 */
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { Database } from '@signalapp/sqlcipher'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { errorCode } from '../vault/files.ts'
import { first } from './migrations/001-first.ts'

export type { Database }

/** "SGNT", so that another application's database is not taken for ours. */
export const applicationId = 0x53474e54
export const schemaVersion = 1
const plaintextHeader = 'SQLite format 3\0'

export function createDatabase(path: string, key: Uint8Array): Result<Database, Saying> {
  if (existsSync(path)) return fail(saying('vault-exists', { dir: path }))
  const db = connect(path, key)
  try {
    db.exec('BEGIN')
    db.exec(first)
    db.exec('COMMIT')
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${schemaVersion}`)
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    db.close()
    throw error
  }
  if (readHeader(path) !== plaintextHeader) return ok(db)
  db.close()
  rmSync(path, { force: true })
  return fail(saying('vault-damaged', { detail: 'vault.db was created unencrypted' }))
}

export function openDatabase(path: string, key: Uint8Array): Result<Database, Saying> {
  const refusal = refuseFile(path)
  if (refusal !== null) return fail(refusal)
  let db: Database | null = null
  try {
    db = connect(path, key)
    return checked(db)
  } catch (error) {
    db?.close()
    return fail(openingProblem(error))
  }
}

/** The key was proved before by the wrap of the key file, so "not a database" means damage here. */
export function openingProblem(error: unknown): Saying {
  const code = errorCode(error)
  const text = error instanceof Error ? error.message : ''
  if (code.includes('BUSY') || text.includes('locked')) return saying('vault-in-use', { pid: 0 })
  return saying('vault-damaged', { detail: `vault.db (${code === 'unknown' ? 'not a database' : code})` })
}

function refuseFile(path: string): Saying | null {
  if (!existsSync(path)) return saying('vault-damaged', { detail: 'vault.db is missing' })
  if (statSync(path).size === 0) return saying('vault-damaged', { detail: 'vault.db is empty' })
  return readHeader(path) === plaintextHeader ? saying('vault-damaged', { detail: 'vault.db is not encrypted' }) : null
}

function connect(path: string, key: Uint8Array): Database {
  const hex = Buffer.from(key).toString('hex')
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error('a database key has 32 bytes')
  const mask = process.umask(0o077)
  const db = new Database(path, { cacheStatements: true })
  try {
    db.pragma(`key = "x'${hex}'"`)
    // SQLCipher writes page numbers of damaged files to stderr unless told not to. Not by setLogger: what SQLite then logs
    // while a process ends aborts it.
    db.pragma('cipher_log_level = NONE')
    db.pragma('busy_timeout = 500')
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    // The build's default for WAL is NORMAL, which may roll back a commit at power loss.
    db.pragma('synchronous = FULL')
    db.pragma('fullfsync = 1')
    db.pragma('checkpoint_fullfsync = 1')
    db.pragma('trusted_schema = OFF')
    db.pragma('foreign_keys = ON')
    db.pragma('cache_size = -65536')
    // Reads a page, so that a wrong key or a second process shows now, and creates the -wal and -shm files under the mask.
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
    return db
  } catch (error) {
    db.close()
    throw error
  } finally {
    process.umask(mask)
  }
}

function checked(db: Database): Result<Database, Saying> {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId || version === 0) {
    db.close()
    return fail(saying('vault-damaged', { detail: 'vault.db is not a database of Signet' }))
  }
  if (version <= schemaVersion) return ok(db)
  db.close()
  return fail(saying('vault-newer', { format: version }))
}

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
