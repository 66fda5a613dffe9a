/** A case as its journal folds to: what the screen shows, what the rules of order, clocks and disclosure look at. */
import type { Tlp } from '../marking/tlp.ts'
import type { Pap } from '../marking/pap.ts'
import type { Observable } from '../observable/observable.ts'
import type { CheckItem } from './checklist.ts'
import type { Actor, CaseId } from './entry.ts'
import type {
  CaseKind,
  CheckState,
  ClosingCode,
  FieldName,
  FieldValue,
  ObservableState,
  Phase,
  Severity,
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
}

export interface Closing {
  readonly code: ClosingCode
  readonly note: string
  readonly at: string
}

/** A field that two copies set to different values without knowing of each other. */
export interface Conflict {
  readonly field: FieldName
  readonly values: readonly { readonly value: FieldValue; readonly actor: Actor; readonly at: string }[]
}

export interface CaseState extends CaseFields {
  readonly id: CaseId
  readonly number: string
  readonly phase: Phase
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
  readonly closing: Closing | null
  readonly conflicts: readonly Conflict[]
}
