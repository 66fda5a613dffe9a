/** A promise with a time: what is due when, and whether it was kept. */
import type { Saying } from '../../words/say.ts'

export interface Clock {
  readonly kind: 'first-response' | 'wake' | 'task'
  /** overdue: past its time and still unanswered; late: answered, but after its time. */
  readonly state: 'running' | 'overdue' | 'met' | 'late'
  /** UTC ISO. */
  readonly due: string
  readonly metAt: string | null
  /** The rule behind it, in one sentence. */
  readonly said: Saying
}
