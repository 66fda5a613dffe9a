/** What the database itself can tell of damage. No single one of its own checks finds everything (facts/security 1.4). */
import { statSync } from 'node:fs'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { applicationId } from './database.ts'
import { databasePath, type Store } from './store.ts'
import { emptyHead, firstBroken, foundKind, lastRow } from './vault-log.ts'

const pageSize = 4096

/** The cipher check misses a file cut on a page boundary, so the length is compared as well. */
export function* pagesDamaged({ db, dir }: Store): Iterable<Saying> {
  db.pragma('wal_checkpoint(TRUNCATE)')
  const expected = Number(db.pragma('page_count', { simple: true })) * pageSize
  const found = statSync(databasePath(dir)).size
  if (found !== expected) yield saying('damage-size', { found, expected })
  for (const row of db.pragma('cipher_integrity_check')) yield saying('damage-page', { detail: textOf(row) })
}

export function* databaseDamaged({ db }: Store): Iterable<Saying> {
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId) {
    yield saying('damage-database', { detail: 'application id' })
  }
  for (const row of db.pragma('integrity_check(100)')) {
    if (textOf(row) !== 'ok') yield saying('damage-database', { detail: textOf(row) })
  }
  for (const row of db.pragma('foreign_key_check')) yield saying('damage-database', { detail: textOf(row) })
}

const textOf = (row: Readonly<Record<string, unknown>>): string => Object.values(row).map(String).join(' ')

/** Contentless, so only its own structure can be checked, and that each case has its row. */
export function* searchDamaged({ db }: Store): Iterable<Saying> {
  try {
    db.prepare("INSERT INTO case_text (case_text, rank) VALUES ('integrity-check', 0)").run()
  } catch {
    yield saying('damage-search')
  }
  const without = db.prepare(
    'SELECT number FROM cases WHERE rowid NOT IN (SELECT id FROM case_text_docsize) LIMIT 1000',
  )
  for (const { number } of without.all<{ number: string }>()) yield saying('damage-case', { number })
}

/** The chain from the first row to the head that this process holds. */
export function* logDamaged({ db, macKey, head }: Store): Iterable<Saying> {
  const broken = firstBroken(db, macKey, emptyHead)
  if (broken !== null) yield saying('log-broken', { seq: broken })
  const [last, known] = [lastRow(db), head()]
  if (last.seq !== known.seq || last.hash !== known.hash) {
    yield saying('vault-tail-lost', { count: known.seq - last.seq, found: last.seq, expected: known.seq })
  }
}

/** What earlier openings found and wrote down: past, and no damage of today, but never forgotten. */
export function foundBefore({ db, findings }: Store): readonly Saying[] {
  const rows = db
    .prepare('SELECT at, kind FROM log WHERE kind LIKE ? ORDER BY seq LIMIT 1000')
    .all<{ at: string; kind: string }>([`${foundKind}%`])
  // The last ones are those of this opening.
  return rows
    .slice(0, rows.length - findings.length)
    .map(({ at, kind }) => saying('found-before', { at, finding: kind.slice(foundKind.length) }))
}
