/**
 * The queue in memory: every case's facts, each order as a sorted list that is mended where a case or the time has moved one. Of a large vault they are read
 * after the unlock, in pieces; until then the top of the queue is answered from what the last lock left (queue-snapshot.ts).
 */
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { rankingOf, type Ranking } from '../../../shared/domain/order/ranking.ts'
import { mended, placeIn, sortedInPieces } from '../../../shared/domain/order/sorting.ts'
import type { QueueWindow } from '../../../shared/ipc/views.ts'
import { policyVersions } from '../order/policy-versions.ts'
import { lastRowid } from '../store/connection.ts'
import { inSlices, within } from '../store/slices.ts'
import type { Store } from '../store/store.ts'
import { factsReader, sharingFacts, type CaseFacts } from './queue-facts.ts'
import { bookInPieces, type DueBook, type Dues } from './queue-dues.ts'
import { comparing, linesIn, lineOf, run, type Line, type QueueOrder } from './queue-lines.ts'
import { isOpen, openIn, placedOf, windowOf, type Placed, type Reader } from './queue-rows.ts'
import { earlyAnswers, type Early, type Standings } from './queue-snapshot.ts'

export interface Queue {
  /** The facts of a case have changed, or it is new. */
  readonly set: (facts: CaseFacts) => void
  readonly window: (
    ask: { order: QueueOrder; filter: string; from: number; count: number },
    reader: Reader,
    now: string,
  ) => QueueWindow
  /** A window while not all is read; null where only the whole would answer it surely. */
  readonly top: (...asked: Parameters<Queue['window']>) => QueueWindow | null
  /** Place among the open cases in policy order, from 1; null for a closed one, and while not all is read. */
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
  /** Reads what was not read yet, in pieces of some milliseconds; whoever asks for all of it before its end makes it finish at once. */
  readonly load: (now: string) => Iterator<number, unknown>
  /** All cases are read: no question has to wait for that. */
  readonly isLoaded: () => boolean
  /** What a lock leaves for the next unlock; null while not all is read. */
  readonly standings: (now: string) => Standings | null
}

/** So long a case may stand where it stood after its time has passed. */
const orderLastsMs = 15_000

interface Pending {
  readonly steps: Iterator<number, unknown>
  readonly stopped: () => boolean
  /** Changed while the new order was made. */
  readonly touched: Set<string>
}

/** So many are read within an unlock; more are read after it. */
const readAtOnce = 2_000
const readInOnePiece = 500

export function loadQueue(store: Pick<Store, 'db' | 'head'>): Queue {
  const { value: policy } = policyVersions(store).inForce()
  const pieces = factsInPieces(store)
  if (lastRowid(store.db, 'cases') > readAtOnce)
    return queueOf([], policy, { pieces, read: factsReader(store), early: earlyAnswers(store, policy) })
  return queueOf([...pieces].flat(), policy)
}

function* factsInPieces({ db }: Pick<Store, 'db'>): Generator<readonly CaseFacts[], void> {
  const factsIn = sharingFacts()
  const read = db.prepare(`SELECT facts FROM cases NOT INDEXED ${within}`, { pluck: true })
  // A case whose page does not read is left out: the check names it, and the others are worked on.
  const pieces = inSlices(
    (above, upTo) => read.all<string>([above + 1, upTo, upTo - above]),
    () => lastRowid(db, 'cases'),
    readInOnePiece,
  )
  for (const { rows } of pieces) yield rows.map(factsIn)
}

interface Late {
  readonly pieces: Iterable<readonly CaseFacts[]>
  readonly read: (id: string) => CaseFacts | null
  /** null where the last lock left nothing that still holds. */
  readonly early: Early | null
}

