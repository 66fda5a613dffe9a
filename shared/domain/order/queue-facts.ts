/** What the order and the filter look at: the few facts of a case that the queue holds for every one of 100,000. */
import type { ClockKind } from '../clock/clock.ts'
import type { CaseKind, Phase, Severity } from '../case/vocabulary.ts'
import type { Tlp } from '../marking/tlp.ts'

/** Times are UTC ISO with milliseconds, so that they compare as text. */
export interface QueueFacts {
  readonly number: string
  readonly phase: Phase
  readonly rung: number | null
  /** Set against its rung: it stands as if on that one. */
  readonly place: { readonly rung: number; readonly reason: string; readonly by: string } | null
  readonly severity: Severity | null
  readonly urgent: boolean
  readonly constituent: string | null
  readonly owner: string | null
  readonly openedAt: string
  /** The next time that is due, of any clock that runs or is overdue. */
  readonly due: string | null
  readonly dueKind: ClockKind | null
  readonly respondedAt: string | null
  /** Until then it sleeps, whoever it waits for. */
  readonly wakeAt: string | null
  /** A clock of it stands still, with a reason; `pausedUntil` null: until somebody lets it go on. */
  readonly paused: boolean
  readonly pausedUntil: string | null
  /** Steps of the escalation that were taken, by their ids. */
  readonly escalated: readonly string[]
}

/** What filter words can ask for beside that. */
export interface FilterFacts extends QueueFacts {
  readonly kind: CaseKind
  readonly rsit: string | null
  readonly tlp: Tlp
  readonly inConflict: boolean
  readonly hasEvidence: boolean
  readonly hasPermission: boolean
  /** Addresses among its observables, in their normalised form. */
  readonly ips: readonly string[]
  /** Number, title, constituent and observables in lower case: what plain words are looked up in. */
  readonly search: string
}

type Resting = Pick<QueueFacts, 'paused' | 'pausedUntil' | 'wakeAt'>

export const isPaused = ({ paused, pausedUntil }: Omit<Resting, 'wakeAt'>, now: string): boolean =>
  paused && (pausedUntil === null || pausedUntil > now)

/** Somebody else has to move first, or its clock was stopped: nobody can work on it at this moment. */
export const isWaiting = (facts: Resting, now: string): boolean =>
  isPaused(facts, now) || (facts.wakeAt !== null && facts.wakeAt > now)
