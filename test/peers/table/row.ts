/** One row of the table as data: what is exchanged, what is expected of each peer both ways, and how it is run. */
import type { Bench } from './bench.ts'
import type { Cells, Expected } from './cell.ts'
import type { Program } from './program.ts'

/** Returns where it worked; throws a Refusal where one of the two says no, and any other error where something broke. */
export type Run = (bench: Bench, peer: Program) => Promise<void>

export interface Direction {
  readonly expected: Cells
  readonly run: Run
}

export interface Row {
  readonly name: string
  /** One sentence on what goes over. */
  readonly what: string
  /** Runs with the tests, too. */
  readonly quick: boolean
  /** The peer reads what Signet wrote; or why Signet writes no such thing. */
  readonly ours: Direction | string
  /** Signet reads what the peer wrote; or why no peer writes such a thing. */
  readonly theirs: Direction | string
  /** What Signet alone does with it, where no peer can play the other part. */
  readonly alone?: { readonly expected: Expected; readonly run: (bench: Bench) => Promise<void> }
}

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}
