/** The orders of the queue, each total: two cases never stand in the same place, on any copy, in any sorting. */
import { severities } from '../case/vocabulary.ts'
import { bandOf } from './ladder.ts'
import { placeOnLadder } from './ladder-rungs.ts'
import type { QueueFacts } from './queue-facts.ts'

export const isBreached = ({ due }: QueueFacts, now: string): boolean => due !== null && due < now

/**
 * Policy order: rung, breached, urgent, time left, severity, age; the case number settles what is left. Closed cases come last.
 * Urgent (M-16) is the reporter's word, the rung is the team's: so it lifts a case within its rung only, above what still has
 * time, and never above a promise that is broken already.
 */
export function policyCompare(a: QueueFacts, b: QueueFacts, now: string): number {
  return (
    flag(b.phase !== 'closed') - flag(a.phase !== 'closed') ||
    placeOf(a) - placeOf(b) ||
    flag(isBreached(b, now)) - flag(isBreached(a, now)) ||
    flag(b.urgent) - flag(a.urgent) ||
    noneLast(a.due, b.due) ||
    severityOf(b) - severityOf(a) ||
    text(a.openedAt, b.openedAt) ||
    text(a.number, b.number)
  )
}

/** By what is due next, none last; then as the ladder and severity say, then by age. */
export function dueCompare(a: QueueFacts, b: QueueFacts): number {
  return (
    flag(b.phase !== 'closed') - flag(a.phase !== 'closed') ||
    noneLast(a.due, b.due) ||
    placeOf(a) - placeOf(b) ||
    severityOf(b) - severityOf(a) ||
    text(a.openedAt, b.openedAt) ||
    text(a.number, b.number)
  )
}

const flag = (is: boolean): number => (is ? 1 : 0)

const placeOf = ({ rung, severity }: QueueFacts): number => placeOnLadder(rung, bandOf(rung, severity))

/** Unknown counts as medium, as it does for the band. */
const severityOf = ({ severity }: QueueFacts): number => severities.indexOf(severity ?? 'medium')

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function noneLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return flag(a === null) - flag(b === null)
  return text(a, b)
}
