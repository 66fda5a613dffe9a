/** The entries of an export of everything, in order: what it is, cases, journals, messages, cards, keys, what the team decided, files, hashes. */
import { say } from '../../../shared/words/say.ts'
import type { ArchiveEntry } from '../release/archive.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { caseEntries, journalEntries } from './case-entries.ts'
import { fileEntries } from './file-entries.ts'
import { readme } from './readme.ts'
import { cardEntries, keyEntries, recordEntries } from './record-entries.ts'
import { jsonText, newTally, textEntry, type Tally } from './tally.ts'

export { newTally }

export interface Wish {
  /** Originals of messages and evidence as well. */
  readonly blobs: boolean
  readonly because: string
}

/** Written while it is read: what changes meanwhile may be in one part and not yet in another. */
export async function* everything(session: Session, wish: Wish, tally: Tally): AsyncGenerator<ArchiveEntry, void> {
  const now = nowOf(session)
  const at = new Date(now)
  yield textEntry(tally, 'README.txt', at, readme)
  yield* caseEntries(session, at, tally)
  yield* journalEntries(session, at, tally)
  yield* recordEntries(session, at, tally)
  yield* cardEntries(session, at, tally)
  yield* keyEntries(session, at, tally)
  if (wish.blobs) yield* fileEntries(session, at, tally)
  const { code, tier } = profileOf(session).analyst
  const about = { schema: 'signet.export-all/1', exportedAt: now, exportedBy: { code, tier }, because: wish.because }
  const leftOut = tally.leftOut.map((one) => ({ ...one, text: say('en', one) }))
  yield { name: 'manifest.json', at, content: Buffer.from(jsonText({ ...about, leftOut, files: tally.files })) }
}
