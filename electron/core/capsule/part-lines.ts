/** The lines of one part of a capsule, each a JSON document of another desk: read within limits, an entry only with its own hashes proved. */
import { setImmediate } from 'node:timers/promises'
import type { CaseId, Entry } from '../../../shared/domain/case/entry.ts'
import { readEntry } from '../journal/entry-hash.ts'
import { isTakable } from '../journal/journal.ts'
import { capsuleLimits } from './capsule-format.ts'

/** Undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function* linesIn(bytes: Buffer): Generator<unknown, void> {
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(0x0a, at)
    const end = newline === -1 ? bytes.length : newline
    yield end - at > capsuleLimits.line ? undefined : jsonIn(bytes.toString('utf8', at, end))
    at = end + 1
  }
}

/** So many are read before the desk is served again: some ten milliseconds. */
const aTurn = 50

/** Null where one of them is no entry of this case, or the hash of one is not its own. */
export async function readEntries(bytes: Buffer, id: string): Promise<readonly Entry[] | null> {
  const entries: Entry[] = []
  for (const entry of entriesIn(bytes, id)) {
    if (entry === null || entries.length >= capsuleLimits.entriesOfCase) return null
    entries.push(entry)
    if (entries.length % aTurn === 0) await setImmediate()
  }
  return entries.length === 0 ? null : entries
}

export function* entriesIn(bytes: Buffer, id: string): Generator<Entry | null, void> {
  for (const line of linesIn(bytes)) {
    const entry = readEntry(line)
    yield entry === null || entry.case !== (id as CaseId) || !isTakable(entry) ? null : entry
  }
}
