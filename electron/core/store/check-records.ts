/** Whether every record is the one that was written last: the vault log names each as it was put, and says when it was dropped. */
import { saying } from '../../../shared/words/say.ts'
import { lastRowid, type Database } from './connection.ts'
import { droppedKind, isRecordRef, placeIn, placeOf, recordRef, writtenOf } from './record-refs.ts'
import { inSlices, within, type Looking } from './slices.ts'
import type { Store } from './store.ts'

const sliceOfRows = 200
const sliceOfLog = 1000

type LogRow = { readonly seq: number; readonly kind: string; readonly ref: string }
type RecordRow = { readonly kind: string; readonly id: string; readonly body: string }

/** Kinds that make no row in the log (drafts, lists) have nothing to be compared with. */
export function* recordsDamaged({ db }: Pick<Store, 'db'>): Looking {
  const known = lastRefs(db)
  while (known.readSome() > 0) yield 0
  const read = db.prepare(`SELECT kind, id, body FROM records NOT INDEXED ${within}`)
  const slices = inSlices(
    (above, upTo) => read.all<RecordRow>([above + 1, upTo, upTo - above]),
    () => lastRowid(db, 'records'),
    sliceOfRows,
  )
  const seen = new Set<string>()
  let unread = 0
  for (const slice of slices) {
    // What was written since the last pause.
    while (known.readSome() > 0);
    for (const row of slice.rows) {
      seen.add(keyOf(row))
      if (!known.isLast(row)) yield saying('damage-record', { kind: row.kind, id: row.id })
    }
    unread += slice.unread.length
    yield slice.count
  }
  if (unread > 0) yield saying('damage-records-unread', { count: unread })
  const missing = unread > 0 ? 0 : known.missing(seen)
  if (missing > 0) yield saying('damage-records-missing', { count: missing })
}

const keyOf = ({ kind, id }: Pick<RecordRow, 'kind' | 'id'>): string => `${kind} ${placeOf(id)}`

interface LastRefs {
  /** Reads on in the log; gives how many rows that were. */
  readonly readSome: () => number
  readonly isLast: (row: RecordRow) => boolean
  /** How many records the log names, not dropped since, that are not among these. */
  readonly missing: (seen: ReadonlySet<string>) => number
}

const dropped = ''

/** What the log says last of each record; some 200 bytes a record while the check runs. */
function lastRefs(db: Database): LastRefs {
  const last = new Map<string, string>()
  /** Of format 1: what was written, without saying to which record. */
  const unplaced = new Set<string>()
  const kinds = new Set<string>()
  const rows = db.prepare(
    `SELECT seq, kind, ref FROM log WHERE kind <> 'entry' AND seq > ? ORDER BY seq LIMIT ${sliceOfLog}`,
  )
  let seq = 0
  const take = ({ kind, ref }: LogRow): void => {
    if (kind.endsWith(droppedKind)) last.set(`${kind.slice(0, -droppedKind.length)} ${placeIn(ref)}`, dropped)
    else if (isRecordRef(ref)) last.set(`${kind} ${placeIn(ref)}`, ref)
    else unplaced.add(ref)
    kinds.add(kind)
  }
  return {
    readSome: () => {
      const found = rows.all<LogRow>([seq])
      for (const row of found) take(row)
      seq = found.at(-1)?.seq ?? seq
      return found.length
    },
    isLast: (row) => {
      const ref = last.get(keyOf(row))
      if (ref !== undefined) return ref === recordRef(row.id, row.body)
      return !kinds.has(row.kind) || unplaced.has(writtenOf(row.id, row.body))
    },
    missing: (seen) => [...last].filter(([key, ref]) => ref !== dropped && !seen.has(key)).length,
  }
}
