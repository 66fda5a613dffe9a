/** Retention and purge: what may go and when, and how two persons remove it for ever, leaving the skeleton that still verifies. */
import { rmSync } from 'node:fs'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { PurgeDone } from '../../../shared/ipc/case-views.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { findCase, readCase, writeActs, type OpenCase } from '../cases/case-book.ts'
import { keptNotesOf } from '../cases/kept-notes.ts'
import { draftsOf } from '../exchange/draft-records.ts'
import { exchangesOf } from '../exchange/exchange-records.ts'
import { profileOf, type Session } from '../session.ts'
import { emptyEntries } from '../journal/journal.ts'
import { blobPath } from '../store/blobs.ts'
import type { Tx } from '../store/store.ts'
import { copiesOf } from './copies-made.ts'
import { rosterOf } from '../team/roster.ts'

export function purgeCase(session: Session, wish: Parsed<'case.purge'>): Result<PurgeDone, Saying> {
  const found = findCase(session, wish.number)
  if (!found.ok) return found
  const refusal = refusalOf(session, found.value.state, wish)
  if (refusal !== null) return fail(refusal)
  const blobs = blobsOf(session, found.value.state)
  const { entries, state } = found.value
  // What is deleted is overwritten, also inside the sealed pages.
  session.store.db.pragma('secure_delete = ON')
  const done = session.store.commit((tx) => {
    emptyEntries(tx, state.id)
    removeMessages(tx, session, state)
    for (const blob of blobs) tx.db.prepare('DELETE FROM blobs WHERE id = ?').run([blob])
    keptNotesOf(session.store).drop(tx, state.id)
    writePurged(tx, session, found.value, { ...wish, blobs: blobs.length })
    tx.db.prepare("INSERT INTO case_text (case_text) VALUES ('optimize')").run()
    return ok(null)
  })
  session.store.db.pragma('secure_delete = OFF')
  if (!done.ok) return done
  session.store.db.pragma('wal_checkpoint(TRUNCATE)')
  // Their keys are gone with their rows: a file that a kill leaves behind opens for nobody.
  for (const blob of blobs) rmSync(blobPath(session.store.dir, blob), { force: true })
  session.news('exchange.changed', null)
  const stillIn = copiesOf(session.store)
    .all()
    .filter(({ at, cases }) => (cases === undefined ? at >= state.openedAt : cases.includes(state.number)))
    .map(({ what, at, name }) => ({ what, at, name }))
  return ok({ number: state.number, entries: entries.length, blobs: blobs.length, stillIn })
}

function refusalOf(session: Session, state: CaseState, { second, confirm }: Parsed<'case.purge'>): Saying | null {
  if (state.purged !== null) return saying('purge-done-before')
  if (state.phase !== 'closed') return saying('purge-open')
  if (confirm.trim().toUpperCase() !== state.number) return saying('purge-confirm', { number: state.number })
  const code = second.trim().toUpperCase()
  const isOther = code !== profileOf(session).analyst.code && rosterOf(session).some((one) => one.code === code)
  return isOther ? null : saying('purge-second', { code })
}

/** Messages that are in no other case go; others forget this one. */
export function removeMessages(tx: Tx, session: Session, { number }: CaseState): void {
  const exchanges = exchangesOf(session.store)
  for (const record of exchanges.all().filter(({ cases }) => cases.includes(number))) {
    const cases = record.cases.filter((one) => one !== number)
    if (cases.length === 0) exchanges.drop(tx, record.id)
    else exchanges.put(tx, record.id, { ...record, cases })
  }
  const drafts = draftsOf(session.store)
  for (const draft of drafts.all()) if (draft.case === number) drafts.drop(tx, draft.id)
}

/** Sealed files that only this case has. */
export function blobsOf({ store }: Session, { number, evidence }: CaseState): readonly string[] {
  const records = exchangesOf(store)
    .all()
    .filter(({ cases }) => cases.length === 1 && cases[0] === number)
  const ofMessages = records.flatMap(({ blob, beside, content }) => [blob, beside?.blob ?? '', content?.blob ?? ''])
  const ofDrafts = draftsOf(store)
    .all()
    .filter((draft) => draft.case === number)
    .flatMap(({ files }) => files.map(({ blob }) => blob))
  return [...new Set([...evidence.map(({ blob }) => blob), ...ofMessages, ...ofDrafts])].filter((blob) => blob !== '')
}

function writePurged(
  tx: Tx,
  session: Session,
  { state, entries }: OpenCase,
  { second, reason, blobs }: { readonly second: string; readonly reason: string; readonly blobs: number },
): void {
  const left = readCase(session, state.id)?.entries ?? entries.map((entry) => ({ ...entry, payload: null }))
  writeActs(tx, session, { caseId: state.id, entries: left }, [
    {
      kind: 'purged',
      number: state.number,
      by: profileOf(session).analyst.code,
      second: second.trim().toUpperCase(),
      reason,
      entries: entries.length,
      blobs,
    },
  ])
}
