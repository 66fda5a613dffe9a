/** One way to the team as it stands for one question: how good it is, why, and what to mind when it is taken. */
import type { Saying } from '../../words/say.ts'
import type { ProtectedWay, Way } from './reach.ts'

export interface Option extends ProtectedWay {
  /** The lowest is taken. */
  readonly rank: number
  readonly reasons: readonly Saying[]
  readonly warnings: readonly Saying[]
  /** Why it stands among the ways to fall back to. */
  readonly asFallback: Saying
  readonly script: string | null
}

export type RefusedWay = Way & { readonly because: Saying }

export interface Ways {
  readonly options: readonly Option[]
  readonly refused: readonly RefusedWay[]
}

/**
 * What comes before what. Mail is how teams want to be written to (RFC 2350 2.11), a voice is for what cannot wait; a mail that
 * would have to be encrypted and cannot be comes after every voice that answers, a form after mail, a closed telephone last.
 */
export const ranks = {
  preferred: 0,
  urgentVoice: 1,
  urgentMail: 2,
  urgentPhone: 4,
  mail: 10,
  phoneOpen: 20,
  phoneMaybe: 30,
  mailWithoutKey: 40,
  form: 50,
  mailUntold: 55,
  phoneClosed: 60,
} as const

/** "2026-11-23 07:00Z" for sentences. */
export const shown = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')}Z`
