/**
 * The last step of a new data key: database, head and list of pages that were sealed anew beside the old ones take their places once vault.json
 * has the new key, and are thrown away where it has not. Done at closing and at every unlock, so that a kill between two steps
 * leaves nothing open.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { olderFormats } from '../store/migrate.ts'
import { databasePath } from '../store/store.ts'
import { flushFolder } from './files.ts'

const prefix = 'new-key-'

/** `id` of the data key under which everything in it is sealed. */
export const newFilesFolder = (dir: string, id: string): string => join(dir, `${prefix}${id}`)

/** `id` of the data key that opened the vault; nothing of the vault may be open. */
export function settleNewFiles(dir: string, id: string): void {
  const folder = newFilesFolder(dir, id)
  if (existsSync(folder)) moveIn(dir, folder)
  dropNewFiles(dir)
}

/** Those that a kill left before they counted: what cannot be removed now goes another time. */
export function dropNewFiles(dir: string): void {
  for (const name of readdirSync(dir).filter((entry) => entry.startsWith(prefix))) removeQuietly(join(dir, name))
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // A read-only folder opens all the same.
  }
}

function moveIn(dir: string, folder: string): void {
  const database = databasePath(folder)
  if (existsSync(database)) {
    // What the old database has not yet taken from its log must not be written into the new one.
    for (const end of ['-wal', '-shm']) rmSync(`${databasePath(dir)}${end}`, { force: true })
    flushFolder(dir)
    renameSync(database, databasePath(dir))
  }
  for (const name of ['head', 'pages'])
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(dir, name))
  // Sealed under the old key, which is to open nothing here any more.
  for (const name of olderFormats(dir)) rmSync(join(dir, name), { force: true })
  flushFolder(dir)
}
