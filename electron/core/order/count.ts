/** How many cases a filter shows. */
import { parseFilter, predicateOf } from '../../../shared/domain/order/queue-filter.ts'
import type { Session } from '../session.ts'
import { readerOf } from './reader.ts'

/** As many as the queue would show. */
export function countOf(session: Session, filter: string, now: string): number {
  const { queue } = session
  const { me, zone } = readerOf(session)
  const parsed = parseFilter(filter, me, { zone, ranking: queue.ranking() })
  const lines = parsed.wantsClosed ? queue.all(now) : queue.open(now)
  if (filter.trim() === '') return lines.length
  const holds = predicateOf(parsed, now)
  return lines.reduce((count, { facts, standing }) => count + (holds(facts, standing) ? 1 : 0), 0)
}
