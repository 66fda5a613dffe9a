/**
 * One window of the Chromium host: a child process that drives one browser over a pipe. When it ends, the browser and
 * its renderer processes are killed with it, which is what locking needs.
 */
import { chromium, type BrowserContext, type CDPSession, type Page, type Request, type Route } from 'playwright-core'
import { findInstalledBrowser, unpackPackagedBrowser } from './find-browser.ts'
import type { DriverStart, FromDriver, Served, ToDriver } from './driver-messages.ts'
import { electronInPage, type FromPage, type ToPage } from './page-world.ts'
import { removeProfile } from './private-folder.ts'
import { toBrowserUrl, toShellUrl } from './scheme-url.ts'
import { structuredText } from './structured.ts'
import { connectWire, type Wire } from './wire.ts'

const binding = '__signetHost'
const inlet = '__signetHostInlet'
const text = structuredText()

const say = (message: FromDriver): void => void process.send?.(message)

const violationWatch = `
    globalThis.signetViolations = []
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      signetViolations.push([violatedDirective, blockedURI, sample].join(' ')))`

function pageScript(start: DriverStart): string {
  return `(() => {
    const send = globalThis.${binding}
    delete globalThis.${binding}
    if (window !== window.top || location.origin !== ${JSON.stringify(start.origin)}) return
    ${start.watchViolations ? violationWatch : ''}
    window.open = () => null
    const electron = (${electronInPage.toString()})(send, (${structuredText.toString()})(), ${JSON.stringify(inlet)})
    const require = (name) => {
      if (name === 'electron') return electron
      throw new Error('module not found: ' + name)
    }
    const module = { exports: {} }
    ;(function (module, exports, require) {\n${start.preload}\n})(module, module.exports, require)
  })()`
}

/** A visible Chrome warns of this switch on the page; the closed proxy keeps it from looking names up already. */
const warnedOf = /^--host-resolver-rules=/

/** `--app` gives a window without an address bar; a headless browser needs none. */
function browserArgs(start: DriverStart): string[] {
  return [
    ...start.switches.filter((given) => start.headless || !warnedOf.test(given)),
    '--disk-cache-size=1',
    '--block-new-web-contents',
    `--window-size=${start.width},${start.height}`,
    ...(start.headless ? [] : ['--app=data:text/html,']),
    ...(start.debugPort === null ? [] : [`--remote-debugging-port=${start.debugPort}`]),
  ]
}

/** A killed browser leaves its folders in TMPDIR, so it gets the profile for one; elsewhere that path is too long for a socket. */
function browserEnvironment({ profile }: DriverStart): Record<string, string> {
  const own = process.platform === 'linux' ? { TMPDIR: profile } : {}
  return Object.fromEntries(
    Object.entries({ ...process.env, ...own }).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
  )
}

