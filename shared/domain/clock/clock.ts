/** A promise with a time: what is due when, and whether it was kept. */
import type { Saying } from '../../words/say.ts'

export const clockKinds = [
  'first-response',
  'wake',
  'task',
  'silence',
  'resolution',
  'legal',
  'party',
  'embargo',
] as const
export type ClockKind = (typeof clockKinds)[number]

export interface Clock {
  readonly kind: ClockKind
  /**
   * overdue: past its time and still unanswered; late: answered, but after its time; paused: it stands still, with the reason in
   * `said`. A legal clock that waits for another duty, or for the time of awareness, is paused too.
   */
  readonly state: 'running' | 'overdue' | 'met' | 'late' | 'paused'
  /** UTC ISO. Of a paused clock: when it would be due if it went on now, or at `until`. */
  readonly due: string
  readonly metAt: string | null
  /** Of a paused clock: when it goes on by itself. */
  readonly until?: string
  /** Of a legal clock its rule, of a task or a party its id. */
  readonly of?: string
  /** The rule behind it, in one sentence. */
  readonly said: Saying
}
