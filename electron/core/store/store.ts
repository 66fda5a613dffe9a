/** The open store: one writer, one transaction a change, and the sealed head behind every commit. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { isDiskFull } from '../vault/files.ts'
import { deriveKey } from '../vault/seal.ts'
import { canonical, sha256 } from './canonical.ts'
import { lastEntriesDamaged } from './check-rows.ts'
import { createDatabase, openDatabase, openingProblem, type Database } from './database.ts'
import { openHeadFile, type Head, type HeadFile } from './head-file.ts'
import { appendLog, emptyHead, firstBroken, foundKind, lastRow, rowAt, type LogItem } from './vault-log.ts'

export interface Tx {
  readonly db: Database
  /** UTC ISO of this commit. */
  readonly at: string
  readonly log: (item: LogItem) => void
  /** Runs once this commit is on disk: for what is held in memory beside it. */
  readonly after: (run: () => void) => void
}

export interface Store {
  readonly dir: string
  readonly copy: string
  readonly db: Database
  /** What opening found: empty if the log agrees with its sealed head. */
  readonly findings: readonly Saying[]
  readonly macKey: Uint8Array
  /** All or nothing: the reply may be given only after this has returned ok. */
  readonly commit: <T>(work: (tx: Tx) => Result<T, Saying>) => Result<T, Saying>
  readonly head: () => Head
  /** Opens a copy of this vault's files in another folder, as a backup holds them, against the head it should have. */
  readonly openCopy: (dir: string, head: Head) => Result<Store, Saying>
  readonly close: () => void
}

/** Entries whose hashes are checked each time (the whole journal: vault check, journal check). */
const checkedAtOpening = 100

interface Opening {
  readonly dir: string
  readonly copy: string
  readonly vaultKey: Uint8Array
  readonly now: () => number
}

export const databasePath = (dir: string): string => join(dir, 'vault.db')

export const databaseKey = (vaultKey: Uint8Array): Buffer => deriveKey(vaultKey, 'database')

export function createStore(opening: Opening): Result<Store, Saying> {
  const db = createDatabase(databasePath(opening.dir), databaseKey(opening.vaultKey))
  return db.ok ? openedOn(db.value, opening, true) : db
}

export function openStore(opening: Opening): Result<Store, Saying> {
  const db = openDatabase(databasePath(opening.dir), databaseKey(opening.vaultKey))
  return db.ok ? openedOn(db.value, opening, false) : db
}

export function openCopy(opening: Opening, head: Head): Result<Store, Saying> {
  const headFile = openHeadFile(join(opening.dir, 'head'), deriveKey(opening.vaultKey, 'head'), opening.copy)
  headFile.write(head)
  headFile.close()
  return openStore(opening)
}

/** A page of the log that does not decrypt shows here first, and must not leave the database open and locked. */
function openedOn(db: Database, opening: Opening, isNew: boolean): Result<Store, Saying> {
  try {
    return ok(openStoreOn(db, opening, isNew))
  } catch (error) {
    db.close()
    return fail(isDiskFull(error) ? saying('disk-full') : openingProblem(error))
  }
}

function openStoreOn(db: Database, { dir, copy, vaultKey, now }: Opening, isNew: boolean): Store {
  const macKey = deriveKey(vaultKey, 'log-mac')
  const path = join(dir, 'head')
  const hadHead = existsSync(path)
  const headFile = openHeadFile(path, deriveKey(vaultKey, 'head'), copy)
  const findings = isNew
    ? []
    : [...findingsOf(db, macKey, hadHead ? headFile.read() : null), ...lastEntriesDamaged({ db }, checkedAtOpening)]
  let head = keepFindings({ db, macKey, head: lastRow(db), at: new Date(now()).toISOString() }, findings)
  headFile.write(head)
  return {
    dir,
    copy,
    db,
    macKey,
    findings,
    head: () => head,
    openCopy: (folder, expected) => openCopy({ dir: folder, copy, vaultKey, now }, expected),
    commit: (work) => {
      const done = commit({ db, macKey, head, at: new Date(now()).toISOString() }, work)
      if (!done.ok) return done
      head = done.value.head
      writeHead(headFile, head)
      for (const run of done.value.afterwards) run()
      return ok(done.value.value)
    },
    close: () => {
      closeQuietly(db)
      headFile.close()
    },
  }
}

