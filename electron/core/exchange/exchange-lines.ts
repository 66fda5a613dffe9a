/**
 * What lists and look-ups need of every message, in memory and beside its record: a record can be megabytes, and a vault can hold
 * a hundred thousand of them. A line can be made again from its record at any time.
 */
import type { ExchangeRow } from '../../../shared/ipc/views.ts'
import type { Database } from '../store/database.ts'
import type { Records, Store, Tx } from '../store/store.ts'
import type { ExchangeRecord } from './exchange-records.ts'
import { waitsFor } from './waits-for.ts'

export interface ExchangeLine {
  readonly row: ExchangeRow
  readonly sha256: string
  readonly messageId: string
  /** Whole fingerprints, and the address of a sender in lower case. */
  readonly marks: readonly string[]
  /** The numbers of a message out, by partner. */
  readonly numbers: ExchangeRecord['numbers']
  /** What a message in says of numbers, and whose good signature is over that; null where it says nothing or nobody signed it. */
  readonly numbered: (NonNullable<ExchangeRecord['numbered']> & { readonly signer: string }) | null
  /** Key IDs (16 hex digits) that may open it or check its signature once such a key is here. */
  readonly waitsFor: readonly string[]
}

/** Another number makes all lines anew: raised with every change of what a line holds. */
const form = 3

export const rowOf = (record: ExchangeRecord): ExchangeRow => ({
  id: record.id,
  direction: record.direction,
  state: record.state,
  at: record.at,
  partner: record.partner,
  subject: record.subject,
  cases: record.cases,
  encrypted: record.message?.protection.encrypted ?? record.released !== null,
  signature: record.message?.protection.signature ?? (record.released === null ? 'none' : 'good'),
  problem: record.problem,
  number: record.numbered?.number ?? record.numbers[0]?.number ?? null,
  sentAt: record.sentAt,
  told: record.call?.channel ?? null,
})

function lineOf(record: ExchangeRecord): ExchangeLine {
  const { direction, partner, message, released, sha256, messageId } = record
  const signer = message?.protection.signer?.fingerprint
  const marks =
    direction === 'out' ? (released?.to ?? []) : [partner.toLowerCase(), ...(signer === undefined ? [] : [signer])]
  const { numbers, numbered } = record
  const isSigned = message?.protection.signature === 'good' && signer !== undefined
  return {
    row: rowOf(record),
    sha256,
    messageId,
    marks,
    numbers,
    waitsFor: waitsFor(record),
    // Anybody can write a number: only a signature over it says whose it is.
    numbered: numbered !== null && isSigned ? { ...numbered, signer } : null,
  }
}

type Kept = { readonly form: number; readonly line: ExchangeLine }
const kind = 'exchange-line'

/** Every write of an exchange goes through here, so that no line ever differs from its record. */
export function withLines(store: Pick<Store, 'db'>, records: Records<ExchangeRecord>): Records<ExchangeRecord> {
  return {
    ...records,
    put: (tx, id, record) => {
      records.put(tx, id, record)
      keepLine(store, tx, lineOf(record))
    },
    drop: (tx, id) => {
      records.drop(tx, id)
      tx.db.prepare('DELETE FROM records WHERE kind = ? AND id = ?').run([kind, id])
      tx.after(() => open.delete(store.db))
    },
  }
}

/**
 * Beside each other in the table, on row numbers below those of all other records: scattered between messages, twenty thousand lines
 * would mean twenty thousand pages to decrypt at the first list. Not in the vault log, since it says nothing that the record does not.
 */
function keepLine(store: Pick<Store, 'db'>, tx: Tx, line: ExchangeLine): void {
  tx.db
    .prepare(
      `INSERT INTO records (rowid, kind, id, at, body) VALUES ((SELECT min(0, min(rowid)) - 1 FROM records), ?, ?, ?, ?)
       ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
    )
    .run([kind, line.row.id, tx.at, JSON.stringify({ form, line } satisfies Kept)])
  tx.after(() => open.get(store.db)?.set(line))
}

export interface ExchangeLines {
  /** The oldest first. */
  readonly all: () => readonly ExchangeLine[]
  /** The newest first; words are looked for in partner, subject and case numbers. */
  readonly find: (search: string) => readonly ExchangeLine[]
}

/** One an open store, gone with it. */
const open = new WeakMap<Database, ExchangeLines & { readonly set: (line: ExchangeLine) => void }>()

export function exchangeLines(store: Pick<Store, 'db'>, records: Pick<Records<ExchangeRecord>, 'get'>): ExchangeLines {
  const here = open.get(store.db) ?? memoryOf(readLines(store, records))
  open.set(store.db, here)
  return here
}

function readLines(store: Pick<Store, 'db'>, records: Pick<Records<ExchangeRecord>, 'get'>): readonly ExchangeLine[] {
  // Written by us, above.
  const found = store.db
    .prepare('SELECT body FROM records WHERE kind = ?', { pluck: true })
    .all<string>([kind])
    .map((body) => JSON.parse(body) as Kept)
    .flatMap((kept) => (kept.form === form ? [kept.line] : []))
  const here = new Set(found.map(({ row }) => row.id))
  const older = store.db
    .prepare("SELECT id FROM records WHERE kind = 'exchange'", { pluck: true })
    .all<string>()
    .filter((id) => !here.has(id))
  const made = older.flatMap((id) => {
    const record = records.get(id)
    return record === null ? [] : [lineOf(record)]
  })
  return [...found, ...made]
}

interface Searched {
  readonly line: ExchangeLine
  readonly text: string
}

function memoryOf(lines: readonly ExchangeLine[]): ExchangeLines & { readonly set: (line: ExchangeLine) => void } {
  const byId = new Map<string, Searched>()
  for (const line of lines.toSorted(byTime)) byId.set(line.row.id, searchedBy(line))
  let ordered: readonly Searched[] | null = null
  // A Map keeps the place of a line that is written again, and a new one is the newest.
  const inOrder = (): readonly Searched[] => (ordered ??= [...byId.values()])
  return {
    all: () => inOrder().map(({ line }) => line),
    find: (search) => {
      const words = search.toLowerCase().split(/\s+/)
      return inOrder()
        .filter(({ text }) => words.every((word) => text.includes(word)))
        .map(({ line }) => line)
        .toReversed()
    },
    set: (line) => {
      byId.set(line.row.id, searchedBy(line))
      ordered = null
    },
  }
}

const searchedBy = (line: ExchangeLine): Searched => ({
  line,
  text: `${line.row.partner} ${line.row.subject} ${line.row.cases.join(' ')}`.toLowerCase(),
})

/** Ids are made in order of time, too. */
const byTime = ({ row: one }: ExchangeLine, { row: other }: ExchangeLine): number =>
  one.at < other.at || (one.at === other.at && one.id < other.id) ? -1 : 1
