/** Runs under failing-disk.c: every write path with each of its calls on the disk failing once, and from one on. */
import { mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf, seedOf } from './chance.ts'
import { aimAt, countedAt, type Aim } from './failing-disk.ts'
import { tried, type Disk } from './trial.ts'
import type { Outcome } from './tally.ts'
import { writePaths, type WritePath } from './write-paths.ts'
import type { Template } from './template.ts'

export interface FaultJob {
  readonly template: Template
  readonly seed: number
  /** Places tried for each write path and kind of blow; all where there are fewer. */
  readonly places: number
  readonly kinds: readonly string[] | null
}

export interface FaultSaid {
  readonly what: string
  readonly outcome: Outcome
}

const blows: readonly (readonly [string, Omit<Aim, 'at'>])[] = [
  ['EIO once', { blow: 'once', error: 'EIO' }],
  ['EIO from then on', { blow: 'from-then-on', error: 'EIO' }],
  ['disk full from then on', { blow: 'from-then-on', error: 'ENOSPC' }],
  ['read-only from then on', { blow: 'from-then-on', error: 'EROFS' }],
  ['short write', { blow: 'short-write' }],
]

const control = process.env['SIGNET_FAILING_DISK'] ?? ''
const job = JSON.parse(process.argv[2] ?? '') as FaultJob
const root = mkdtempSync(join(tmpdir(), 'signet-faults-'))
// Only files that are opened from here on are watched.
aimAt(control, root, { blow: 'off', at: 0 })

async function callsOf(path: WritePath): Promise<number> {
  let counted = 0
  const disk: Disk = {
    folder: join(root, 'count'),
    fail: () => aimAt(control, root, { blow: 'count', at: 0 }),
    mend: () => {
      counted = countedAt(control)
      aimAt(control, root, { blow: 'off', at: 0 })
    },
  }
  await tried(path, job.template, disk, 'no fault')
  return counted
}

async function faultsOf(path: WritePath): Promise<void> {
  const calls = await callsOf(path)
  for (const [name, blow] of blows) {
    const chance = chanceOf(seedOf(job.seed, `${path.name}/${name}`, 0))
    for (const at of placesIn(calls, job.places, chance.below)) {
      const disk: Disk = {
        folder: join(root, 'trial'),
        fail: () => aimAt(control, root, { ...blow, at }),
        mend: () => aimAt(control, root, { blow: 'off', at: 0 }),
      }
      const outcome = await tried(path, job.template, disk, `${name} at call ${at} of ${calls}`)
      writeSync(1, `${JSON.stringify({ what: path.name, outcome } satisfies FaultSaid)}\n`)
    }
  }
}

/** One in each of `most` stretches of equal length. */
const placesIn = (calls: number, most: number, below: (limit: number) => number): readonly number[] =>
  calls <= most
    ? Array.from({ length: calls }, (_, at) => at + 1)
    : Array.from({ length: most }, (_, at) => {
        const [from, to] = [Math.floor((at * calls) / most), Math.floor(((at + 1) * calls) / most)]
        return 1 + from + below(to - from)
      })

try {
  for (const path of writePaths) if (job.kinds === null || job.kinds.includes(path.name)) await faultsOf(path)
} finally {
  rmSync(root, { recursive: true, force: true })
}
process.exit()
