/** What is answered about work that travels: the handover of a shift, capsules that came, what merging them would change. */
import type { Conflict } from '../domain/case/case.ts'
import type { Command } from '../domain/case/command.ts'
import type { Tier } from '../domain/case/vocabulary.ts'
import type { Saying } from '../words/say.ts'

/** Somebody of the roster who could take over. `key`: their desk key; without a verified one nothing can be sealed to them. */
export interface Taker {
  readonly code: string
  readonly name: string
  readonly tier: Tier | null
  /** Full fingerprint; null where none is on file. */
  readonly key: string | null
  readonly verified: boolean
}

interface Line {
  /** Stable while the handover lives: what is ticked as read, and what a note hangs on. */
  readonly id: string
  readonly number: string
  readonly title: string
  readonly owner: string | null
  /** Ticked by the taker. */
  readonly read: boolean
  /** Of the giver, on this line. */
  readonly note: string
  /** Of the taker, on this line. */
  readonly answer: string
}

/** A case whose next clock ends within four hours, or has ended. */
export interface NeedLine extends Line {
  readonly due: string
  readonly needed: Saying
}

export interface WaitLine extends Line {
  readonly since: string
  readonly whom: string
  readonly what: string
  /** When to ask again; null where nobody said. */
  readonly chase: string | null
}

/** Made from the journal: nothing to tick. */
export interface ChangeLine {
  readonly at: string
  readonly number: string
  readonly title: string
  readonly said: Saying
  readonly by: string
}

/** Added by hand, of no case. */
export interface OwnLine {
  readonly id: string
  readonly text: string
  readonly read: boolean
  readonly answer: string
}

export interface Unfinished {
  readonly kind: 'draft' | 'key' | 'call' | 'promise'
  readonly said: Saying
  /** Case; null where it is of none. */
  readonly number: string | null
}

export interface HandoverView {
  /** open: made from the record and not given; given: duty stays with the giver; taken: the taker has it. */
  readonly state: 'open' | 'given' | 'taken'
  /** Which end of it this desk is. */
  readonly side: 'giver' | 'taker'
  /** Codes of personal code; `to` is null until somebody is chosen. UTC ISO. */
  readonly shift: { readonly from: string; readonly until: string; readonly by: string; readonly to: string | null }
  readonly takers: readonly Taker[]
  readonly needs: readonly NeedLine[]
  readonly waiting: readonly WaitLine[]
  readonly changed: readonly ChangeLine[]
  readonly own: readonly OwnLine[]
  readonly notes: string
  readonly unfinished: readonly Unfinished[]
  readonly prepared: {
    readonly at: string
    readonly lines: number
    readonly promises: number
    readonly drafts: number
  } | null
  readonly given: {
    readonly at: string
    readonly to: string
    readonly file: string
    readonly bytes: number
    readonly sha256: string
    /** When the giver is reminded that nobody took it. */
    readonly remindAt: string
  } | null
  readonly taken: {
    readonly at: string
    readonly by: string
    readonly tier: Tier | null
    readonly read: number
    readonly of: number
    readonly owners: number
    /** Until then one act gives it back. */
    readonly backUntil: string
  } | null
  /** At the taker's: the giver's desk does not know yet that it was taken, or given back: `handover.answer` writes what tells it. */
  readonly receiptDue?: true
  /** Capsules that were looked at and wait for a decision. */
  readonly capsules: readonly CapsuleRow[]
}

/** handover: a shift; field: a copy that goes out; back: what a field copy or a taker sends back; receipt: it was taken. */
export type CapsuleKind = 'handover' | 'field' | 'back' | 'receipt'

export interface CapsuleRow {
  readonly id: string
  readonly kind: CapsuleKind
  readonly from: string
  readonly madeAt: string
  readonly cases: number
  readonly conflicts: number
}

/** One question of a merge: what both sides set without knowing of each other. */
export interface MergeQuestion {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly conflict: Conflict
  /** What it was before both; null where it was not set. */
  readonly before: Conflict['values'][number]['value']
  readonly sides: readonly MergeSide[]
  /** What each side did in this case since the copies parted. */
  readonly since: readonly { readonly here: boolean; readonly at: string; readonly by: string; readonly said: Saying }[]
}

export interface MergeSide {
  readonly here: boolean
  readonly value: Conflict['values'][number]['value']
  readonly by: string
  readonly tier: Tier
  readonly at: string
  readonly reason: string | null
  /** Next due instant of the case if this value stood; null: none. */
  readonly due: string | null
  /** Place in the queue if this value stood. */
  readonly position: { readonly at: number; readonly of: number } | null
  /** The commands that let it stand. */
  readonly settle: readonly Command[]
}

export interface CapsuleView extends CapsuleRow {
  readonly copy: string
  readonly partedAt: string | null
  /** Signed by this key, which is verified here: no capsule is shown otherwise. */
  readonly signedBy: string
  readonly questions: readonly MergeQuestion[]
  /** What is added without a question, counted by kind of entry. */
  readonly merged: readonly { readonly kind: string; readonly count: number }[]
  readonly each: readonly {
    readonly number: string
    readonly title: string
    readonly added: number
    readonly isNew: boolean
  }[]
  readonly evidence: number
  /** Cards, public keys, exchanges that come with it and were not here. */
  readonly beside: { readonly cards: number; readonly keys: number; readonly exchanges: number }
}

export interface CapsuleTaken {
  readonly kind: CapsuleKind
  readonly cases: readonly {
    readonly number: string
    readonly added: number
    /** Left open: they stay on the case until a person decides. */
    readonly conflicts: readonly { readonly field: string; readonly ours: string; readonly theirs: string }[]
  }[]
}

export interface CapsuleMade {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly cases: number
  readonly to: string
}
