/** What the kill runs know of one kind of work: what the child does until it is killed, and what must be there afterwards. */
import type { Chance } from './chance.ts'
import type { PlainDesk } from './plain-desk.ts'

/** One line of the child: what it is about to do, what was acknowledged, or that it begins. `ref` says which. */
export interface Said {
  readonly said: 'ready' | 'try' | 'done' | 'end'
  readonly what: string
  readonly ref: string
}

export interface Place {
  /** The vault. */
  readonly dir: string
  /** Beside it: targets, sources, capsules. */
  readonly scratch: string
  /** What the person who works there knows: passphrase, recovery key. Kept from kill to kill. */
  readonly known: Record<string, string>
}

export interface Work extends Place {
  readonly desk: PlainDesk
  readonly chance: Chance
  /** Number of the kill on this vault: whatever is written is named after it. */
  readonly round: number
  readonly say: (said: Said['said'], what?: string, ref?: string) => void
}

export interface After extends Place {
  /** Everything said since this vault was fresh. */
  readonly said: readonly Said[]
}

export interface Faults {
  readonly lost: readonly string[]
  readonly bad: readonly string[]
}

/** `desk: null` where, rightly or wrongly, there is no vault to be opened now. */
export type Opened = Faults & { readonly desk: PlainDesk | null; readonly ms: number }

export interface KillKind {
  readonly name: string
  /** The kill comes within so many milliseconds after the child began. */
  readonly span: number
  /** Or at one of so many calls on the disk. */
  readonly calls: number
  /** A fresh vault after so many kills. */
  readonly killsEach: number
  /** On an open desk: why this kind cannot be done yet; null where it can. */
  readonly missing?: (desk: PlainDesk) => Promise<string | null>
  /** Beside or instead of the copied vault, before the first kill on it. */
  readonly prepare?: (place: Place) => Promise<void>
  /** Until it is killed, or returns and is killed then. */
  readonly work: (work: Work) => Promise<void>
  /** Where opening is more than unlocking by the known passphrase. */
  readonly open?: (after: After) => Promise<Opened>
  readonly verify: (desk: PlainDesk, after: After) => Promise<Faults>
}

export const acked = (said: readonly Said[], what: string): readonly string[] =>
  said.flatMap((line) => (line.said === 'done' && line.what === what ? [line.ref] : []))

export const lastOf = (said: readonly Said[], word: Said['said'], what: string): string | null =>
  said.findLast((line) => line.said === word && line.what === what)?.ref ?? null

export const nothingWrong: Faults = { lost: [], bad: [] }
