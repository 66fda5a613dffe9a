/** The vault's own linear log: sequence, chain, MAC. It detects a database that was put back or lost its tail. */
import type { Database } from './database.ts'
import { canonical, hmac, sha256 } from './canonical.ts'
import type { Head } from './head-file.ts'

export interface LogItem {
  readonly kind: string
  /** What was written: the hash of an entry or of a record. */
  readonly ref: string
}

type LogRow = {
  readonly seq: number
  readonly at: string
  readonly kind: string
  readonly ref: string
  readonly hash: string
  readonly mac: string
}

/** Rows that keep what an opening found: the rest of the kind is the code of the finding, `ref` its parameters. */
export const foundKind = 'found.'

export const emptyHead: Head = { seq: 0, hash: '' }

/** Adds one row an item and gives the new head; inside the caller's transaction. */
export function appendLog(db: Database, macKey: Uint8Array, head: Head, at: string, items: readonly LogItem[]): Head {
  const insert = db.prepare('INSERT INTO log (seq, at, kind, ref, hash, mac) VALUES (?, ?, ?, ?, ?, ?)')
  return items.reduce((before, { kind, ref }) => {
    const seq = before.seq + 1
    const hash = rowHash(before.hash, { seq, at, kind, ref })
    insert.run([seq, at, kind, ref, hash, hmac(macKey, hash)])
    return { seq, hash }
  }, head)
}

/** A commit that makes no row (drafts, settings of the screen) is counted, so that the head tells when one is gone. */
export const countQuiet = (db: Database): void =>
  void db
    .prepare("INSERT INTO meta (name, value) VALUES ('quiet', '1') ON CONFLICT DO UPDATE SET value = value + 1")
    .run()

export const quietIn = (db: Database): number =>
  Number(db.prepare("SELECT value FROM meta WHERE name = 'quiet'", { pluck: true }).get() ?? 0)

const rowHash = (previous: string, row: Pick<LogRow, 'seq' | 'at' | 'kind' | 'ref'>): string =>
  sha256(canonical([previous, row.seq, row.at, row.kind, row.ref]))

export const lastRow = (db: Database): Head => {
  const row = db.prepare('SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1').get<{ seq: number; hash: string }>()
  return row ?? emptyHead
}

export const rowAt = (db: Database, seq: number): string =>
  String(db.prepare('SELECT hash FROM log WHERE seq = ?', { pluck: true }).get([seq]) ?? '')

/** Walks rows after `from` to the end; the sequence number of the first one that does not chain or verify, else null. */
export function firstBroken(db: Database, macKey: Uint8Array, from: Head): number | null {
  const walk = chainBroken(db, macKey, from)
  for (let step = walk.next(); ; step = walk.next()) if (step.done === true) return step.value
}

const sliceOfRows = 500

/** The same, telling after some rows how many they were. */
export function* chainBroken(db: Database, macKey: Uint8Array, from: Head): Generator<number, number | null> {
  const next = db.prepare(
    `SELECT seq, at, kind, ref, hash, mac FROM log WHERE seq > ? ORDER BY seq LIMIT ${sliceOfRows}`,
  )
  for (let head = from; ;) {
    const rows = next.all<LogRow>([head.seq])
    if (rows.length === 0) return null
    for (const row of rows) {
      const hash = rowHash(head.hash, row)
      if (row.seq !== head.seq + 1 || row.hash !== hash || row.mac !== hmac(macKey, hash)) return head.seq + 1
      head = { seq: row.seq, hash }
    }
    yield rows.length
  }
}
