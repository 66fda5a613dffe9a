/** utilityProcess.fork: a plain Node child whose bootstrap gives it `process.parentPort` in Electron's shape. */
import { fork as forkChild, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { report, reportPassed } from './control.ts'
import type { MessagePortMain } from './message-channel.ts'

const bootstrap = fileURLToPath(new URL('utility-bootstrap.ts', import.meta.url))

export interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly serviceName?: string
  readonly stdio?: 'inherit' | 'ignore' | 'pipe'
}

export class UtilityProcess extends EventEmitter {
  pid: number | undefined
  readonly #child: ChildProcess

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super()
    this.#child = forkChild(bootstrap, [modulePath, ...args], {
      serialization: 'advanced',
      execArgv: [],
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const pid = this.#child.pid ?? 0
    this.pid = pid
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.once('exit', (code) => {
      this.pid = undefined
      report({ kind: 'vault', state: 'gone', pid })
      this.emit('exit', code ?? 0)
    })
    this.#child.on('error', () => undefined)
    this.#child.on('message', (message) => {
      reportPassed('vault to main', message)
      this.emit('message', message)
    })
    report({ kind: 'vault', state: 'started', pid })
  }

  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    reportPassed('main to vault', message)
    if (this.#child.connected) this.#child.send({ data: message, wires: transfer.map(({ wire }) => wire) })
  }

  /** SIGTERM, as Electron does it. */
  kill(): boolean {
    return this.#child.kill('SIGTERM')
  }
}

const running = new Set<UtilityProcess>()
process.on('exit', () => {
  for (const child of running) child.kill()
})

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess => {
    const child = new UtilityProcess(modulePath, args, options)
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  },
}
