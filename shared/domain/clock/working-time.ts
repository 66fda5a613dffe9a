/** Working time as a length: how much of a span the team was open, and when so much more of it will have passed. */
import { isOpen, nextChange, type Calendar } from './calendar.ts'

/** Twice a day over some decades: what a damaged calendar may cost at most. */
const mostChanges = 30_000

/**
 * Milliseconds of opening between two instants (UTC ISO); none where they are the other way round. Without known hours or zone
 * every hour counts.
 */
export function openTimeBetween(from: string, to: string, calendar: Calendar): number {
  const end = Date.parse(to)
  let open = 0
  for (const stretch of stretchesFrom(from, calendar)) {
    if (stretch.from >= end) break
    if (stretch.open) open += Math.min(stretch.to, end) - stretch.from
  }
  return open
}

/** The instant at which so many milliseconds of opening have passed; real time where the team never opens again. */
export function addOpenTime(from: string, length: number, calendar: Calendar): string {
  if (!(length > 0)) return from
  let left = length
  for (const stretch of stretchesFrom(from, calendar)) {
    const most = stretch.open ? stretch.to - stretch.from : 0
    if (left <= most) return new Date(stretch.from + left).toISOString()
    left -= most
  }
  return new Date(Date.parse(from) + length).toISOString()
}

interface Stretch {
  readonly open: boolean
  readonly from: number
  readonly to: number
}

/** From the instant on without gaps; the last one has no end. */
function* stretchesFrom(from: string, { hours, zone, closures }: Calendar): Generator<Stretch> {
  let at = from
  for (let changes = 0; changes < mostChanges; changes++) {
    const open = isOpen(hours, zone, closures, at) !== 'no'
    const next = nextChange(hours, zone, closures, at)
    yield { open, from: Date.parse(at), to: next === null ? Infinity : Date.parse(next) }
    if (next === null) return
    at = next
  }
}
