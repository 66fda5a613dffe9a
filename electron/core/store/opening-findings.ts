/** What is looked at each time a vault is opened: cheap, and where a kill, a cut or an older file would show. */
import { saying, type Saying } from '../../../shared/words/say.ts'
import { lastEntriesDamaged } from './check-rows.ts'
import { isCut, isDamage, lastRowid, type Database } from './connection.ts'
import type { Head, SealedHead } from './head-file.ts'
import { pageSize, type PageFile } from './page-file.ts'
import { emptyHead, firstBroken, lastRow, quietIn, rowAt } from './vault-log.ts'

/** Entries whose hashes are checked each time (the whole journal: vault check, journal check). */
const checkedAtOpening = 100

export interface Looking {
  readonly db: Database
  /** null where the length of the file was told already. */
  readonly pages: PageFile | null
  readonly macKey: Uint8Array
  /** As it was sealed; null where it is missing or does not open. */
  readonly head: SealedHead | null
}

export function findingsAtOpening({ db, pages, macKey, head }: Looking): readonly Saying[] {
  return [
    ...(pages === null ? [] : sizeFindings(db, pages)),
    ...whereItReads(() => logFindings(db, macKey, head), saying('damage-log-unread')),
    ...whereItReads(
      () => [...lastEntriesDamaged({ db }, checkedAtOpening)],
      saying('damage-entries-unread', { count: 1 }),
    ),
    ...casesCut(db),
  ]
}

/** Without its end the list would only look short. */
function casesCut(db: Database): readonly Saying[] {
  const count = lastRowid(db, 'cases')
  return isCut(db, 'cases') ? [saying('damage-cases-unread', { count })] : []
}

function whereItReads(look: () => readonly Saying[], otherwise: Saying): readonly Saying[] {
  try {
    return look()
  } catch (error) {
    if (isDamage(error)) return [otherwise]
    throw error
  }
}

/** The cipher check does not miss pages that are gone from the end. Compared where nothing waits in the write-ahead log. */
function sizeFindings(db: Database, pages: PageFile): readonly Saying[] {
  if (!hasWholeFile(db)) return []
  const expected = Number(db.pragma('page_count', { simple: true })) * pageSize
  const found = pages.size()
  return found === expected ? [] : [saying('damage-size', { found, expected })]
}

function hasWholeFile(db: Database): boolean {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch {
    // A full disk, or a vault that is only read.
    return false
  }
}

/** The log may be ahead of the sealed head by rows that chain from it (a kill), never behind it (a loss). */
function logFindings(db: Database, macKey: Uint8Array, head: SealedHead | null): readonly Saying[] {
  const last = lastRow(db)
  if (head === null) return [saying('head-missing')]
  if (last.seq < head.seq)
    return [saying('vault-tail-lost', { count: head.seq - last.seq, found: last.seq, expected: head.seq })]
  if (head.seq > 0 && rowAt(db, head.seq) !== head.hash) return [saying('log-broken', { seq: head.seq })]
  const broken = firstBroken(db, macKey, head.seq === 0 ? emptyHead : head)
  if (broken !== null) return [saying('log-broken', { seq: broken })]
  const gone = head.quiet - quietIn(db)
  return gone > 0 ? [saying('vault-quiet-lost', { count: gone })] : []
}

/** The database is another one than the head tells of: what its pages were is no measure for it. */
export const isReplaced = (findings: readonly Saying[]): boolean =>
  findings.some(({ code }) => code === 'vault-tail-lost' || code === 'log-broken')

/** The last row of the log; null where it does not read. */
export function tailOf(db: Database): Head | null {
  try {
    return lastRow(db)
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}
