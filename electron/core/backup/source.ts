/**
 * The vault's files as they lie while a backup reads them. What is committed meanwhile goes to the write-ahead log alone, so the
 * database file stays what it was at the checkpoint, and no second database is needed.
 */
import { closeSync, fstatSync, openSync, statSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Head } from '../store/head-file.ts'
import { databasePath, type Store } from '../store/store.ts'

/** The checkpoint that a write-ahead log does by itself, in pages (SQLite's own default). */
const pagesUntilCheckpoint = 1000

export interface Frozen {
  /** File descriptor of the database, for reading at given places; good in every thread of this process. */
  readonly file: number
  /** Bytes. */
  readonly size: number
  readonly head: Head
  readonly entries: number
  /** Ids of the sealed files. */
  readonly blobs: readonly string[]
}

interface Handle {
  readonly file: number
  users: number
  isLeft: boolean
}

/**
 * One a store, closed after it: closing any handle on a file lets go of all locks that this process holds on it (POSIX), and so of
 * the one that keeps a second desk out of an open vault (measured).
 */
const handles = new WeakMap<Store, Handle>()

function handleOn(store: Store): Handle {
  const known = handles.get(store)
  if (known !== undefined) return known
  const handle = { file: openSync(databasePath(store.dir), 'r'), users: 0, isLeft: false }
  handles.set(store, handle)
  return handle
}

/** For whoever has closed the store; a backup that still reads keeps the handle until it sees that it should stop. */
export function leaveSource(store: Store): void {
  const handle = handles.get(store)
  if (handle === undefined) return
  handle.isLeft = true
  closeUnused(handle)
  handles.delete(store)
}

function closeUnused({ file, users, isLeft }: Handle): void {
  if (isLeft && users === 0) closeSync(file)
}

/**
 * Holds the database still for `work`. A purge or a full check empties the write-ahead log all the same; `work` is then done once
 * more, because what it read belongs to no one moment.
 */
export async function whileFrozen<T>(store: Store, work: (frozen: Frozen) => Promise<T>): Promise<T | null> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const done = await onceFrozen(store, work)
    if (done.held) return done.value
  }
  return null
}

const mostTurns = 3

async function onceFrozen<T>(
  store: Store,
  work: (frozen: Frozen) => Promise<T>,
): Promise<{ readonly held: boolean; readonly value: T }> {
  const handle = handleOn(store)
  handle.users += 1
  try {
    store.db.pragma('wal_autocheckpoint = 0')
    store.db.pragma('wal_checkpoint(TRUNCATE)')
    const before = stampOf(handle.file)
    const [head, newest] = [store.head(), newestEntry(store)]
    const { size } = fstatSync(handle.file)
    const entries = await countEntries(store, newest)
    const value = await work({ file: handle.file, size, head, entries, blobs: await blobIds(store) })
    return { held: stampOf(handle.file) === before && isSameFile(handle.file, store.dir), value }
  } finally {
    handle.users -= 1
    if (handle.isLeft) closeUnused(handle)
    // A closed database takes no more pragmas.
    else store.db.pragma(`wal_autocheckpoint = ${pagesUntilCheckpoint}`)
  }
}

function stampOf(file: number): string {
  const { size, mtimeNs } = fstatSync(file, { bigint: true })
  return `${size} ${mtimeNs}`
}

/** Another one under the same name after a new data key. */
const isSameFile = (file: number, dir: string): boolean => fstatSync(file).ino === statSync(databasePath(dir)).ino

const newestEntry = ({ db }: Store): number =>
  Number(db.prepare('SELECT max(rowid) FROM entries', { pluck: true }).get() ?? 0)

const digits = '0123456789abcdef'.split('')
const beginnings = digits.flatMap((first) => digits.map((second) => first + second))

/** A 256th at a time, out of an index: counting a million at once takes 0.3 s where nothing of them is in memory. */
async function countEntries({ db }: Store, newest: number): Promise<number> {
  const count = db.prepare('SELECT count(*) FROM entries WHERE hash >= ? AND hash < ? AND rowid <= ?', { pluck: true })
  let sum = 0
  for (const start of beginnings) {
    sum += Number(count.get([start, `${start}g`, newest]))
    await setImmediate()
  }
  return sum
}

const sliceOfBlobs = 2000

async function blobIds({ db }: Store): Promise<readonly string[]> {
  const read = db.prepare('SELECT id FROM blobs WHERE id > ? ORDER BY id LIMIT ?', { pluck: true })
  const ids: string[] = []
  for (;;) {
    const slice = read.all<string>([ids.at(-1) ?? '', sliceOfBlobs])
    ids.push(...slice)
    if (slice.length < sliceOfBlobs) return ids
    await setImmediate()
  }
}
