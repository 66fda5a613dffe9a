/** What core and shell answer with: plain data, ready to be shown, sentences as codes. */
import type { CaseState, Link } from '../domain/case/case.ts'
import type { EntryHash } from '../domain/case/entry.ts'
import type { CaseKind, Phase, Severity, Tier, WorkPhase } from '../domain/case/vocabulary.ts'
import type { InfoClass } from '../domain/disclosure/classes.ts'
import type { Clock } from '../domain/clock/clock.ts'
import type { Verdict } from '../domain/disclosure/verdict.ts'
import type { MessageAttachment, OpenedMessage, SignatureState } from '../domain/exchange/message.ts'
import type { NextStep } from '../domain/exchange/next-step.ts'
import type { MessageLanguage, TemplateName } from '../domain/exchange/template.ts'
import type { KeyState } from '../domain/key/key.ts'
import type { Tlp } from '../domain/marking/tlp.ts'
import type { Band } from '../domain/order/ladder.ts'
import type { ReportReading } from '../domain/report/report-reading.ts'
import type { Saying } from '../words/say.ts'
import type { Redacted } from './case-views.ts'
import type { DraftFile } from './exchange-views.ts'
import type { Analyst } from './inputs.ts'
import type { KeyBadge, SigningRole } from './key-views.ts'

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark'
  readonly language: 'en'
  readonly showCountsWhenLocked: boolean
}

export interface DeskState {
  /** none: no vault chosen yet (first run); locked: one is chosen and sealed; open: its process runs and has unlocked it. */
  readonly phase: 'none' | 'locked' | 'open'
  readonly vault: { readonly name: string; readonly trial: boolean } | null
  readonly lockedAt: string | null
  readonly lockedBecause: 'start' | 'asked' | 'idle' | 'suspend' | 'screen-lock' | 'rekeyed' | 'failed' | null
  readonly counts: LockedCounts | null
  readonly host: 'electron' | 'chromium'
  /** On the Chromium host only trial vaults open. */
  readonly trialOnly: boolean
  readonly preferences: Preferences
}

/** What a locked desk may still know: numbers and instants, no case data. */
export interface LockedCounts {
  readonly overdue: number
  readonly dueSoon: number
  readonly unread: number
}

export interface Grant {
  readonly grant: string
  readonly name: string
}

export interface Me {
  readonly analyst: Analyst
  readonly copy: { readonly id: string; readonly tag: string }
  readonly trial: boolean
  readonly zone: string
  readonly hours: string
  readonly ownCard: { readonly id: string; readonly name: string; readonly address: string | null } | null
  readonly deskKey: string
  readonly teamKey: string | null
  readonly lastBackup: string | null
  /** New cases have analysis as a step of its own. */
  readonly analysis: boolean
  readonly findings: readonly Saying[]
  /** Opened to be read: of when, where it is the copy in a backup. Every change is refused. */
  readonly readOnly: { readonly copyOf: string | null } | null
}

export interface JournalLine {
  readonly hash: EntryHash
  readonly at: string
  readonly zone: string
  readonly code: string
  readonly tier: Tier
  readonly kind: string
  readonly said: Saying
  /** `given`: the time was given by hand, not read from the clock. */
  readonly clock?: 'given'
}

export interface CaseView {
  readonly state: CaseState
  readonly band: Band
  readonly heads: readonly EntryHash[]
  readonly journal: readonly JournalLine[]
  readonly why: Saying
  readonly position: { readonly at: number; readonly of: number } | null
  readonly clocks: readonly Clock[]
  /** Entries on disk after the last write, and when: what "saved" on the screen rests on. */
  readonly savedAt: string
  readonly seenElsewhere: readonly { readonly number: string; readonly title: string; readonly value: string }[]
  /** What this copy can take back and give back, the youngest first; the same after a restart. */
  readonly undo: readonly UndoRow[]
  readonly redo: readonly UndoRow[]
  /** Linked cases with their titles; null where such a case is not here. */
  readonly linked: readonly (Link & { readonly title: string | null; readonly phase: Phase | null })[]
  /** Steps of the policy's escalation that hold now and were not taken. */
  readonly escalate: readonly { readonly step: string; readonly to: string; readonly said: Saying }[]
}

