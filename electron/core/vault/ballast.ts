/** 16 MB that stand in the vault's folder so that the act that finds the disk full can still be finished, and the desk goes on. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { isDiskFull, writeAll } from './files.ts'

export const ballastBytes = 16 * 1_048_576
/** Room that must be left beside it, so that it does not itself fill the disk. */
const roomBeside = 4 * ballastBytes

const pathIn = (dir: string): string => join(dir, 'ballast')

export const hasBallast = (dir: string): boolean => existsSync(pathIn(dir))

/** True where there was one to give up. From any thread. */
export function freeBallast(dir: string): boolean {
  if (!hasBallast(dir)) return false
  rmSync(pathIn(dir), { force: true })
  return true
}

/** null where the system does not say. */
export function freeBytes(dir: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dir)
    return bavail * bsize
  } catch {
    return null
  }
}

/** Written a megabyte at a time, so that nobody waits for it; gives up where there is no room. */
export function* layBallast(dir: string): Generator<void, void> {
  if (hasBallast(dir) || (freeBytes(dir) ?? 0) < ballastBytes + roomBeside) return
  const beside = `${pathIn(dir)}.new`
  let file: number | null = null
  try {
    file = openSync(beside, 'w', 0o600)
    // Not zeros: some file systems keep none for them.
    const piece = crypto.getRandomValues(new Uint8Array(65_536))
    for (let at = 0; at < ballastBytes; at += piece.length) {
      writeAll(file, piece)
      if (at % 1_048_576 === 0) yield
    }
    fsyncSync(file)
    renameSync(beside, pathIn(dir))
  } catch {
    // A full disk, a folder that may not be written: the place of the vault then says that there is none.
  } finally {
    if (file !== null) closeSync(file)
    rmSync(beside, { force: true })
  }
}

/** Runs what finds the disk full once more, with the ballast given up; throws what it throws then. */
export function withBallast<T>(dir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isDiskFull(error) && freeBallast(dir)) return work()
    throw error
  }
}
