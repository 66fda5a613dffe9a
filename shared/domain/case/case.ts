/** A case as its journal folds to: what the screen shows, what the rules of order, clocks and disclosure look at. */
import type { Tlp } from '../marking/tlp.ts'
import type { Pap } from '../marking/pap.ts'
import type { InfoClass } from '../disclosure/classes.ts'
import type { Observable } from '../observable/observable.ts'
import type { CheckItem } from './checklist.ts'
import type { Actor, CaseId, EntryHash } from './entry.ts'
import type {
  AskChannel,
  CaseKind,
  CheckState,
  ClosingCode,
  FieldValue,
  Handling,
  LinkRelation,
  ObservableState,
  PartyRole,
  PausableClock,
  Phase,
  Prosecution,
  Severity,
  Tier,
  WorkPhase,
} from './vocabulary.ts'

export interface CaseFields {
  readonly title: string
  readonly kind: CaseKind
  /** 1 to 12 of the ladder; null where it is not classified yet, or of no listed type. */
  readonly rung: number | null
  readonly severity: Severity | null
  readonly urgent: boolean
  readonly tlp: Tlp
  /** Nobody has set a marking yet: AMBER is assumed, and stating another one is no loosening. */
  readonly tlpAssumed: boolean
  readonly pap: Pap | null
  /** Personal code of the analyst who has it. */
  readonly owner: string | null
  readonly rsit: string | null
  readonly constituent: string | null
  readonly occurred: 'yes' | 'threatened' | null
  readonly mode: 'remote' | 'on-site' | null
  /** When the constituent became aware, UTC ISO: starts legal clocks. */
  readonly aware: string | null
  readonly requestedBy: string | null
  /** What kinds of information the case holds, as the disclosure policy names them. */
  readonly classes: readonly InfoClass[]
  /** UTC ISO; until then only the vendor is told (M-34). */
  readonly embargo: string | null
  /** YYYY-MM-DD; null: as the team's retention table says. */
  readonly keepUntil: string | null
}

export interface Check {
  readonly item: CheckItem
  readonly state: CheckState
  readonly reason: string | null
  readonly by: string | null
}

export interface Task {
  readonly id: string
  readonly text: string
  readonly due: string | null
  readonly owner: string | null
  /** Whose work it is (O-16 to O-19); shown, never enforced. */
  readonly tier: Tier | null
  readonly done: boolean
}

export interface CaseObservable extends Observable {
  readonly state: ObservableState
  readonly source: string | null
}

export interface CaseExchange {
  readonly exchange: string
  readonly direction: 'in' | 'out'
  readonly channel: 'email' | 'phone' | 'log'
  readonly partner: string
  readonly subject: string
  readonly sha256: string
  readonly at: string
}

export interface Evidence {
  readonly blob: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly source: string
  readonly at: string
  readonly by: string
  readonly place: string | null
  /** UTC ISO: when it was secured, which may be before it came here. */
  readonly takenAt: string | null
  /** Its custody, oldest first; taking it in is not among them. */
  readonly handled: readonly HandledEvidence[]
}

export interface HandledEvidence {
  readonly at: string
  readonly code: string
  readonly what: Handling
  readonly place: string
  readonly note: string
}

export interface Party {
  readonly id: string
  readonly name: string
  readonly card: string | null
  readonly role: PartyRole
  /** What was asked or told, oldest first; the last one decides where the party stands. */
  readonly asked: readonly Asked[]
}

export interface Asked {
  readonly at: string
  readonly what: string
  readonly channel: AskChannel
  readonly due: string | null
  readonly exchange: string | null
  readonly answer: { readonly at: string; readonly note: string } | null
}

export interface Link {
  readonly to: string
  readonly relation: LinkRelation
}

/** Something that happened, with its time as it was told. */
export interface TimelineEvent {
  readonly id: string
  readonly at: string | null
  readonly atText: string
  readonly zoneKnown: boolean
  readonly what: string
  readonly source: string
}

/** A span in which a clock stood still; `to` is null while it does. */
export interface Pause {
  readonly clock: PausableClock
  readonly from: string
  readonly to: string | null
  readonly reason: string
  readonly until: string | null
}

export interface LegalState {
  readonly rule: string
  readonly runs: boolean
  readonly reason: string
  readonly doneAt: string | null
  readonly note: string | null
}

export interface Permission {
  readonly id: string
  readonly party: string
  readonly classes: readonly InfoClass[]
  /** Classes of recipients, or cards. */
  readonly to: readonly string[]
  /** UTC ISO. */
  readonly until: string | null
  readonly how: string
  readonly at: string
  readonly by: string
}

export interface ProsecutionDecision {
  readonly decision: Prosecution
  readonly after: string
  readonly observation: string
  readonly traps: string
  readonly reason: string
  readonly at: string
  readonly by: Actor
}

export interface Signed {
  readonly heads: readonly EntryHash[]
  readonly fingerprint: string
  readonly signature: string
  readonly at: string
}

export interface Purged {
  readonly at: string
  readonly by: string
  readonly second: string
  readonly reason: string
  readonly entries: number
  readonly blobs: number
}

export interface Closing {
  readonly code: ClosingCode
  readonly note: string
  readonly at: string
}

/** What two copies set to different values without knowing of each other. */
export interface Conflict {
  /** A field of the case, `phase`, an item of the checklist, the id of a task, or `type:value` of an observable. */
  readonly field: string
  readonly on: 'field' | 'phase' | 'check' | 'task' | 'observable'
  /** `value` as the command takes it that settles it. */
  readonly values: readonly { readonly value: FieldValue; readonly actor: Actor; readonly at: string }[]
}

export interface CaseState extends CaseFields {
  readonly id: CaseId
  readonly number: string
  readonly phase: Phase
  /** The steps that this case takes, in their order. */
  readonly phases: readonly WorkPhase[]
  readonly openedAt: string
  readonly phaseSince: string
  readonly updatedAt: string
  /** First answer to the reporter, UTC ISO; the first-response clock stops here. */
  readonly respondedAt: string | null
  readonly wake: { readonly at: string; readonly waitingFor: string | null } | null
  readonly checklist: readonly Check[]
  readonly tasks: readonly Task[]
  readonly observables: readonly CaseObservable[]
  readonly exchanges: readonly CaseExchange[]
  readonly evidence: readonly Evidence[]
  readonly parties: readonly Party[]
  readonly links: readonly Link[]
  readonly events: readonly TimelineEvent[]
  readonly pauses: readonly Pause[]
  readonly legal: readonly LegalState[]
  /** Set against its rung, with the reason; null where it stands by its rung. */
  readonly place: { readonly rung: number; readonly reason: string; readonly by: string } | null
  readonly escalations: readonly {
    readonly at: string
    readonly step: string
    readonly to: string
    readonly by: string
  }[]
  /** Those in force and those that have lapsed; withdrawn ones are left out. */
  readonly permissions: readonly Permission[]
  readonly prosecution: ProsecutionDecision | null
  readonly signed: readonly Signed[]
  readonly purged: Purged | null
  /** The last sign of life: an act of ours or a message in; the silence clock counts from it. */
  readonly lastActAt: string
  readonly closing: Closing | null
  /** Times in which it was closed; `to` is null while it is. */
  readonly closedSpans: readonly { readonly from: string; readonly to: string | null }[]
  readonly conflicts: readonly Conflict[]
}
