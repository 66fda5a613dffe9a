/** Says in one sentence why a case stands where it stands in the queue. */
import type { Saying } from '../../words/say.ts'
import type { Params } from '../../words/slots.ts'
import { escalationsOf } from './escalation.ts'
import { shippedRanking } from './presets.ts'
import { isPaused, type QueueFacts } from './queue-facts.ts'
import { isBreached } from './queue-order.ts'
import { standingOf, urgencyOf, type Ranking, type Standing } from './ranking.ts'
import { span } from './span.ts'

/** "Rung 4, compromise of restricted accounts; 3 h left to the first response." */
export function orderReason(
  facts: QueueFacts,
  now: string,
  ranking: Ranking = shippedRanking,
  standing: Standing = standingOf(ranking, facts, now),
): Saying {
  if (facts.phase === 'closed') return { code: 'order.closed', params: {} }
  const { code, params } = place(facts, now, ranking, standing)
  return { code, params: { ...params, ...moved(facts, now, ranking, standing) } }
}

function place(facts: QueueFacts, now: string, ranking: Ranking, { by, rank, points, band }: Standing): Saying {
  const severity = facts.severity ?? 'unknown'
  const name = rank?.rung.name ?? ''
  switch (by) {
    case 'rung':
      return { code: 'order.rung', params: { at: rank?.at ?? '', name } }
    case 'placed': {
      const own = ranking.rank(facts.rung)?.at ?? facts.rung
      const params = { by: facts.place?.by ?? '', at: rank?.at ?? '', name, why: facts.place?.reason ?? '' }
      return own === null
        ? { code: 'order.placed.unplaced', params }
        : { code: 'order.placed', params: { ...params, own } }
    }
    case 'grid':
      return { code: 'order.grid', params: { severity, urgency: urgencyOf(facts, now), band } }
    case 'points':
      return { code: 'order.points', params: { ...pointParams(points), severity, name: name === '' ? '–' : name } }
    case 'severity':
      if (facts.rung !== null) return { code: 'order.foreign', params: { rung: facts.rung, severity, band } }
      return facts.severity === null
        ? { code: 'order.unplaced', params: { band } }
        : { code: 'order.severity', params: { severity, band } }
  }
}

function pointParams(points: Standing['points']): Params {
  if (points === null) return {}
  const { sum, most, type, severity, constituent, resources, hands } = points
  return { points: sum, most, type, severityPoints: severity, constituentPoints: constituent, resources, hands }
}

/** What moves it within its place: the reporter's word, its clock, and whether it is to go up. */
function moved(facts: QueueFacts, now: string, ranking: Ranking, standing: Standing): Params {
  const up = escalationsOf(facts, ranking, now, standing).at(-1)?.to ?? 'none'
  return { lift: lift(facts, ranking, standing), due: dueName(facts, now), left: timeTo(facts.due, now), up }
}

/** "First among those that have time" is true only where urgent comes before time left and before all but broken promises. */
function lift({ urgent }: QueueFacts, { policy: { tieBreakers } }: Ranking, { by }: Standing): string {
  if (!urgent || by === 'grid' || !tieBreakers.includes('urgent')) return 'none'
  return tieBreakers.slice(0, 2).join(' ') === 'breached urgent' ? 'first' : 'urgent'
}

function dueName(facts: QueueFacts, now: string): string {
  if (facts.due === null || facts.dueKind === null) return isPaused(facts, now) ? 'paused' : 'none'
  return `${facts.dueKind}.${isBreached(facts, now) ? 'overdue' : 'running'}`
}

const timeTo = (due: string | null, now: string): string =>
  due === null ? '' : span(Math.abs(Date.parse(due) - Date.parse(now)))
