/** The open store: one writer, one transaction a change, and the sealed head behind every commit. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { freeBallast } from '../vault/ballast.ts'
import { isDiskFull } from '../vault/files.ts'
import { deriveKey } from '../vault/seal.ts'
import { canonical, sha256 } from './canonical.ts'
import { closeQuietly, commit, keepFindings, leaveQuietly, writeHead, type Committing } from './commit.ts'
import { createDatabase, openDatabase, openingProblem, type Database } from './database.ts'
import { openHeadFile, type Head } from './head-file.ts'
import { olderFormats, type Migration } from './migrate.ts'
import { findingsAtOpening, isReplaced } from './opening-findings.ts'
import { openPageFile, type PageFile } from './page-file.ts'
import { dropPageList, openPageList, type PageList } from './page-list.ts'
import { openToRead } from './reading-store.ts'
import { droppedKind, recordRef } from './record-refs.ts'
import { lastRow, quietIn, type LogItem } from './vault-log.ts'

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
  /** The database file as it lies, to be checked page by page. */
  readonly pages: PageFile
  /** Which version of each page was written last. */
  readonly list: PageList
  /** What opening found: empty if the log agrees with its sealed head. */
  readonly findings: readonly Saying[]
  /** What has become true since: the ballast was used, the head could not be written. */
  readonly notices: () => readonly Saying[]
  /** Every commit is refused and nothing is written to the folder: as was asked, or because the end of the log does not read. */
  readonly readOnly: boolean
  readonly macKey: Uint8Array
  /** For threads that open a copy of these files. */
  readonly vaultKey: Uint8Array
  /**
   * All or nothing: the reply may be given only after this has returned ok. `work` is run once more where the disk was full and the
   * ballast makes room. `disk-full`, `disk-failed`, `damage-met`, `vault-read-only`.
   */
  readonly commit: <T>(work: (tx: Tx) => Result<T, Saying>) => Result<T, Saying>
  readonly head: () => Head
  /** Opens a copy of this vault's files in another folder, as a backup holds them, against the head it should have. */
  readonly openCopy: (dir: string, head: Head) => Result<Store, Saying>
  readonly close: () => void
}

export interface Opening {
  readonly dir: string
  readonly copy: string
  readonly vaultKey: Uint8Array
  readonly now: () => number
  /** Nothing is written to the folder, every change is refused. */
  readonly readOnly?: boolean
  /** Other ones than ours, to try their running. */
  readonly migrations?: readonly Migration[]
}

export const databasePath = (dir: string): string => join(dir, 'vault.db')

export const databaseKey = (vaultKey: Uint8Array): Buffer => deriveKey(vaultKey, 'database')

export function createStore(opening: Opening): Result<Store, Saying> {
  const db = createDatabase(databasePath(opening.dir), databaseKey(opening.vaultKey))
  return db.ok ? openedOn(db.value, opening, true) : db
}

/** Where the file was cut, or the end of its log does not read, it opens as far as it can be read, and only to be read. */
export function openStore(opening: Opening): Result<Store, Saying> {
  if (opening.readOnly === true) return openToRead(opening)
  const before = olderCopies(opening.dir)
  const opened = openToWrite(opening)
  if (opened.ok) {
    if (opened.value.findings.length === 0) dropSettled(before)
    return opened
  }
  const readable = opened.problem.code === 'vault-damaged' ? openToRead(opening) : opened
  return readable.ok ? readable : opened
}

/** The head that this copy should have is written beside it; a copy that cannot be opened to be written is none that counts. */
export function openCopy(opening: Opening, head: Head): Result<Store, Saying> {
  const headFile = openHeadFile(join(opening.dir, 'head'), deriveKey(opening.vaultKey, 'head'), opening.copy)
  headFile.write(head)
  headFile.close()
  return openToWrite(opening)
}

function openToWrite(opening: Opening): Result<Store, Saying> {
  const db = openDatabase(databasePath(opening.dir), databaseKey(opening.vaultKey), opening)
  return db.ok ? openedOn(db.value, opening, false) : db
}

