/**
 * Which version of each page of the database file is the last one: a page of an earlier day verifies by itself, so the end of its HMAC is
 * kept here for every page. Sealed beside the database when it is closed, taken away before the first change after that, so that a kill leaves
 * none, and none is ever behind. Where there is none, pages are taken as they are found.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileSafely } from '../vault/files.ts'
import { deriveKey, seal, unseal } from '../vault/seal.ts'
import { logReader } from './log-pages.ts'
import type { PageFile } from './page-file.ts'

export interface PageList {
  /** Before every commit. */
  readonly begin: () => void
  /** After every commit. */
  readonly follow: () => void
  /** Numbers, from 1, of the pages among `count` from `first` on that are not those that were written last. */
  readonly older: (first: number, count: number) => readonly number[]
  /** Once the database is closed: for the next opening. */
  readonly leave: () => void
}

interface Listing {
  readonly dir: string
  readonly copy: string
  readonly vaultKey: Uint8Array
  readonly pages: PageFile
}

/** Pages that were never seen are read at closing only where they are few: lock must not wait for the others, the full check reads them. */
const mostReadAtClosing = 2_000

const pathIn = (dir: string): string => join(dir, 'pages')
const logOf = (dir: string): string => join(dir, 'vault.db-wal')
const bound = (copy: string): string => `pages/${copy}`

export const dropPageList = (dir: string): void => rmSync(pathIn(dir), { force: true })

/** One mark a page; 0 where none is known. */
type Marks = BigUint64Array<ArrayBuffer>
const unknown = 0n

/** `readOnly`: nothing is followed, left or taken away. */
export function openPageList({ dir, copy, vaultKey, pages }: Listing, readOnly: boolean): PageList {
  const key = deriveKey(vaultKey, 'pages')
  let marks = readMarks(pathIn(dir), key, copy)
  const log = logReader(logOf(dir))
  let [isLeft, isLost] = [marks.length > 0, false]
  const know = (page: number, mark: bigint): void => {
    if (marks.length < page) marks = resized(marks, 2 * page)
    marks[page - 1] = mark
  }
  return {
    begin: () => {
      if (isLeft) dropPageList(dir)
      isLeft = false
    },
    follow: () => {
      try {
        log.read((page, mark) => know(page, numberOf(mark)))
      } catch {
        // The commit is on disk; only this list ends here.
        isLost = true
      }
    },
    older: (first, count) => {
      const found = marksOf(pages.marks(first, count))
      return Array.from(found, (mark, at) => ({ mark, page: first + at }))
        .filter(({ mark, page }) => {
          // The file gets it when the write-ahead log is emptied.
          if (isLost || log.has(page)) return false
          const known = marks[page - 1] ?? unknown
          if (known === unknown) know(page, mark)
          return known !== unknown && known !== mark
        })
        .map(({ page }) => page)
    },
    leave: () => {
      if (readOnly || isLeft || isLost || isWaiting(logOf(dir))) return
      const whole = resized(marks, pages.count())
      readUnknown(whole, pages)
      writeFileSafely(pathIn(dir), seal(key, Buffer.from(whole.buffer), bound(copy)))
    },
  }
}

const numberOf = (mark: Buffer): bigint => mark.readBigUInt64LE()

const marksOf = (bytes: Buffer): Marks => new BigUint64Array(Uint8Array.from(bytes).buffer)

function resized(marks: Marks, length: number): Marks {
  const next = new BigUint64Array(length)
  next.set(marks.subarray(0, length))
  return next
}

const isWaiting = (path: string): boolean => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0

/** None, or one of another key (before a new data key): nothing is known. */
function readMarks(path: string, key: Uint8Array, copy: string): Marks {
  const box = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  const plain = unseal(key, box, bound(copy)) ?? Buffer.alloc(0)
  return marksOf(plain)
}

function readUnknown(marks: Marks, pages: PageFile): void {
  const missing: number[] = []
  for (let at = 0; at < marks.length && missing.length <= mostReadAtClosing; at++)
    if (marks[at] === unknown) missing.push(at + 1)
  if (missing.length > mostReadAtClosing) return
  for (const page of missing) marks[page - 1] = marksOf(pages.marks(page, 1))[0] ?? unknown
}
