/** The bands of a queue, and the band that a severity alone gives on the ladder that Signet ships. */
import type { Severity } from '../case/vocabulary.ts'

export const bands = ['P1', 'P2', 'P3', 'P4'] as const
export type Band = (typeof bands)[number]

/** M-25: what is of no listed type goes by its severity. */
export const bandOfSeverity: Readonly<Record<Severity, Band>> = { critical: 'P1', high: 'P2', medium: 'P3', low: 'P4' }

/**
 * Of the shipped ladder: rungs 1 and 2 are P1, 3 to 6 P2, 7 to 9 P3, 10 to 12 P4; unknown is P3. Where a team's own policy is at
 * hand, `standingOf` (ranking.ts) gives the band by that.
 */
export function bandOf(rung: number | null, severity: Severity | null): Band {
  if (rung === null) return severity === null ? 'P3' : bandOfSeverity[severity]
  if (rung <= 2) return 'P1'
  if (rung <= 6) return 'P2'
  return rung <= 9 ? 'P3' : 'P4'
}
