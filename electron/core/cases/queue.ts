/** The queue in memory: every case's facts, each order as an array of places, a window of it by position. */
import { bandOf } from '../../../shared/domain/order/ladder.ts'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import { matchesFilter, parseFilter } from '../../../shared/domain/order/queue-filter.ts'
import { dueCompare, isBreached, policyCompare } from '../../../shared/domain/order/queue-order.ts'
import type { LockedCounts, QueueRow, QueueWindow } from '../../../shared/ipc/views.ts'
import type { Store } from '../store/store.ts'
import type { CaseFacts } from './queue-facts.ts'

export type QueueOrder = 'policy' | 'due'

export interface Queue {
  /** The facts of a case have changed, or it is new. */
  readonly set: (facts: CaseFacts) => void
  readonly window: (
    ask: { order: QueueOrder; filter: string; from: number; count: number },
    me: string,
    now: string,
  ) => QueueWindow
  /** Place among the open cases in policy order, from 1; null for a closed one. */
  readonly position: (id: string, now: string) => { at: number; of: number } | null
  readonly dues: (now: string) => { readonly dues: readonly string[]; readonly counts: Omit<LockedCounts, 'unread'> }
}

/** Orders are good for so long: a case that passes its time moves, and nothing writes when it does. */
const orderLastsMs = 15_000

interface Ordered {
  readonly ids: readonly CaseFacts[]
  readonly until: number
}

export function loadQueue(store: Pick<Store, 'db'>): Queue {
  const rows = store.db.prepare('SELECT facts FROM cases').all<{ facts: string }>()
  // Written by factsOf into our own sealed store.
  const all = new Map(rows.map((row) => JSON.parse(row.facts) as CaseFacts).map((facts) => [facts.id, facts]))
  const orders = new Map<QueueOrder, Ordered>()
  const ordered = (order: QueueOrder, now: string): readonly CaseFacts[] => {
    const known = orders.get(order)
    if (known !== undefined && known.until > Date.parse(now)) return known.ids
    const compare = order === 'policy' ? policyCompare : dueCompare
    const ids = [...all.values()].toSorted((a, b) => compare(a, b, now))
    orders.set(order, { ids, until: Date.parse(now) + orderLastsMs })
    return ids
  }
  return {
    set: (facts) => {
      all.set(facts.id, facts)
      orders.clear()
    },
    window: (ask, me, now) => windowOf(ordered(ask.order, now), ask, me, now),
    position: (id, now) => {
      const open = ordered('policy', now).filter(isOpen)
      const at = open.findIndex((facts) => facts.id === id)
      return at === -1 ? null : { at: at + 1, of: open.length }
    },
    dues: (now) => duesOf([...all.values()].filter(isOpen), now),
  }
}

const isOpen = ({ phase }: CaseFacts): boolean => phase !== 'closed'

function windowOf(
  ordered: readonly CaseFacts[],
  { filter, from, count }: { filter: string; from: number; count: number },
  me: string,
  now: string,
): QueueWindow {
  const parsed = parseFilter(filter, me)
  const wantsClosed = /\b(?:is|phase):closed\b/i.test(filter)
  const open = wantsClosed ? ordered : ordered.filter(isOpen)
  const rows = filter.trim() === '' ? open : open.filter((facts) => matchesFilter(facts, parsed, now))
  return {
    total: rows.length,
    allOpen: open.length,
    from,
    rows: rows.slice(from, from + count).map((facts) => rowOf(facts, now)),
  }
}

function rowOf(facts: CaseFacts, now: string): QueueRow {
  const { id, number, title, phase, rung, severity, urgent, tlp, constituent, owner, due, dueKind } = facts
  const band = bandOf(rung, severity)
  const reason = orderReason(facts, now)
  return { id, number, title, phase, rung, band, severity, urgent, tlp, constituent, owner, due, dueKind, reason }
}

const hourMs = 3_600_000

/** The next 100 instants, so that a locked desk can ring, and how many are past or near. */
function duesOf(open: readonly CaseFacts[], now: string): ReturnType<Queue['dues']> {
  const soon = new Date(Date.parse(now) + hourMs).toISOString()
  const dues = open.flatMap(({ due }) => (due === null || due < now ? [] : [due])).toSorted()
  const overdue = open.filter((facts) => isBreached(facts, now)).length
  return { dues: dues.slice(0, 100), counts: { overdue, dueSoon: dues.filter((due) => due <= soon).length } }
}
