/** A disk of some megabytes that really runs full, or takes no writes: a tmpfs, which only root may mount. */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly folder: string
  readonly free: () => number
  /** Writes until just so many bytes are free, in whole pages. */
  readonly fill: (left: number) => void
  readonly empty: () => void
  /** The same files, in another place, where nothing can be written. */
  readonly readOnly: () => string
  readonly remove: () => void
}

export const page = 4096

/** Why not, where there is no right to mount; throws where the right is required. */
export function cannotMount(): string | null {
  try {
    if (process.platform !== 'linux') throw new Error('no Linux')
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' })
    return null
  } catch {
    if (process.env['SIGNET_REQUIRE_RIGHTS'] === '1') throw new Error('no CAP_SYS_ADMIN (full disk)')
    return 'skipped: no CAP_SYS_ADMIN (full disk)'
  }
}

export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'signet-small-disk-'))
  const mounted = [folder]
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder])
  const filler = join(folder, 'filler')
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    free,
    fill: (left) => writeZeros(filler, free() - Math.ceil(left / page) * page),
    empty: () => rmSync(filler, { force: true }),
    readOnly: () => {
      const other = mkdtempSync(join(tmpdir(), 'signet-read-only-'))
      mounted.push(other)
      execFileSync('mount', ['--bind', folder, other])
      execFileSync('mount', ['-o', 'remount,ro,bind', other])
      return other
    },
    remove: () => {
      for (const place of mounted.toReversed()) {
        execFileSync('umount', ['-l', place])
        rmSync(place, { recursive: true, force: true })
      }
    },
  }
}

function writeZeros(path: string, bytes: number): void {
  const piece = Buffer.alloc(1_048_576)
  const file = openSync(path, 'w')
  try {
    for (let left = bytes; left > 0;) left -= writeSync(file, piece, 0, Math.min(left, piece.length))
  } finally {
    closeSync(file)
  }
}
