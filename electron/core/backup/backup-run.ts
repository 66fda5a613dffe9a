/** One backup of the open vault, beside everything else: as a job that can be watched and stopped, with what came of it kept. */
import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job } from '../../../shared/ipc/card-views.ts'
import type { BackupDone } from '../../../shared/ipc/vault-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { copiesOf } from '../evidence/copies-made.ts'
import type { Step } from '../jobs.ts'
import type { GrantedFile } from '../ports.ts'
import { me, nowOf, profileOf, type Session } from '../session.ts'
import { databasePath } from '../store/store.ts'
import { pruneApart } from '../workers/backup-job.ts'
import { backupVault, freeOn } from './backup.ts'
import { backupName } from './backup-name.ts'
import { keepDone, keepTried, planOf } from './plan.ts'
import { kibDone, newWatch, stop, type Watch } from './watch.ts'

/** Nobody asks for a further step of a job that was stopped, so the work looks by itself whether it is wanted. */
const lookEveryMs = 150

const running = new WeakSet<Session>()
const left = new WeakSet<Session>()
const jobs = new WeakMap<Session, string>()

/** Of the backup that runs or was the last to run. */
export const jobOf = (session: Session): string | null => jobs.get(session) ?? null

/** At lock: what still runs stops, and keeps nothing. */
export const leaveBackup = (session: Session): void => void left.add(session)

/** Waits for it; for the command line, which has nothing else to do. */
export async function backUpNow(session: Session, target: GrantedFile): Promise<Result<BackupDone, Saying>> {
  const refused = refusalOf(session)
  if (refused !== null) return fail(refused)
  return run(session, placeIn(session, target), newWatch())
}

/** Into the folder of the plan, or where `target` says. @returns `vault-read-only`, `backup-runs`, `backup-no-folder`, `backup-no-room`. */
export function startBackup(session: Session, target: GrantedFile | null): Result<Job, Saying> {
  const refused = refusalOf(session)
  if (refused !== null) return fail(refused)
  const chosen = target ?? planOf(session.store).folder
  if (chosen === null) return fail(saying('backup-no-folder'))
  const path = placeIn(session, chosen)
  const bytes = bytesOf(session)
  const refusal = roomRefusal(path, bytes)
  if (refusal !== null) {
    note(session, path, fail(refusal), 0)
    return fail(refusal)
  }
  const id = session.ports.newId()
  // Written once, read back once.
  const total = Math.ceil((2 * bytes) / 1024)
  jobs.set(session, id)
  const watch = newWatch()
  const work = run(session, path, watch)
  const isWanted = (): boolean =>
    !left.has(session) && session.jobs.list().some((job) => job.id === id && job.state === 'running')
  const timer = setInterval(() => (isWanted() ? undefined : stop(watch)), lookEveryMs)
  // Whoever watches the job is told; where it was stopped before anybody did, nobody is.
  work.finally(() => clearInterval(timer)).catch(() => undefined)
  const job = session.jobs.start({ id, kind: 'backup', name: basename(path), total }, () => steps(work, watch))
  session.news('vault.changed', null)
  return ok(job)
}

/** What is only read is a copy already, or is damaged: neither replaces a backup that counts. */
function refusalOf(session: Session): Saying | null {
  if (session.store.readOnly) return saying('vault-read-only')
  return running.has(session) ? saying('backup-runs') : null
}

/** A folder gets the name that the plan gives. */
function placeIn(session: Session, { path }: GrantedFile): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder || path === planOf(session.store).folder?.path ? join(path, backupName(nowOf(session))) : path
}

function bytesOf({ store }: Session): number {
  const blobs = Number(store.db.prepare('SELECT coalesce(sum(size), 0) FROM blobs', { pluck: true }).get())
  return statSync(databasePath(store.dir)).size + blobs
}

function roomRefusal(path: string, bytes: number): Saying | null {
  const free = freeOn(dirname(path))
  if (free === null || free > bytes) return null
  return saying('backup-no-room', { name: basename(dirname(path)), needed: megabytes(bytes), free: megabytes(free) })
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`

/** Ends with the backup. */
async function* steps(
  work: Promise<Result<BackupDone, Saying>>,
  watch: Watch,
): AsyncGenerator<Result<Step, Saying>, void> {
  let told = 0
  for (;;) {
    const ended = await Promise.race([work, sleep(lookEveryMs, null)])
    if (ended?.ok === false) {
      yield ended
      return
    }
    const now = kibDone(watch)
    yield ok({ done: now - told, added: 0, updated: 0, unchanged: 0, refused: [] })
    told = now
    if (ended !== null) return
  }
}

async function run(session: Session, path: string, watch: Watch): Promise<Result<BackupDone, Saying>> {
  running.add(session)
  try {
    const newest = newestEntry(session)
    const { now, random } = session.ports
    const done = await backupVault(session, path, { now, random, watch })
    const kept = note(session, path, done, newest)
    if (done.ok) await prune(session, path)
    return kept.ok ? done : kept
  } finally {
    running.delete(session)
  }
}

const newestEntry = ({ store }: Session): number =>
  Number(store.db.prepare('SELECT coalesce(max(rowid), 0) FROM entries', { pluck: true }).get())

/** What a person stopped is no failure. */
function note(session: Session, path: string, done: Result<BackupDone, Saying>, newest: number): Result<null, Saying> {
  if (left.has(session) || (!done.ok && done.problem.code === 'backup-stopped')) return ok(null)
  const noted = session.store.commit((tx) => {
    if (!done.ok) {
      keepTried(tx, session.store, { at: tx.at, name: basename(path), problem: done.problem })
      return ok(null)
    }
    keepDone(tx, session.store, done.value, newest)
    session.profiles.put(tx, me, { ...profileOf(session), lastBackup: done.value.at })
    const made = { what: 'backup', at: done.value.at, name: basename(path) } as const
    copiesOf(session.store).put(tx, session.ports.newId(), made)
    return ok(null)
  })
  session.news('me.changed', null)
  session.news('vault.changed', null)
  return noted
}

/** Only in the folder of the plan, and only once the new one counts. What is gone holds nothing any more. */
async function prune(session: Session, path: string): Promise<void> {
  const folder = planOf(session.store).folder?.path
  if (folder === undefined || dirname(path) !== folder) return
  const removed = await pruneApart({ folder, copy: session.store.copy })
  if (!removed.ok || removed.value.length === 0 || left.has(session)) return
  const copies = copiesOf(session.store)
  const ids = session.store.db.prepare("SELECT id FROM records WHERE kind = 'copy-made'", { pluck: true }).all<string>()
  session.store.commit((tx) => {
    for (const id of ids) {
      const made = copies.get(id)
      if (made?.what === 'backup' && removed.value.includes(made.name)) copies.drop(tx, id)
    }
    return ok(null)
  })
}
