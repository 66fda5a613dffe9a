/** Keeps a second process out of an open vault, and names the first one to the person. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { resolve } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { errorCode, isDiskFull } from './files.ts'

/** Ours: a file with our number that is not among these was left by an earlier process that had the same one. */
const held = new Set<string>()

function letGo(path: string): void {
  held.delete(path)
  rmSync(path, { force: true })
}

/** Gives the way to let go again. The database's exclusive lock stands behind it, should two processes race here. */
export function takeLock(dir: string): Result<() => void, Saying> {
  const path = resolve(dir, 'lock')
  if (held.has(path)) return fail(saying('vault-in-use', { pid: process.pid }))
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 })
      held.add(path)
      return ok(() => letGo(path))
    } catch (error) {
      const pid = holder(path)
      if (pid !== null && !isOlderThanBoot(path) && isAlive(pid)) return fail(saying('vault-in-use', { pid }))
      rmSync(path, { force: true })
      // No room for a few digits: the database's own lock has to do, so that a full disk keeps nobody out.
      if (isDiskFull(error)) return ok(() => undefined)
      if (errorCode(error) !== 'EEXIST') return fail(saying('disk-failed', { detail: errorCode(error) }))
    }
  }
  return fail(saying('vault-in-use', { pid: 0 }))
}

/** For a vault that is only read, and leaves no lock of its own: whether somebody else has it open. */
export function lockedBy(dir: string): Saying | null {
  const path = resolve(dir, 'lock')
  if (held.has(path)) return saying('vault-in-use', { pid: process.pid })
  const pid = holder(path)
  return pid !== null && !isOlderThanBoot(path) && isAlive(pid) ? saying('vault-in-use', { pid }) : null
}

/** Without its end the number may be half of one, and a stranger's. */
function holder(path: string): number | null {
  try {
    const pid = Number(/^(\d{1,10})\n$/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0)
    return pid > 0 && pid !== process.pid ? pid : null
  } catch {
    return null
  }
}

/** After a power cut the number may belong to a stranger by now: nothing from before the machine started is alive. */
const isOlderThanBoot = (path: string): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - uptime() * 1000 - 2000

/** Signal 0 asks without touching; EPERM means that it lives and belongs to somebody else. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
