/** The cases of the vault: opened, read, changed. The one place where a case's journal is written, and its projections with it. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Command } from '../../../shared/domain/case/command.ts'
import { decide } from '../../../shared/domain/case/decide.ts'
import type { CaseId, CopyId, Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { heads } from '../../../shared/domain/case/graph.ts'
import { caseNumber } from '../../../shared/domain/case/number.ts'
import { undoState } from '../../../shared/domain/case/undo.ts'
import type { CaseKind } from '../../../shared/domain/case/vocabulary.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { unknownRung } from '../order/known-rung.ts'
import { append, entriesOf, take, takeRead } from '../journal/journal.ts'
import { authorOf, nowOf, profileOf, type Session } from '../session.ts'
import type { Tx } from '../store/store.ts'
import { project } from './projection.ts'
import { calendarHere } from './calendar-here.ts'
import { factsOf } from './queue-facts.ts'

export interface OpenCase {
  readonly state: CaseState
  readonly entries: readonly Entry[]
}

export function findCase(session: Session, number: string): Result<OpenCase, Saying> {
  const id = session.store.db
    .prepare('SELECT id FROM cases WHERE number = ? OR id = ?', { pluck: true })
    .get([number.toUpperCase(), number.toLowerCase()])
  const found = typeof id === 'string' ? readCase(session, id as CaseId) : null
  return found === null ? fail(saying('case-not-found', { number })) : ok(found)
}

export function readCase(session: Pick<Session, 'store'>, id: CaseId): OpenCase | null {
  const entries = entriesOf(session.store, id)
  const state = fold(entries)
  return state === null ? null : { state, entries }
}

export interface NewCase {
  readonly title: string
  readonly kind?: CaseKind
  /** Written right after the opening, in the same step: fields, observables, the exchange it came from. */
  readonly acts?: readonly Act[]
}

/** Inside the caller's transaction, so that a message and the case it makes are written together or not at all. */
export function openCaseIn(
  tx: Tx,
  session: Session,
  { title, kind = 'incident', acts = [] }: NewCase,
): Result<CaseState, Saying> {
  if (title.trim() === '') return fail(saying('title-empty'))
  const id = session.ports.newId() as CaseId
  const { analysis } = profileOf(session)
  const opened: Act = {
    kind: 'case.opened',
    number: nextNumber(tx, session),
    title: title.trim(),
    caseKind: kind,
    ...(analysis ? { analysis } : {}),
  }
  return ok(writeActs(tx, session, { caseId: id, entries: [] }, [opened, ...acts]))
}

/** The next number of this copy in this year: from a counter that only goes up, so that no number is given twice. */
function nextNumber(tx: Tx, session: Session): string {
  const year = new Date(session.ports.now()).getUTCFullYear()
  const name = `numbers/${year}`
  const last = Number(tx.db.prepare('SELECT value FROM meta WHERE name = ?', { pluck: true }).get([name]) ?? 0)
  tx.db
    .prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run([name, String(last + 1)])
  return caseNumber(year, profileOf(session).tag, last + 1)
}

export function writeActs(
  tx: Tx,
  session: Session,
  journal: { readonly caseId: CaseId; readonly entries: readonly Entry[] },
  acts: readonly Act[],
): CaseState {
  const written = append(tx, session.ports, authorOf(session), journal, acts)
  const state = fold([...journal.entries, ...written])
  if (state === null) throw new Error('a journal that does not begin with an opening')
  show(tx, session, state, [...journal.entries, ...written])
  return state
}

/** Projections in the same transaction; the queue in memory hears of it only after the commit. */
function show(tx: Tx, session: Session, state: CaseState, entries: readonly Entry[]): void {
  const facts = factsOf(state, calendarHere(session), tx.at, clockSettingsOf(session))
  project(tx, state, entries, facts)
  tx.after(() => session.queue.set(facts))
}

/** What is written in a closed case too: nothing of it changes what was found and done. */
const late: ReadonlySet<Act['kind']> = new Set<Act['kind']>(['evidence.handled', 'disclosed', 'signed'])

/** Acts that follow from something else (an exchange was released), on whatever the heads are now. */
export function addActsIn(tx: Tx, session: Session, number: string, acts: readonly Act[]): Result<CaseState, Saying> {
  const found = findCase(session, number)
  if (!found.ok) return found
  const { state, entries } = found.value
  if (state.phase === 'closed' && !acts.every(({ kind }) => late.has(kind))) return fail(saying('case-closed'))
  return ok(writeActs(tx, session, { caseId: state.id, entries }, acts))
}

/** A person's command on what they saw: refused where the case has changed meanwhile. `heads: null` takes it as it is now. */
export function changeCase(
  session: Session,
  number: string,
  seenHeads: readonly string[] | null,
  command: Command,
): Result<CaseState, Saying> {
  const found = findCase(session, number)
  if (!found.ok) return found
  const { state, entries } = found.value
  if (seenHeads !== null && heads(entries).join() !== [...seenHeads].sort().join()) return fail(saying('case-stale'))
  const noRung = unknownRung(session, command)
  if (noRung !== null) return fail(noRung)
  const steps = undoState(entries, session.store.copy as CopyId)
  const decided = decide(state, command, { newId: session.ports.newId, now: nowOf(session), steps })
  if (!decided.ok) return decided
  if (decided.value.length === 0) return ok(state)
  return session.store.commit((tx) => ok(writeActs(tx, session, { caseId: state.id, entries }, decided.value)))
}

/** Folds every case anew, because what its clocks rest on has changed. */
export function refold(tx: Tx, session: Session): void {
  for (const id of session.store.db.prepare('SELECT id FROM cases', { pluck: true }).all()) {
    const found = readCase(session, String(id) as CaseId)
    if (found !== null) show(tx, session, found.state, found.entries)
  }
}

/** Takes entries of one case that another copy wrote, and folds anew. */
export function takeEntries(
  session: Session,
  caseId: string,
  portable: readonly unknown[],
): Result<{ added: number; state: CaseState }, Saying> {
  return session.store.commit((tx) => {
    const added = take(tx, session.store, caseId as CaseId, portable)
    if (!added.ok) return added
    const found = readCase(session, caseId as CaseId)
    if (found === null) return fail(saying('entries-incomplete'))
    show(tx, session, found.state, found.entries)
    return ok({ added: added.value, state: found.state })
  })
}

/** The same inside the caller's transaction, for entries that were verified before. @returns also `capsule-number-clash`. */
export function takeVerifiedIn(
  tx: Tx,
  session: Session,
  caseId: CaseId,
  entries: readonly Entry[],
): Result<OpenCase & { readonly added: number }, Saying> {
  const taken = takeRead(tx, session.store, caseId, entries)
  if (!taken.ok) return taken
  const { all, added } = taken.value
  const state = fold(all)
  if (state === null) return fail(saying('entries-incomplete'))
  const other = tx.db.prepare('SELECT id FROM cases WHERE number = ?', { pluck: true }).get([state.number])
  if (typeof other === 'string' && other !== caseId)
    return fail(saying('capsule-number-clash', { number: state.number }))
  show(tx, session, state, all)
  return ok({ state, entries: all, added: added.length })
}
