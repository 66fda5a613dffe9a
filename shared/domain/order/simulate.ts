/** What a policy would do to the queue before anybody puts it in force: which cases move, from where to where, and why. */
import { saying, type Saying } from '../../words/say.ts'
import type { Policy } from './policy.ts'
import type { QueueFacts } from './queue-facts.ts'
import type { Ranking, Standing } from './ranking.ts'
import { orderReason } from './order-reason.ts'

/** Why a case would stand elsewhere, in the first thing that is true. */
export function whyMoved(
  facts: QueueFacts,
  before: { readonly ranking: Ranking; readonly standing: Standing },
  after: { readonly ranking: Ranking; readonly standing: Standing },
  now: string,
): Saying {
  const [was, is] = [before.standing.rank, after.standing.rank]
  if (before.ranking.policy.preset !== after.ranking.policy.preset || is === null || was === null)
    return was === null && is === null && before.standing.band === after.standing.band
      ? saying('sim.passed')
      : orderReason(facts, now, after.ranking, after.standing)
  if (was.at !== is.at) return saying('sim.rung', { name: is.rung.name, from: was.at, to: is.at })
  if (before.standing.band !== after.standing.band)
    return saying('sim.band', { name: is.rung.name, from: before.standing.band, to: after.standing.band })
  if (before.standing.place !== after.standing.place) return orderReason(facts, now, after.ranking, after.standing)
  return saying('sim.passed')
}

/** One sentence of cause: what is different about the policy. */
export function whyDifferent(before: Policy, after: Policy): Saying {
  if (before.preset !== after.preset) return saying('sim.by.preset', { from: before.preset, to: after.preset })
  const moves = movesOf(before, after)
  const [first] = moves
  if (first !== undefined && moves.length === 1) return saying('sim.by.rung', first)
  if (moves.length > 1) return saying('sim.by.rungs', { count: moves.length })
  const banded = after.rungs.filter(({ id, band }) => before.rungs.some((one) => one.id === id && one.band !== band))
  if (banded.length > 0) return saying('sim.by.bands', { count: banded.length })
  return saying(orderCause(before, after) ?? 'sim.by.nothing')
}

/** Rungs that were moved by hand: those outside the longest run that kept its order; new and dropped ones count too. */
function movesOf(before: Policy, after: Policy): readonly { name: string; from: number | '–'; to: number | '–' }[] {
  const at = new Map(before.rungs.map(({ id }, index) => [id, index + 1]))
  const kept = longestRising(after.rungs.map(({ id }) => at.get(id) ?? 0))
  const moved = after.rungs.flatMap(({ id, name }, index) =>
    kept.has(at.get(id) ?? 0) ? [] : [{ name, from: at.get(id) ?? ('–' as const), to: index + 1 }],
  )
  const dropped = before.rungs.flatMap(({ id, name }, index) =>
    after.rungs.some((rung) => rung.id === id) ? [] : [{ name, from: index + 1, to: '–' as const }],
  )
  return [...moved, ...dropped]
}

/** The longest rising subsequence, zeros left out; at most 40 rungs, so the plain way does. */
function longestRising(places: readonly number[]): ReadonlySet<number> {
  const best: (readonly number[])[] = []
  for (const [index, place] of places.entries()) {
    // Of runs that are as long, the one that came last: of two that changed places, the one that went up is said to have moved.
    const before = best
      .slice(0, index)
      .filter((run) => (run.at(-1) ?? 0) < place)
      .toReversed()
    best.push(place === 0 ? [] : [...(before.toSorted((a, b) => b.length - a.length)[0] ?? []), place])
  }
  return new Set(best.toSorted((a, b) => b.length - a.length)[0] ?? [])
}

type Cause =
  | 'sim.by.ties'
  | 'sim.by.factors'
  | 'sim.by.grid'
  | 'sim.by.weights'
  | 'sim.by.severity'
  | 'sim.by.words'
  | 'sim.by.escalation'

function orderCause(before: Policy, after: Policy): Cause | null {
  const differs = (part: (policy: Policy) => unknown): boolean =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after))
  if (differs(({ tieBreakers }) => tieBreakers)) return 'sim.by.ties'
  if (differs(({ factors }) => factors) && after.preset === 'factors') return 'sim.by.factors'
  if (differs(({ grid }) => grid) && after.preset === 'grid') return 'sim.by.grid'
  if (differs(({ constituents, weightOfOthers }) => [constituents, weightOfOthers])) return 'sim.by.weights'
  if (differs(({ otherBySeverity }) => otherBySeverity)) return 'sim.by.severity'
  if (differs(({ rungs }) => rungs)) return 'sim.by.words'
  return differs(({ escalation }) => escalation) ? 'sim.by.escalation' : null
}
