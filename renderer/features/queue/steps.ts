/** How far the checklist of a case is, phase by phase, and which item comes next. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { checklist, type CheckItem } from '../../../shared/domain/case/checklist.ts'
import type { WorkPhase } from '../../../shared/domain/case/vocabulary.ts'

export interface PhaseSteps {
  readonly phase: WorkPhase
  readonly settled: number
  readonly open: readonly CheckItem[]
}

export interface Steps {
  /** Of the phases that this case takes, in their order. */
  readonly phases: readonly PhaseSteps[]
  /** The first open item. */
  readonly next: CheckItem | null
}

export function stepsOf({ checklist: checks, phases }: Pick<CaseState, 'checklist' | 'phases'>): Steps {
  const isOpen = (item: CheckItem): boolean => (checks.find((check) => check.item === item)?.state ?? 'open') === 'open'
  const steps = phases.map((phase) => {
    const items: readonly CheckItem[] = checklist[phase]
    const open = items.filter(isOpen)
    return { phase, settled: items.length - open.length, open }
  })
  return { phases: steps, next: steps.flatMap(({ open }) => open)[0] ?? null }
}

/** What moving on to the next phase leaves open; null where there is none. */
export function nextPhase(
  state: Pick<CaseState, 'checklist' | 'phases' | 'phase'>,
): { readonly phase: WorkPhase; readonly left: readonly CheckItem[] } | null {
  const at = state.phases.findIndex((phase) => phase === state.phase)
  const phase = at < 0 ? undefined : state.phases[at + 1]
  if (phase === undefined) return null
  const before = stepsOf(state).phases.slice(0, at + 1)
  return { phase, left: before.flatMap(({ open }) => open) }
}
