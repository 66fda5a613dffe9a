/** What a window is shown of a case: its state, why it stands where it stands, its clocks, its journal as sentences. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { CopyId, Entry } from '../../../shared/domain/case/entry.ts'
import { heads, inOrder } from '../../../shared/domain/case/graph.ts'
import { namesIn } from '../../../shared/domain/case/entry-names.ts'
import { sayAct, type Names } from '../../../shared/domain/case/say-act.ts'
import { undoState, type StepTaken } from '../../../shared/domain/case/undo.ts'
import type { Phase } from '../../../shared/domain/case/vocabulary.ts'
import { clocksOf } from '../../../shared/domain/clock/case-clocks.ts'
import { bandOf } from '../../../shared/domain/order/ladder.ts'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import type { CaseView, JournalLine, UndoRow } from '../../../shared/ipc/views.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { nowOf, type Session } from '../session.ts'
import type { OpenCase } from './case-book.ts'
import { calendarHere } from './calendar-here.ts'
import { factsOf } from './queue-facts.ts'

export function caseView(session: Session, { state, entries }: OpenCase): CaseView {
  const now = nowOf(session)
  const calendar = calendarHere(session)
  const journal = journalLines(entries)
  const names = namesIn(entries)
  const steps = undoState(entries, session.store.copy as CopyId)
  const placed = session.queue.placed(state.id, now)
  const settings = clockSettingsOf(session)
  // A case that was just made is in the queue with its commit; one of a copy that is only looked at is not.
  const { band, why, escalate } = placed ?? {
    band: bandOf(state.rung, state.severity),
    why: orderReason(factsOf(state, calendar, now, settings), now),
    escalate: [],
  }
  return {
    state,
    band,
    heads: heads(entries),
    journal,
    why,
    position: session.queue.position(state.id, now),
    clocks: clocksOf(state, calendar, now, settings, band),
    savedAt: journal.at(-1)?.at ?? state.openedAt,
    seenElsewhere: seenElsewhere(session, state),
    undo: undoRows(steps.undo, names),
    redo: redoRows(steps.redo, entries, names),
    linked: linkedCases(session, state),
    escalate,
  }
}

/** Oldest first. */
export function journalLines(entries: readonly Entry[]): readonly JournalLine[] {
  const names = namesIn(entries)
  return inOrder(entries).map(({ hash, at, zone, actor, kind, payload, given }) => ({
    hash,
    at,
    zone,
    code: actor.code,
    tier: actor.tier,
    kind,
    said: sayAct(payload, names),
    ...(given === true ? { clock: 'given' as const } : {}),
  }))
}

function undoRows(steps: readonly StepTaken[], names: Names): readonly UndoRow[] {
  return steps.flatMap((step) => {
    const [first] = step
    return first === undefined ? [] : [{ at: first.at, said: sayAct(first.payload, names), entries: step.length }]
  })
}

/** What a redo gives back says more than "one entry": the step that had been taken back. */
function redoRows(steps: readonly StepTaken[], entries: readonly Entry[], names: Names): readonly UndoRow[] {
  const byHash = new Map<string, Entry>(entries.map((entry) => [entry.hash, entry]))
  return undoRows(
    steps.map((step) =>
      step.flatMap(({ payload }) =>
        payload?.kind === 'undone' ? payload.entries.flatMap((hash) => byHash.get(hash) ?? []) : [],
      ),
    ),
    names,
  )
}

function linkedCases(session: Session, { links }: CaseState): CaseView['linked'] {
  const find = session.store.db.prepare('SELECT title, phase FROM cases WHERE number = ?')
  return links.map((link) => {
    const found = find.get<{ title: string; phase: Phase }>([link.to])
    return { ...link, title: found?.title ?? null, phase: found?.phase ?? null }
  })
}

/** Other cases that have one of the same observables; at most 50. */
function seenElsewhere(session: Session, state: CaseState): CaseView['seenElsewhere'] {
  return session.store.db
    .prepare(
      `SELECT other.number AS number, other.title AS title, mine.value AS value
       FROM case_observables mine
       JOIN case_observables theirs ON theirs.type = mine.type AND theirs.value = mine.value AND theirs.case_id <> mine.case_id
       JOIN cases other ON other.id = theirs.case_id
       WHERE mine.case_id = ? ORDER BY other.updated_at DESC LIMIT 50`,
    )
    .all<{ number: string; title: string; value: string }>([state.id])
}
