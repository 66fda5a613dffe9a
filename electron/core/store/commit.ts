/** One transaction a change, its rows in the vault log, and the sealed head behind it. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { withBallast } from '../vault/ballast.ts'
import { errorCode, isDiskFull, writeProblem } from '../vault/files.ts'
import { canonical } from './canonical.ts'
import { isDamage, isDiskError, type Database } from './connection.ts'
import type { Head, HeadFile } from './head-file.ts'
import { rollBack } from './migrate.ts'
import type { PageList } from './page-list.ts'
import type { Tx } from './store.ts'
import { appendLog, countQuiet, foundKind, type LogItem } from './vault-log.ts'

export interface Committing {
  readonly db: Database
  readonly macKey: Uint8Array
  readonly head: Head
  /** UTC ISO. */
  readonly at: string
}

export interface Committed<T> {
  readonly value: T
  readonly head: Head
  readonly afterwards: readonly (() => void)[]
}

/** `disk-full`, `disk-failed`, or `damage-met` where it came to a page that does not verify: nothing of it counts then. */
export function commit<T>(
  { db, macKey, head, at }: Committing,
  work: (tx: Tx) => Result<T, Saying>,
): Result<Committed<T>, Saying> {
  const items: LogItem[] = []
  const afterwards: (() => void)[] = []
  try {
    db.exec('BEGIN IMMEDIATE')
    const done = work({ db, at, log: (item) => items.push(item), after: (run) => afterwards.push(run) })
    if (!done.ok) {
      db.exec('ROLLBACK')
      return done
    }
    const next = appendLog(db, macKey, head, at, items)
    if (items.length === 0) countQuiet(db)
    db.exec('COMMIT')
    return ok({ value: done.value, head: next, afterwards })
  } catch (error) {
    rollBack(db)
    if (isDiskFull(error)) return fail(saying('disk-full'))
    if (isDiskError(error)) return fail(saying('disk-failed', { detail: errorCode(error) }))
    if (isDamage(error)) return fail(saying('damage-met'))
    throw error
  }
}

/** What opening found stays in the log itself: the new head must not make a loss look as if it had never been. */
export function keepFindings({ db, macKey, head, at }: Committing, findings: readonly Saying[]): Head {
  if (findings.length === 0) return head
  const items = findings.map(({ code, params }) => ({ kind: `${foundKind}${code}`, ref: canonical(params) }))
  db.exec('BEGIN IMMEDIATE')
  try {
    const next = appendLog(db, macKey, head, at, items)
    db.exec('COMMIT')
    return next
  } catch (error) {
    rollBack(db)
    if (isDiskFull(error)) return head
    throw error
  }
}

/**
 * The commit is on disk already; where its head cannot be written, the log is ahead of it, as after a kill, and the next one tells.
 * Gives what to say of it, null where all is well.
 */
export function writeHead(dir: string, headFile: HeadFile, head: Head, quiet: number): Saying | null {
  try {
    withBallast(dir, () => headFile.write(head, quiet))
    return null
  } catch (error) {
    return isDiskFull(error) ? null : writeProblem('head', error)
  }
}

/** Where it cannot be left, the next opening has none. */
export function leaveQuietly(list: PageList): void {
  try {
    list.leave()
  } catch {
    // A full disk, a folder that may not be written.
  }
}

/** Empties the write-ahead log first: what stands in it is the part that damage could take without a trace. */
export function closeQuietly(db: Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A full disk: the write-ahead log stays and is read at the next opening.
  }
  db.close()
}
