/** ipcMain: one handler a channel for `invoke`, listeners for `send`. */
import { EventEmitter } from 'node:events'
import type { WebFrame } from './web-contents.ts'

export interface InvokeEvent {
  readonly senderFrame: WebFrame | null
}
type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown

export class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  answer(channel: string, event: InvokeEvent, args: readonly unknown[]): unknown {
    const handler = this.#handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  }
}

export const ipcMain = new IpcMain()
