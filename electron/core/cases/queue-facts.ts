/** What the queue keeps of a case, written beside its journal and held in memory for every case. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Calendar } from '../../../shared/domain/clock/calendar.ts'
import { clocksOf, nextDue } from '../../../shared/domain/clock/case-clocks.ts'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'

export interface CaseFacts extends FilterFacts {
  readonly id: string
  readonly title: string
}

export function factsOf(state: CaseState, calendar: Calendar, now: string): CaseFacts {
  const next = nextDue(clocksOf(state, calendar, now))
  const values = state.observables.map(({ value }) => value)
  return {
    id: state.id,
    number: state.number,
    title: state.title,
    phase: state.phase,
    rung: state.rung,
    severity: state.severity,
    urgent: state.urgent,
    openedAt: state.openedAt,
    due: next?.due ?? null,
    dueKind: next?.kind ?? null,
    respondedAt: state.respondedAt,
    tlp: state.tlp,
    owner: state.owner,
    constituent: state.constituent,
    waiting: state.wake !== null,
    inConflict: state.conflicts.length > 0,
    ips: state.observables.flatMap(({ type, value }) => (type === 'ip' ? [value] : [])),
    search: [state.number, state.title, state.constituent ?? '', ...values.slice(0, 50)].join(' ').toLowerCase(),
  }
}