interface OlderCopy {
  readonly path: string
  readonly madeAt: number
}

const olderCopies = (dir: string): readonly OlderCopy[] =>
  olderFormats(dir).map((name) => {
    const path = join(dir, name)
    return { path, madeAt: statSync(path).mtimeMs }
  })

/** The copy of before a migration goes at the first opening after it that finds nothing wrong. */
function dropSettled(copies: readonly OlderCopy[]): void {
  for (const { path, madeAt } of copies)
    if (statSync(path, { throwIfNoEntry: false })?.mtimeMs === madeAt) rmSync(path, { force: true })
}

/** A page of the log that does not decrypt shows here first, and must not leave the database open and locked. */
function openedOn(db: Database, opening: Opening, isNew: boolean): Result<Store, Saying> {
  let pages: PageFile | null = null
  try {
    pages = openPageFile(databasePath(opening.dir), databaseKey(opening.vaultKey))
    return ok(openStoreOn(db, pages, opening, isNew))
  } catch (error) {
    db.close()
    pages?.close()
    return fail(isDiskFull(error) ? saying('disk-full') : openingProblem(error))
  }
}

function openStoreOn(db: Database, pages: PageFile, opening: Opening, isNew: boolean): Store {
  const { dir, copy, vaultKey, now } = opening
  const macKey = deriveKey(vaultKey, 'log-mac')
  const path = join(dir, 'head')
  const hadHead = existsSync(path)
  const headFile = openHeadFile(path, deriveKey(vaultKey, 'head'), copy)
  const findings = isNew ? [] : findingsAtOpening({ db, pages, macKey, head: hadHead ? headFile.read() : null })
  const committing = (head: Head): Committing => ({ db, macKey, head, at: new Date(now()).toISOString() })
  if (isReplaced(findings)) dropPageList(dir)
  const list = openPageList({ dir, copy, vaultKey, pages }, false)
  if (findings.length > 0) list.begin()
  let head = keepFindings(committing(lastRow(db)), findings)
  list.follow()
  let headTrouble = writeHead(dir, headFile, head, quietIn(db))
  let usedBallast = false
  return {
    ...sharedParts(opening, { db, pages, list, macKey, findings }),
    readOnly: false,
    notices: () => [
      ...(headTrouble === null ? [] : [headTrouble]),
      ...(usedBallast ? [saying('disk-ballast-used')] : []),
    ],
    head: () => head,
    commit: (work) => {
      list.begin()
      let done = commit(committing(head), work)
      if (!done.ok && done.problem.code === 'disk-full' && freeBallast(dir)) {
        usedBallast = true
        done = commit(committing(head), work)
      }
      if (!done.ok) return done
      list.follow()
      head = done.value.head
      headTrouble = writeHead(dir, headFile, head, quietIn(db))
      for (const run of done.value.afterwards) run()
      return ok(done.value.value)
    },
    close: () => {
      closeQuietly(db)
      leaveQuietly(list)
      pages.close()
      headFile.close()
    },
  }
}

type Basis = Pick<Store, 'db' | 'pages' | 'list' | 'findings' | 'macKey'>

export const sharedParts = (
  { dir, copy, vaultKey, now }: Opening,
  basis: Basis,
): Basis & Pick<Store, 'dir' | 'copy' | 'vaultKey' | 'openCopy'> => ({
  ...basis,
  dir,
  copy,
  vaultKey,
  openCopy: (folder, expected) => openCopy({ dir: folder, copy, vaultKey, now }, expected),
})

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
      if (!quiet) tx.log({ kind, ref: recordRef(id, body) })
    },
    drop: (tx, id) => {
      tx.db.prepare('DELETE FROM records WHERE kind = ? AND id = ?').run([kind, id])
      if (!quiet) tx.log({ kind: `${kind}${droppedKind}`, ref: sha256(id) })
    },
  }
}
