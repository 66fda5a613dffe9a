/** What the order and the filter look at: the few facts of a case that the queue holds for every one of 100,000. */
import type { Clock } from '../clock/clock.ts'
import type { Phase, Severity } from '../case/vocabulary.ts'
import type { Tlp } from '../marking/tlp.ts'

/** Times are UTC ISO with milliseconds, so that they compare as text. */
export interface QueueFacts {
  readonly number: string
  readonly phase: Phase
  readonly rung: number | null
  readonly severity: Severity | null
  readonly urgent: boolean
  readonly openedAt: string
  /** The next time that is due, of any clock that runs or is overdue. */
  readonly due: string | null
  readonly dueKind: Clock['kind'] | null
  readonly respondedAt: string | null
}

/** What filter words can ask for beside that. */
export interface FilterFacts extends QueueFacts {
  readonly tlp: Tlp
  readonly owner: string | null
  readonly constituent: string | null
  /** A wake date is set: it waits for somebody. */
  readonly waiting: boolean
  readonly inConflict: boolean
  /** Addresses among its observables, in their normalised form. */
  readonly ips: readonly string[]
  /** Number, title, constituent and observables in lower case: what plain words are looked up in. */
  readonly search: string
}
