/** One process that will be killed: started early, so that loading its modules costs the run nothing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { failingDisk } from './failing-disk.ts'
import type { KillJob } from './kill-child.ts'
import type { Said } from './kill-kind.ts'

export interface Victim {
  readonly canAim: boolean
  readonly begin: (job: KillJob) => void
  /** It has opened what it works on, and begins. */
  readonly ready: Promise<void>
  /** It has nothing more to do, or is gone. */
  readonly ended: Promise<void>
  /** All that it said; a line that the kill cut in half was not said. */
  readonly kill: () => Promise<readonly Said[]>
  /** Never used. */
  readonly end: () => void
}

/** Beside this file, from source and bundled alike. */
const program = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './kill-child.ts' : './kill-child.js', import.meta.url),
)

export function startVictim(library: string | null): Victim {
  const disk = library === null ? null : failingDisk(library)
  const child = spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...disk?.env },
  })
  const gone = once(child, 'close').then(() => disk?.remove())
  let text = ''
  const [ready, isReady] = settling()
  const [ended, isEnded] = settling()
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more
    if (text.includes('"said":"ready"')) isReady()
    if (text.includes('"said":"end"')) isEnded()
  })
  // A child that dies before it says anything must not keep its run waiting.
  child.stdin.on('error', () => undefined)
  void gone.then(isReady).then(isEnded)
  return {
    canAim: disk !== null,
    begin: (job) => void child.stdin.write(`${JSON.stringify(job)}\n`),
    ready,
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
      return text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Said)
    },
    end: () => void child.kill('SIGKILL'),
  }
}

function settling(): [Promise<void>, () => void] {
  const { promise, resolve } = Promise.withResolvers<void>()
  return [promise, resolve]
}
