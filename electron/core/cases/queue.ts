/** The queue in memory: every case's facts, each order as a sorted list that is mended where a case or the time has moved one. */
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { rankingOf, type Ranking } from '../../../shared/domain/order/ranking.ts'
import { mended, placeIn, sortedInPieces } from '../../../shared/domain/order/sorting.ts'
import type { QueueWindow } from '../../../shared/ipc/views.ts'
import { policyVersions } from '../order/policy-versions.ts'
import type { Store } from '../store/store.ts'
import { factsIn, type CaseFacts } from './queue-facts.ts'
import { comparing, linesIn, lineOf, run, type Line, type QueueOrder } from './queue-lines.ts'
import { duesOf, isOpen, openIn, placedOf, windowOf, type Dues, type Placed, type Reader } from './queue-rows.ts'

export interface Queue {
  /** The facts of a case have changed, or it is new. */
  readonly set: (facts: CaseFacts) => void
  readonly window: (
    ask: { order: QueueOrder; filter: string; from: number; count: number },
    reader: Reader,
    now: string,
  ) => QueueWindow
  /** Place among the open cases in policy order, from 1; null for a closed one. */
  readonly position: (id: string, now: string) => { at: number; of: number } | null
  /** The same for a window on one case: band, reason and steps to be taken, by the policy. */
  readonly placed: (id: string, now: string) => Placed | null
  readonly dues: (now: string) => Dues
  /** The policy that the queue stands in: the one in force, but for the moments in which it is being re-ordered. */
  readonly ranking: () => Ranking
  /** In policy order: those that are open, and all. */
  readonly open: (now: string) => readonly Line[]
  readonly all: (now: string) => readonly Line[]
  /**
   * Goes over to another policy in pieces of some milliseconds, each of which tells how many cases it has handled; the queue stands
   * in the old order until the last one. Left before its end (`stopped`), it is finished when somebody next looks.
   */
  readonly reorder: (policy: Policy, now: string, stopped: () => boolean) => Iterator<number, unknown>
}

/** So long a case may stand where it stood after its time has passed. */
const orderLastsMs = 15_000

interface Pending {
  readonly steps: Iterator<number, unknown>
  readonly stopped: () => boolean
  /** Changed while the new order was made. */
  readonly touched: Set<string>
}

export function loadQueue(store: Pick<Store, 'db'>): Queue {
  const rows = store.db.prepare('SELECT facts FROM cases').all<{ facts: string }>()
  return queueOf(
    rows.map((row) => factsIn(row.facts)),
    policyVersions(store).inForce().value,
  )
}

export function queueOf(cases: readonly CaseFacts[], inForce: Policy): Queue {
  let ranking = rankingOf(inForce)
  let compare = comparing(ranking)
  const changed = new Map(cases.map((facts) => [facts.id, facts] as const))
  let lines = new Map<string, Line>()
  const orders = new Map<QueueOrder, Line[]>()
  let asOf = ''
  let pending: Pending | null = null

  /** Takes in what has changed, and what has passed its time meanwhile. */
  const takeIn = (now: string): void => {
    if (asOf === '' || Math.abs(Date.parse(now) - Date.parse(asOf)) >= orderLastsMs) {
      for (const { kept } of crossed(lines, asOf, now)) if (!changed.has(kept.id)) changed.set(kept.id, kept)
      asOf = now
    }
    if (changed.size === 0) return
    const gone = new Set([...changed.keys()].flatMap((id) => lines.get(id) ?? []))
    const fresh = [...changed.values()].map((facts) => lineOf(ranking, facts, asOf))
    for (const line of fresh) {
      lines.set(line.facts.id, line)
      pending?.touched.add(line.facts.id)
    }
    for (const [order, sorted] of orders) orders.set(order, mended(sorted, gone, fresh, compare[order]))
    changed.clear()
  }
  const ordered = (order: QueueOrder, now: string): readonly Line[] => {
    if (pending?.stopped() === true) run(pending.steps)
    takeIn(now)
    const known = orders.get(order) ?? run(sortedInPieces([...lines.values()], compare[order]))
    orders.set(order, known)
    return known
  }
  const open = (order: QueueOrder, now: string): readonly Line[] => {
    const all = ordered(order, now)
    return all.slice(0, openIn(all))
  }

  function* goOver(policy: Policy, now: string, touched: ReadonlySet<string>): Generator<number, void> {
    const next = rankingOf(policy)
    takeIn(now)
    const all = Array.from(lines.values(), ({ kept }) => kept)
    const made = yield* linesIn(next, all, now)
    const sorted = new Map<QueueOrder, Line[]>()
    for (const order of orders.keys())
      sorted.set(order, yield* sortedInPieces([...made.values()], comparing(next)[order]))
    if (pending?.touched !== touched) return
    for (const id of touched) {
      const line = lines.get(id)
      if (line !== undefined && !changed.has(id)) changed.set(id, line.kept)
    }
    lines = made
    orders.clear()
    for (const [order, list] of sorted) orders.set(order, list)
    ranking = next
    compare = comparing(next)
    asOf = now
    pending = null
  }

  return {
    set: (facts) => void changed.set(facts.id, facts),
    window: (ask, reader, now) => windowOf(ordered(ask.order, now), ask, { ...reader, ranking }, now),
    position: (id, now) => {
      const all = ordered('policy', now)
      const line = lines.get(id)
      if (line === undefined || !isOpen(line)) return null
      return { at: placeIn(all, line, compare.policy) + 1, of: openIn(all) }
    },
    placed: (id, now) => {
      ordered('policy', now)
      const line = lines.get(id)
      return line === undefined ? null : placedOf(line, ranking, now)
    },
    dues: (now) => duesOf(ordered('policy', now), now),
    ranking: () => ranking,
    open: (now) => open('policy', now),
    all: (now) => ordered('policy', now),
    reorder: (policy, now, stopped) => {
      const touched = new Set<string>()
      const steps = goOver(policy, now, touched)
      pending = { steps, stopped, touched }
      return steps
    },
  }
}

/** Cases whose due or wake time, or the end of their pause, lies between two looks, whichever came first: a clock may be set back. */
function crossed(lines: ReadonlyMap<string, Line>, before: string, now: string): readonly Line[] {
  const [from, to] = before < now ? [before, now] : [now, before]
  const isBetween = (at: string | null): boolean => at !== null && at >= from && at <= to
  const found: Line[] = []
  for (const line of lines.values()) {
    const { due, wakeAt, pausedUntil } = line.facts
    if (isBetween(due) || isBetween(wakeAt) || isBetween(pausedUntil)) found.push(line)
  }
  return found
}
