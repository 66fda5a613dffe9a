/**
 * The part of Electron that a sandboxed preload may require, as it runs in the page. The driver sends this function's
 * source text to the browser, so it may use nothing from outside itself.
 */
import type { StructuredText } from './structured.ts'

type Listener = (event: { readonly ports: readonly MessagePort[] }, ...args: readonly unknown[]) => void

/** What the driver tells the page. Frames on a port come as text, so that the driver need not read them. */
export type ToPage =
  | { readonly kind: 'reply'; readonly seq: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly seq: number; readonly message: string }
  | {
      readonly kind: 'event'
      readonly channel: string
      readonly args: readonly unknown[]
      readonly ports: readonly number[]
    }

export type FromPage =
  | { readonly kind: 'invoke'; readonly seq: number; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }

/** `send` carries text to the driver; the driver calls the hidden global `inlet` with text. */
export function electronInPage(send: (text: string) => void, text: StructuredText, inlet: string): object {
  const listeners = new Map<string, Set<Listener>>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (problem: Error) => void }>()
  const ports = new Map<number, MessagePort>()
  let lastSeq = 0

  const tell = (message: FromPage): void => send(`m${text.encode(message)}`)

  /** A real DOM port for the preload, as Electron gives it; its other end is relayed. */
  const openPort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', (event) => send(`p${id}:${text.encode(event.data)}`))
    port1.addEventListener('close', () => {
      ports.delete(id)
      send(`c${id}`)
    })
    port1.start()
    ports.set(id, port1)
    return port2
  }

  const receive = (message: ToPage): void => {
    if (message.kind === 'event') {
      const event = { ports: message.ports.map(openPort) }
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args)
      return
    }
    const call = waiting.get(message.seq)
    waiting.delete(message.seq)
    if (message.kind === 'reply') call?.resolve(message.value)
    else call?.reject(new Error(message.message))
  }

  const deliver = (frame: string): void => {
    if (frame.startsWith('m')) receive(text.decode(frame.slice(1)) as ToPage)
    const end = frame.indexOf(':')
    if (frame.startsWith('p')) ports.get(Number(frame.slice(1, end)))?.postMessage(text.decode(frame.slice(end + 1)))
    if (frame.startsWith('c')) {
      ports.get(Number(frame.slice(1)))?.close()
      ports.delete(Number(frame.slice(1)))
    }
  }
  Object.defineProperty(globalThis, inlet, { value: deliver })

  let told = 0
  const stir = (): void => {
    if (Date.now() - told < 1_000) return
    told = Date.now()
    send('i')
  }
  for (const input of ['keydown', 'pointermove', 'pointerdown', 'wheel']) {
    addEventListener(input, stir, { capture: true, passive: true })
  }

  const on = (channel: string, listener: Listener): void => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
  }
  const off = (channel: string, listener: Listener): void => void listeners.get(channel)?.delete(listener)

  const ipcRenderer = {
    on,
    off,
    removeListener: off,
    send: (channel: string, ...args: readonly unknown[]) => tell({ kind: 'send', channel, args }),
    invoke: (channel: string, ...args: readonly unknown[]) =>
      new Promise((resolve, reject) => {
        lastSeq += 1
        waiting.set(lastSeq, { resolve, reject })
        tell({ kind: 'invoke', seq: lastSeq, channel, args })
      }),
  }

  /** As the bridge does: values are copied on the way, functions are wrapped, what is exposed cannot be changed. */
  const crossing = (value: unknown): unknown => {
    if (value instanceof Promise) return value.then(crossing)
    if (typeof value !== 'function') return typeof value === 'object' && value !== null ? structuredClone(value) : value
    return (...args: readonly unknown[]): unknown => crossing(Reflect.apply(value, undefined, args.map(crossing)))
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, api: Readonly<Record<string, unknown>>) => {
      const exposed = Object.fromEntries(Object.entries(api).map(([name, value]) => [name, crossing(value)]))
      Object.defineProperty(globalThis, key, { value: Object.freeze(exposed), enumerable: true })
    },
  }
  return { ipcRenderer, contextBridge }
}
