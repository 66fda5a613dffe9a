/** How far the checklist of a case is, phase by phase, and which item comes next. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { checklist, type CheckItem } from '../../../shared/domain/case/checklist.ts'
import { workPhases, type WorkPhase } from '../../../shared/domain/case/vocabulary.ts'

export interface Steps {
  readonly counts: Readonly<Record<WorkPhase, { readonly settled: number; readonly of: number }>>
  /** The first open item, in the order of the phases. */
  readonly next: CheckItem | null
}

export function stepsOf({ checklist: checks }: Pick<CaseState, 'checklist'>): Steps {
  const isOpen = (item: CheckItem): boolean => (checks.find((check) => check.item === item)?.state ?? 'open') === 'open'
  const count = (phase: WorkPhase) => ({
    settled: checklist[phase].filter((item) => !isOpen(item)).length,
    of: checklist[phase].length,
  })
  const next = workPhases.flatMap((phase): readonly CheckItem[] => checklist[phase]).find(isOpen) ?? null
  return {
    counts: { triage: count('triage'), coordination: count('coordination'), resolution: count('resolution') },
    next,
  }
}
