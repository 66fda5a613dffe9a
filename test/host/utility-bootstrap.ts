/** Runs first in the vault process of the host: gives it `process.parentPort` as Electron does, then the module itself. */
import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { structuredText } from './structured.ts'
import { serveWire, type Wire } from './wire.ts'

const text = structuredText()

/** A port whose other end is a page; messages wait until `start`, as Electron's do. */
class RelayedPort extends EventEmitter {
  readonly #wire: Wire
  #waiting: string[] | null = []

  constructor(path: string) {
    super()
    this.#wire = serveWire(path, {
      line: (line) => this.#take(line),
      end: () => this.emit('close'),
    })
  }

  postMessage(message: unknown): void {
    this.#wire.send(text.encode(message))
  }

  start(): void {
    const lines = this.#waiting ?? []
    this.#waiting = null
    for (const line of lines) this.#take(line)
  }

  close(): void {
    this.#wire.end()
  }

  #take(line: string): void {
    if (this.#waiting) this.#waiting.push(line)
    else this.emit('message', { data: text.decode(line), ports: [] })
  }
}

/** Messages are queued until somebody listens. */
class ParentPort extends EventEmitter {
  readonly #waiting: unknown[] = []

  constructor() {
    super()
    this.on('newListener', (event) => {
      if (event === 'message') setImmediate(() => this.#flush())
    })
  }

  postMessage(message: unknown): void {
    // The desk may be gone: what it no longer hears is no fault of this process.
    process.send?.(message, () => undefined)
  }

  take(message: unknown): void {
    this.#waiting.push(message)
    this.#flush()
  }

  #flush(): void {
    if (this.listenerCount('message') === 0) return
    for (const message of this.#waiting.splice(0)) this.emit('message', message)
  }
}

const parentPort = new ParentPort()
Object.defineProperty(process, 'parentPort', { value: parentPort })
process.on('message', ({ data, wires }: { readonly data: unknown; readonly wires: readonly string[] }) => {
  parentPort.take({ data, ports: wires.map((path) => new RelayedPort(path)) })
})
process.on('disconnect', () => process.exit(0))

const [, , modulePath = '', ...args] = process.argv
process.argv.splice(1, Infinity, modulePath, ...args)
await import(pathToFileURL(modulePath).href)
