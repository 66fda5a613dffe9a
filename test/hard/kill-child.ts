/** The process that is killed: loads the real core, waits to be told what to do, does it and names each act after its reply. */
import { writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { chanceOf } from './chance.ts'
import { aimAt, type Aim } from './failing-disk.ts'
import type { Place, Said } from './kill-kind.ts'
import { killKinds } from './kill-kinds/all.ts'
import { plainDesk } from './plain-desk.ts'

export interface KillJob extends Place {
  readonly kind: string
  readonly round: number
  readonly seed: number
  /** null: the kill comes from outside, by time. */
  readonly aim: Aim | null
}

/** Straight to the pipe: what was said before the kill must be there after it. */
const say = (said: Said['said'], what = '', ref = ''): void => {
  writeSync(1, `${JSON.stringify({ said, what, ref } satisfies Said)}\n`)
}

async function work(job: KillJob): Promise<void> {
  const kind = killKinds.find(({ name }) => name === job.kind)
  if (kind === undefined) throw new Error(`no kind ${job.kind}`)
  const control = process.env['SIGNET_FAILING_DISK']
  // Only files that are opened from here on are watched.
  if (control !== undefined) aimAt(control, dirname(job.dir), { blow: 'off', at: 0 })
  const begin = (): void => {
    say('ready')
    if (job.aim !== null && control !== undefined) aimAt(control, dirname(job.dir), job.aim)
  }
  await kind.work({
    ...job,
    desk: plainDesk(job.dir),
    chance: chanceOf(job.seed),
    say: (said, what, ref) => (said === 'ready' ? begin() : say(said, what, ref)),
  })
  say('end')
}

const lines = createInterface({ input: process.stdin })
lines.once('line', (line) => {
  work(JSON.parse(line) as KillJob).catch((error: unknown) => {
    say('end', 'failed', error instanceof Error ? (error.stack ?? error.message) : String(error))
  })
})
// Whoever started this may go first: nobody is left behind.
lines.once('close', () => process.exit(0))
