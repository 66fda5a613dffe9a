/** The views of the queue in one list: those of every desk, the bands, the team's saved filters, the constituents. */
import { bands } from '../../../shared/domain/order/ladder.ts'
import type { QueueViews } from '../../../shared/ipc/case-views.ts'
import { t } from '../../ui/t.ts'

export type ViewGroup = 'view' | 'band' | 'saved' | 'constituent'

export interface View {
  readonly group: ViewGroup
  /** Of a saved filter. */
  readonly id: string | null
  readonly label: string
  readonly filter: string
  /** null: not counted. */
  readonly count: number | null
}

/** Until core has counted, the views stand there without a number: nothing jumps when it has. */
const uncounted = [
  ['open', ''],
  ['mine', 'is:mine'],
  ['unassigned', 'is:unassigned'],
  ['breached', 'is:breach'],
  ['waiting', 'is:waiting'],
  ['wake-today', 'is:wake-today'],
  ['escalate', 'is:escalate'],
] as const

export function viewList(counted: QueueViews | null): readonly View[] {
  const views = counted?.views ?? uncounted.map(([view, filter]) => ({ view, filter, count: null }))
  return [
    ...views.map(({ view, filter, count }) => one('view', t(`queue.view.${view}`), filter, count)),
    ...bands.map((band) => one('band', band, band.toLowerCase(), null)),
    ...(counted?.saved ?? []).map(({ id, name, filter, count }) => ({ ...one('saved', name, filter, count), id })),
    ...(counted?.constituents ?? []).map(({ name, filter, count }) => one('constituent', name, filter, count)),
  ]
}

const one = (group: ViewGroup, label: string, filter: string, count: number | null): View => ({
  group,
  id: null,
  label,
  filter,
  count,
})

/** What stands as a chip: everything but constituents, of which only the chosen one does. */
export const chipsOf = (views: readonly View[], chosen: string): readonly View[] =>
  views.filter(({ group, filter }) => group !== 'constituent' || filter === chosen)

/** Every word typed must stand in the label. */
export const matching = (views: readonly View[], typed: string): readonly View[] =>
  views.filter(({ label }) =>
    typed
      .toLowerCase()
      .split(/\s+/)
      .every((word) => label.toLowerCase().includes(word)),
  )
