/** What figures need of the journals, read for many cases at once: only the entries that move a case from phase to phase. */
import type { Act } from '../../../shared/domain/case/act.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import type { ClosingCode } from '../../../shared/domain/case/vocabulary.ts'
import { clocksOf } from '../../../shared/domain/clock/case-clocks.ts'
import { phaseSpans, spansOf, type PhaseSpan } from '../../../shared/domain/statistics/phase-spans.ts'
import { calendarHere } from '../cases/calendar-here.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { entriesOf } from '../journal/journal.ts'
import { nowOf, type Session } from '../session.ts'

export interface CaseSteps {
  readonly spans: readonly PhaseSpan[]
  readonly closedAt: string | null
  readonly closing: ClosingCode | null
  /** Where it is not simply the team's promise from the opening on: a clock stood still. */
  readonly responseDue: string | null
}

const moving = ['case.opened', 'phase.set', 'case.closed', 'case.reopened'] as const
/** What makes reading in order of writing wrong, so that the case is folded instead. */
const turning = ['undone', 'clock.paused', 'clock.resumed', 'purged'] as const

type Row = { caseId: string; copy: string; skeleton: string; payload: string | null }
type Step = { readonly at: string; readonly act: Act }

/** By case id, for all of the vault. Entries are taken as they are: whether they verify is asked by the checks, not by figures. */
export function allSteps(session: Session): ReadonlyMap<string, CaseSteps> {
  const kinds = [...moving, ...turning].map((kind) => `'${kind}'`).join(', ')
  const rows = session.store.db
    .prepare(
      `SELECT case_id AS caseId, copy, skeleton, payload FROM entries WHERE json_extract(skeleton, '$.kind') IN (${kinds}) ORDER BY case_id, seq`,
    )
    .all<Row>()
  const found = new Map<string, CaseSteps>()
  for (const [id, of] of Map.groupBy(rows, ({ caseId }) => caseId)) found.set(id, stepsOfRows(session, id, of))
  return found
}

function stepsOfRows(session: Session, id: string, rows: readonly Row[]): CaseSteps {
  const isPlain = new Set(rows.map(({ copy }) => copy)).size === 1 && !rows.some(isTurning)
  if (!isPlain) return foldedSteps(session, id)
  const steps = rows.flatMap(stepOf)
  const last = steps.at(-1)
  const closed = last?.act.kind === 'case.closed' ? { at: last.at, code: last.act.code } : null
  return { spans: spansOf(steps), closedAt: closed?.at ?? null, closing: closed?.code ?? null, responseDue: null }
}

const isTurning = ({ skeleton, payload }: Row): boolean =>
  payload === null || turning.some((kind) => skeleton.includes(`"kind":"${kind}"`))

/** Written by us into our own sealed store. */
function stepOf({ skeleton, payload }: Row): readonly Step[] {
  if (payload === null) return []
  const { at } = JSON.parse(skeleton) as { at: string }
  return [{ at, act: JSON.parse(payload) as Act }]
}

/** The whole truth about one case: what was taken back, several copies, clocks that stood still. */
export function foldedSteps(session: Session, id: string): CaseSteps {
  const entries = entriesOf(session.store, id as CaseId)
  const state = fold(entries)
  if (state === null) return { spans: [], closedAt: null, closing: null, responseDue: null }
  const paused = state.pauses.some(({ clock }) => clock === 'first-response')
  const clocks = paused ? clocksOf(state, calendarHere(session), nowOf(session), clockSettingsOf(session)) : []
  const { closing } = state
  return {
    spans: phaseSpans(entries),
    closedAt: closing?.at ?? null,
    closing: closing?.code ?? null,
    responseDue: clocks.find(({ kind }) => kind === 'first-response')?.due ?? null,
  }
}
