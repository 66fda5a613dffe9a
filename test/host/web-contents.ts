/** webContents and its main frame: navigation, messages to the page, and whose message it was. */
import { EventEmitter } from 'node:events'
import { report, reportPassed } from './control.ts'
import { DriverLink } from './driver-link.ts'
import type { DriverStart, FrameInfo, FromDriver, PageRequest, Served } from './driver-messages.ts'
import { ipcMain, type InvokeEvent } from './ipc-main.ts'
import type { MessagePortMain } from './message-channel.ts'
import { powerMonitor } from './power-monitor.ts'
import type { Session } from './session.ts'

export interface WebFrame {
  readonly url: string
  readonly origin: string
  readonly parent: object | null
}

/** The origin of a URL with a registered scheme: Node's URL gives 'null' for it, Chromium does not. */
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/]*/.exec(url)?.[0] ?? 'null'
}

let lastId = 0

export class WebContents extends EventEmitter {
  readonly id = (lastId += 1)
  readonly session: Session
  mainFrame: WebFrame = { url: '', origin: 'null', parent: null }
  readonly #driver: DriverLink
  readonly #answers = new Map<number, (text: string | null) => void>()
  #lastAsk = 0
  #destroyed = false

  constructor(session: Session, start: Omit<DriverStart, 'profile'>) {
    super()
    this.session = session
    this.#driver = new DriverLink(start, (message) => this.#hear(message))
  }

  loadURL(url: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.once('did-finish-load', () => resolve())
      this.once('destroyed', () => reject(new Error('ERR_ABORTED')))
      this.#driver.send({ do: 'load', url })
    })
  }

  /** Every new window is refused by the browser itself, so that the shell's handler has nothing left to decide. */
  setWindowOpenHandler(): void {}
  setWebRTCIPHandlingPolicy(): void {}

  send(channel: string, ...args: readonly unknown[]): void {
    reportPassed('main to page', args)
    this.#driver.send({ do: 'event', channel, args, wires: [] })
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    reportPassed('main to page', message)
    this.#driver.send({ do: 'event', channel, args: [message], wires: transfer.map(({ wire }) => wire) })
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  /** Asks in the window for a path, where Electron would open the system's dialog. */
  ask(question: string, suggestion: string): Promise<string | null> {
    this.#lastAsk += 1
    const seq = this.#lastAsk
    this.#driver.send({ do: 'ask', seq, question, suggestion })
    return new Promise((resolve) => this.#answers.set(seq, resolve))
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    const { browserPid } = this.#driver
    this.#driver.kill()
    for (const answer of this.#answers.values()) answer(null)
    report({ kind: 'window', state: 'gone', browserPid })
    this.emit('destroyed')
  }

  #hear(message: FromDriver): void {
    if (this.#destroyed) return
    switch (message.say) {
      case 'started':
        return report({ kind: 'window', state: 'started', browserPid: message.browserPid })
      case 'loaded':
        this.mainFrame = { url: message.url, origin: originOf(message.url), parent: null }
        report({ kind: 'window', state: 'loaded', browserPid: this.#driver.browserPid })
        return void this.emit('did-finish-load')
      case 'request':
        return void this.#answer(message.seq, message.request)
      case 'invoke':
        return void this.#invoke(message.seq, message.channel, message.args, message.frame)
      case 'send':
        reportPassed('page to main', message.args)
        return void ipcMain.emit(message.channel, this.#event(message.frame), ...message.args)
      case 'answer':
        this.#answers.get(message.seq)?.(message.text)
        return void this.#answers.delete(message.seq)
      case 'input':
        return powerMonitor.stir()
      case 'crashed':
        return void this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
      case 'no-browser':
        process.stderr.write(
          'No Chromium, Chrome or Edge was found. Install one, or name it in the variable CHROMIUM.\n',
        )
        process.exit(1)
        return
      case 'closed':
        return void this.emit('host-closed')
    }
  }

  async #answer(seq: number, request: PageRequest): Promise<void> {
    this.#driver.send({ do: 'serve', seq, answer: this.#stopped(request) ? null : await this.#ask(request) })
  }

  async #ask(request: PageRequest): Promise<Served | null> {
    try {
      return await this.session.answer(request)
    } catch {
      return null
    }
  }

  #stopped({ url, navigation }: PageRequest): boolean {
    if (navigation === null) return false
    let stopped = false
    const details = {
      url,
      isMainFrame: navigation.mainFrame,
      isSameDocument: false,
      preventDefault: () => (stopped = true),
    }
    if (navigation.mainFrame) this.emit('will-navigate', details, url)
    this.emit('will-frame-navigate', details)
    return stopped
  }

  async #invoke(seq: number, channel: string, args: readonly unknown[], frame: FrameInfo): Promise<void> {
    reportPassed('page to main', args)
    try {
      const value: unknown = await ipcMain.answer(channel, this.#event(frame), args)
      reportPassed('main to page', value)
      this.#driver.send({ do: 'reply', seq, value })
    } catch (problem) {
      this.#driver.send({
        do: 'failure',
        seq,
        message: `Error invoking remote method '${channel}': ${String(problem)}`,
      })
    }
  }

  #event({ url, main }: FrameInfo): InvokeEvent {
    const own: WebFrame = { url, origin: originOf(url), parent: main ? null : this.mainFrame }
    if (main && own.url !== this.mainFrame.url) this.mainFrame = own
    return { senderFrame: main ? this.mainFrame : own }
  }
}
