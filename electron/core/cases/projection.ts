/** What is kept beside the journal so that lists and search need not fold: always written in the transaction of the entries. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Entry } from '../../../shared/domain/case/entry.ts'
import type { Database } from '../store/database.ts'
import type { Tx } from '../store/store.ts'
import type { CaseFacts } from './queue-facts.ts'

export function project(tx: Pick<Tx, 'db'>, state: CaseState, entries: readonly Entry[], facts: CaseFacts): void {
  const rowid = upsertCase(tx.db, state, facts)
  tx.db.prepare('DELETE FROM case_text WHERE rowid = ?').run([rowid])
  tx.db
    .prepare('INSERT INTO case_text (rowid, number, title, body) VALUES (?, ?, ?, ?)')
    .run([rowid, state.number, state.title, searchText(state, entries)])
  tx.db.prepare('DELETE FROM case_observables WHERE case_id = ?').run([state.id])
  const insert = tx.db.prepare('INSERT OR IGNORE INTO case_observables (type, value, case_id) VALUES (?, ?, ?)')
  for (const { type, value } of state.observables) insert.run([type, value, state.id])
}

function upsertCase(db: Database, state: CaseState, facts: CaseFacts): number {
  const { id, number, title, phase, updatedAt } = state
  db.prepare(
    `INSERT INTO cases (id, number, title, phase, updated_at, facts) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, phase = excluded.phase, updated_at = excluded.updated_at, facts = excluded.facts`,
  ).run([id, number, title, phase, updatedAt, JSON.stringify(facts)])
  return Number(db.prepare('SELECT rowid FROM cases WHERE id = ?', { pluck: true }).get([id]))
}

/** Notes, tasks, observables and the fields that people search by. */
function searchText(state: CaseState, entries: readonly Entry[]): string {
  const notes = entries.flatMap(({ payload }) => (payload?.kind === 'note.added' ? [payload.text] : []))
  return [
    ...notes,
    ...state.tasks.map(({ text }) => text),
    ...state.observables.map(({ value }) => value),
    ...state.exchanges.flatMap(({ partner, subject }) => [partner, subject]),
    state.constituent ?? '',
    state.rsit ?? '',
  ].join('\n')
}
