/** What is odd on a card, in four kinds: damaged, contradicting itself, a trap to walk into, or just worth knowing. */
import type { CardFinding } from '../../../shared/domain/card/card-reading.ts'

export const findingGroups = ['damage', 'conflict', 'trap', 'note'] as const
export type FindingGroup = (typeof findingGroups)[number]

const isConflict = /conflict|contradiction|mismatch|differs|ambiguous|several|twice|alias/

/** An error is damage: something that cannot be used as it stands. */
export function groupOf({ code, severity }: Pick<CardFinding, 'code' | 'severity'>): FindingGroup {
  if (severity === 'info') return 'note'
  if (isConflict.test(code)) return 'conflict'
  return severity === 'error' ? 'damage' : 'trap'
}

/** In the order of the groups, within them in that of the text. */
export const sortedFindings = (findings: readonly CardFinding[]): readonly CardFinding[] =>
  findings.toSorted(
    (a, b) => findingGroups.indexOf(groupOf(a)) - findingGroups.indexOf(groupOf(b)) || (a.line ?? 0) - (b.line ?? 0),
  )
