/** Whether the rows are what was written: entries by their hashes, records by the vault log, lists by the journals they show. */
import type { CaseId, Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { readEntry } from '../journal/entry-hash.ts'
import { entriesOf, portableRow, type EntryRow } from '../journal/journal.ts'
import { isCut, isDamage, lastRowid, type Database } from './connection.ts'
import { inSlices, within, type Looking, type Slice } from './slices.ts'
import type { Store } from './store.ts'

type Reading = Pick<Store, 'db'>

const sliceOfRows = 100

/** Every entry against its hash, then every row of the log that names one. */
export function* entriesDamaged({ db }: Reading): Looking {
  const read = db.prepare(`SELECT ${entryColumns} FROM entries NOT INDEXED ${within}`)
  const slices = inSlices(
    (above, upTo) => read.all<EntryColumns>([above + 1, upTo, upTo - above]),
    () => lastRowid(db, 'entries'),
    sliceOfRows,
  )
  let unread = 0
  for (const slice of slices) {
    for (const row of slice.rows) if (!isAsWritten(row)) yield damagedEntry(db, row)
    unread += slice.unread.length
    yield slice.count
  }
  if (unread > 0) yield saying('damage-entries-unread', { count: unread })
  yield* entriesMissing(db)
}

/** The columns, not the index alone: an index may still name a row that is gone. */
function* entriesMissing(db: Database): Looking {
  const read = db.prepare(
    `SELECT count(*) FROM log WHERE seq > ? AND seq <= ? AND kind = 'entry'
     AND NOT EXISTS (SELECT 1 FROM entries WHERE hash = log.ref AND skeleton <> '')`,
    { pluck: true },
  )
  let missing = 0
  for (const { rows, count } of inSlices(
    (...span) => read.all<number>(span),
    () => lastRowid(db, 'log'),
    sliceOfRows,
  )) {
    missing += rows.reduce((sum, row) => sum + row, 0)
    yield count
  }
  if (missing > 0) yield saying('damage-entries-missing', { count: missing })
}

/** Entries of one case that are not what their hashes say. */
export function* entriesDamagedOf({ db }: Reading, id: string): Iterable<Saying> {
  const rows = db.prepare(`SELECT ${entryColumns} FROM entries WHERE case_id = ?`).all<EntryColumns>([id])
  for (const row of rows) if (!isAsWritten(row)) yield damagedEntry(db, row)
}

/** The cheap check at unlocking: the entries that were written last, which is where a kill or a cut would show. */
export function* lastEntriesDamaged({ db }: Reading, count: number): Iterable<Saying> {
  const rows = db.prepare(`SELECT ${entryColumns} FROM entries ORDER BY rowid DESC LIMIT ?`).all<EntryColumns>([count])
  for (const row of rows) if (!isAsWritten(row)) yield damagedEntry(db, row)
}

const damagedEntry = (db: Database, row: EntryColumns): Saying =>
  saying('damage-entry', { entry: row.hash.slice(0, 12), case: numberOf(db, row.case_id) })

/** As people call it; its id where the lists do not have it or do not read. */
function numberOf(db: Database, id: string): string {
  try {
    return db.prepare('SELECT number FROM cases WHERE id = ?', { pluck: true }).get<string>([id]) ?? id
  } catch (error) {
    if (isDamage(error)) return id
    throw error
  }
}

const entryColumns = 'hash, id, case_id, copy, seq, skeleton, salt, payload'

type EntryColumns = EntryRow & { id: string; case_id: string; copy: string; seq: number }

/** The columns that lists search by must say the same as what the hash covers. */
function isAsWritten(row: EntryColumns): boolean {
  const entry: Entry | null = readEntry(portableRow(row))
  return (
    entry !== null &&
    entry.id === row.id &&
    entry.case === row.case_id &&
    entry.copy === row.copy &&
    entry.seq === row.seq
  )
}

type CaseRow = { id: string; number: string; title: string; phase: string; updated_at: string }

const sliceOfCases = 5

/**
 * Compares what is cheap to compare; the facts of the queue follow from the same fold and the hours of the team. A case of which a
 * page does not read is one that cannot be read.
 */
export function* casesDamaged({ db }: Reading): Looking {
  const read = db.prepare(`SELECT id, number, title, phase, updated_at FROM cases NOT INDEXED ${within}`)
  const slices = inSlices(
    (above, upTo) => read.all<CaseRow>([above + 1, upTo, upTo - above]),
    () => lastRowid(db, 'cases'),
    sliceOfCases,
  )
  for (const slice of slices) {
    for (const row of slice.rows) {
      const finding = caseDamaged(db, row)
      if (finding !== null) yield finding
    }
    for (const rowid of slice.unread) {
      const number = numberAt(db, rowid)
      if (number !== null) yield saying('damage-case-unread', { number })
    }
    yield slice.count
  }
  if (isCut(db, 'cases')) yield saying('damage-cases-unread', { count: lastRowid(db, 'cases') })
  yield* casesWithoutRow(db)
}

function caseDamaged(db: Database, row: CaseRow): Saying | null {
  try {
    const entries = entriesOf({ db }, row.id as CaseId)
    const state = fold(entries)
    if (state === null || row.updated_at > state.updatedAt || hasGaps(entries))
      return saying('damage-case-journal', { number: row.number })
    const agrees =
      row.number === state.number &&
      row.title === state.title &&
      row.phase === state.phase &&
      row.updated_at === state.updatedAt
    return agrees ? null : saying('damage-case', { number: state.number })
  } catch (error) {
    if (isDamage(error)) return saying('damage-case-unread', { number: row.number })
    throw error
  }
}

/** An entry that others stand on is not there: nothing is ever written or taken without those before it. */
function hasGaps(entries: readonly Entry[]): boolean {
  const there = new Set(entries.map(({ hash }) => hash))
  return entries.some(({ parents }) => parents.some((hash) => !there.has(hash)))
}

/** The index of numbers still knows a case whose own row does not read. */
export function numberAt(db: Database, rowid: number): string | null {
  try {
    // The plus keeps SQLite from looking into the table.
    const read = db.prepare('SELECT number FROM cases INDEXED BY sqlite_autoindex_cases_2 WHERE +rowid = ?', {
      pluck: true,
    })
    return read.get<string>([rowid]) ?? null
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

/** Journals of cases that the lists do not show. Looked up by the entry that opens each. */
function* casesWithoutRow(db: Database): Looking {
  const read = db.prepare(
    `SELECT DISTINCT case_id FROM entries NOT INDEXED WHERE rowid > ? AND rowid <= ?
     AND NOT EXISTS (SELECT 1 FROM cases WHERE id = entries.case_id)`,
    { pluck: true },
  )
  const slices: Iterable<Slice<string>> = inSlices(
    (...span) => read.all<string>(span),
    () => lastRowid(db, 'entries'),
    sliceOfRows,
  )
  const told = new Set<string>()
  for (const { rows } of slices) {
    for (const id of rows.filter((one) => !told.has(one))) {
      told.add(id)
      const number = numberInJournal(db, id)
      // A journal of which only a part was taken folds to nothing, and no list shows it.
      if (number !== null) yield saying('damage-case', { number })
    }
    yield 0
  }
}

function numberInJournal(db: Database, id: string): string | null {
  try {
    return fold(entriesOf({ db }, id as CaseId))?.number ?? null
  } catch (error) {
    if (isDamage(error)) return id
    throw error
  }
}
