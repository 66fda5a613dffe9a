/** What can happen to the files of a vault while nobody looks: each kind does one thing to one copy, drawn by chance, and says what it did. */
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from '@signalapp/sqlcipher'
import type { Chance } from '../hard/chance.ts'

const pageSize = 4096
const chunkSize = 1_048_576 + 16

/** The same vault at three moments: some work earlier, closed, and as a kill left it. */
export interface Moments {
  readonly older: string
  readonly closed: string
  readonly killed: string
}

export interface Done {
  /** For the line of a miss. */
  readonly what: string
  /** Numbers, from 1, of the pages that do not verify now; null where the words need not name them. */
  readonly pages?: readonly number[]
  /** Ids of the sealed files that were touched. */
  readonly blobs?: readonly string[]
}

export interface DamageKind {
  readonly name: string
  readonly of: 'closed' | 'killed'
  /** `never`: there is nothing left of the database that could be opened. */
  readonly opens?: 'never'
  readonly damage: (dir: string, chance: Chance, moments: Moments) => Done
}

const database = (dir: string): string => join(dir, 'vault.db')
const pagesOf = (dir: string): number => Math.ceil(statSync(database(dir)).size / pageSize)

function changed(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  change(bytes)
  writeFileSync(path, bytes)
}

const pageAt = (bytes: Buffer, page: number): Buffer => bytes.subarray((page - 1) * pageSize, page * pageSize)

function flip(bytes: Buffer, at: number): void {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x40, at)
}

function flipped(dir: string, chance: Chance): Done {
  const at = chance.below(statSync(database(dir)).size)
  changed(database(dir), (bytes) => flip(bytes, at))
  const page = 1 + Math.floor(at / pageSize)
  return { what: `bit at ${at}, page ${page}`, pages: [page] }
}

function zeroed(dir: string, chance: Chance): Done {
  const [first, count] = [1 + chance.below(pagesOf(dir)), 1 + chance.below(4)]
  const pages = Array.from({ length: count }, (_, at) => first + at).filter((page) => page <= pagesOf(dir))
  changed(database(dir), (bytes) => pages.forEach((page) => pageAt(bytes, page).fill(0)))
  return { what: `pages ${pages.join()}`, pages }
}

function swapped(dir: string, chance: Chance): Done {
  const one = 1 + chance.below(pagesOf(dir))
  const other = 1 + ((one + chance.below(pagesOf(dir) - 1)) % pagesOf(dir))
  changed(database(dir), (bytes) => {
    const kept = Buffer.from(pageAt(bytes, one))
    pageAt(bytes, other).copy(pageAt(bytes, one))
    kept.copy(pageAt(bytes, other))
  })
  return { what: `pages ${one} and ${other}`, pages: [one, other] }
}

/** Each verifies by itself: it is one of ours, at its place, of an earlier day. */
function rolledBack(dir: string, chance: Chance, { older }: Moments): Done {
  const [now, then] = [readFileSync(database(dir)), readFileSync(database(older))]
  const both = Array.from({ length: then.length / pageSize }, (_, at) => at + 1)
  const page = chance.pick(both.filter((number) => !pageAt(now, number).equals(pageAt(then, number))))
  changed(database(dir), (bytes) => pageAt(then, page).copy(pageAt(bytes, page)))
  return { what: `page ${page}` }
}

