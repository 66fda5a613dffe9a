/** Taking back: an `undone` entry names the entries that no longer count, and taking that one back counts them again. */
import type { Act } from './act.ts'
import type { CopyId, Entry, EntryHash } from './entry.ts'
import { inOrder } from './graph.ts'

/** What cannot be taken back: the opening, what the world has seen, what the law or the journal itself asks to stay. */
const final: ReadonlySet<Act['kind']> = new Set<Act['kind']>([
  'case.opened',
  'exchange.added',
  'evidence.added',
  'evidence.handled',
  'response.made',
  'legal.done',
  'escalated',
  'disclosed',
  'signed',
  'purged',
])

/** Steps that one person can take back, the youngest first; a desk offers no more. */
export const undoSteps = 20

/** The hashes that do not count, `undone` entries among them. Later ones decide first, so that a redo gives back what it names. */
export function takenBack(ordered: readonly Entry[]): ReadonlySet<EntryHash> {
  const back = new Set<EntryHash>()
  const byHash = byHashOf(ordered)
  for (const { hash, payload } of ordered.toReversed()) {
    if (payload?.kind !== 'undone' || back.has(hash)) continue
    for (const { hash: named, kind } of payload.entries.flatMap((one) => byHash.get(one) ?? []))
      if (!final.has(kind)) back.add(named)
  }
  return back
}

/** Everything that one command wrote, oldest first. */
export type StepTaken = readonly Entry[]

export interface UndoState {
  /** What this copy can take back, the youngest first. */
  readonly undo: readonly StepTaken[]
  /** What this copy has taken back and did not replace by anything since, the last first. */
  readonly redo: readonly StepTaken[]
}

/** Read from the journal alone, so that it is the same after a restart. `entries` in any order. */
export function undoState(entries: readonly Entry[], copy: CopyId): UndoState {
  const ordered = inOrder(entries)
  const back = takenBack(ordered)
  const byHash = byHashOf(ordered)
  const undo: StepTaken[] = []
  let redo: StepTaken[] = []
  for (const step of stepsOf(ordered.filter((entry) => entry.copy === copy))) {
    const [first] = step
    if (first === undefined) continue
    if (first.payload?.kind === 'undone') {
      // A redo takes an `undone` back: what that one named stands on the stack of steps again by itself.
      redo = back.has(first.hash) || isRedo(first, byHash) ? redo : [...redo, step]
    } else {
      if (!step.every(({ hash }) => back.has(hash))) redo = []
      const counts = step.filter(({ hash, kind }) => !back.has(hash) && !final.has(kind))
      if (counts.length > 0 && !step.some(({ kind }) => kind === 'case.opened')) undo.push(counts)
    }
  }
  return { undo: undo.toReversed().slice(0, undoSteps), redo: redo.toReversed().slice(0, undoSteps) }
}

/** What an entry names is text until it is found here. */
const byHashOf = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.hash, entry]))

const isRedo = ({ payload }: Entry, byHash: ReadonlyMap<string, Entry>): boolean =>
  payload?.kind === 'undone' && payload.entries.every((hash) => byHash.get(hash)?.kind === 'undone')

/** An entry that joins the one before it belongs to the same step. */
function stepsOf(own: readonly Entry[]): readonly StepTaken[] {
  const steps: Entry[][] = []
  for (const entry of own.toSorted((a, b) => a.seq - b.seq)) {
    const last = steps.at(-1)
    if (last !== undefined && entry.joined === true) last.push(entry)
    else steps.push([entry])
  }
  return steps
}
