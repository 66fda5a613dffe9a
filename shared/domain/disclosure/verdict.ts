/** What the release point answers: may this go to these recipients by this channel, and which rule says so. */
import type { Tlp } from '../marking/tlp.ts'
import type { Saying } from '../../words/say.ts'
import type { InfoClass } from './classes.ts'

export interface VerdictReason {
  readonly level: 'stop' | 'condition' | 'allow'
  readonly said: Saying
  /** The rule it rests on, as a short reference ("TLP 2.0", "RFC 2350 of X, 4.3"). */
  readonly clause: string
  /** Card or fingerprint that it is about; null for the whole message. */
  readonly recipient: string | null
  /** The smallest change that would pass, which one key does; absent where there is none. */
  readonly fix?: Fix
  /** No override lifts it: there is nothing to encrypt to, nobody to get it, or the absolute list says no. */
  readonly final?: true
}

export type Fix =
  | { readonly kind: 'redact'; readonly items: readonly string[] }
  | { readonly kind: 'permission'; readonly classes: readonly InfoClass[] }
  | { readonly kind: 'verify' | 'encrypt' | 'leave-out' | 'by-phone' | 'approve' | 'vendor-first' }
  | { readonly kind: 'marking'; readonly tlp: Tlp }

export interface Verdict {
  readonly verdict: 'allow' | 'condition' | 'stop'
  /** Stops first, then conditions, then what is allowed. */
  readonly reasons: readonly VerdictReason[]
}

const levels = ['stop', 'condition', 'allow'] as const satisfies readonly VerdictReason['level'][]

/** The strictest reason is the verdict; no reason at all is a stop, because nothing was judged. */
export function verdictOf(reasons: readonly VerdictReason[]): Verdict {
  const sorted = levels.flatMap((level) => reasons.filter((one) => one.level === level))
  return { verdict: sorted[0]?.level ?? 'stop', reasons: sorted }
}

/** A stop that a person may lift with a reason and their code: every stop in it may be. */
export const isLiftable = ({ reasons }: Verdict): boolean => !reasons.some(({ final }) => final === true)
