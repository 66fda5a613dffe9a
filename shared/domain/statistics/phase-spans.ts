/** How long a case stood in each phase: the spans between the entries that set it. */
import type { Act } from '../case/act.ts'
import { inOrder } from '../case/graph.ts'
import type { Entry } from '../case/entry.ts'
import { takenBack } from '../case/undo.ts'
import type { Phase, WorkPhase } from '../case/vocabulary.ts'

/** `to` is null while it stands there. Times are UTC ISO. */
export interface PhaseSpan {
  readonly phase: WorkPhase
  readonly from: string
  readonly to: string | null
}

/** Entries in reading order, those that were taken back left out. */
export function phaseSpans(entries: readonly Entry[]): readonly PhaseSpan[] {
  const ordered = inOrder(entries)
  const undone = takenBack(ordered)
  return spansOf(
    ordered.flatMap(({ at, hash, payload }) => (undone.has(hash) || payload === null ? [] : [{ at, act: payload }])),
  )
}

/** Oldest first. A case that was opened again may have several spans of one phase; the time while it was closed is none. */
export function spansOf(acts: readonly { readonly at: string; readonly act: Act }[]): readonly PhaseSpan[] {
  const spans: PhaseSpan[] = []
  for (const { at, act } of acts) {
    const phase = phaseOf(act)
    const last = spans.at(-1)
    const here = last?.to === null ? last.phase : null
    if (phase === null || phase === here) continue
    if (last !== undefined && last.to === null) spans[spans.length - 1] = { ...last, to: at }
    if (phase !== 'closed') spans.push({ phase, from: at, to: null })
  }
  return spans
}

/** A case starts in triage, and one that is opened again goes on in resolution, as the fold has it. */
function phaseOf(act: Act): Phase | null {
  switch (act.kind) {
    case 'case.opened':
      return 'triage'
    case 'phase.set':
      return act.phase
    case 'case.closed':
      return 'closed'
    case 'case.reopened':
      return 'resolution'
    default:
      return null
  }
}
