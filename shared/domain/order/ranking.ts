/** A policy made ready for 100,000 questions: where a case stands by it, in which band, and what that rests on. */
import type { Severity } from '../case/vocabulary.ts'
import { bands, type Band } from './ladder.ts'
import { pointsOf, type Points } from './points.ts'
import type { Policy, PolicyRung, Urgency } from './policy.ts'
import { isWaiting, type QueueFacts } from './queue-facts.ts'

export interface Rank {
  readonly rung: PolicyRung
  /** Its place in the policy, from 1; the id stays with the rung, the place is where it stands. */
  readonly at: number
}

export interface Ranking {
  readonly policy: Policy
  readonly rank: (rung: number | null) => Rank | null
  /** 1 to 5. */
  readonly weight: (constituent: string | null) => number
  /** Place of the last rung of each band, or of a graver one: what has no rung comes right behind. */
  readonly lastOf: Readonly<Record<Band, number>>
}

export interface Standing {
  /** The lower comes first; equal places are settled by the tie-breakers. */
  readonly place: number
  readonly band: Band
  readonly by: 'rung' | 'placed' | 'severity' | 'grid' | 'points'
  /** The rung that counts: the one it was placed on, or its own; null where the policy has no such rung. */
  readonly rank: Rank | null
  readonly points: Points | null
}

/** What the place of a case rests on. */
export type Ranked = Pick<
  QueueFacts,
  'rung' | 'place' | 'severity' | 'urgent' | 'constituent' | 'owner' | 'paused' | 'pausedUntil' | 'wakeAt'
>

export function rankingOf(policy: Policy): Ranking {
  const ranks = new Map(policy.rungs.map((rung, index) => [rung.id, { rung, at: index + 1 }] as const))
  const weights = new Map(policy.constituents.map(({ constituent, weight }) => [constituent.toLowerCase(), weight]))
  return {
    policy,
    rank: (rung) => (rung === null ? null : (ranks.get(rung) ?? null)),
    weight: (constituent) =>
      (constituent === null ? undefined : weights.get(constituent.toLowerCase())) ?? policy.weightOfOthers,
    lastOf: {
      P1: lastPlace(policy, 'P1'),
      P2: lastPlace(policy, 'P2'),
      P3: lastPlace(policy, 'P3'),
      P4: lastPlace(policy, 'P4'),
    },
  }
}

/** What has no rung: the ladder names what the team has decided on, and what nobody has placed must not push one of those back. */
const lastPlace = ({ rungs }: Policy, band: Band): number =>
  1 + rungs.findLastIndex((rung) => bands.indexOf(rung.band) <= bands.indexOf(band))

/** Unknown severity counts as medium. */
const bandBySeverity = ({ policy }: Ranking, severity: Severity | null): Band =>
  policy.otherBySeverity[severity ?? 'medium']

export function standingOf(ranking: Ranking, facts: Ranked, now: string): Standing {
  const placed = ranking.rank(facts.place?.rung ?? null)
  const rank = placed ?? ranking.rank(facts.rung)
  const by = placed === null ? 'rung' : 'placed'
  switch (ranking.policy.preset) {
    case 'factors':
      return byPoints(ranking, facts, rank, now)
    case 'grid': {
      const band = rank?.rung.band ?? bandOnGrid(ranking, facts, now)
      return { place: bands.indexOf(band), band, by: rank === null ? 'grid' : by, rank, points: null }
    }
    case 'ladder':
    case 'tiered':
      if (rank !== null) return { place: rank.at, band: rank.rung.band, by, rank, points: null }
      return { ...behindItsBand(ranking, facts.severity), by: 'severity', rank, points: null }
  }
}

/** Behind the last rung of its band and before the next rung; bands without a rung of their own still follow each other. */
function behindItsBand(ranking: Ranking, severity: Severity | null): { place: number; band: Band } {
  const band = bandBySeverity(ranking, severity)
  return { place: ranking.lastOf[band] + 0.5 + bands.indexOf(band) / 10, band }
}

function byPoints(ranking: Ranking, facts: Ranked, rank: Rank | null, now: string): Standing {
  const at = rank?.at ?? behindItsBand(ranking, facts.severity).place
  const points = pointsOf(ranking.policy, {
    at,
    severity: facts.severity,
    weight: ranking.weight(facts.constituent),
    hands: isWaiting(facts, now) ? 'waiting' : facts.owner === null ? 'none' : 'free',
  })
  return { place: -points.sum, band: points.band, by: 'points', rank, points }
}

/** Of the grid: what is marked urgent is high, what waits for somebody else low, the rest medium. */
export const urgencyOf = (facts: Ranked, now: string): Urgency =>
  facts.urgent ? 'high' : isWaiting(facts, now) ? 'low' : 'medium'

const bandOnGrid = ({ policy }: Ranking, facts: Ranked, now: string): Band =>
  policy.grid[facts.severity ?? 'medium'][urgencyOf(facts, now)]
