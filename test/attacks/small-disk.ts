/** A disk of a few megabytes that really runs full: a tmpfs, which only root may mount. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from '../core/vault-fixture.ts'

export function smallDisk(megabytes: number): string {
  const dir = tempFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', dir])
  onTestFinished(() => void execFileSync('umount', ['-l', dir]))
  return dir
}

/** Says why not, once; `.ci/run` requires the right. */
export const canMount: boolean = (() => {
  const allowed = process.platform === 'linux' && mounts()
  if (!allowed && process.env['SIGNET_REQUIRE_RIGHTS'] === '1') throw new Error('no CAP_SYS_ADMIN (full disk)')
  if (!allowed) console.log('skipped: no CAP_SYS_ADMIN (full disk)')
  return allowed
})()

function mounts(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Fills what is left, to the last byte. */
export function fillDisk(dir: string): string {
  const path = join(dir, 'ballast')
  const file = openSync(path, 'w')
  try {
    for (let size = 1_048_576; size >= 1; size = Math.floor(size / 2)) writeUntilFull(file, Buffer.alloc(size))
  } finally {
    closeSync(file)
  }
  return path
}

function writeUntilFull(file: number, bytes: Uint8Array): void {
  try {
    while (writeSync(file, bytes) > 0);
  } catch {
    // Full for this size.
  }
}
