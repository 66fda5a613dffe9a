/** Builds failing-disk.c where a C compiler is at hand, and tells it what to do: see there. */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const blows = {
  off: 0,
  count: 1,
  once: 2,
  'from-then-on': 3,
  'short-write': 4,
  'kill-before': 5,
  'kill-torn': 6,
  'kill-after': 7,
} as const
export type Blow = keyof typeof blows

/** Bits, as in failing-disk.c: opening for writing, writing, flushing, renaming and the like, cutting; reading. */
export const changing = 31
export const reading = 32

export const errors = { EIO: 5, EACCES: 13, ENOSPC: 28, EROFS: 30 } as const

export interface Aim {
  readonly blow: Blow
  /** Which call, from 1. */
  readonly at: number
  readonly error?: keyof typeof errors
  readonly kinds?: number
}

export interface FailingDisk {
  /** For the environment of the process that shall meet it. */
  readonly env: Readonly<Record<string, string>>
  /** Calls are counted from now on. */
  readonly aim: (folder: string, aim: Aim) => void
  /** Calls since the last aim, and how many of them failed. */
  readonly met: () => { readonly counted: number; readonly hits: number }
  readonly remove: () => void
}

const wordsAt = { counted: 16, hits: 20, folder: 24 }
const controlLength = 24 + 4000

/** null where there is no compiler, or no such way to stand between (it is Linux's and glibc's). */
export function buildFailingDisk(): string | null {
  if (process.platform !== 'linux') return null
  const source = resolve('test/hard/failing-disk.c')
  const library = join(mkdtempSync(join(tmpdir(), 'signet-failing-disk-')), 'failing-disk.so')
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { stdio: 'ignore' })
    return library
  } catch {
    rmSync(join(library, '..'), { recursive: true, force: true })
    return null
  }
}

export const removeBuilt = (library: string | null): void => {
  if (library !== null) rmSync(join(library, '..'), { recursive: true, force: true })
}

/** One a process: two would share the counting. */
export function failingDisk(library: string): FailingDisk {
  const path = join(mkdtempSync(join(tmpdir(), 'signet-control-')), 'control')
  const file = openSync(path, 'w+')
  writeSync(file, Buffer.alloc(controlLength))
  const aim: FailingDisk['aim'] = (folder, wanted) => aimAt(path, folder, wanted)
  return {
    env: { LD_PRELOAD: library, SIGNET_FAILING_DISK: path },
    aim,
    met: () => {
      const words = Buffer.alloc(8)
      readSync(file, words, 0, 8, wordsAt.counted)
      return { counted: words.readInt32LE(0), hits: words.readInt32LE(4) }
    },
    remove: () => {
      closeSync(file)
      rmSync(join(path, '..'), { recursive: true, force: true })
    },
  }
}

/** From either side: the process itself may aim, once it has begun. The first word goes last: it is what switches on. */
export function aimAt(control: string, folder: string, { blow, at, error = 'EIO', kinds = changing }: Aim): void {
  const bytes = Buffer.alloc(controlLength)
  for (const [place, value] of [blows[blow], at, errors[error], kinds].entries()) bytes.writeInt32LE(value, place * 4)
  bytes.write(folder, wordsAt.folder)
  const file = openSync(control, 'r+')
  writeSync(file, Buffer.alloc(4), 0, 4, 0)
  writeSync(file, bytes, 4, bytes.length - 4, 4)
  writeSync(file, bytes, 0, 4, 0)
  closeSync(file)
}

/** Calls since the last aim, as the process itself asks. */
export function countedAt(control: string): number {
  const words = Buffer.alloc(4)
  const file = openSync(control, 'r')
  readSync(file, words, 0, 4, wordsAt.counted)
  closeSync(file)
  return words.readInt32LE(0)
}
