/** What the database itself can tell of damage. No single one of its own checks finds everything (facts/security 1.4). */
import { saying, type Saying } from '../../../shared/words/say.ts'
import { lastRowid } from './connection.ts'
import { applicationId } from './database.ts'
import { pageSize } from './page-file.ts'
import { inSlices, type Looking } from './slices.ts'
import type { Store } from './store.ts'
import { chainBroken, emptyHead, foundKind, lastRow } from './vault-log.ts'

const pagesAtOnce = 256

/** The cipher check misses a file cut on a page boundary, so the length is compared as well. */
export function* pagesDamaged({ db, pages, list, readOnly }: Store): Looking {
  list.follow()
  if (!readOnly) db.pragma('wal_checkpoint(TRUNCATE)')
  const expected = Number(db.pragma('page_count', { simple: true })) * pageSize
  const found = pages.size()
  if (found !== expected) yield saying('damage-size', { found, expected })
  const damaged = db.pragma('cipher_integrity_check').map(textOf)
  for (const detail of damaged) yield saying('damage-page', { detail })
  for (let first = 1; damaged.length === 0 && first <= pages.count(); first += pagesAtOnce)
    for (const page of list.older(first, pagesAtOnce)) yield saying('damage-page-old', { page })
}

export function* databaseDamaged({ db }: Store): Looking {
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId) {
    yield saying('damage-database', { detail: 'application id' })
  }
  for (const row of db.pragma('integrity_check(100)')) {
    if (textOf(row) !== 'ok') yield saying('damage-database', { detail: textOf(row) })
  }
  for (const row of db.pragma('foreign_key_check')) yield saying('damage-database', { detail: textOf(row) })
}

const textOf = (row: Readonly<Record<string, unknown>>): string => Object.values(row).map(String).join(' ')

const sliceOfCases = 200

/** Contentless, so only its own structure can be checked, and that each case has its row. */
export function* searchDamaged({ db, readOnly }: Store): Looking {
  if (!readOnly && !holdsTogether(db)) yield saying('damage-search')
  yield* searchIncomplete({ db })
}

function holdsTogether(db: Store['db']): boolean {
  try {
    db.prepare("INSERT INTO case_text (case_text, rank) VALUES ('integrity-check', 0)").run()
    return true
  } catch {
    return false
  }
}

export function* searchIncomplete({ db }: Pick<Store, 'db'>): Looking {
  const without = db.prepare(
    `SELECT number FROM cases NOT INDEXED WHERE rowid > ? AND rowid <= ?
     AND NOT EXISTS (SELECT 1 FROM case_text_docsize WHERE id = cases.rowid)`,
    { pluck: true },
  )
  const slices = inSlices(
    (...span) => without.all<string>(span),
    () => lastRowid(db, 'cases'),
    sliceOfCases,
  )
  for (const { rows, count } of slices) {
    for (const number of rows) yield saying('damage-case', { number })
    yield count
  }
}

/** The chain from the first row to the head that this process holds. */
export function* logDamaged({ db, macKey, head }: Store): Looking {
  const broken = yield* chainBroken(db, macKey, emptyHead)
  if (broken !== null) yield saying('log-broken', { seq: broken })
  const [last, known] = [lastRow(db), head()]
  if (last.seq !== known.seq || last.hash !== known.hash) {
    yield saying('vault-tail-lost', { count: known.seq - last.seq, found: last.seq, expected: known.seq })
  }
}

/** What earlier openings found and wrote down: past, and no damage of today, but never forgotten. */
export function foundBefore({ db, findings, readOnly }: Store): readonly Saying[] {
  const rows = db
    .prepare(`SELECT at, kind FROM log WHERE kind <> 'entry' AND kind GLOB '${foundKind}*' ORDER BY seq LIMIT 1000`)
    .all<{ at: string; kind: string }>()
  // The last ones are those of this opening, where it wrote them down.
  return rows
    .slice(0, rows.length - (readOnly ? 0 : findings.length))
    .map(({ at, kind }) => saying('found-before', { at, finding: kind.slice(foundKind.length) }))
}
