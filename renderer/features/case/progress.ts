/** What is done and what comes next in a case's checklist, worked out from its state. */
import type { CaseState, Check } from '../../../shared/domain/case/case.ts'
import type { WorkPhase } from '../../../shared/domain/case/vocabulary.ts'

export const itemsOf = ({ checklist }: Pick<CaseState, 'checklist'>, phase: WorkPhase): readonly Check[] =>
  checklist.filter(({ item }) => item.startsWith(`${phase}.`))

export const settled = (checks: readonly Check[]): number => checks.filter(({ state }) => state !== 'open').length

export type Next =
  | { readonly kind: 'item'; readonly check: Check }
  /** All steps up to here are settled, and there is a phase to go on to. */
  | { readonly kind: 'phase'; readonly from: WorkPhase; readonly to: WorkPhase }
  | { readonly kind: 'close' }
  | { readonly kind: 'closed' }

/** The first open step of the present phase or one before it; steps of later phases wait. */
export function nextOf(state: CaseState): Next {
  const { phase, phases } = state
  if (phase === 'closed') return { kind: 'closed' }
  const at = phases.indexOf(phase)
  const open = phases
    .slice(0, at + 1)
    .flatMap((name) => itemsOf(state, name))
    .find((check) => check.state === 'open')
  if (open !== undefined) return { kind: 'item', check: open }
  const to = phases[at + 1]
  return to === undefined ? { kind: 'close' } : { kind: 'phase', from: phase, to }
}

/** Open steps that moving to a phase would leave behind. */
export function leftBehind(state: CaseState, to: WorkPhase): readonly Check[] {
  return state.phases
    .slice(0, state.phases.indexOf(to))
    .flatMap((name) => itemsOf(state, name))
    .filter((check) => check.state === 'open')
}
