/** Starts the desk for a spec: on Electron where its binary is, otherwise on the Chromium host; the spec need not care. */
import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, chromium, type Browser, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../electron/electron-binary.ts'
import type { FromTest, ToTest } from '../host/control.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const patienceMs = 60_000

export type PowerEvent = Extract<FromTest, { kind: 'power' }>['event']

export interface LaunchWishes {
  /** Which build to run: the product's, or the small page of the host's own spec. */
  readonly dist?: 'dist' | 'dist/smoke'
  /** Keeps preferences and vault of an earlier launch; otherwise a new folder that close() removes. */
  readonly userData?: string
}

export interface LaunchedDesk {
  readonly host: 'electron' | 'chromium'
  readonly userData: string
  readonly page: () => Page
  /** The page of the window that replaces the present one, as after a lock. Ask before doing what locks. */
  readonly nextPage: () => Promise<Page>
  /** Answers the next file dialog with these paths; none cancels it. */
  readonly answerDialog: (paths: readonly string[]) => Promise<void>
  readonly power: (event: PowerEvent) => Promise<void>
  /** As if nobody had touched anything for so many seconds; on the host only. */
  readonly idle: (seconds: number) => Promise<void>
  /** The system's keyring from now on; on the host only. */
  readonly keyring: (backend: string, renewed?: boolean) => Promise<void>
  /** Everything that passed through the main process so far, as text; null where it cannot be seen (Electron). */
  readonly mainMessages: () => readonly string[] | null
  readonly notifications: () => readonly string[]
  readonly clipboard: () => string
  readonly pids: () => { readonly main: number; readonly browser: number; readonly vault: number }
  /** What the page's policy has stopped since it was loaded. */
  readonly violations: () => Promise<readonly string[]>
  readonly killVault: () => Promise<void>
  /** SIGKILL for the main process: the crash of the desk. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

let skipSaid = false

export async function launchDesk(wishes: LaunchWishes = {}): Promise<LaunchedDesk> {
  const { path, reason } = findElectron()
  if (path !== null) return launchOnElectron(path, wishes)
  if (!skipSaid) console.log(`Electron skipped: ${reason}; the specs run on the Chromium host.`)
  skipSaid = true
  return launchOnHost(wishes)
}

const newUserData = (): string => mkdtempSync(join(tmpdir(), 'signet-desk-'))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** What the host has told so far, and a way to wait for what it will tell. */
class Told {
  readonly #events = new EventEmitter()
  readonly passed: string[] = []
  readonly notifications: string[] = []
  clipboard = ''
  browser = 0
  vault = 0

  hear(message: ToTest): void {
    if (message.kind === 'passed') this.passed.push(`${message.way}: ${message.text}`)
    if (message.kind === 'notification') this.notifications.push(message.body)
    if (message.kind === 'clipboard') this.clipboard = message.text
    if (message.kind === 'vault') this.vault = message.state === 'started' ? message.pid : 0
    if (message.kind === 'window' && message.state === 'loaded') this.browser = message.browserPid
    this.#events.emit(message.kind === 'window' ? `window ${message.state}` : message.kind)
  }

  async next(event: string): Promise<void> {
    await once(this.#events, event, { signal: AbortSignal.timeout(patienceMs) })
  }
}

function spawnHost(dist: string, userData: string, port: number): ChildProcess {
  const register = join(project, 'test/host/register.ts')
  return spawn(
    process.execPath,
    ['--import', register, join(project, dist, 'shell/main.js'), `--user-data-dir=${userData}`],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        HOME: userData,
        SIGNET_HOST_TEST: '1',
        SIGNET_HOST_HEADLESS: '1',
        SIGNET_HOST_DEBUG_PORT: String(port),
      },
    },
  )
}

async function attach(port: number): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('the host shows no page')
  return { browser, page }
}

async function launchOnHost({ dist = 'dist', userData: given }: LaunchWishes): Promise<LaunchedDesk> {
  const userData = given ?? newUserData()
  const port = await freePort()
  const told = new Told()
  const main = spawnHost(dist, userData, port)
  main.on('message', (message) => told.hear(message as ToTest))
  const ended = new Promise<void>((resolve) => main.once('exit', () => resolve()))
  const order = async (message: FromTest): Promise<void> => void main.send(message)

  const removeData = (): void => {
    if (given === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  const failed = ended.then(() => {
    removeData()
    throw new Error('the desk ended while it started')
  })
  await Promise.race([told.next('window loaded'), failed])
  failed.catch(() => undefined)
  let attached = await attach(port)
  const finish = async (): Promise<void> => {
    await ended
    await attached.browser.close().catch(() => undefined)
    removeData()
  }
  return {
    host: 'chromium',
    userData,
    page: () => attached.page,
    nextPage: async () => {
      await told.next('window loaded')
      await attached.browser.close().catch(() => undefined)
      attached = await attach(port)
      return attached.page
    },
    answerDialog: (paths) => order({ kind: 'dialog', paths }),
    power: (event) => order({ kind: 'power', event }),
    idle: (seconds) => order({ kind: 'idle', seconds }),
    keyring: (backend, renewed = false) => order({ kind: 'keyring', backend, renewed }),
    mainMessages: () => told.passed,
    notifications: () => told.notifications,
    clipboard: () => told.clipboard,
    pids: () => ({ main: main.pid ?? 0, browser: told.browser, vault: told.vault }),
    violations: () => attached.page.evaluate(() => Reflect.get(globalThis, 'signetViolations') as string[]),
    killVault: async () => void process.kill(told.vault, 'SIGKILL'),
    kill: async () => {
      main.kill('SIGKILL')
      await finish()
    },
    close: async () => {
      if (main.connected) await order({ kind: 'close-window' })
      await finish()
    },
  }
}

/** Written after Electron's and Playwright's documentation; Electron's binary was not at hand when it was written. */
async function launchOnElectron(
  executablePath: string,
  { dist = 'dist', userData: given }: LaunchWishes,
): Promise<LaunchedDesk> {
  const userData = given ?? newUserData()
  const app = await _electron.launch({
    executablePath,
    args: [join(project, dist, 'shell/main.js'), `--user-data-dir=${userData}`],
  })
  let page = await app.firstWindow()
  const finish = (): void => {
    if (given === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    host: 'electron',
    userData,
    page: () => page,
    nextPage: async () => {
      page = await app.waitForEvent('window', { timeout: patienceMs })
      await page.waitForLoadState()
      return page
    },
    answerDialog: (paths) => stubDialog(app, paths),
    power: (event) => app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    idle: () => Promise.reject(new Error('the idle time cannot be set on Electron')),
    keyring: () => Promise.reject(new Error('the keyring cannot be set on Electron')),
    mainMessages: () => null,
    notifications: () => [],
    clipboard: () => '',
    pids: () => ({ main: app.process().pid ?? 0, browser: 0, vault: 0 }),
    violations: async () => [],
    killVault: () =>
      app.evaluate(({ app: electron }) => {
        const vault = electron.getAppMetrics().find(({ name }) => name === 'Signet vault')
        if (vault) process.kill(vault.pid, 'SIGKILL')
      }),
    kill: async () => {
      app.process().kill('SIGKILL')
      finish()
    },
    close: async () => {
      await app.close()
      finish()
    },
  }
}

async function stubDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    const canceled = filePaths.length === 0
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: [...filePaths] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePaths[0] ?? '' })
  }, paths)
}
