/** The views beside the queue, each a filter with its count: mine, unassigned, breached, waiting, waking today, to go up. */
import type { QueueViewCount, QueueViews } from '../../../shared/ipc/case-views.ts'
import { nowOf, type Session } from '../session.ts'
import { countOf } from './count.ts'
import { savedFilters } from './saved-filters.ts'

const views = [
  { view: 'open', filter: '' },
  { view: 'mine', filter: 'is:mine' },
  { view: 'unassigned', filter: 'is:unassigned' },
  { view: 'breached', filter: 'is:breach' },
  { view: 'waiting', filter: 'is:waiting' },
  { view: 'wake-today', filter: 'is:wake-today' },
  { view: 'escalate', filter: 'is:escalate' },
] as const satisfies readonly Omit<QueueViewCount, 'count'>[]

const mostConstituents = 50

export function queueViews(session: Session): QueueViews {
  const now = nowOf(session)
  return {
    views: views.map((view) => ({ ...view, count: countOf(session, view.filter, now) })),
    constituents: constituents(session, now),
    saved: savedFilters(session).map((saved) => ({ ...saved, count: countOf(session, saved.filter, now) })),
  }
}

/** Most open cases first, then by name. */
function constituents({ queue }: Session, now: string): QueueViews['constituents'] {
  const counts = new Map<string, { name: string; count: number }>()
  for (const { facts } of queue.open(now)) {
    if (facts.constituent === null) continue
    const name = facts.constituent.replaceAll('"', '').trim()
    const known = counts.get(name.toLowerCase())
    counts.set(name.toLowerCase(), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 })
  }
  return [...counts.values()]
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostConstituents)
    .map(({ name, count }) => ({ name, count, filter: `org:"${name}"` }))
}
