/** What is in a vault, as JSON that a later version can be held against. */
import type { CaseState } from '../../shared/domain/case/case.ts'
import type { CaseId, Entry } from '../../shared/domain/case/entry.ts'
import { fold } from '../../shared/domain/case/fold.ts'
import { inOrder } from '../../shared/domain/case/graph.ts'
import { entriesOf } from '../../electron/core/journal/journal.ts'
import { readWholeBlob } from '../../electron/core/store/blobs.ts'
import { sha256 } from '../../electron/core/store/canonical.ts'
import type { Head } from '../../electron/core/store/head-file.ts'
import type { Store, Tx } from '../../electron/core/store/store.ts'

export interface Content {
  readonly copy: string
  readonly head: Head
  readonly state: CaseState | null
  /** In reading order. */
  readonly entries: readonly Entry[]
  readonly log: readonly unknown[]
  readonly records: readonly unknown[]
  readonly blobs: readonly { readonly id: string; readonly sha256: string }[]
}

export function contentOf(store: Store, caseId: CaseId): Content {
  const entries = entriesOf(store, caseId)
  const ids = store.db.prepare('SELECT id FROM blobs ORDER BY id', { pluck: true }).all<string>()
  return {
    copy: store.copy,
    head: { seq: store.head().seq, hash: store.head().hash },
    state: fold(entries),
    entries: inOrder(entries),
    log: store.db.prepare('SELECT seq, at, kind, ref, hash, mac FROM log ORDER BY seq').all(),
    records: store.db.prepare('SELECT kind, id, at, body FROM records ORDER BY kind, id').all(),
    blobs: ids.map((id) => ({ id, sha256: sha256(readWholeBlob(store, id) ?? 'missing') })),
  }
}

/** The rows of lists and search, and a record, as schema 1 has them; written out here so that later code cannot change them. */
export function factsOfVector({ db, at, log }: Tx, state: CaseState | null): void {
  if (state === null) throw new Error('the case of the vector does not fold')
  const { id, number, title, phase, updatedAt } = state
  db.prepare(
    "INSERT INTO cases (rowid, id, number, title, phase, updated_at, facts) VALUES (1, ?, ?, ?, ?, ?, '{}')",
  ).run([id, number, title, phase, updatedAt])
  db.prepare("INSERT INTO case_text (rowid, number, title, body) VALUES (1, ?, ?, 'phishing zürich')").run([
    number,
    title,
  ])
  for (const { type, value } of state.observables) {
    db.prepare('INSERT INTO case_observables (type, value, case_id) VALUES (?, ?, ?)').run([type, value, id])
  }
  const body = '{"text":"a record of format 1"}'
  db.prepare("INSERT INTO records (kind, id, at, body) VALUES ('word', 'a', ?, ?)").run([at, body])
  log({ kind: 'word', ref: sha256(`a ${body}`) })
}