function blobPathsIn(dir: string): readonly { readonly id: string; readonly path: string }[] {
  return readdirSync(join(dir, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ id: name, path: join(parentPath, name) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const onBlob =
  (change: (path: string, chance: Chance) => void, smallest = 1) =>
  (dir: string, chance: Chance): Done => {
    const { id, path } = chance.pick(blobPathsIn(dir).filter(({ path: one }) => statSync(one).size >= smallest))
    change(path, chance)
    return { what: id, blobs: [id] }
  }

function exchanged(dir: string, chance: Chance): Done {
  const all = blobPathsIn(dir)
  const one = chance.pick(all)
  const other = chance.pick(all.filter(({ id }) => id !== one.id))
  const kept = readFileSync(one.path)
  copyFileSync(other.path, one.path)
  writeFileSync(other.path, kept)
  return { what: `${one.id} and ${other.id}`, blobs: [one.id, other.id] }
}

function unencrypted(dir: string): Done {
  rmSync(database(dir))
  const plain = new Database(database(dir))
  plain.exec('CREATE TABLE log (seq INTEGER)')
  plain.close()
  return { what: 'in its place' }
}

const walOf = (dir: string): string => `${database(dir)}-wal`
const done =
  (change: (path: string, chance: Chance) => unknown, at: (dir: string) => string) => (dir: string, chance: Chance) => {
    const before = statSync(at(dir)).size
    const place = change(at(dir), chance)
    return { what: `${before} bytes${typeof place === 'number' ? `, at ${place}` : ''}` }
  }

function cutAt(path: string, length: number): number {
  truncateSync(path, length)
  return length
}

function flipIn(path: string, chance: Chance): number {
  const at = chance.below(statSync(path).size)
  changed(path, (bytes) => flip(bytes, at))
  return at
}

export const damageKinds: readonly DamageKind[] = [
  { name: 'bit flipped', of: 'closed', damage: flipped },
  { name: 'pages zeroed', of: 'closed', damage: zeroed },
  { name: 'pages swapped', of: 'closed', damage: swapped },
  { name: 'page rolled back', of: 'closed', damage: rolledBack },
  {
    name: 'database cut between pages',
    of: 'closed',
    damage: (dir, chance) => ({ what: `at ${cutAt(database(dir), pageSize * (1 + chance.below(pagesOf(dir) - 1)))}` }),
  },
  {
    name: 'database cut',
    of: 'closed',
    damage: (dir, chance) => ({
      what: `at ${cutAt(database(dir), 1 + chance.below(statSync(database(dir)).size - 1))}`,
    }),
  },
  {
    name: 'bytes behind the database',
    of: 'closed',
    damage: done((path, chance) => writeFileSync(path, chance.bytes(1 + chance.below(9_000)), { flag: 'a' }), database),
  },
  {
    name: 'older database',
    of: 'closed',
    damage: (dir, _, { older }) => {
      copyFileSync(database(older), database(dir))
      return { what: 'in its place' }
    },
  },
  { name: 'database emptied', of: 'closed', opens: 'never', damage: done((path) => cutAt(path, 0), database) },
  { name: 'database deleted', of: 'closed', opens: 'never', damage: done((path) => rmSync(path), database) },
  { name: 'database unencrypted', of: 'closed', opens: 'never', damage: unencrypted },
  {
    name: 'head deleted',
    of: 'closed',
    damage: done(
      (path) => rmSync(path),
      (dir) => join(dir, 'head'),
    ),
  },
  {
    name: 'head overwritten',
    of: 'closed',
    damage: done(
      (path, chance) => writeFileSync(path, chance.bytes(512)),
      (dir) => join(dir, 'head'),
    ),
  },
  { name: 'sealed file: bit flipped', of: 'closed', damage: onBlob(flipIn) },
  {
    name: 'sealed file: cut',
    of: 'closed',
    damage: onBlob((path, chance) => cutAt(path, chance.below(statSync(path).size))),
  },
  {
    name: 'sealed file: appended',
    of: 'closed',
    damage: onBlob((path, chance) => writeFileSync(path, chance.bytes(1 + chance.below(500)), { flag: 'a' })),
  },
  {
    name: 'sealed file: last chunk repeated',
    of: 'closed',
    damage: onBlob((path) => {
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.subarray(-(bytes.length % chunkSize)), { flag: 'a' })
    }),
  },
  {
    name: 'sealed file: chunks swapped',
    of: 'closed',
    damage: onBlob((path) => {
      changed(path, (bytes) => {
        const kept = Buffer.from(bytes.subarray(0, chunkSize))
        bytes.copyWithin(0, chunkSize, 2 * chunkSize)
        kept.copy(bytes, chunkSize)
      })
    }, 2 * chunkSize),
  },
  { name: 'sealed file: deleted', of: 'closed', damage: onBlob((path) => rmSync(path)) },
  { name: 'sealed files exchanged', of: 'closed', damage: exchanged },
  { name: 'log deleted', of: 'killed', damage: done((path) => rmSync(path), walOf) },
  { name: 'log emptied', of: 'killed', damage: done((path) => cutAt(path, 0), walOf) },
  {
    name: 'log cut',
    of: 'killed',
    damage: done((path, chance) => cutAt(path, chance.below(statSync(path).size)), walOf),
  },
  {
    name: 'log zeroed',
    of: 'killed',
    damage: done((path) => writeFileSync(path, Buffer.alloc(statSync(path).size)), walOf),
  },
  { name: 'log: bit flipped', of: 'killed', damage: done(flipIn, walOf) },
]
