/** The parts of the system that the host has only in name: clipboard, notifications, menu, key store. */
import { EventEmitter } from 'node:events'
import { report } from './control.ts'

let copied = ''

/** Asynchronous as from Electron 44 on; the text stays inside the host, the system's clipboard is not touched. */
export const clipboard = {
  writeText: async (text: string): Promise<void> => {
    copied = text
    report({ kind: 'clipboard', text })
  },
  readText: async (): Promise<string> => copied,
  clear: (): void => {
    copied = ''
    report({ kind: 'clipboard', text: '' })
  },
}

export class Notification extends EventEmitter {
  readonly #title: string
  readonly #body: string

  constructor(options: { readonly title?: string; readonly body?: string } = {}) {
    super()
    this.#title = options.title ?? ''
    this.#body = options.body ?? ''
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    report({ kind: 'notification', title: this.#title, body: this.#body })
    this.emit('show')
  }

  close(): void {
    this.emit('close')
  }
}

export const Menu = { setApplicationMenu: (): void => undefined, buildFromTemplate: (): object => ({}) }

export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): string => 'basic_text',
}

export const nativeTheme = Object.assign(new EventEmitter(), { themeSource: 'system' })
export const shell = {}
export const ipcRenderer = undefined
