/** Makes the handover from the record: the open cases, the journal of this shift, drafts and keys; in steps, and each case only when it has changed. */
import { setImmediate } from 'node:timers/promises'
import type { CaseId, Entry } from '../../../shared/domain/case/entry.ts'
import { namesIn } from '../../../shared/domain/case/entry-names.ts'
import { sayAct } from '../../../shared/domain/case/say-act.ts'
import { clocksOf } from '../../../shared/domain/clock/case-clocks.ts'
import type { Band } from '../../../shared/domain/order/ladder.ts'
import { isTold, leftOf, needOf, waitingOf, type Left, type Waiting } from '../../../shared/domain/handover/shift.ts'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { calendarHere } from '../cases/calendar-here.ts'
import { readCase } from '../cases/case-book.ts'
import type { CaseFacts } from '../cases/queue-facts.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { draftsOf } from '../exchange/draft-records.ts'
import { entriesOf, portableRow, type EntryRow } from '../journal/journal.ts'
import { readEntry } from '../journal/entry-hash.ts'
import { keysOf } from '../keyring/key-records.ts'
import { nowOf, type Session } from '../session.ts'
import type { GivenHandover } from './handover-records.ts'

export type Lines = Pick<GivenHandover, 'needs' | 'waiting' | 'changed' | 'unfinished'>

interface Known {
  readonly title: string
  readonly owner: string | null
  readonly waiting: readonly Waiting[]
  readonly left: readonly Left[]
}

/** By the facts that the queue holds, which are made anew with every change of a case. */
const known = new WeakMap<CaseFacts, Known>()

const aTurn = 10
const most = { needs: 500, changed: 200, keys: 50, lines: 5_000 }

/** @param notes by the id of a line. */
export async function linesFor(
  session: Session,
  from: string,
  notes: Readonly<Record<string, string>>,
): Promise<Lines> {
  const now = nowOf(session)
  const open = session.queue.open(now)
  const needs: GivenHandover['needs'] = []
  const waiting: GivenHandover['waiting'] = []
  const unfinished: GivenHandover['unfinished'] = draftsLeft(session)
  for (const [index, { kept, facts, standing }] of open.entries()) {
    const { number } = facts
    const about = knownOf(session, kept)
    if (about === null) continue
    const line = (id: string) => ({ id, number, title: about.title, owner: about.owner, note: notes[id] ?? '' })
    const isSoon = facts.due !== null && needs.length < most.needs
    const clocks = isSoon ? clocksNow(session, facts.id, standing.band) : []
    const need = needOf(clocks, now)
    if (need !== null) needs.push({ ...line(`need ${number}`), due: need.due, needed: short(need.needed) })
    for (const { key, ...wait } of about.waiting)
      waiting.push({ ...line(`wait ${number} ${key}`), ...wait, whom: cut(wait.whom), what: cut(wait.what) })
    for (const { kind, said } of about.left) unfinished.push({ kind, said: short(said), number })
    if (index % aTurn === aTurn - 1) await setImmediate()
  }
  return {
    needs: needs.toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    waiting: waiting.toSorted((a, b) => ((a.chase ?? '~') < (b.chase ?? '~') ? -1 : 1)).slice(0, most.lines),
    changed: changedSince(session, from),
    unfinished: [...unfinished, ...keysLeft(session)].slice(0, most.lines),
  }
}

function knownOf(session: Session, facts: CaseFacts): Known | null {
  const before = known.get(facts)
  if (before !== undefined) return before
  const state = readCase(session, facts.id as CaseId)?.state
  if (state === undefined) return null
  const { title, owner } = state
  const made = { title: cut(title), owner, waiting: waitingOf(state), left: leftOf(state) }
  known.set(facts, made)
  return made
}

/** A line tells what there is; all of it stands in the case. */
const mostSaid = 1_000
const cut = (text: string): string => (text.length > mostSaid ? `${text.slice(0, mostSaid - 1)}…` : text)

const short = ({ code, params }: Saying): GivenHandover['changed'][number]['said'] => ({
  code,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
  ),
})

function clocksNow(session: Session, id: string, band: Band): readonly Clock[] {
  const state = readCase(session, id as CaseId)?.state
  if (state === undefined) return []
  return clocksOf(state, calendarHere(session), nowOf(session), clockSettingsOf(session), band)
}

/** Rows of the vault's log that are looked through for the entries of a shift. */
const mostRows = 20_000

/** The newest first, by the vault's own log: also what a capsule brought in this shift. */
function changedSince(session: Session, from: string): GivenHandover['changed'] {
  const { db } = session.store
  const refs = db
    .prepare('SELECT at, kind, ref FROM log ORDER BY seq DESC LIMIT ?')
    .all<{ at: string; kind: string; ref: string }>([mostRows])
    .filter(({ at, kind }) => kind === 'entry' && at >= from)
  const find = db.prepare('SELECT hash, skeleton, salt, payload FROM entries WHERE hash = ?')
  const journals = new Map<
    string,
    { readonly names: ReturnType<typeof namesIn>; readonly title: string; readonly number: string } | null
  >()
  const changed: GivenHandover['changed'] = []
  for (const { ref } of refs) {
    if (changed.length >= most.changed) break
    const row = find.get<EntryRow>([ref])
    const entry = row === undefined ? null : readEntry(portableRow(row))
    if (entry === null || !isTold(entry.kind)) continue
    const journal = journals.has(entry.case) ? (journals.get(entry.case) ?? null) : journalOf(session, entry)
    journals.set(entry.case, journal)
    if (journal === null) continue
    changed.push({
      at: entry.at,
      number: journal.number,
      title: cut(journal.title),
      said: short(sayAct(entry.payload, journal.names)),
      by: entry.actor.code,
    })
  }
  return changed
}

function journalOf(session: Session, entry: Entry) {
  const row = session.store.db
    .prepare('SELECT number, title FROM cases WHERE id = ?')
    .get<{ number: string; title: string }>([entry.case])
  return row === undefined ? null : { ...row, names: namesIn(entriesOf(session.store, entry.case)) }
}

const draftsLeft = (session: Session): GivenHandover['unfinished'] =>
  draftsOf(session.store)
    .all()
    .map(({ subject, case: number }) => ({
      kind: 'draft' as const,
      said: short(saying('handover.left.draft', { subject: subject === '' ? '-' : subject })),
      number,
    }))

/** Keys that somebody has begun to check. */
const keysLeft = (session: Session): GivenHandover['unfinished'] =>
  keysOf(session.store)
    .all()
    .filter(({ role, trust }) => role === 'other' && trust === 'unverified')
    .slice(0, most.keys)
    .map(({ inspected, fingerprint }) => ({
      kind: 'key' as const,
      said: short(saying('handover.left.key', { name: inspected.userIds[0] ?? fingerprint })),
      number: null,
    }))
