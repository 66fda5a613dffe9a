/** app: start, single instance, folders, switches and the order of events at the end. */
import { EventEmitter } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, utimesSync, watchFile, writeSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

function configFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

/** Beside Electron's own folder, never in it: what is chosen on the host says nothing about a real desk. */
function userData(): string {
  const given = process.argv.find((argument) => argument.startsWith('--user-data-dir='))
  return given?.slice('--user-data-dir='.length) ?? join(configFolder(), 'Signet trial host')
}

class CommandLine {
  readonly switches: string[] = []

  appendSwitch(name: string, value?: string): void {
    this.switches.push(value === undefined || value === '' ? `--${name}` : `--${name}=${value}`)
  }

  hasSwitch(name: string): boolean {
    return process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`))
  }

  getSwitchValue(name: string): string {
    return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''
  }
}

interface Closable {
  close: () => void
}

class App extends EventEmitter {
  readonly commandLine = new CommandLine()
  readonly windows = new Set<Closable>()
  readonly isPackaged = false
  ready = false
  #quitting = false
  readonly #whenReady = new Promise<void>((resolve) => {
    setImmediate(() => {
      this.ready = true
      resolve()
      this.emit('ready')
    })
  })

  whenReady(): Promise<void> {
    return this.#whenReady
  }

  isReady(): boolean {
    return this.ready
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('enableSandbox must be called before app is ready')
  }

  setName(): void {}
  setAppUserModelId(): void {}

  getName(): string {
    return 'Signet'
  }

  getVersion(): string {
    return '0.0.0'
  }

  getLocale(): string {
    return 'en'
  }

  getPath(name: string): string {
    const data = userData()
    mkdirSync(data, { recursive: true, mode: 0o700 })
    if (name === 'userData') return data
    if (name === 'temp') return tmpdir()
    if (name === 'home') return homedir()
    return join(data, name)
  }

  /** A lock file with the holder's process id; a second start touches a file that the first one watches. */
  requestSingleInstanceLock(): boolean {
    const lock = join(this.getPath('userData'), 'host.lock')
    const wake = join(this.getPath('userData'), 'host.wake')
    if (isHeld(lock)) {
      touch(wake)
      return false
    }
    rmSync(lock, { force: true })
    const file = openSync(lock, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    touch(wake)
    watchFile(wake, { interval: 500, persistent: false }, () => this.emit('second-instance', {}, [], ''))
    process.on('exit', () => rmSync(lock, { force: true }))
    return true
  }

  quit(): void {
    if (this.#quitting) return
    this.#quitting = true
    this.emit('before-quit', { preventDefault: () => undefined })
    for (const window of this.windows) window.close()
    let waits = false
    this.emit('will-quit', { preventDefault: () => (waits = true) })
    this.#quitting = false
    if (!waits) this.exit(0)
  }

  exit(code = 0): void {
    this.emit('quit', {}, code)
    process.exit(code)
  }

  windowGone(window: Closable): void {
    this.windows.delete(window)
    if (this.windows.size === 0 && !this.#quitting) this.emit('window-all-closed')
  }
}

function isHeld(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

function touch(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  utimesSync(path, new Date(), new Date())
}

export const lifecycle = new App()
process.on('SIGTERM', () => lifecycle.quit())
process.on('SIGINT', () => lifecycle.quit())
