/**
 * The journal of a case: append-only entries that form a small graph across the copies of a vault, as commits do in git.
 * `hash` covers the skeleton; the payload stands beside it, salted, so that a purge can remove it and the skeleton still verifies.
 */
import type { Brand } from '../../kit/brand.ts'
import type { Act } from './act.ts'
import type { Tier } from './vocabulary.ts'

export type CaseId = Brand<string, 'CaseId'>
export type CopyId = Brand<string, 'CopyId'>
export type EntryHash = Brand<string, 'EntryHash'>

export interface Actor {
  readonly code: string
  readonly tier: Tier
  readonly role: 'analyst'
}

/** What the hash of an entry covers, in this order of fields. */
export interface Skeleton {
  readonly id: string
  readonly case: CaseId
  readonly copy: CopyId
  /** Per case and copy, from 1, without gaps. */
  readonly seq: number
  /** Hashes of the heads it was written on, sorted; empty only for the first entry of a case. */
  readonly parents: readonly EntryHash[]
  /** UTC ISO with milliseconds. */
  readonly at: string
  /** IANA zone of the desk that wrote it. */
  readonly zone: string
  /** Hybrid logical clock, see hybrid-clock.ts: compares as a string. */
  readonly clock: string
  readonly actor: Actor
  readonly kind: Act['kind']
  /** SHA-256, hex, of salt and canonical payload. */
  readonly payloadHash: string
  /** Set where the time was given by hand (command line, trial vaults) and not read from the clock. */
  readonly given?: true
  /** Set on all but the first of the entries that one step wrote: they are taken back together. */
  readonly joined?: true
}

export interface Entry extends Skeleton {
  readonly hash: EntryHash
  readonly salt: string
  /** null after a purge. */
  readonly payload: Act | null
}
