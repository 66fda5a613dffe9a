/**
 * Slows guessing at the screen: five free tries, then 2^n seconds up to five minutes. Count and time are kept on disk, the time
 * by a clock that cannot be set (seconds since the machine started), so setting the clock neither frees nor locks out, and a new
 * process of the command line waits on where the last one stopped.
 * It is no defence against somebody who has the files: there Argon2id and the length of the passphrase are.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileSafely } from './files.ts'

export const freeTries = 5
const longestWait = 300

export interface Attempts {
  /** Seconds to wait now, 0 for none. */
  readonly wait: () => number
  /** Tries left before the next pause. */
  readonly left: () => number
  readonly failed: () => void
  readonly succeeded: () => void
}

const triesSchema = z.object({ count: z.int().min(0).max(1_000_000), at: z.number().min(0) })
export type Tries = z.infer<typeof triesSchema>

/** `uptime` gives seconds since the machine started. */
export function attemptsOf(dir: string, uptime: () => number): Attempts {
  const path = join(dir, 'attempts.json')
  const write = (tries: Tries): Tries => {
    try {
      writeFileSafely(path, Buffer.from(JSON.stringify(tries)))
    } catch {
      // On a full or read-only disk the right passphrase must still open the vault.
    }
    return tries
  }
  // A damaged count counts as the most tries, from now: damaging it must not free anything.
  const read = (): Tries =>
    existsSync(path) ? (readTries(path) ?? write({ count: 100, at: uptime() })) : { count: 0, at: 0 }
  return {
    wait: () => waitOf(read(), uptime()),
    left: () => triesLeft(read()),
    failed: () => {
      write({ count: read().count + 1, at: uptime() })
    },
    succeeded: () => {
      if (existsSync(path)) rmSync(path, { force: true })
    },
  }
}

/** Seconds to wait. After a restart the machine's clock begins anew: the wait is then counted from there. */
export function waitOf({ count, at }: Tries, uptime: number): number {
  const passed = uptime >= at ? uptime - at : uptime
  return Math.max(0, Math.ceil(waitAfter(count) - passed))
}

export const triesLeft = ({ count }: Tries): number => Math.max(1, freeTries - count)

const waitAfter = (count: number): number =>
  count < freeTries ? 0 : Math.min(longestWait, 2 ** (count - freeTries + 1))

function readTries(path: string): Tries | null {
  try {
    return triesSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}
