/** What is answered about the work on cases: order, clocks and duty, disclosure, evidence, output, statistics. */
import type { Verdict } from '../domain/disclosure/verdict.ts'
import type { DisclosurePolicy } from '../domain/disclosure/policy.ts'
import type { ClockSettings, Turn } from '../domain/clock/settings.ts'
import type { Tier } from '../domain/case/vocabulary.ts'
import type { Policy } from '../domain/order/policy.ts'
import type { Redacted } from '../domain/redaction/redaction.ts'
import type { Saying } from '../words/say.ts'

/** A version of something that the team decides: who put it in force, when and why. Version 0 is the one that Signet ships. */
export interface VersionRow {
  readonly version: number
  readonly at: string | null
  readonly code: string | null
  readonly reason: string
  readonly name: string
}

export interface PolicyView {
  readonly inForce: Policy
  readonly version: VersionRow
  /** What is being edited; nothing of it counts before it is put in force. */
  readonly draft: Policy | null
  /** What cannot be right about the draft (or the policy in force where there is none), by rung. */
  readonly faults: readonly { readonly rung: number | null; readonly said: Saying }[]
  /** Youngest first. */
  readonly history: readonly VersionRow[]
}

export interface Simulation {
  /** Open cases, and how many of them would stand elsewhere. */
  readonly of: number
  readonly moved: number
  readonly bandChanged: number
  /** The ones that move farthest, at most 50. */
  readonly rows: readonly {
    readonly number: string
    readonly title: string
    readonly from: number
    readonly to: number
    readonly because: Saying
  }[]
  /** One sentence of cause. */
  readonly said: Saying
}

export interface QueueViewCount {
  readonly view: 'open' | 'mine' | 'unassigned' | 'breached' | 'waiting' | 'wake-today' | 'escalate'
  /** As the filter takes it. */
  readonly filter: string
  readonly count: number
}
export interface QueueViews {
  readonly views: readonly QueueViewCount[]
  /** Most cases first, at most 50. */
  readonly constituents: readonly { readonly name: string; readonly filter: string; readonly count: number }[]
  readonly saved: readonly SavedFilter[]
}
export interface SavedFilter {
  readonly id: string
  readonly name: string
  readonly filter: string
  readonly count: number
}

export interface ClocksView {
  readonly settings: ClockSettings
  readonly version: VersionRow
  /** With what each held, so that an older one can be put in force again. */
  readonly history: readonly (VersionRow & { readonly settings: ClockSettings })[]
  /** Of our own card: what working days are counted by. */
  readonly hours: string | null
  readonly zone: string
  /** Days without work that are still to come, YYYY-MM-DD; empty: none is known, and that is said (Z-16). */
  readonly closures: readonly string[]
}

export interface DutyView {
  readonly now: { readonly code: string; readonly name: string | null; readonly until: string } | null
  /** A handover on its way: until it is taken, duty stays with `by`, who is reminded at `remindAt` (UTC ISO). */
  readonly given: { readonly by: string; readonly to: string; readonly at: string; readonly remindAt: string } | null
  readonly next: { readonly code: string; readonly from: string } | null
  /** From yesterday on, oldest first. */
  readonly turns: readonly Turn[]
  readonly roster: readonly { readonly code: string; readonly name: string; readonly tier: Tier | null }[]
}

export interface DisclosureView {
  readonly policy: DisclosurePolicy
  readonly version: VersionRow
  readonly history: readonly VersionRow[]
}

export type { Redacted }
export interface RedactionPreview {
  readonly text: string
  readonly done: readonly Redacted[]
  /** What could be hidden beside that, found in the text and the case. */
  readonly offered: readonly Omit<Redacted, 'times'>[]
}

/** What is shown before something of a case leaves: the verdict, and how it would look. */
export interface OutputPreview {
  readonly verdict: Verdict
  /** Text forms (Markdown, CSV, JSON, XML) as they would be written, cut at 200,000 signs; HTML as a page. */
  readonly text: string
  readonly redacted: readonly Redacted[]
}

export interface RetentionRow {
  readonly number: string
  readonly title: string
  readonly closedAt: string
  /** YYYY-MM-DD; null: for ever. */
  readonly keepUntil: string | null
  readonly due: boolean
}

export interface PurgeDone {
  readonly number: string
  readonly entries: number
  readonly blobs: number
  /** Backups, capsules and exports of everything made while the contents were here: they still hold them. */
  readonly stillIn: readonly {
    readonly what: 'backup' | 'capsule' | 'export'
    readonly at: string
    readonly name: string
  }[]
}
