/**
 * One connection to the encrypted database, keyed and set as it must be, that comes back after damage: SQLCipher answers every further
 * question with "not a database" once it has met a single page that does not verify, so that one bad page would close the whole desk.
 */
import { isMainThread } from 'node:worker_threads'
import {
  Database as Native,
  type PragmaResult,
  type RowType,
  type RunResult,
  type StatementOptions,
  type StatementParameters,
} from '@signalapp/sqlcipher'
import { errorCode } from '../vault/files.ts'

export interface Statement<Options extends StatementOptions> {
  readonly run: (params?: StatementParameters<Options>) => RunResult
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as the library has it
  readonly get: <Row extends RowType<Options> = RowType<Options>>(
    params?: StatementParameters<Options>,
  ) => Row | undefined
  readonly all: <Row extends RowType<Options> = RowType<Options>>(params?: StatementParameters<Options>) => Row[]
}

/** The part of the library that core works with. A statement may be kept for as long as the database is open. */
export interface Database {
  readonly exec: (sql: string) => void
  prepare<Options extends StatementOptions>(sql: string, options: Options): Statement<Options>
  prepare(sql: string): Statement<object>
  pragma(source: string, options: { readonly simple: true }): PragmaResult<{ simple: true }>
  pragma(source: string): PragmaResult<object>
  readonly close: () => void
}

export interface Connecting {
  readonly path: string
  readonly key: Uint8Array
  /** Every statement that would write is refused by SQLite itself, and no journal is made beside the file. */
  readonly readOnly: boolean
}

/** A page that does not verify, a missing part of the file, a failing disk: of the vault, not of the question. */
export const isDamage = (error: unknown): boolean => isUnreadable(error) || isDiskError(error)

const isUnreadable = (error: unknown): boolean => {
  const code = errorCode(error)
  // What SQLCipher says of some pages that do not verify; a mistake in a statement has words of its own.
  const isUnsaid = code === 'SQLITE_ERROR' && error instanceof Error && error.message.endsWith('SQL logic error')
  return isUnsaid || /^SQLITE_(?:CORRUPT|NOTADB)/.test(code)
}

export const isDiskError = (error: unknown): boolean => errorCode(error).startsWith('SQLITE_IOERR')

type Table = 'entries' | 'log' | 'records' | 'cases'

const cutAt = new WeakMap<Database, Map<Table, number>>()

/** The highest row number; those of our tables have few gaps. Where the end of the table does not read, the last one before that. */
export function lastRowid(db: Database, table: Table): number {
  const cut = cutAt.get(db)?.get(table)
  if (cut !== undefined) return cut
  try {
    return Number(db.prepare(`SELECT max(rowid) FROM ${table}`, { pluck: true }).get() ?? 0)
  } catch (error) {
    if (!isDamage(error)) throw error
    const last = lastReadable(db, table)
    cutAt.set(db, (cutAt.get(db) ?? new Map<Table, number>()).set(table, last))
    return last
  }
}

/** As far as `lastRowid` has met it. */
export const isCut = (db: Database, table: Table): boolean => cutAt.get(db)?.has(table) === true

/** More rows than there will ever be. */
const noSuchRow = 2 ** 40

/** Whatever is looked for behind the last row that reads ends on the page that does not. */
function lastReadable(db: Database, table: Table): number {
  const read = db.prepare(`SELECT 1 FROM ${table} NOT INDEXED WHERE rowid = ?`)
  let [last, unread] = [0, noSuchRow]
  while (unread - last > 1) {
    const middle = Math.floor((last + unread) / 2)
    try {
      read.get([middle])
      last = middle
    } catch (error) {
      if (!isDamage(error)) throw error
      unread = middle
    }
  }
  return last
}

/** Throws what the library throws. */
export function connect(connecting: Connecting): Database {
  return new LastingConnection(connecting)
}

class LastingConnection implements Database {
  readonly #connecting: Connecting
  #native: Native | null
  #isClosed = false
  #inTransaction = false

  constructor(connecting: Connecting) {
    this.#connecting = connecting
    this.#native = keyed(connecting)
  }

