/** Writing files so that a kill or a full disk leaves the old one or the new one, never half of one. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { ReadOnlyVault } from './read-only.ts'

/** Written beside, flushed, renamed over, folder flushed. Files are for the owner alone. */
export function writeFileSafely(path: string, bytes: Uint8Array): void {
  const beside = `${path}.new`
  try {
    writeFlushed(beside, bytes)
    renameSync(beside, path)
    flushFolder(dirname(path))
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

export function writeFlushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', 0o600)
  try {
    writeAll(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** For a file that was written by other means. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** One write may take fewer bytes than it was given. `makeRoom` is asked where the disk is full: true where it is worth another try. */
export function writeAll(file: number, bytes: Uint8Array, makeRoom: () => boolean = () => false): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(file, bytes, at)
    } catch (error) {
      if (!isDiskFull(error) || !makeRoom()) throw error
    }
  }
}

/** Windows cannot open folders, and does not need it for renames to last. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32' || !existsSync(folder)) return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'SQLITE_FULL')

/** Why a file of ours could not be written, for a person. */
export const writeProblem = (name: string, error: unknown): Saying =>
  error instanceof ReadOnlyVault
    ? saying('vault-read-only')
    : isDiskFull(error)
      ? saying('disk-full')
      : saying('write-failed', { name, detail: errorCode(error) })

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