async function launch(start: DriverStart): Promise<BrowserContext | null> {
  const executablePath = findInstalledBrowser() ?? (start.headless ? await unpackPackagedBrowser() : null)
  if (executablePath === null) return null
  return chromium.launchPersistentContext(start.profile, {
    executablePath,
    headless: start.headless,
    chromiumSandbox: !start.noSandbox,
    env: browserEnvironment(start),
    viewport: null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    args: browserArgs(start),
    ignoreDefaultArgs: ['--enable-automation'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

/** null: the request belongs to a window that is only just being made, which has no frame yet. */
function isOfMainFrame(request: Request): boolean | null {
  try {
    return request.frame().parentFrame() === null
  } catch {
    return null
  }
}

/** Every request is asked of the shell's own handler; what it does not answer is aborted. */
class Requests {
  readonly #waiting = new Map<number, Route>()
  #lastSeq = 0
  #loading: string | null = null

  /** The shell's own loading is not announced to it as a navigation. */
  loading(url: string): void {
    this.#loading = url
  }

  ask(route: Route): void {
    const request = route.request()
    const mainFrame = isOfMainFrame(request)
    /** A window that opens itself: there is none beside ours. */
    if (mainFrame === null) return void route.abort('aborted')
    const own = mainFrame && request.url() === this.#loading
    if (own) this.#loading = null
    this.#lastSeq += 1
    this.#waiting.set(this.#lastSeq, route)
    say({
      say: 'request',
      seq: this.#lastSeq,
      request: {
        url: toShellUrl(request.url()),
        method: request.method(),
        headers: request.headers(),
        navigation: request.isNavigationRequest() && !own ? { mainFrame } : null,
      },
    })
  }

  async answer(seq: number, served: Served | null): Promise<void> {
    const route = this.#waiting.get(seq)
    this.#waiting.delete(seq)
    if (!route) return
    if (served === null) await route.abort('aborted')
    else await route.fulfill({ status: served.status, headers: { ...served.headers }, body: Buffer.from(served.body) })
  }
}

/** Relays between the page's binding, the main process and the wires to the vault process. */
class Relay {
  readonly #cdp: CDPSession
  readonly #wires = new Map<number, Wire>()
  #lastWire = 0
  /** Frames reach the page in the order in which they came. */
  #queue: Promise<unknown> = Promise.resolve()
  readonly #page: Page
  readonly #frames = new Map<number, string>()

  constructor(cdp: CDPSession, page: Page) {
    this.#cdp = cdp
    this.#page = page
  }

  async open(script: string): Promise<void> {
    this.#cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const data: unknown = context.auxData?.['frameId']
      this.#frames.set(context.id, String(data))
    })
    this.#cdp.on('Runtime.bindingCalled', (called) => {
      if (called.name === binding) void this.#fromPage(called.payload, called.executionContextId)
    })
    await this.#cdp.send('Runtime.enable')
    await this.#cdp.send('Page.enable')
    await this.#cdp.send('Runtime.addBinding', { name: binding })
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: script })
  }

  event(channel: string, args: readonly unknown[], wires: readonly string[]): void {
    this.toPage({ kind: 'event', channel, args, ports: wires.map((path) => this.#connect(path)) })
  }

  toPage(message: ToPage): void {
    this.#deliver(`m${text.encode(message)}`)
  }

  #connect(path: string): number {
    this.#lastWire += 1
    const id = this.#lastWire
    const wire = connectWire(path, {
      line: (line) => this.#deliver(`p${id}:${line}`),
      end: () => {
        if (this.#wires.delete(id)) this.#deliver(`c${id}`)
      },
    })
    this.#wires.set(id, wire)
    return id
  }

  #deliver(frame: string): void {
    const expression = `globalThis.${inlet}?.(${JSON.stringify(frame)})`
    this.#queue = this.#queue.then(() => this.#cdp.send('Runtime.evaluate', { expression }).catch(() => undefined))
  }

  async #fromPage(frame: string, context: number): Promise<void> {
    if (frame === 'i') return say({ say: 'input' })
    const end = frame.indexOf(':')
    if (frame.startsWith('p')) return this.#wires.get(Number(frame.slice(1, end)))?.send(frame.slice(end + 1))
    if (frame.startsWith('c')) {
      const id = Number(frame.slice(1))
      const wire = this.#wires.get(id)
      this.#wires.delete(id)
      return wire?.end()
    }
    const message = text.decode(frame.slice(1)) as FromPage
    const { seq, channel, args } = { seq: 0, ...message }
    const info = await this.#frameOf(context)
    if (message.kind === 'invoke') say({ say: 'invoke', seq, channel, args, frame: info })
    else say({ say: 'send', channel, args, frame: info })
  }

  async #frameOf(context: number): Promise<{ url: string; main: boolean }> {
    const { frameTree } = await this.#cdp.send('Page.getFrameTree')
    const main = this.#frames.get(context) === frameTree.frame.id
    return { url: toShellUrl(main ? this.#page.url() : 'about:blank'), main }
  }
}

async function start(given: DriverStart): Promise<{ page: Page; relay: Relay; requests: Requests } | null> {
  const context = await launch(given)
  process.on('exit', () => removeProfile(given.profile))
  if (context === null) return null
  const page = context.pages()[0] ?? (await context.newPage())
  const requests = new Requests()
  await context.route('**/*', (route) => requests.ask(route))
  context.on('page', (other) => void other.close())
  const cdp = await context.newCDPSession(page)
  const relay = new Relay(cdp, page)
  await relay.open(pageScript(given))
  page.on('load', () => say({ say: 'loaded', url: toShellUrl(page.url()) }))
  page.on('crash', () => say({ say: 'crashed' }))
  page.on('close', () => say({ say: 'closed' }))
  if (!given.headless) page.on('dialog', () => undefined)
  say({ say: 'started', browserPid: await browserPid(context) })
  return { page, relay, requests }
}

async function browserPid(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  return processInfo.find(({ type }) => type === 'browser')?.id ?? 0
}

/** The host has no file dialog of the system: the window itself asks for a path. */
async function ask(page: Page, question: string, suggestion: string): Promise<string | null> {
  const answer: unknown = await page.evaluate(([q, s]) => prompt(q, s), [question, suggestion] as const)
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : null
}

let running: ReturnType<typeof start> | undefined

async function obey(message: ToDriver): Promise<void> {
  if (message.do === 'end') process.exit(0)
  if (message.do === 'start') running = start(message.with)
  const host = await running
  if (!host) return say({ say: 'no-browser' })
  switch (message.do) {
    case 'start':
      return
    case 'load':
      host.requests.loading(toBrowserUrl(message.url))
      await host.page.goto(toBrowserUrl(message.url)).catch(() => undefined)
      return
    case 'serve':
      return host.requests.answer(message.seq, message.answer)
    case 'event':
      return host.relay.event(message.channel, message.args, message.wires)
    case 'reply':
      return host.relay.toPage({ kind: 'reply', seq: message.seq, value: message.value })
    case 'failure':
      return host.relay.toPage({ kind: 'failure', seq: message.seq, message: message.message })
    case 'ask':
      return say({ say: 'answer', seq: message.seq, text: await ask(host.page, message.question, message.suggestion) })
    default:
  }
}

process.on('message', (message) => {
  obey(message as ToDriver).catch((problem: unknown) => {
    process.stderr.write(`host driver: ${String(problem)}\n`)
    process.exit(1)
  })
})
process.on('disconnect', () => process.exit(0))