/** The commit is on disk already; where its head finds no room, the log is ahead of it, as after a kill, and the next one tells. */
function writeHead(headFile: HeadFile, head: Head): void {
  try {
    headFile.write(head)
  } catch (error) {
    if (!isDiskFull(error)) throw error
  }
}

/** What opening found stays in the log itself: the new head must not make a loss look as if it had never been. */
function keepFindings({ db, macKey, head, at }: Committing, findings: readonly Saying[]): Head {
  if (findings.length === 0) return head
  const items = findings.map(({ code, params }) => ({ kind: `${foundKind}${code}`, ref: canonical(params) }))
  db.exec('BEGIN IMMEDIATE')
  try {
    const next = appendLog(db, macKey, head, at, items)
    db.exec('COMMIT')
    return next
  } catch (error) {
    rollBack(db)
    if (isDiskFull(error)) return head
    throw error
  }
}

/** Empties the write-ahead log first: what stands in it is the part that damage could take without a trace. */
function closeQuietly(db: Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A full disk: the write-ahead log stays and is read at the next opening.
  }
  db.close()
}

/** The log may be ahead of the sealed head by rows that chain from it (a kill), never behind it (a loss). */
function findingsOf(db: Database, macKey: Uint8Array, head: Head | null): readonly Saying[] {
  const last = lastRow(db)
  if (head === null) return [saying('head-missing')]
  if (last.seq < head.seq) {
    return [saying('vault-tail-lost', { count: head.seq - last.seq, found: last.seq, expected: head.seq })]
  }
  if (head.seq > 0 && rowAt(db, head.seq) !== head.hash) return [saying('log-broken', { seq: head.seq })]
  const broken = firstBroken(db, macKey, head.seq === 0 ? emptyHead : head)
  return broken === null ? [] : [saying('log-broken', { seq: broken })]
}

interface Committing {
  readonly db: Database
  readonly macKey: Uint8Array
  readonly head: Head
  readonly at: string
}

function commit<T>(
  { db, macKey, head, at }: Committing,
  work: (tx: Tx) => Result<T, Saying>,
): Result<{ value: T; head: Head; afterwards: readonly (() => void)[] }, Saying> {
  const items: LogItem[] = []
  const afterwards: (() => void)[] = []
  try {
    db.exec('BEGIN IMMEDIATE')
    const done = work({ db, at, log: (item) => items.push(item), after: (run) => afterwards.push(run) })
    if (!done.ok) {
      db.exec('ROLLBACK')
      return done
    }
    const next = appendLog(db, macKey, head, at, items)
    db.exec('COMMIT')
    return ok({ value: done.value, head: next, afterwards })
  } catch (error) {
    rollBack(db)
    if (isDiskFull(error)) return fail(saying('disk-full'))
    throw error
  }
}

/** After SQLITE_FULL the transaction is rolled back already, and a second ROLLBACK would throw. */
function rollBack(db: Database): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    // Nothing was open any more.
  }
}

export interface Records<T> {
  readonly get: (id: string) => T | null
  readonly all: () => readonly T[]
  readonly put: (tx: Tx, id: string, value: T) => void
  readonly drop: (tx: Tx, id: string) => void
}

/** JSON documents of one kind. `quiet` ones (drafts, settings of the screen) make no row in the vault log. */
export function recordsOf<S extends z.ZodType>(
  store: Pick<Store, 'db'>,
  kind: string,
  schema: S,
  { quiet = false }: { quiet?: boolean } = {},
): Records<z.output<S>> {
  type Row = { body: string }
  const read = ({ body }: Row): z.output<S> => schema.parse(JSON.parse(body))
  return {
    get: (id) => {
      const row = store.db.prepare('SELECT body FROM records WHERE kind = ? AND id = ?').get<Row>([kind, id])
      return row === undefined ? null : read(row)
    },
    all: () => store.db.prepare('SELECT body FROM records WHERE kind = ? ORDER BY at, id').all<Row>([kind]).map(read),
    put: (tx, id, value) => {
      const body = canonical(value)
      tx.db
        .prepare(
          'INSERT INTO records (kind, id, at, body) VALUES (?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
        )
        .run([kind, id, tx.at, body])
      if (!quiet) tx.log({ kind, ref: sha256(`${id} ${body}`) })
    },
    drop: (tx, id) => {
      tx.db.prepare('DELETE FROM records WHERE kind = ? AND id = ?').run([kind, id])
      if (!quiet) tx.log({ kind: `${kind}.dropped`, ref: sha256(id) })
    },
  }
}
