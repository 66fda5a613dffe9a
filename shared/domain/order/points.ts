/** The four-factor scheme (P-20): type, severity, constituent and the hands that are free, each in points that a person can add up. */
import type { Severity } from '../case/vocabulary.ts'
import type { Band } from './ladder.ts'
import type { Policy } from './policy.ts'

/** Whether somebody can work on it at this moment: the "resources at the time" of P-20, as far as a desk can know them. */
export type Hands = 'free' | 'none' | 'waiting'

export interface Points {
  readonly type: number
  readonly severity: number
  readonly constituent: number
  readonly resources: number
  readonly sum: number
  /** What a case could reach at most. */
  readonly most: number
  readonly hands: Hands
  readonly band: Band
}

/** Each factor gives 0 to 10 points before its weight. */
const full = 10
const ofSeverity: Readonly<Record<Severity, number>> = { critical: 10, high: 7, medium: 4, low: 1 }
const ofHands: Readonly<Record<Hands, number>> = { free: 10, none: 5, waiting: 0 }

export interface Factors {
  /** Place of its type in the policy, from 1; between two rungs where it has none. */
  readonly at: number
  readonly severity: Severity | null
  /** Of its constituent, 1 to 5. */
  readonly weight: number
  readonly hands: Hands
}

export function pointsOf({ factors, rungs }: Policy, { at, severity, weight, hands }: Factors): Points {
  const type = factors.type * typePoints(at, rungs.length)
  const grave = factors.severity * ofSeverity[severity ?? 'medium']
  const constituent = factors.constituent * weight * 2
  const resources = factors.resources * ofHands[hands]
  const sum = type + grave + constituent + resources
  const most = full * (factors.type + factors.severity + factors.constituent + factors.resources)
  return { type, severity: grave, constituent, resources, sum, most, hands, band: bandOfShare(sum, most) }
}

/** The first type has 10 points, the last 1, those between in equal steps, in whole points. */
const typePoints = (at: number, types: number): number =>
  types < 2 ? full : Math.max(1, Math.round(full - ((at - 1) * (full - 1)) / (types - 1)))

/** Three quarters of what can be reached are P1, the middle is divided in two, a third or less is P4. */
function bandOfShare(sum: number, most: number): Band {
  const share = most === 0 ? 0.5 : sum / most
  if (share >= 0.75) return 'P1'
  if (share >= 0.55) return 'P2'
  return share > 1 / 3 ? 'P3' : 'P4'
}
