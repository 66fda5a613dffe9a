/** What a card is called in a list, and the one address that reports go to. */
import type { CardReading } from './card-reading.ts'

type Named = Pick<CardReading, 'names' | 'emails'>

export const nameOf = ({ names, emails }: Named): string => names.short ?? names.full ?? emails[0]?.address ?? '?'

/** Where reports go: an address for incidents, else any that is not closed to them; null rather than the wrong one (Z-01). */
export function incidentAddress({ emails }: Pick<CardReading, 'emails'>): string | null {
  const open = emails.filter(({ doNotUseFor }) => !doNotUseFor.includes('incidents'))
  const usable = open.filter(({ purposes }) => purposes.includes('incidents') || purposes.includes('general'))
  return (usable.find(({ purposes }) => purposes.includes('incidents')) ?? usable[0])?.address ?? null
}