  readonly exec = (sql: string): void => {
    // Whatever comes of them, nothing is open any more.
    if (sql === 'COMMIT' || sql === 'ROLLBACK') this.#inTransaction = false
    this.#guarded((native) => native.exec(sql))
    if (sql.startsWith('BEGIN') && !sql.includes(';')) this.#inTransaction = true
  }

  prepare<Options extends StatementOptions>(sql: string, options: Options): Statement<Options>
  prepare(sql: string): Statement<object>
  prepare(sql: string, options: StatementOptions = {}): Statement<StatementOptions> {
    this.#guarded((native) => native.prepare(sql, options))
    return {
      run: (params) => this.#guarded((native) => native.prepare(sql, options).run(params)),
      // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as the library has it
      get: <Row extends RowType<StatementOptions>>(params?: StatementParameters<StatementOptions>) =>
        this.#guarded((native) => native.prepare(sql, options).get<Row>(params)),
      all: <Row extends RowType<StatementOptions>>(params?: StatementParameters<StatementOptions>) =>
        this.#guarded((native) => native.prepare(sql, options).all<Row>(params)),
    }
  }

  pragma(source: string, options: { readonly simple: true }): PragmaResult<{ simple: true }>
  pragma(source: string): PragmaResult<object>
  pragma(source: string, options?: { readonly simple: true }): PragmaResult<{ simple: true }> | PragmaResult<object> {
    return this.#guarded((native) => (options === undefined ? native.pragma(source) : native.pragma(source, options)))
  }

  readonly close = (): void => {
    if (this.#isClosed) throw new Error('the database is closed already')
    this.#isClosed = true
    this.#native?.close()
    this.#native = null
  }

  /** Within a transaction the dead connection is kept to its end: what follows must not be written outside of it. */
  #guarded<T>(ask: (native: Native) => T): T {
    if (this.#isClosed) throw new Error('the database is closed')
    try {
      return ask((this.#native ??= keyed(this.#connecting)))
    } catch (error) {
      // Not after the disk failed: SQLite has taken the step back, which another connection would find in the write-ahead log.
      if (isUnreadable(error) && !this.#inTransaction) this.#letGo()
      throw error
    }
  }

  #letGo(): void {
    try {
      this.#native?.close()
    } catch {
      // It has met damage; what it held goes with it.
    }
    this.#native = null
  }
}

function keyed({ path, key, readOnly }: Connecting): Native {
  const hex = Buffer.from(key).toString('hex')
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error('a database key has 32 bytes')
  // A worker has no mask of its own; it opens files that are there, and those beside them take their mode.
  const mask = isMainThread ? process.umask(0o077) : null
  const db = new Native(path, { cacheStatements: true })
  try {
    for (const setting of [`key = "x'${hex}'"`, ...(readOnly ? readingSettings : settings)]) db.pragma(setting)
    // Reads a page, so that a wrong key or a second process shows now, and creates the file beside under the mask.
    db.exec(readOnly ? 'BEGIN; SELECT count(*) FROM sqlite_schema; ROLLBACK' : 'BEGIN IMMEDIATE; ROLLBACK')
    return db
  } catch (error) {
    db.close()
    throw error
  } finally {
    if (mask !== null) process.umask(mask)
  }
}

const always = [
  // SQLCipher writes page numbers of damaged files to stderr unless told not to. Not by setLogger: what SQLite then logs
  // while a process ends aborts it.
  'cipher_log_level = NONE',
  'busy_timeout = 500',
  'locking_mode = EXCLUSIVE',
  'trusted_schema = OFF',
  'foreign_keys = ON',
  // 32 MB of pages, opened: what a question of 100,000 cases reads again and again.
  'cache_size = -32768',
]

const settings = [
  ...always,
  'journal_mode = WAL',
  // The build's default for WAL is NORMAL, which may roll back a commit at power loss.
  'synchronous = FULL',
  'fullfsync = 1',
  'checkpoint_fullfsync = 1',
]

const readingSettings = [...always, 'query_only = ON', 'wal_autocheckpoint = 0']
