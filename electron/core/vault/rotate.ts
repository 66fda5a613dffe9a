/**
 * A new data key, as a job: everything is sealed anew beside the old, then one rename of vault.json decides, and the desk locks. Killed
 * before that, the vault is as it was; killed after, the next unlock puts the new files in place.
 */
import { statfsSync, statSync } from 'node:fs'
import type { Job } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Step } from '../jobs.ts'
import type { Desk, Session } from '../session.ts'
import { databasePath, type Store } from '../store/store.ts'
import { errorCode, isDiskFull } from './files.ts'
import type { KeyFile } from './key-file.ts'
import { hasNewest, replaceOpened } from './key-slots.ts'
import { openWithPassphrase, wrapForSheet, wrapWithPassphrase } from './key-wraps.ts'
import { dropNewFiles } from './new-files.ts'
import { tryPassphrase, type OpenKeys } from './open-keys.ts'
import { pauseCommits } from './paused.ts'
import { nextSheet, presentSheet, type Sheet } from './recovery-sheet.ts'
import { reseal, resealSteps } from './reseal.ts'

/** `passphrase-wrong`, `sheet-old`, `rotate-no-room`, `rotate-busy`: nothing was begun. */
export async function startRotation(desk: Desk, session: Session, passphrase: string): Promise<Result<Job, Saying>> {
  const refused = busyWith(session) ?? noRoom(session.store.dir)
  if (refused !== null) return fail(refused)
  const keys = await tryPassphrase(desk.dir, passphrase, desk.ports)
  if (!keys.ok) return keys
  const sheet = presentSheet(session.store, keys.value.file)
  if (sheet === null) return fail(saying('sheet-old'))
  const newKey = Buffer.from(desk.ports.random(32))
  const sheets = { sheet, nextSheet: nextSheet(session.store, keys.value.file) }
  const next = await underNewKey(desk, keys.value, { newKey, passphrase, ...sheets })
  if (next === null) return fail(saying('key-file-not-verified'))
  // Something may have begun while the passphrase was tried.
  const busy = busyWith(session)
  return busy === null ? ok(begin(desk, session, { old: keys.value.file, next, newKey })) : fail(busy)
}

function busyWith({ jobs }: Session): Saying | null {
  const other = jobs.list().find(({ state }) => state === 'running')
  return other === undefined ? null : saying('rotate-busy', { name: other.name })
}

const spareMegabytes = 64

/** The database once more, its write-ahead log while it is signed anew, and some room for what else is written. */
function noRoom(dir: string): Saying | null {
  const { bavail, bsize } = statfsSync(dir)
  return roomProblem(statSync(databasePath(dir)).size, bavail * bsize)
}

/** Bytes. */
export function roomProblem(database: number, free: number): Saying | null {
  const need = 2 * database + spareMegabytes * 1_048_576
  return free >= need ? null : saying('rotate-no-room', { need: megabytes(need), free: megabytes(free) })
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`

interface NewKey {
  readonly newKey: Buffer
  readonly passphrase: string
  readonly sheet: Sheet
  /** Made and not proved yet. */
  readonly nextSheet: Sheet | null
}

/** What vault.json will say. The same passphrase and the same sheet open it; null where they would not. */
async function underNewKey(
  { ports }: Desk,
  { file, device }: OpenKeys,
  { newKey, passphrase, sheet, nextSheet: made }: NewKey,
): Promise<KeyFile | null> {
  const since = new Date(ports.now()).toISOString()
  const shown = { ...file, turn: file.turn + 1, dataKey: { id: ports.newId(), since } }
  const typed = { passphrase, cost: file.passphrase, since: file.passphrase.since, device }
  const next: KeyFile = {
    ...shown,
    passphrase: await wrapWithPassphrase(newKey, shown, typed, ports.random),
    recovery: wrapForSheet(newKey, shown, sheet, file.recovery.since),
    nextRecovery:
      made === null || file.nextRecovery === null ? null : wrapForSheet(newKey, shown, made, file.nextRecovery.since),
  }
  const opened = await openWithPassphrase(next, passphrase, device?.secret ?? null)
  return opened?.equals(newKey) === true ? next : null
}

interface Rotation {
  readonly old: KeyFile
  readonly next: KeyFile
  readonly newKey: Buffer
}

function begin(desk: Desk, session: Session, rotation: Rotation): Job {
  const { jobs, store } = session
  const id = desk.ports.newId()
  pauseCommits(store, () => jobs.list().some((job) => job.id === id && job.state === 'running'))
  const total = resealSteps(store) + 1
  return jobs.start({ id, kind: 'data-key', name: 'new data key', total }, () => steps(desk, session, rotation))
}

const aStep: Step = { done: 1, added: 0, updated: 0, unchanged: 0, refused: [] }

function* steps(desk: Desk, session: Session, { old, next, newKey }: Rotation): Generator<Result<Step, Saying>, void> {
  const { store } = session
  try {
    dropNewFiles(store.dir)
    for (const step of reseal({ store, newKey, id: next.dataKey.id, now: desk.ports.now })) {
      if (!step.ok) dropNewFiles(store.dir)
      yield step.ok ? ok(aStep) : step
    }
    replaceOpened(store.dir, old, next)
  } catch (error) {
    // Once vault.json has the new key, the new files are the vault, whatever failed after that.
    if (!hasNewest(store.dir, next)) {
      if (hasNewest(store.dir, old)) dropNewFiles(store.dir)
      yield fail(problemOf(error, store))
      return
    }
  }
  closeFor(desk, session)
  yield ok(aStep)
}

/** What fails inside an export has the code of the export and tells the disk by its words alone. */
function problemOf(error: unknown, store: Store): Saying {
  const [detail, words] = [errorCode(error), error instanceof Error ? error.message : '']
  if (isDiskFull(error) || words.includes('disk is full')) return saying('disk-full')
  const isUnread = /^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(detail) && readsWhole(store)
  const isDisk = isUnread || /^(?:SQLITE_IOERR|E[A-Z]+$)/.test(detail) || words.includes('disk I/O error')
  return isDisk ? saying('disk-failed', { detail }) : saying('rotate-unsound', { detail })
}

/** Then it was the new file that did not: what a disk keeps back of it is met as damage. */
function readsWhole({ db }: Store): boolean {
  try {
    return db.pragma('cipher_integrity_check').length === 0
  } catch {
    return false
  }
}

/** What is held in memory is of the old key: a new process opens the new one. */
function closeFor(desk: Desk, session: Session): void {
  desk.session = null
  try {
    session.store.close()
  } catch {
    // What could not be put in place now is at the next unlock.
  }
  desk.ports.relock?.()
}
