/** Whose the events of a report are: by the networks and domains on the cards of our constituents. */
import type { ReportEvent, ReportReading } from '../../../shared/domain/report/report-reading.ts'
import { hostOfUrl } from '../../../shared/domain/observable/normalise.ts'
import { ownersOf } from '../cards/card-lookup.ts'
import type { Shelved } from '../cards/shelf.ts'
import type { Session } from '../session.ts'

export interface Share {
  readonly card: Shelved
  /** What of the report is theirs. */
  readonly values: readonly string[]
  /** Positions of the events that name something of theirs. */
  readonly events: readonly number[]
}

const mostLooked = 5_000

/** Those with the most events first. Providers and other teams are no constituents, and are left out. */
export function sharesOf(session: Session, report: Pick<ReportReading, 'events'> | null): readonly Share[] {
  if (report === null) return []
  const values = report.events.map(valuesOf)
  const owners = ownersOf(session, [...new Set(values.flat())].slice(0, mostLooked))
  const shares = new Map<string, { card: Shelved; values: Set<string>; events: Set<number> }>()
  values.forEach((of, position) => {
    for (const value of of) {
      const card = owners.get(value)
      if (card === undefined || !card.record.roles.includes('constituent')) continue
      const share = shares.get(card.id) ?? { card, values: new Set(), events: new Set() }
      share.values.add(value)
      share.events.add(position)
      shares.set(card.id, share)
    }
  })
  return [...shares.values()]
    .map(({ card, values: theirs, events }) => ({ card, values: [...theirs], events: [...events] }))
    .toSorted((a, b) => b.events.length - a.events.length)
}

const valuesOf = ({ sourceIps, destinationIps, domains, urls }: ReportEvent): readonly string[] => [
  ...sourceIps,
  ...destinationIps,
  ...domains,
  ...urls.slice(0, 50).flatMap((url) => hostOfUrl(url) ?? []),
]
