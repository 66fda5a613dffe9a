/** Gathers the indicators of a report's events, each once, with the number of events that name it. */
import type { ObservableType } from '../../../shared/domain/observable/observable.ts'
import type { ReportEvent, ReportReading } from '../../../shared/domain/report/report-reading.ts'

export interface Gathered {
  readonly value: string
  readonly type: ObservableType
  readonly events: number
}

export function observablesOf({ events }: Pick<ReportReading, 'events'>): readonly Gathered[] {
  const found = new Map<string, Gathered>()
  for (const event of events) {
    for (const [value, type] of new Map(valuesOf(event))) {
      found.set(value, { value, type, events: (found.get(value)?.events ?? 0) + 1 })
    }
  }
  return [...found.values()]
}

const valuesOf = (event: ReportEvent): readonly (readonly [string, ObservableType])[] => [
  ...typed(event.sourceIps, 'ip'),
  ...typed(event.destinationIps, 'ip'),
  ...typed(event.domains, 'domain'),
  ...typed(event.urls, 'url'),
  ...typed(event.hashes, 'hash'),
  ...typed(event.cves, 'cve'),
]

const typed = (values: readonly string[], type: ObservableType) => values.map((value) => [value, type] as const)
