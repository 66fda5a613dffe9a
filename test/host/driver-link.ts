/** The main process's end of a browser driver: starts the child, and ends it with its browser for certain. */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DriverStart, FromDriver, ToDriver } from './driver-messages.ts'
import { privateFolder } from './private-folder.ts'

const driver = fileURLToPath(new URL('driver.ts', import.meta.url))

export class DriverLink {
  readonly #child: ChildProcess
  browserPid = 0

  constructor(start: Omit<DriverStart, 'profile'>, hear: (message: FromDriver) => void) {
    const profile = mkdtempSync(join(privateFolder(), 'profile-'))
    this.#child = fork(driver, [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.on('error', () => undefined)
    this.#child.on('message', (message) => {
      const said = message as FromDriver
      if (said.say === 'started') this.browserPid = said.browserPid
      hear(said)
    })
    this.#child.once('exit', () => {
      this.#killBrowser()
      hear({ say: 'closed' })
    })
    this.send({ do: 'start', with: { ...start, profile } })
    /** Before the private folder is removed, so that the browser lets go of its profile first. */
    process.prependListener('exit', this.#end)
  }

  send(message: ToDriver): void {
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }

  /** The driver's own end kills the browser; the browser's process is killed besides, should the driver hang. */
  kill(): void {
    process.removeListener('exit', this.#end)
    this.#end()
  }

  readonly #end = (): void => {
    this.send({ do: 'end' })
    this.#killBrowser()
    setTimeout(() => this.#child.kill('SIGKILL'), 1_000).unref()
  }

  #killBrowser(): void {
    if (this.browserPid === 0) return
    try {
      process.kill(this.browserPid, 'SIGKILL')
    } catch {
      // It is gone already, as it should be.
    }
    this.browserPid = 0
  }
}
