/** The parts of the system that the host has only in name: clipboard, notifications, menu, key store. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { onOrder, report } from './control.ts'

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

/** As on a Linux without a keyring, until a test sets another backend; a new secret is a keyring that was renewed. */
const keyring = { backend: 'basic_text', key: randomBytes(32) }

onOrder('keyring', ({ backend, renewed }) => {
  keyring.backend = backend
  if (renewed) keyring.key = randomBytes(32)
})

export const safeStorage = {
  isEncryptionAvailable: (): boolean => !['basic_text', 'unknown'].includes(keyring.backend),
  getSelectedStorageBackend: (): string => keyring.backend,
  encryptString: (plainText: string): Buffer => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyring.key, nonce)
    return Buffer.concat([nonce, cipher.update(plainText), cipher.final(), cipher.getAuthTag()])
  },
  decryptString: (encrypted: Buffer): string => {
    const decipher = createDecipheriv('aes-256-gcm', keyring.key, encrypted.subarray(0, 12))
    decipher.setAuthTag(encrypted.subarray(-16))
    return Buffer.concat([decipher.update(encrypted.subarray(12, -16)), decipher.final()]).toString()
  },
}

export const nativeTheme = Object.assign(new EventEmitter(), { themeSource: 'system' })
export const shell = {}
export const ipcRenderer = undefined
