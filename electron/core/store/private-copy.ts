/**
 * The database in a folder of our own, outside the vault, for a vault that is only to be read: SQLite cannot be told here to leave a
 * file and its folder alone. Sealed as it is; gone when it is closed, and what a kill left is swept at the next time.
 */
import { createDecipheriv } from 'node:crypto'
import { constants, copyFileSync, linkSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { isAlive } from '../vault/lock-file.ts'
import { formatOf, openDatabase, refuseFile, type Database } from './database.ts'
import { migrations, type Migration } from './migrate.ts'
import { openPageFile, pageSize } from './page-file.ts'

export interface PrivateCopy {
  readonly path: string
  /** Brought to our format there: page by page it is no longer the original. */
  readonly isMigrated: boolean
  /** Bytes that the file has and should have; null where it was not cut. */
  readonly cut: { readonly found: number; readonly expected: number } | null
  readonly remove: () => void
}

const prefix = 'signet-reading-'

export interface OpenedPrivately {
  readonly db: Database
  readonly copy: PrivateCopy
}

/** One of an older format is brought to ours there, and only there. */
export function openPrivately(
  original: string,
  key: Uint8Array,
  steps: readonly Migration[] = migrations,
): Result<OpenedPrivately, Saying> {
  const refusal = refuseFile(original)
  if (refusal !== null) return fail(refusal)
  const opened = openedOn(privateCopy(original, key, false), key, steps)
  if (!opened.ok || formatOf(opened.value.db) > steps.length) return opened
  opened.value.db.close()
  opened.value.copy.remove()
  const whole = privateCopy(original, key, true)
  const migrated = openDatabase(whole.path, key, { migrations: steps })
  if (migrated.ok) migrated.value.close()
  else whole.remove()
  return migrated.ok ? openedOn(whole, key, steps) : migrated
}

function openedOn(copy: PrivateCopy, key: Uint8Array, steps: readonly Migration[]): Result<OpenedPrivately, Saying> {
  const db = openDatabase(copy.path, key, { readOnly: true, migrations: steps })
  if (db.ok) return ok({ db: db.value, copy })
  copy.remove()
  return db
}

/** `whole`: bytes of its own also where a second name for the same ones would do, because they are to be changed there. */
function privateCopy(original: string, key: Uint8Array, whole: boolean): PrivateCopy {
  sweep()
  const dir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const path = join(dir, 'vault.db')
  const remove = (): void => rmSync(dir, { recursive: true, force: true })
  try {
    const log = `${original}-wal`
    const hasLog = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0
    const [found, expected] = [statSync(original).size, hasLog ? 0 : bytesByHeader(original, key)]
    if (whole || hasLog || found < expected || !linked(original, path))
      copyFileSync(original, path, constants.COPYFILE_FICLONE)
    if (hasLog) copyFileSync(log, `${path}-wal`)
    // SQLite opens no file that is shorter than it says; the pages that are missing then just do not verify.
    if (found < expected) truncateSync(path, expected)
    return { path, isMigrated: whole, cut: found < expected ? { found, expected } : null, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** Not from one disk to another. */
function linked(original: string, path: string): boolean {
  try {
    linkSync(original, path)
    return true
  } catch {
    return false
  }
}

/** Of processes that are gone. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (pid !== process.pid && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

const saltLength = 16
const ivLength = 16
const macLength = 64
/** sqlite.org/fileformat2.html section 1.3: in-header database size. */
const pageCountAt = 28

/** How long the file should be by its own first page; 0 where that does not verify. */
function bytesByHeader(path: string, key: Uint8Array): number {
  const file = openPageFile(path, key)
  try {
    const page = Buffer.alloc(pageSize)
    if (file.read(page, 0) < pageSize || file.damaged(1, 1).length > 0) return 0
    const end = pageSize - macLength - ivLength
    const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + ivLength)).setAutoPadding(false)
    return cipher.update(page.subarray(saltLength, end)).readUInt32BE(pageCountAt - saltLength) * pageSize
  } finally {
    file.close()
  }
}
