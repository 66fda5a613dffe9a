/** The pages and the indexes of the database in steps of some milliseconds: its own checks cannot be interrupted and take seconds. */
import { saying } from '../../../shared/words/say.ts'
import { lastRowid, type Database } from './connection.ts'
import { applicationId } from './database.ts'
import { pageSize } from './page-file.ts'
import { inSlices, type Looking } from './slices.ts'
import type { Store } from './store.ts'

const pagesAtOnce = 16

/** Every page of the file as it lies. What waits in the write-ahead log is not in it yet: the older page that it replaces verifies too. */
export function* pagesInSlices({ db, pages, list, readOnly }: Store): Looking {
  const expected = Number(db.pragma('page_count', { simple: true })) * pageSize
  list.follow()
  const waiting = readOnly ? 0 : Number(db.pragma('wal_checkpoint(PASSIVE)')[0]?.['log'] ?? 0)
  if (waiting <= 0 && pages.size() < expected) yield saying('damage-size', { found: pages.size(), expected })
  for (let first = 1; (first - 1) * pageSize < pages.size(); first += pagesAtOnce) {
    const damaged = pages.damaged(first, pagesAtOnce)
    for (const page of damaged) yield saying('damage-page', { detail: String(page) })
    for (const page of list.older(first, pagesAtOnce))
      if (!damaged.includes(page)) yield saying('damage-page-old', { page })
    yield Math.min(pagesAtOnce, Math.ceil(pages.size() / pageSize) - first + 1)
  }
}

const tables = ['entries', 'records', 'cases'] as const
type Table = (typeof tables)[number]

const sliceOfRows = 200

/** Each row stands in each index of its table, and the first index names no row that is gone: where older pages came back, they do not. */
export function* indexesDamaged({ db }: Pick<Store, 'db'>): Looking {
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId)
    yield saying('damage-database', { detail: 'application id' })
  for (const table of tables) {
    const indexes = indexesOf(db, table)
    for (const index of indexes) yield* rowsNotIn(db, table, index)
    if (indexes[0] !== undefined) yield* rowsGone(db, table, indexes[0])
  }
}

/** How many steps of rows that takes: every index once, the first one twice. */
export const rowsToLookUp = (db: Database): number =>
  tables.reduce((sum, table) => sum + lastRowid(db, table) * (indexesOf(db, table).length + 1), 0)

interface Index {
  readonly name: string
  readonly columns: readonly string[]
}

function indexesOf(db: Database, table: Table): readonly Index[] {
  return db
    .pragma(`index_list(${table})`)
    .filter(({ partial }) => partial === 0)
    .map(({ name }) => ({
      name: String(name),
      columns: db.pragma(`index_info(${String(name)})`).map((column) => String(column['name'])),
    }))
}

function* rowsNotIn(db: Database, table: Table, { name, columns }: Index): Looking {
  const same = [...columns, 'rowid'].map((column) => `kept.${column} = row.${column}`).join(' AND ')
  const count = db.prepare(
    `SELECT count(*) FROM ${table} AS row NOT INDEXED WHERE row.rowid > ? AND row.rowid <= ?
     AND NOT EXISTS (SELECT 1 FROM ${table} AS kept INDEXED BY ${name} WHERE ${same})`,
    { pluck: true },
  )
  let missing = 0
  for (const slice of inSlices(
    (...span) => count.all<number>(span),
    () => lastRowid(db, table),
    sliceOfRows,
  )) {
    missing += slice.rows.reduce((sum, row) => sum + row, 0)
    yield slice.count
  }
  if (missing > 0) yield saying('damage-index', { table, index: name, count: missing })
}

/** No column of ours is called so; one is called `number`. */
const rowAs = 'at_row'

/** Reads the index alone, a page of it at a time, and looks each row up in the table. */
function* rowsGone(db: Database, table: Table, { name, columns }: Index): Looking {
  const keys = [...columns, 'rowid'].join(', ')
  const next = (from: string): string =>
    `SELECT ${keys.replace('rowid', `rowid AS ${rowAs}`)} FROM ${table} INDEXED BY ${name} ${from} ORDER BY ${keys} LIMIT ${sliceOfRows}`
  const [begin, goOn] = [next(''), next(`WHERE (${keys}) > (${[...columns, ''].map(() => '?').join(', ')})`)]
  const isThere = db.prepare(`SELECT 1 FROM ${table} NOT INDEXED WHERE rowid = ?`, { pluck: true })
  let [gone, looked] = [0, 0]
  for (let rows = db.prepare(begin).all(); rows.length > 0;) {
    looked += rows.length
    // Out of order, it leads in circles.
    if (looked > lastRowid(db, table) + sliceOfRows) {
      gone += 1
      break
    }
    gone += rows.filter((row) => isThere.get([row[rowAs] ?? 0]) === undefined).length
    yield rows.length
    const last = rows.at(-1)
    if (last === undefined) return
    rows = db.prepare(goOn).all([...columns.map((column) => last[column] ?? ''), last[rowAs] ?? 0])
  }
  if (gone > 0) yield saying('damage-index', { table, index: name, count: gone })
}
