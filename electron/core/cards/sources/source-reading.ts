/** What reading a file into contact cards gives, whatever kind of file it is. */
import type { CardFinding, CardReading } from '../../../../shared/domain/card/card-reading.ts'
import type { DocumentSignature } from '../../../../shared/domain/card/document-signature.ts'
import type { SourceKind } from '../../../../shared/domain/card/fields.ts'

export type FileKind = Extract<SourceKind, 'document' | 'pdf' | 'html' | 'security.txt' | 'vcard'>

/** About the file, beside what the reading itself says of its values; lines are those of `text`. */
export type SourceFinding = CardFinding

export interface SourceReading {
  readonly kind: FileKind
  /** One; several for a file of vCards. */
  readonly readings: readonly CardReading[]
  /** What a person is shown: all lines, of readings and findings, are lines of this. */
  readonly text: string
  readonly signature: DocumentSignature
  readonly findings: readonly SourceFinding[]
}

/** What the reading thread gives; the signature is another thread's. */
export type UncheckedReading = Omit<SourceReading, 'signature'>

export { finding as note } from '../../../../shared/domain/card/finding.ts'

const MEGABYTE = 1024 * 1024

/** Bytes of a file, by what it is; characters of what is shown of it. Team descriptions have a hundredth of that. */
export const sourceLimits = {
  pdf: 10 * MEGABYTE,
  /** Pages carry pictures in their text, vCards portraits. */
  html: 4 * MEGABYTE,
  vcard: 4 * MEGABYTE,
  document: MEGABYTE,
  'security.txt': MEGABYTE,
  shown: MEGABYTE,
  pages: 300,
  vcards: 2000,
} as const

/** For sentences. */
export const inMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1)