export interface UndoRow {
  readonly at: string
  readonly said: Saying
  /** Entries that the step wrote. */
  readonly entries: number
}

export interface QueueRow {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly phase: Phase
  /** The steps that this case takes, in their order. */
  readonly phases: readonly WorkPhase[]
  readonly rung: number | null
  readonly band: Band
  readonly severity: Severity | null
  readonly urgent: boolean
  readonly tlp: Tlp
  readonly constituent: string | null
  readonly owner: string | null
  readonly due: string | null
  readonly dueKind: Clock['kind'] | null
  readonly reason: Saying
  /** When it stands against its rung: that place. */
  readonly place: number | null
  readonly wakeAt: string | null
  readonly paused: boolean
  readonly escalate: boolean
}

export interface QueueWindow {
  readonly total: number
  readonly allOpen: number
  readonly from: number
  readonly rows: readonly QueueRow[]
  /** Words of the filter that were looked up as text although they look like more, each with what would be read. */
  readonly hints: readonly Saying[]
}

/** A person's decision about a key; nothing is used for anything while it is undecided or rejected. */
export const trusts = ['undecided', 'unverified', 'verified', 'rejected'] as const
export type Trust = (typeof trusts)[number]
export const trustHows = ['signature', 'call-back', 'mail-back', 'referral', 'directory', 'in-person'] as const
export type TrustHow = (typeof trustHows)[number]

export interface KeyRow {
  readonly fingerprint: string
  readonly role: 'desk' | 'team' | 'other'
  readonly userIds: readonly string[]
  readonly algorithm: string
  readonly created: string
  readonly expires: string | null
  readonly state: KeyState
  readonly canEncrypt: boolean
  readonly canSign: boolean
  readonly trust: Trust
  readonly card: { readonly id: string; readonly name: string } | null
  readonly usedIn: number
  /** Most pressing first. */
  readonly badges: readonly KeyBadge[]
  /** Own keys: which messages it signs. */
  readonly signsFor: readonly SigningRole[]
}

export type ExchangeState = 'tray' | 'in-case' | 'set-aside' | 'draft' | 'released'

export interface ExchangeRow {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly state: ExchangeState
  readonly at: string
  readonly partner: string
  readonly subject: string
  readonly cases: readonly string[]
  readonly encrypted: boolean
  readonly signature: SignatureState
  /** Set where the message could not be opened; the original is kept. */
  readonly problem: Saying | null
  /** The number that its sender gave it among the messages between us; null where it has none. */
  readonly number: number | null
  /** A released message that a person has sent; null while nobody said so. */
  readonly sentAt: string | null
  /** Not a message: a report that was told, or seen in a log. */
  readonly told: 'phone' | 'log' | null
}

export interface ExchangeView extends ExchangeRow {
  readonly sha256: string
  readonly size: number
  readonly message: MessageView | null
  readonly released: {
    readonly form: string
    readonly sha256: string
    /** Full fingerprints. */
    readonly to: readonly string[]
    readonly text: string
  } | null
  readonly setAsideReason: string | null
  /** What to do about it now, the first thing first. */
  readonly next: readonly NextStep[]
  /** Gaps and repeats that this message shows in the numbers with its partner. */
  readonly numbering: readonly Saying[]
  /** A report taken by telephone or seen in a log; null for messages. */
  readonly call: CallFacts | null
}

export interface CallFacts {
  readonly channel: 'phone' | 'log'
  readonly from: string
  readonly card: { readonly id: string; readonly name: string } | null
  readonly number: string
  /** right; wrong; none: not asked for, or the card has none. */
  readonly pin: 'right' | 'wrong' | 'none'
  readonly takenBy: string
  /** As it was told, or the lines of the log. */
  readonly text: string
}

