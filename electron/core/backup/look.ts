/** Opens the copy in a backup, to be read: in a folder of its own beside the vault, sealed as it is, that goes at lock or at the next start. */
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Desk } from '../session.ts'
import { openStore, type Store } from '../store/store.ts'
import type { KeyFile } from '../vault/key-file.ts'
import { writeKeyFile } from '../vault/key-slots.ts'
import { isAlive } from '../vault/lock-file.ts'
import { backupKeyOf, type OpenVault } from '../vault/vault.ts'
import { restoreMark, withUnpacked } from './backup.ts'

const lookMark = '.look-'

const copies = new WeakMap<Store, string>()

/** UTC ISO: when the backup was made whose copy this is; null for a vault in its own folder. */
export const copyOf = (store: Store): string | null => copies.get(store) ?? null

/** @returns the vault in a folder of its own, read-only; the problems of opening a backup, or `only-trial`. */
export async function lookInside(desk: Desk, path: string, typed: string): Promise<Result<OpenVault, Saying>> {
  const opened: { found: Found | null } = { found: null }
  const prefix = `${desk.dir}${lookMark}${process.pid}-`
  const proved = await withUnpacked({ path, typed, prefix, how: 'keep' }, ({ file, vaultKey, unpacked }) => {
    const dir = `${unpacked}-open`
    writeKeyFile(unpacked, file)
    renameSync(unpacked, dir)
    opened.found = { dir, file, vaultKey }
  })
  if (!proved.ok || opened.found === null) return proved.ok ? fail(saying('vault-locked')) : proved
  return openedToRead(desk, opened.found, proved.value.at)
}

interface Found {
  readonly dir: string
  readonly file: KeyFile
  readonly vaultKey: Uint8Array
}

function openedToRead(desk: Desk, { dir, file, vaultKey }: Found, at: string): Result<OpenVault, Saying> {
  const remove = (): void => rmSync(dir, { recursive: true, force: true })
  const isRefused = desk.trialOnly && !file.trial
  const store = isRefused
    ? fail(saying('only-trial'))
    : openStore({ dir, copy: file.copy, vaultKey, now: desk.ports.now, readOnly: true })
  if (!store.ok) {
    remove()
    return store
  }
  const close = (): void => {
    store.value.close()
    remove()
  }
  const copy: Store = { ...store.value, close }
  copies.set(copy, at)
  return ok({ file, store: copy, backupKey: backupKeyOf(vaultKey) })
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
