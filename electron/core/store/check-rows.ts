/** Whether the rows are what was written: entries by their hashes, records by the vault log, lists by the journals they show. */
import type { CaseId, Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { readEntry } from '../journal/entry-hash.ts'
import { entriesOf, portableRow, type EntryRow } from '../journal/journal.ts'
import { sha256 } from './canonical.ts'
import type { Store } from './store.ts'

type Reading = Pick<Store, 'db'>

const caseIds = ({ db }: Reading): readonly CaseId[] =>
  db
    .prepare('SELECT DISTINCT case_id FROM entries', { pluck: true })
    .all<string>()
    .map((id) => id as CaseId)

export function* entriesDamaged(store: Reading): Iterable<Saying> {
  for (const id of caseIds(store)) yield* entriesDamagedOf(store, id)
  const missing = store.db
    .prepare("SELECT count(*) FROM log WHERE kind = 'entry' AND ref NOT IN (SELECT hash FROM entries)", { pluck: true })
    .get()
  if (Number(missing) > 0) yield saying('damage-entries-missing', { count: Number(missing) })
}

/** Entries of one case that are not what their hashes say. */
export function* entriesDamagedOf({ db }: Reading, id: string): Iterable<Saying> {
  const rows = db.prepare(`SELECT ${entryColumns} FROM entries WHERE case_id = ?`).all<EntryColumns>([id])
  for (const row of rows) {
    if (!isAsWritten(row)) yield saying('damage-entry', { entry: row.hash.slice(0, 12), case: id })
  }
}

/** The cheap check at unlocking: the entries that were written last, which is where a kill or a cut would show. */
export function* lastEntriesDamaged({ db }: Reading, count: number): Iterable<Saying> {
  const rows = db.prepare(`SELECT ${entryColumns} FROM entries ORDER BY rowid DESC LIMIT ?`).all<EntryColumns>([count])
  for (const row of rows) {
    if (!isAsWritten(row)) yield saying('damage-entry', { entry: row.hash.slice(0, 12), case: row.case_id })
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

/** Kinds that make no row in the log (drafts) have nothing to be compared with. */
export function* recordsDamaged({ db }: Reading): Iterable<Saying> {
  const kinds = db.prepare('SELECT DISTINCT kind FROM records WHERE kind IN (SELECT kind FROM log)', { pluck: true })
  for (const kind of kinds.all<string>()) {
    const refs = new Set(db.prepare('SELECT ref FROM log WHERE kind = ?', { pluck: true }).all<string>([kind]))
    const rows = db.prepare('SELECT id, body FROM records WHERE kind = ?').all<{ id: string; body: string }>([kind])
    for (const { id, body } of rows) {
      if (!refs.has(sha256(`${id} ${body}`))) yield saying('damage-record', { kind, id })
    }
  }
}

type CaseRow = { id: string; number: string; title: string; phase: string; updated_at: string }

/** Compares what is cheap to compare; the facts of the queue follow from the same fold and the hours of the team. */
export function* casesDamaged(store: Reading): Iterable<Saying> {
  const shown = store.db.prepare('SELECT id, number, title, phase, updated_at FROM cases WHERE id = ?')
  for (const id of caseIds(store)) {
    const state = fold(entriesOf(store, id))
    const row = shown.get<CaseRow>([id])
    const agrees =
      state === null
        ? row === undefined
        : row?.number === state.number &&
          row.title === state.title &&
          row.phase === state.phase &&
          row.updated_at === state.updatedAt
    if (!agrees) yield saying('damage-case', { number: state?.number ?? row?.number ?? id })
  }
  const orphans = store.db.prepare(
    'SELECT number FROM cases WHERE id NOT IN (SELECT case_id FROM entries) LIMIT 1000',
    { pluck: true },
  )
  for (const number of orphans.all<string>()) yield saying('damage-case', { number })
}
