/** The events of a report as lines of the timeline: the time as it was told, what went where, defanged. */
import type { CaseExchange, TimelineEvent } from '../../../shared/domain/case/case.ts'
import type { ReportEvent } from '../../../shared/domain/report/report-reading.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import type { Command } from '../../state/open-case.ts'

export function whatHappened(event: ReportEvent): string {
  const from = event.sourceIps.map((value) => defang({ type: 'ip', value }))
  const to = [
    ...event.destinationIps.map((value) => defang({ type: 'ip', value })),
    ...event.domains.map((value) => defang({ type: 'domain', value })),
    ...event.urls.map((value) => defang({ type: 'url', value })),
  ]
  return [from.join(' '), to.join(' ')].filter((part) => part !== '').join(' → ')
}

/** `timeless`: the report tells no time for it; `there`: it stands on the timeline already. */
export function asTimelineEvent(
  event: ReportEvent,
  { partner }: CaseExchange,
  events: readonly TimelineEvent[],
): Command | 'timeless' | 'there' {
  const what = whatHappened(event).slice(0, 10_000)
  const atText = event.atText ?? event.at
  if (atText === null || what === '') return 'timeless'
  if (events.some((one) => one.atText === atText && one.what === what)) return 'there'
  return { do: 'event', at: event.at, atText, zoneKnown: event.zoneKnown, what, source: partner }
}

/** In the order in which it happened; what has no instant stands at the end, where it is asked about. */
export const inTime = (events: readonly TimelineEvent[]): readonly TimelineEvent[] =>
  events.toSorted((a, b) => (a.at ?? '9').localeCompare(b.at ?? '9'))
