/** What an export of everything has put in so far, and its hashes: the last entry of it. */
import { createHash } from 'node:crypto'
import type { Saying } from '../../../shared/words/say.ts'
import type { ArchiveEntry } from '../release/archive.ts'

export interface Tally {
  cases: number
  messages: number
  blobs: number
  readonly leftOut: Saying[]
  readonly files: { readonly name: string; readonly size: number; readonly sha256: string }[]
}

export const newTally = (): Tally => ({ cases: 0, messages: 0, blobs: 0, leftOut: [], files: [] })

/** The entry of a text, listed with its hash. */
export function textEntry(tally: Tally, name: string, at: Date, text: string): ArchiveEntry {
  const content = Buffer.from(text)
  tally.files.push({ name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') })
  return { name, at, content }
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