export function queueOf(cases: readonly CaseFacts[], inForce: Policy, given: Late | null = null): Queue {
  let late = given
  let ranking = rankingOf(inForce)
  let compare = comparing(ranking)
  const changed = new Map(cases.map((facts) => [facts.id, facts] as const))
  let lines = new Map<string, Line>()
  const orders = new Map<QueueOrder, Line[]>()
  let asOf = ''
  let pending: Pending | null = null
  /** Of what stands in `lines`; null until somebody asks. */
  let book: DueBook | null = null

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
      book?.replace(lines.get(line.facts.id) ?? null, line)
      lines.set(line.facts.id, line)
      pending?.touched.add(line.facts.id)
    }
    for (const [order, sorted] of orders) orders.set(order, mended(sorted, gone, fresh, compare[order]))
    changed.clear()
  }
  const ordered = (order: QueueOrder, now: string): readonly Line[] => {
    if (late !== null) run(pending?.steps ?? load(now))
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
    const dues = yield* bookInPieces(made.values())
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
    book = dues
    asOf = now
    pending = null
  }

  /** The same as a change of policy, but that the cases come from the disk; what changes meanwhile is newer than that. */
  function* firstTime(now: string, touched: ReadonlySet<string>): Generator<number, void> {
    const read: CaseFacts[] = []
    for (const piece of late?.pieces ?? []) {
      read.push(...piece)
      yield piece.length
    }
    const made = yield* linesIn(ranking, read, now)
    for (const order of ['policy', 'due'] as const)
      orders.set(order, yield* sortedInPieces([...made.values()], compare[order]))
    const dues = yield* bookInPieces(made.values())
    if (pending?.touched !== touched) return
    lines = made
    book = dues
    asOf = now
    late = null
    pending = null
  }
  const load = (now: string): Iterator<number, unknown> => {
    if (pending !== null || late === null) return [].values()
    const touched = new Set<string>()
    const steps = firstTime(now, touched)
    pending = { steps, stopped: () => false, touched }
    return steps
  }

  const duesNow = (now: string): Dues => {
    ordered('policy', now)
    book ??= run(bookInPieces(lines.values()))
    return book.dues(now)
  }

  return {
    set: (facts) => {
      changed.set(facts.id, facts)
      late?.early?.changed(facts)
    },
    load,
    isLoaded: () => late === null,
    standings: (now) =>
      late === null
        ? {
            asOf: now,
            top: { policy: topOf(ordered('policy', now)), due: topOf(ordered('due', now)) },
            all: [...lines.values()],
            open: openIn(ordered('policy', now)),
            dues: duesNow(now),
          }
        : null,
    top: (ask, reader, now) => late?.early?.window(ask, { ...reader, ranking }, now) ?? null,
    window: (ask, reader, now) => windowOf(ordered(ask.order, now), ask, { ...reader, ranking }, now),
    position: (id, now) => {
      if (late !== null) return null
      const all = ordered('policy', now)
      const line = lines.get(id)
      if (line === undefined || !isOpen(line)) return null
      return { at: placeIn(all, line, compare.policy) + 1, of: openIn(all) }
    },
    placed: (id, now) => {
      if (late !== null) {
        const facts = changed.get(id) ?? late.read(id)
        return facts === null ? null : placedOf(lineOf(ranking, facts, now), ranking, now)
      }
      ordered('policy', now)
      const line = lines.get(id)
      return line === undefined ? null : placedOf(line, ranking, now)
    },
    dues: (now) => late?.early?.dues ?? duesNow(now),
    ranking: () => ranking,
    open: (now) => open('policy', now),
    all: (now) => ordered('policy', now),
    reorder: (policy, now, stopped) => {
      ordered('policy', now)
      const touched = new Set<string>()
      const steps = goOver(policy, now, touched)
      pending = { steps, stopped, touched }
      return steps
    },
  }
}

/** As many as the largest window that is asked for at first, and some more. */
const topOf = (sorted: readonly Line[]): readonly string[] => sorted.slice(0, 400).map(({ facts: { id } }) => id)

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
