/** What is shown of the sorted queue: a window of it, and one case's place in words. */
import { escalationsOf, sayEscalation } from '../../../shared/domain/order/escalation.ts'
import type { Band } from '../../../shared/domain/order/ladder.ts'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import { isPaused } from '../../../shared/domain/order/queue-facts.ts'
import { parseFilter, predicateOf } from '../../../shared/domain/order/queue-filter.ts'
import type { Ranking } from '../../../shared/domain/order/ranking.ts'
import type { QueueRow, QueueWindow } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import type { Line } from './queue-lines.ts'

export interface Reader {
  /** Personal code. */
  readonly me: string
  /** Of the team: where its days begin. */
  readonly zone: string
}

export interface Placed {
  readonly band: Band
  readonly why: Saying
  readonly escalate: readonly { readonly step: string; readonly to: string; readonly said: Saying }[]
}

export const isOpen = ({ facts: { phase } }: Line): boolean => phase !== 'closed'

/** How many of a sorted list are open: closed cases come last in every order. */
export function openIn(lines: readonly Line[]): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const line = lines[middle]
    if (line !== undefined && isOpen(line)) low = middle + 1
    else high = middle
  }
  return low
}

export function windowOf(
  ordered: readonly Line[],
  { filter, from, count }: { filter: string; from: number; count: number },
  reader: Reader & { readonly ranking: Ranking },
  now: string,
): QueueWindow {
  const parsed = parseFilter(filter, reader.me, reader)
  const allOpen = openIn(ordered)
  const all = parsed.wantsClosed ? ordered : ordered.slice(0, allOpen)
  const holds = predicateOf(parsed, now)
  const rows = filter.trim() === '' ? all : all.filter(({ facts, standing }) => holds(facts, standing))
  return {
    total: rows.length,
    allOpen,
    from,
    rows: rows.slice(from, from + count).map((line) => rowOf(line, reader.ranking, now)),
    hints: parsed.hints,
  }
}

export function rowOf({ facts, standing }: Line, ranking: Ranking, now: string): QueueRow {
  const { id, number, title, phase, phases, rung, severity, urgent, tlp, constituent, owner, due, dueKind, wakeAt } =
    facts
  const is = { id, number, title, phase, phases, rung, severity, urgent, tlp, constituent, owner, due, dueKind, wakeAt }
  return {
    ...is,
    paused: isPaused(facts, now),
    band: standing.band,
    place: standing.by === 'placed' ? (facts.place?.rung ?? null) : null,
    escalate: escalationsOf(facts, ranking, now, standing).length > 0,
    reason: orderReason(facts, now, ranking, standing),
  }
}

export function placedOf({ facts, standing }: Line, ranking: Ranking, now: string): Placed {
  const steps = escalationsOf(facts, ranking, now, standing)
  return {
    band: standing.band,
    why: orderReason(facts, now, ranking, standing),
    escalate: steps.map((step) => ({ step: step.id, to: step.to, said: sayEscalation(step, facts, standing, now) })),
  }
}
