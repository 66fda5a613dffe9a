/** BrowserWindow: each is a browser of its own, so that destroying it ends every process that has shown its page. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { onOrder } from './control.ts'
import { lifecycle } from './lifecycle.ts'
import { toBrowserUrl } from './scheme-url.ts'
import { session, type Session } from './session.ts'
import { WebContents } from './web-contents.ts'

interface WindowOptions {
  readonly width?: number
  readonly height?: number
  readonly webPreferences?: { readonly preload?: string; readonly session?: Session }
}

const windows = new Set<BrowserWindow>()
const isTest = process.env['SIGNET_HOST_TEST'] === '1'

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  #destroyed = false
  readonly #size: { readonly width: number; readonly height: number }

  constructor(options: WindowOptions = {}) {
    super()
    this.#size = { width: options.width ?? 800, height: options.height ?? 600 }
    const preload = options.webPreferences?.preload
    this.webContents = new WebContents(options.webPreferences?.session ?? session.defaultSession, {
      ...this.#size,
      headless: process.env['SIGNET_HOST_HEADLESS'] === '1',
      noSandbox: isTest && process.getuid?.() === 0,
      debugPort: (isTest ? process.env['SIGNET_HOST_DEBUG_PORT'] : undefined) ?? null,
      switches: lifecycle.commandLine.switches,
      preload: preload === undefined ? '' : readFileSync(preload, 'utf8'),
      origin: new URL(toBrowserUrl('app://main/')).origin,
      watchViolations: isTest,
    })
    this.webContents.on('host-closed', () => this.close())
    windows.add(this)
    lifecycle.windows.add(this)
    lifecycle.emit('web-contents-created', {}, this.webContents)
    setImmediate(() => this.emit('ready-to-show'))
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  close(): void {
    let kept = false
    this.emit('close', { preventDefault: () => (kept = true) })
    if (!kept) this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    windows.delete(this)
    this.webContents.destroy()
    this.emit('closed')
    lifecycle.windowGone(this)
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this.#size }
  }

  isMaximized(): boolean {
    return false
  }

  isMinimized(): boolean {
    return false
  }

  isVisible(): boolean {
    return !this.#destroyed
  }

  show(): void {}
  focus(): void {}
  restore(): void {}
  maximize(): void {}
  flashFrame(): void {}
  setTitle(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  setContentProtection(): void {}
}

onOrder('close-window', () => {
  for (const window of windows) window.close()
})