/** An opened message without the bytes of its attachments, its signer matched to what we know of that key. */
export type MessageView = Omit<OpenedMessage, 'attachments' | 'pgpKeys'> & {
  readonly attachments: readonly Omit<MessageAttachment, 'bytes'>[]
  readonly signerTrust: Trust | null
  readonly signerCard: { readonly id: string; readonly name: string } | null
  readonly keysFound: readonly string[]
}

export interface Intake {
  readonly exchange: ExchangeView
  readonly report: ReportReading | null
  readonly sender: { readonly id: string; readonly name: string; readonly because: Saying } | null
  readonly proposal: Proposal
  readonly similar: readonly { readonly number: string; readonly title: string; readonly because: Saying }[]
}

/** What Signet proposes for a new case, each with its one-line reason; a person confirms. */
export interface Proposal {
  readonly title: Proposed<string>
  readonly rung: Proposed<number | null>
  readonly tlp: Proposed<Tlp>
  readonly urgent: Proposed<boolean>
  readonly rsit: Proposed<string | null>
  readonly constituent: Proposed<string | null>
  readonly owner: Proposed<string>
  readonly kind: Proposed<CaseKind>
  readonly severity: Proposed<Severity | null>
  readonly classes: Proposed<readonly InfoClass[]>
  /** Constituents whose networks or domains the report names, each with what of it is theirs. */
  readonly affected: Proposed<readonly AffectedParty[]>
}

export interface AffectedParty {
  readonly id: string
  readonly name: string
  /** Addresses and domains of the report that fall to them; at most 20. */
  readonly values: readonly string[]
  /** Events of the report that fall to them. */
  readonly events: number
}

export interface Proposed<T> {
  readonly value: T
  readonly because: Saying
}

export interface Draft {
  readonly id: string
  readonly case: string | null
  /** Ids of cards. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly tlp: Tlp
  readonly attachOwnKey: boolean
  readonly inReplyTo: string | null
  readonly savedAt: string
  readonly language: MessageLanguage
  /** Signed and encrypted in one, or signed and readable by everybody on the way: for CLEAR and GREEN only. */
  readonly protection: 'encrypted' | 'signed'
  /** A formal message carries the full name of who writes, others the code (O-10, O-15). */
  readonly formal: boolean
  /** The case's observables, defanged: at the end of the text, or as a file beside it. */
  readonly observables: 'none' | 'text' | 'csv'
  readonly files: readonly DraftFile[]
  /** What the message holds, as its writer says; the gate judges by it. */
  readonly classes: readonly InfoClass[]
  /** Items that are replaced in subject and text, as the redaction preview names them. */
  readonly redact: readonly string[]
}

export interface Recipient {
  readonly card: string
  readonly name: string
  readonly address: string | null
  readonly fingerprint: string | null
  readonly keyState: KeyState | 'none'
  readonly trust: Trust | null
  readonly expires: string | null
  /** We can encrypt to them today, and when the case is next due; `due` is null without a case or a due time. */
  readonly encrypts: { readonly today: boolean; readonly due: { readonly at: string; readonly can: boolean } | null }
  /** The last decision about the key, if it says how it was checked. */
  readonly verified: { readonly at: string; readonly how: TrustHow; readonly code: string } | null
  /** The number that this message will have among ours to them. */
  readonly number: number
}

export interface DraftView {
  readonly draft: Draft
  readonly recipients: readonly Recipient[]
  readonly verdict: Verdict
  readonly outerSubject: string
  /** The subject that only the recipients read; the same as outside where the message is signed only. */
  readonly innerSubject: string
  /** The text as it will be sealed: markings, numbers and receipts, observables and signature lines in their places. */
  readonly preview: string
  /** Fields of the template that the case fills, and of how many. */
  /** What redaction replaced, already so in the preview. */
  readonly redacted: readonly Redacted[]
  /** Classes that the text and the case suggest, each with the reason; a person sets them. */
  readonly classesProposed: readonly { readonly class: InfoClass; readonly because: Saying }[]
  readonly filled: { readonly template: TemplateName; readonly done: number; readonly of: number } | null
}

export interface Released {
  readonly exchange: string
  readonly form: 'eml' | 'asc' | 'pgp' | 'clipboard'
  readonly file: string | null
  readonly sha256: string
}
