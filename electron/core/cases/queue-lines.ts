/** The lines of the queue: the facts of a case with what its place rests on, made and sorted in pieces. */
import { dueOrder, keyOf, policyOrder, type Keyed } from '../../../shared/domain/order/queue-order.ts'
import { standingOf, type Ranking, type Standing } from '../../../shared/domain/order/ranking.ts'
import type { Compare } from '../../../shared/domain/order/sorting.ts'
import type { CaseFacts } from './queue-facts.ts'

export type QueueOrder = 'policy' | 'due'

export interface Line extends Keyed {
  /** As they are written. */
  readonly kept: CaseFacts
  /** With the due time of its band. */
  readonly facts: CaseFacts
  readonly standing: Standing
}

export function lineOf(ranking: Ranking, kept: CaseFacts, now: string): Line {
  const standing = standingOf(ranking, kept, now)
  const facts = kept.dueIn === null ? kept : { ...kept, ...kept.dueIn[standing.band] }
  const { key, number } = keyOf(ranking, facts, standing, now)
  return { kept, facts, standing, key, number }
}

export const comparing = (ranking: Ranking): Readonly<Record<QueueOrder, Compare<Keyed>>> => ({
  policy: policyOrder(ranking),
  due: dueOrder,
})

/** So many are made in one piece: some milliseconds. */
const piece = 2_000

/** By the ids of the cases; yields after each piece how many it has made. */
export function* linesIn(
  ranking: Ranking,
  all: readonly CaseFacts[],
  now: string,
): Generator<number, Map<string, Line>> {
  const made = new Map<string, Line>()
  const share = sharingStandings()
  for (let from = 0; from < all.length; from += piece) {
    for (const facts of all.slice(from, from + piece)) {
      const line = lineOf(ranking, facts, now)
      made.set(facts.id, { ...line, standing: share(line.standing) })
    }
    yield Math.min(piece, all.length - from)
  }
  return made
}

/** Equal standings, which is most of them, are kept once. */
function sharingStandings(): (standing: Standing) => Standing {
  const known = new Map<string, Standing>()
  return (standing) => {
    if (standing.points !== null) return standing
    const key = `${standing.place} ${standing.band} ${standing.by} ${standing.rank?.rung.id ?? ''}`
    const same = known.get(key) ?? standing
    known.set(key, same)
    return same
  }
}

/** All pieces at once. */
export function run<T>(steps: Iterator<number, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
