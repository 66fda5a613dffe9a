/** What the keyring answers with: a key with its parts, what it can do when, and what changed when keys were taken in. */
import type { InspectedKey } from '../domain/key/key.ts'
import type { Saying } from '../words/say.ts'
import type { KeyRow, Trust, TrustHow } from './views.ts'

/** Which messages a key of our own signs; a role belongs to one key at a time. */
export const signingRoles = ['team', 'announcements', 'personal'] as const
export type SigningRole = (typeof signingRoles)[number]

/** What a person should see at a glance; the sentence stands in `said`. */
export interface KeyBadge {
  readonly kind:
    | 'sha1-self-signature'
    | 'weak-algorithm'
    | 'no-encryption'
    | 'repaired'
    | 'id-clash'
    | 'address-differs'
    | 'not-announced'
    | 'end-soon'
    | 'locked'
  readonly tone: 'late' | 'soon' | 'calm'
  readonly said: Saying
}

export interface KeyPart {
  readonly fingerprint: string
  readonly uses: readonly ('certify' | 'sign' | 'encrypt' | 'authenticate')[]
  /** As GnuPG names it. */
  readonly algorithm: string
  /** UTC ISO. */
  readonly created: string
  readonly expires: string | null
  readonly state: 'usable' | 'expired' | 'revoked' | 'invalid'
}

export interface KeyDecision {
  readonly at: string
  readonly code: string
  readonly trust: Trust
  readonly how: TrustHow | null
  readonly note: string
}

/** How the fingerprint of a key stands to the documents of its card: printed there, another is printed there, or none. */
export type CardMatch = 'announced' | 'differs' | 'none-announced'

export interface KeyView extends KeyRow {
  readonly findings: readonly Saying[]
  readonly decisions: readonly KeyDecision[]
  readonly parts: readonly KeyPart[]
  /** Can we encrypt to it: today, and at the next due time of an open case that its card takes part in. */
  readonly encrypts: {
    readonly today: boolean
    readonly due: { readonly case: string; readonly at: string; readonly can: boolean } | null
  }
  readonly cardMatch: CardMatch | null
  /** Whole fingerprints of other keys here that share its short or long key ID. */
  readonly clashes: readonly string[]
  readonly usage: {
    readonly sent: number
    readonly received: number
    readonly lastAt: string | null
    readonly lastCase: string | null
  }
  /** Own keys only; null for others'. */
  readonly own: {
    readonly signsFor: readonly SigningRole[]
    /** A passphrase of its own locks it: kept in the vault, given for this session, or asked for. */
    readonly passphrase: 'none' | 'kept' | 'session' | 'asked'
    /** A revocation was made at generation and is kept sealed. */
    readonly revocationKept: boolean
    readonly lastBackup: string | null
  } | null
}

/** What became of one key of a file. */
export interface KeyTaken {
  /** null where not even that could be read. */
  readonly fingerprint: string | null
  readonly userId: string
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'refused'
  /** Why refused, or what the update brought: a later expiry, a revocation, new user IDs or subkeys. */
  readonly said: readonly Saying[]
}

export interface KeysTaken {
  readonly keys: readonly KeyTaken[]
  /** Messages whose signature could be checked only now, or that could be opened only now: their exchanges. */
  readonly reread: readonly string[]
}

/** Before anything is stored: each key of a file, and how it stands to what is here. */
export interface KeyPreview {
  readonly inspected: InspectedKey
  readonly here: 'new' | 'update' | 'same' | 'unreadable'
  /** Cards whose documents print this fingerprint, or whose address it names. */
  readonly cards: readonly { readonly id: string; readonly name: string; readonly match: CardMatch }[]
  readonly badges: readonly KeyBadge[]
}
