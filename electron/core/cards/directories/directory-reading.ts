/** What reading a list of teams gives: each entry as a card of its own, and what was refused, with its place. */
import type { CardReading } from '../../../../shared/domain/card/card-reading.ts'
import type { Saying } from '../../../../shared/words/say.ts'
import type { CsvField } from '../../../../shared/domain/card/csv-fields.ts'

export const directoryKinds = ['trusted-introducer', 'first', 'global-irt', 'signet', 'csv'] as const
export type DirectoryKind = (typeof directoryKinds)[number]

/** Bytes. The largest public list of teams has less than 2 MB. */
export const DIRECTORY_BYTES = 32 * 1024 * 1024
export const DIRECTORY_ENTRIES = 50_000

export interface DirectoryFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface DirectoryEntry {
  /** Tells the entry from the others of its list, the same in its next edition: its id there, else its name. */
  readonly key: string
  readonly reading: CardReading
  /** Standing in the directory, as printed ("Accredited", "Full Member"); null where the list has none. */
  readonly membership: { readonly status: string; readonly since: string | null } | null
  /** Values that were not taken over, or that are doubtful. */
  readonly problems: readonly Saying[]
}

export interface Refused {
  /** 1-based: the entry of the list, or the line of a CSV file. */
  readonly at: number
  readonly problem: Saying
}

/** One column of a CSV file, with the field proposed for it or chosen by the mapping. */
export interface DirectoryColumn {
  readonly name: string
  readonly field: CsvField | null
  readonly because: Saying
  readonly examples: readonly string[]
}

export interface DirectoryReading {
  readonly kind: DirectoryKind
  /** UTC ISO, or a date alone where the list prints no time. */
  readonly updated: string | null
  readonly entries: readonly DirectoryEntry[]
  readonly refused: readonly Refused[]
  /** CSV only. */
  readonly columns?: readonly DirectoryColumn[]
}
