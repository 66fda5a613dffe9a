/** What core answers about contact cards: plain data, ready to be shown. */
import type { CheckMethod } from '../domain/card/bona-fide.ts'
import type { CardKey, CardReading } from '../domain/card/card-reading.ts'
import type { CsvField } from '../domain/card/csv-fields.ts'
import type { DocumentSignature } from '../domain/card/document-signature.ts'
import type { CardField, CardRole, SourceKind } from '../domain/card/fields.ts'
import type { KeyState } from '../domain/key/key.ts'
import type { Saying } from '../words/say.ts'
import type { KeyRow, Trust } from './views.ts'

/** A reading whose printed keys the key doctor has seen. */
export type Card = Omit<CardReading, 'keys'> & {
  readonly keys: readonly (Omit<CardKey, 'state'> & { readonly state: KeyState })[]
}

/** A source as it was read, not kept. */
export type ReadCard = Card & { readonly signature: DocumentSignature }

export interface CardRow {
  readonly id: string
  readonly name: string
  readonly fullName: string | null
  readonly country: string | null
  readonly incidentAddress: string | null
  readonly own: boolean
  readonly roles: readonly CardRole[]
  readonly keys: readonly { readonly fingerprint: string; readonly state: string; readonly trust: Trust | null }[]
  readonly availability: CardReading['availability']
  /** Now, at their place. */
  readonly open: 'yes' | 'no' | 'unknown'
  readonly findings: number
  readonly source: SourceKind
  /** UTC ISO: when its newest source was read. */
  readonly readAt: string
}

export interface CardList {
  readonly total: number
  /** How many match the search. */
  readonly found: number
  readonly rows: readonly CardRow[]
}

export interface CardSource {
  /** Of the layer; `hand` for what people of ours wrote. */
  readonly id: string
  readonly kind: SourceKind
  readonly name: string
  readonly sha256: string
  /** UTC ISO. */
  readonly readAt: string
  /** What it says of its own age, YYYY-MM-DD. */
  readonly dated: string | null
  readonly signature: DocumentSignature
  /** What is shown as its text; null where it had none (an entry of a directory). */
  readonly hasText: boolean
}

/** Where the value of a field that stands on the card comes from, and who else says something of it. */
export interface FieldProvenance {
  readonly field: CardField
  /** Id of a source; `hand` for an entry of ours. */
  readonly source: string
  /** UTC ISO. */
  readonly at: string
  /** Who, for an entry by hand. */
  readonly code: string | null
  /** Sources that say something else about it and stand below. */
  readonly others: readonly string[]
}

export interface BonaFideCheck {
  readonly id: string
  readonly method: CheckMethod
  /** Who of theirs was spoken to, or who referred them. */
  readonly who: string
  /** The number that was called or the address that answered: one that stands on the card. */
  readonly channel: string | null
  readonly note: string
  readonly at: string
  readonly code: string
  /** YYYY-MM-DD; null: until somebody takes it back. */
  readonly lapses: string | null
  readonly state: 'current' | 'lapsed' | 'withdrawn'
  /** False where it rests on what the card itself says (its numbers, its addresses, its printed key). */
  readonly independent: boolean
}

export interface ClientPin {
  readonly id: string
  /** Whose it is, in words. */
  readonly holder: string
  readonly setAt: string
  readonly code: string
  readonly triesLeft: number
  /** Seconds until the next try is taken. */
  readonly wait: number
}

export interface PinAnswer {
  readonly right: boolean
  readonly triesLeft: number
  readonly wait: number
}

export interface CardView {
  readonly id: string
  readonly own: boolean
  readonly roles: readonly CardRole[]
  /** Every field from the source that stands highest for it. */
  readonly reading: Card
  /** The newest source with a text: what the lines of `reading` refer to where its fields come from it. */
  readonly source: CardSource
  readonly text: string
  readonly sources: readonly CardSource[]
  readonly provenance: readonly FieldProvenance[]
  readonly note: string
  /** Days on which they are closed beyond the holidays of their place: entered here. */
  readonly closures: readonly { readonly date: string; readonly name: string }[]
  readonly holidays: { readonly known: boolean; readonly next: { readonly date: string; readonly name: string } | null }
  readonly keys: readonly KeyRow[]
  readonly checks: readonly BonaFideCheck[]
  readonly pins: readonly ClientPin[]
  readonly open: 'yes' | 'no' | 'unknown'
  readonly opensAt: string | null
  readonly closesAt: string | null
  /** ISO with their offset: the clock on their wall now. */
  readonly localTime: string | null
  readonly contact: {
    readonly exchanges: number
    readonly lastAt: string | null
    readonly lastDirection: 'in' | 'out' | null
  }
  /** The card is a directory entry or a document older than this many days. */
  readonly ageDays: number | null
  readonly stale: boolean
}

/** One field in which a newer source differs from the card. Values are as in CardReading, for the page to show. */
export interface FieldChange {
  readonly field: CardField
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before: unknown
  readonly after: unknown
  /** An entry by hand stands above the source and stays unless it is given up. */
  readonly byHand: boolean
}

export interface KeyChange {
  readonly fingerprint: string
  readonly kind: 'new' | 'gone' | 'same'
  readonly state: KeyState
  /** What people decided about it here, if it is in the keyring. */
  readonly trust: Trust | null
}

/** A source that was read and waits for a person: nothing of it is stored yet. */
export interface CardPreview {
  readonly token: string
  readonly source: CardSource
  readonly text: string
  readonly card: Card
  /** The card of the same team here, if there is one, and others that look like it. */
  readonly against: { readonly id: string; readonly name: string } | null
  readonly alike: readonly { readonly id: string; readonly name: string; readonly because: Saying }[]
  readonly changes: readonly FieldChange[]
  readonly keyChanges: readonly KeyChange[]
  /** A key that was there is gone or another stands in its place: accepting asks for an explicit yes. */
  readonly keyChanged: boolean
  /** The document is older than the one that is here. */
  readonly older: boolean
}

export interface DirectoryPreview {
  readonly token: string
  readonly kind: SourceKind
  readonly name: string
  readonly updated: string | null
  readonly entries: number
  readonly fresh: number
  readonly known: number
  readonly refused: readonly { readonly at: number; readonly problem: Saying }[]
  readonly sample: readonly {
    readonly name: string
    readonly country: string | null
    readonly address: string | null
  }[]
  /** CSV only: each column with the field proposed for it and why. */
  readonly columns: readonly {
    readonly name: string
    readonly field: CsvField | null
    readonly because: Saying
    readonly examples: readonly string[]
  }[]
}

/** What a job works on, so that each page shows its own. */
export type JobKind =
  | 'backup'
  | 'bulletin'
  | 'capsule'
  | 'check'
  | 'clocks'
  | 'data-key'
  | 'directory'
  | 'exchange'
  | 'keys'
  | 'order'
  | 'queue'

export interface Job {
  readonly id: string
  readonly kind: JobKind
  readonly name: string
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: readonly { readonly at: number; readonly problem: Saying }[]
  readonly problem: Saying | null
}

export interface ExportedCard {
  readonly text: string
  readonly file: string | null
  readonly sha256: string
  /** The team key that signed it; null for what is not signed. */
  readonly signedBy: string | null
}
