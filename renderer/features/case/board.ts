/** The affected parties in the order of whom we wait for, and what has to be done first because somebody or the law waits. */
import type { Asked, Party } from '../../../shared/domain/case/case.ts'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'

export const standings = ['overdue', 'waiting', 'not-asked', 'answered'] as const
export type Standing = (typeof standings)[number]

export interface BoardRow {
  readonly party: Party
  readonly standing: Standing
  /** The last thing asked; null: nothing yet. */
  readonly last: Asked | null
}

export function standingOf({ asked }: Pick<Party, 'asked'>, now: number): Standing {
  const last = asked.at(-1)
  if (last === undefined) return 'not-asked'
  if (last.answer !== null) return 'answered'
  return last.due !== null && Date.parse(last.due) < now ? 'overdue' : 'waiting'
}

/** Overdue, waiting, not asked, answered; within them by due time. The vendor of a vulnerability is told before others (M-34). */
export function boardOf({ state: { parties, kind } }: Pick<CaseView, 'state'>, now: number): readonly BoardRow[] {
  const vendorFirst = ({ party }: BoardRow): number => (kind === 'vulnerability' && party.role === 'vendor' ? 0 : 1)
  const due = ({ last }: BoardRow): string => last?.due ?? '9'
  return parties
    .map((party): BoardRow => ({ party, standing: standingOf(party, now), last: party.asked.at(-1) ?? null }))
    .toSorted(
      (a, b) =>
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        vendorFirst(a) - vendorFirst(b) ||
        due(a).localeCompare(due(b)),
    )
}

/** What comes before the checklist; null where nothing does. */
export type Lead =
  | { readonly kind: 'legal'; readonly clock: Clock }
  /** `row` null: the vendor is not on the case yet. */
  | { readonly kind: 'vendor'; readonly row: BoardRow | null }
  | { readonly kind: 'overdue'; readonly row: BoardRow }

export function leadOf(view: Pick<CaseView, 'state' | 'clocks'>, now: number): Lead | null {
  const { state, clocks } = view
  if (state.phase === 'closed') return null
  const clock = clocks.find(({ kind, state: stands }) => kind === 'legal' && stands === 'overdue')
  if (clock !== undefined) return { kind: 'legal', clock }
  const board = boardOf(view, now)
  const vendors = board.filter(({ party }) => party.role === 'vendor')
  if (state.kind === 'vulnerability' && vendors.every(({ standing }) => standing === 'not-asked'))
    return { kind: 'vendor', row: vendors[0] ?? null }
  const late = board.find(({ standing }) => standing === 'overdue')
  return late === undefined ? null : { kind: 'overdue', row: late }
}
