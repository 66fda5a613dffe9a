/** Whose work a step usually is: N1 registers and watches, N2 reports and takes calls, N3 leads (O-16 to O-19). A hint, never a lock. */
import type { CheckItem } from '../../../shared/domain/case/checklist.ts'
import type { Tier } from '../../../shared/domain/case/vocabulary.ts'

const others: Readonly<Partial<Record<CheckItem, Tier>>> = {
  'coordination.cause': 'N3',
  'coordination.directory': 'N1',
  'resolution.evidence': 'N2',
}

export function tierOf(item: CheckItem): Tier {
  const other = others[item]
  if (other !== undefined) return other
  if (item.startsWith('triage.')) return 'N1'
  return item.startsWith('coordination.') ? 'N2' : 'N3'
}
