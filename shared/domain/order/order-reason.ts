/** Says in one sentence why a case stands where it stands in the queue. */
import type { Code, Saying } from '../../words/say.ts'
import { bandOf, type Band } from './ladder.ts'
import type { QueueFacts } from './queue-facts.ts'
import { isBreached } from './queue-order.ts'

/** "Rung 4, compromise of restricted accounts; 3 h left to the first response." The parameter `left` needs no translation. */
export function orderReason(facts: QueueFacts, now: string): Saying {
  const urgent = facts.urgent ? 'urgent' : 'plain'
  const due =
    facts.due === null || facts.dueKind === null ? 'none' : (`${facts.dueKind}.${timing(facts, now)}` as const)
  const left = facts.due === null ? '' : span(Math.abs(Date.parse(facts.due) - Date.parse(now)))
  return { code: `order.${placeName(facts)}.${urgent}.${due}` satisfies Code, params: { left } }
}

const timing = (facts: QueueFacts, now: string): 'overdue' | 'running' =>
  isBreached(facts, now) ? 'overdue' : 'running'

type Rung = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

const isRung = (rung: number | null): rung is Rung => rung !== null && Number.isInteger(rung) && rung >= 1 && rung <= 12

function placeName({ rung, severity }: QueueFacts): `${Rung}` | Lowercase<Band> | 'unplaced' {
  if (isRung(rung)) return `${rung}`
  if (severity === null) return 'unplaced'
  return bandName[bandOf(null, severity)]
}

const bandName = { P1: 'p1', P2: 'p2', P3: 'p3', P4: 'p4' } as const satisfies Record<Band, string>

/** Two units at most, rounded down, in signs that every language reads: "2 d 4 h", "3 h 5 min", "12 min". */
export function span(ms: number): string {
  const minutes = Number.isFinite(ms) ? Math.floor(ms / 60_000) : 0
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`
  return `${rest} min`
}
