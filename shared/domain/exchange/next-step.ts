/** What a person can do next about a message: a value that tells the screen, never a guess from a sentence. */
import type { Saying } from '../../words/say.ts'

export type NextStep =
  /** One of our keys could open it and is locked: ask for its passphrase in place. */
  | { readonly kind: 'unlock-key'; readonly fingerprint: string }
  /** It was encrypted to keys that we do not have (key IDs, 16 hex digits): import one of ours, or tell the sender our key. */
  | { readonly kind: 'import-own-key'; readonly keyIds: readonly string[] }
  /** A signature by a key that is not here. */
  | { readonly kind: 'import-key'; readonly keyId: string }
  /** The signature is good, and nobody has checked whose key it is. */
  | { readonly kind: 'verify-key'; readonly fingerprint: string }
  /** Keys came inside: look at them before any is taken in. */
  | { readonly kind: 'look-at-keys'; readonly count: number }
  /** Cannot be helped here: a sentence to send to the sender, saying what to do differently. */
  | { readonly kind: 'ask-sender'; readonly say: Saying }
  | { readonly kind: 'none-needed' }
