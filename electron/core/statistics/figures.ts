/** The figures of all cases in memory: made when they are first asked for, and again only for cases that have changed. */
import type { CaseFigures } from '../../../shared/domain/statistics/case-figures.ts'
import { calendarHere } from '../cases/calendar-here.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { nowOf, type Session } from '../session.ts'
import type { Store } from '../store/store.ts'
import { allSteps, foldedSteps, type CaseSteps } from './case-steps.ts'
import { responseDues } from './response-dues.ts'

interface Kept {
  /** As the case stood when it was looked at. */
  readonly stood: string
  readonly steps: CaseSteps
}

interface Memory {
  readonly steps: Map<string, Kept>
  /** What the promises rest on, and the answers by it. */
  dues: { readonly by: string; readonly of: (openedAt: string) => string } | null
}

/** Goes with the open vault. */
const memories = new WeakMap<Store, Memory>()

export interface FiguresHere {
  readonly cases: readonly CaseFigures[]
  readonly responseDue: (one: CaseFigures) => string
}

/** So many changed cases are looked at one by one; more are read in one go. */
const fewChanged = 300

export function figuresHere(session: Session): FiguresHere {
  const memory = memories.get(session.store) ?? { steps: new Map<string, Kept>(), dues: null }
  memories.set(session.store, memory)
  takeIn(session, memory)
  const cases = session.queue.all(nowOf(session)).flatMap(({ kept, standing: { band } }): readonly CaseFigures[] => {
    const { id, rsit, rung, constituent, openedAt, respondedAt } = kept
    const steps = memory.steps.get(id)?.steps
    if (steps === undefined) return []
    const { spans, closedAt, closing } = steps
    return [{ id, rsit, rung, band, constituent, openedAt, respondedAt, closedAt, closing, spans }]
  })
  const promised = promisesOf(session, memory)
  return { cases, responseDue: ({ id, openedAt }) => memory.steps.get(id)?.steps.responseDue ?? promised(openedAt) }
}

type Row = { id: string; stood: string }

function takeIn(session: Session, { steps }: Memory): void {
  const rows = session.store.db.prepare("SELECT id, updated_at || ' ' || phase AS stood FROM cases").all<Row>()
  const changed = rows.filter(({ id, stood }) => steps.get(id)?.stood !== stood)
  const all = changed.length > fewChanged ? allSteps(session) : null
  for (const { id, stood } of changed) steps.set(id, { stood, steps: all?.get(id) ?? foldedSteps(session, id) })
}

function promisesOf(session: Session, memory: Memory): (openedAt: string) => string {
  const [{ responseDays }, calendar] = [clockSettingsOf(session), calendarHere(session)]
  const by = JSON.stringify([responseDays, calendar])
  if (memory.dues?.by !== by) memory.dues = { by, of: responseDues(responseDays, calendar) }
  return memory.dues.of
}
