/** What the release point answers: may this go to these recipients by this channel, and which rule says so. */
import type { Saying } from '../../words/say.ts'

export interface VerdictReason {
  readonly level: 'stop' | 'condition' | 'allow'
  readonly said: Saying
  /** The rule it rests on, as a short reference ("TLP 2.0", "RFC 2350 of X, 4.3"). */
  readonly clause: string
  /** Card or fingerprint that it is about; null for the whole message. */
  readonly recipient: string | null
}

export interface Verdict {
  readonly verdict: 'allow' | 'condition' | 'stop'
  /** Stops first, then conditions, then what is allowed. */
  readonly reasons: readonly VerdictReason[]
}
