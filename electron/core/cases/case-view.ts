/** What a window is shown of a case: its state, why it stands where it stands, its clocks, its journal as sentences. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Entry } from '../../../shared/domain/case/entry.ts'
import { heads, inOrder } from '../../../shared/domain/case/graph.ts'
import { sayAct } from '../../../shared/domain/case/say-act.ts'
import { clocksOf } from '../../../shared/domain/clock/case-clocks.ts'
import { bandOf } from '../../../shared/domain/order/ladder.ts'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import type { CaseView, JournalLine } from '../../../shared/ipc/views.ts'
import { nowOf, type Session } from '../session.ts'
import type { OpenCase } from './case-book.ts'
import { calendarHere } from './calendar-here.ts'
import { factsOf } from './queue-facts.ts'

export function caseView(session: Session, { state, entries }: OpenCase): CaseView {
  const now = nowOf(session)
  const calendar = calendarHere(session)
  const journal = journalLines(entries)
  return {
    state,
    band: bandOf(state.rung, state.severity),
    heads: heads(entries),
    journal,
    why: orderReason(factsOf(state, calendar, now), now),
    position: session.queue.position(state.id, now),
    clocks: clocksOf(state, calendar, now),
    savedAt: journal.at(-1)?.at ?? state.openedAt,
    seenElsewhere: seenElsewhere(session, state),
  }
}

/** Oldest first. */
export function journalLines(entries: readonly Entry[]): readonly JournalLine[] {
  const tasks = new Map(
    entries.flatMap(({ payload }) => (payload?.kind === 'task.added' ? [[payload.task, payload.text] as const] : [])),
  )
  return inOrder(entries).map(({ hash, at, zone, actor, kind, payload, given }) => ({
    hash,
    at,
    zone,
    code: actor.code,
    tier: actor.tier,
    kind,
    said: sayAct(payload, (task) => tasks.get(task) ?? task),
    ...(given === true ? { clock: 'given' as const } : {}),
  }))
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
