/** The orders of the queue, each total: two cases never stand in the same place, on any copy, in any sorting. */
import { severities } from '../case/vocabulary.ts'
import type { QueueFacts } from './queue-facts.ts'
import type { Ranking, Standing } from './ranking.ts'
import type { Compare } from './sorting.ts'

export const isBreached = ({ due }: Pick<QueueFacts, 'due'>, now: string): boolean => due !== null && due < now

/** What is compared by, each as a number of which the lower comes first. */
const parts = ['closed', 'place', 'breached', 'urgent', 'time-left', 'severity', 'constituent', 'age'] as const
type Part = (typeof parts)[number]

/** A case made ready to be compared in any order; the case number settles what all its numbers leave open. */
export interface Keyed {
  readonly key: readonly number[]
  readonly number: string
}

export function keyOf(ranking: Ranking, facts: QueueFacts, standing: Standing, now: string): Keyed {
  const { phase, due, urgent, severity, constituent, openedAt, number } = facts
  // In the order of `parts`. Unknown severity counts as medium, as it does for the band.
  const key = [
    phase === 'closed' ? 1 : 0,
    standing.place,
    isBreached(facts, now) ? 0 : 1,
    urgent ? 0 : 1,
    due === null ? Infinity : Date.parse(due),
    -severities.indexOf(severity ?? 'medium'),
    -ranking.weight(constituent),
    Date.parse(openedAt),
  ]
  return { key, number }
}

/** Closed cases come last in every order. */
function comparedBy(names: readonly Part[]): Compare<Keyed> {
  const order = ['closed' as const, ...names].map((name) => parts.indexOf(name))
  return (a, b) => {
    for (const part of order) {
      const one = a.key[part] ?? 0
      const other = b.key[part] ?? 0
      if (one !== other) return one < other ? -1 : 1
    }
    return a.number < b.number ? -1 : a.number > b.number ? 1 : 0
  }
}

/**
 * The place, then the tie-breakers of the policy (as shipped: breached, urgent, time left, severity, constituent, age). Urgent
 * (M-16) is the reporter's word, the rung is the team's: so it lifts a case within its rung only, above what still has time, and
 * never above a promise that is broken already.
 */
export const policyOrder = ({ policy }: Ranking): Compare<Keyed> => comparedBy(['place', ...policy.tieBreakers])

/** By what is due next, none last; then by place, severity and age. */
export const dueOrder: Compare<Keyed> = comparedBy(['time-left', 'place', 'severity', 'age'])
