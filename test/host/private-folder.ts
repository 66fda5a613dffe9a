/** A folder only this user may enter, gone when the process ends: for the browser's throwaway profile and the sockets. */
import { existsSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

let folder: string | undefined

/** A browser writes titles and addresses of pages into its profile: on Linux that is memory, never a disk. */
const memory = '/dev/shm'
const place = (): string => (process.platform === 'linux' && existsSync(memory) ? memory : tmpdir())

/** mkdtemp makes it with mode 0700. */
export function privateFolder(): string {
  folder ??= makeFolder()
  return folder
}

function makeFolder(): string {
  const made = mkdtempSync(join(place(), 'signet-host-'))
  process.on('exit', () => removeFolder(made))
  return made
}

/** A dying browser makes its folders anew: whoever ends last removes the private folder with the last profile in it. */
export function removeProfile(profile: string): void {
  removeFolder(profile)
  try {
    rmdirSync(dirname(profile))
  } catch {
    // Another window's profile or a socket is still in it, or it is gone already.
  }
}

/** A browser that was just killed may still be letting go of its files; what stays then lies in the temporary folder. */
function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  } catch {
    process.stderr.write('the throwaway browser profile could not be removed\n')
  }
}
