/** Opens the copy in a backup, to be read: in a folder of its own beside the vault, sealed as it is, that goes at lock or at the next start. */
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { profileOf, sessionOn, type Desk } from '../session.ts'
import { openStore, type Store } from '../store/store.ts'
import type { KeyFile } from '../vault/key-file.ts'
import { writeKeyFile } from '../vault/key-slots.ts'
import { isAlive } from '../vault/lock-file.ts'
import { backupKeyOf, type OpenVault } from '../vault/vault.ts'
import { lookIntoBackupApart } from '../workers/backup-job.ts'
import { restoreMark, withUnpacked } from './backup.ts'
import type { Left, Looked } from './look-left.ts'

const lookMark = '.look-'

const copies = new WeakMap<Store, string>()

/** UTC ISO: when the backup was made whose copy this is; null for a vault in its own folder. */
export const copyOf = (store: Store): string | null => copies.get(store) ?? null

/**
 * Whole, or what is left of it: then its findings begin with what is missing.
 * @returns the vault in a folder of its own, read-only; `backup-none-left`, `backup-left-closed`, the problems of opening a backup, or `only-trial`.
 */
export async function lookInside(desk: Desk, path: string, typed: string): Promise<Result<OpenVault, Saying>> {
  const opened: { found: Found | null } = { found: null }
  const prefix = `${desk.dir}${lookMark}${process.pid}-`
  const looked = await withUnpacked(
    { path, typed, prefix, work: lookIntoBackupApart },
    ({ file, vaultKey, unpacked }) => {
      const dir = `${unpacked}-open`
      writeKeyFile(unpacked, file)
      renameSync(unpacked, dir)
      opened.found = { path, dir, file, vaultKey }
    },
  )
  if (!looked.ok || opened.found === null) return looked.ok ? fail(saying('vault-locked')) : looked
  return openedToRead(desk, opened.found, looked.value)
}

interface Found {
  /** The backup. */
  readonly path: string
  /** What was unpacked of it. */
  readonly dir: string
  readonly file: KeyFile
  readonly vaultKey: Uint8Array
}

function openedToRead(desk: Desk, { path, dir, file, vaultKey }: Found, looked: Looked): Result<OpenVault, Saying> {
  const remove = (): void => rmSync(dir, { recursive: true, force: true })
  const isRefused = desk.trialOnly && !file.trial
  const store = isRefused
    ? fail(saying('only-trial'))
    : openStore({ dir, copy: file.copy, vaultKey, now: desk.ports.now, readOnly: true })
  if (!store.ok) {
    remove()
    return looked.left === null || isRefused ? store : staysClosed(path)
  }
  const close = (): void => {
    store.value.close()
    remove()
  }
  const findings = [...leftFindings(looked), ...store.value.findings]
  const vault = { file, store: { ...store.value, findings, close }, backupKey: backupKeyOf(vaultKey) }
  if (looked.left !== null && !opensDesk(desk, vault)) {
    close()
    return staysClosed(path)
  }
  copies.set(vault.store, looked.at ?? newestIn(vault.store) ?? statSync(path).mtime.toISOString())
  return ok(vault)
}

const staysClosed = (path: string): Result<never, Saying> =>
  fail(saying('backup-left-closed', { name: basename(path) }))

/** Asked before the vault that is open now is closed for it. */
function opensDesk(desk: Desk, vault: OpenVault): boolean {
  try {
    profileOf(sessionOn(desk, vault))
    return true
  } catch {
    return false
  }
}

function leftFindings({ at, left }: Looked): readonly Saying[] {
  if (left === null) return []
  return [whatIsMissing(left), ...(at === null ? [saying('backup-left-day')] : [])]
}

function whatIsMissing({ unread, total, files, hasEnd, detail }: Left): Saying {
  if (!hasEnd) return saying('backup-left-cut', { unread, total, files })
  return unread + files > 0 ? saying('backup-left', { unread, total, files }) : saying('backup-left-all', { detail })
}

/** UTC ISO, of the last step that the log of the vault keeps; null where it does not read. */
function newestIn({ db }: Store): string | null {
  try {
    const at = db.prepare('SELECT at FROM log ORDER BY seq DESC LIMIT 1', { pluck: true }).get()
    return typeof at === 'string' ? at : null
  } catch {
    return null
  }
}

/** What processes that are gone left beside the vault: copies that were looked into, and restores that were not finished. */
export function sweepBeside(dir: string): void {
  const parent = dirname(dir)
  const starts = [lookMark, restoreMark].map((mark) => `${basename(dir)}${mark}`)
  for (const name of namesIn(parent)) {
    const start = starts.find((one) => name.startsWith(one))
    const pid = Number.parseInt(name.slice(start?.length), 10)
    if (start !== undefined && pid !== process.pid && !isAlive(pid))
      rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch {
    // Not there yet, or not ours to read.
    return []
  }
}
