/**
 * The only bridge between the page and the rest: two functions, no Electron object, no path. Runs sandboxed; the names come
 * from the contract at build time, so that the contract's schemas stay outside.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { FeedFrame, Reply, ReplyFrame, RequestFrame } from '../shared/ipc/call.ts'

declare const SHELL_CALLS: readonly string[]
declare const CORE_CALLS: readonly string[]
declare const FEEDS: readonly string[]

/** The part of a DOM port that is used here; this folder is compiled without the DOM's types. */
interface Port {
  postMessage(message: RequestFrame): void
  start(): void
  addEventListener(event: 'message', listener: (event: { readonly data: ReplyFrame | FeedFrame }) => void): void
  addEventListener(event: 'close', listener: () => void): void
}
type Answer = (reply: Reply<unknown>) => void
type Listener = (payload: unknown) => void

const problem = (code: 'bad-request' | 'vault-locked', params: Record<string, string>): Reply<never> => ({
  ok: false,
  problem: { code, params },
})
/** How long a call waits for its vault process to be introduced. */
const introductionMs = 5_000

const waiting = new Map<number, Answer>()
const listeners = new Map<string, Set<Listener>>()
let port: Port | null = null
let early: RequestFrame[] = []
let lastId = 0

function settle(id: number, reply: Reply<unknown>): void {
  waiting.get(id)?.(reply)
  waiting.delete(id)
}

function tell({ feed, payload }: FeedFrame): void {
  for (const listener of listeners.get(feed) ?? []) listener(payload)
}

function take(frame: ReplyFrame | FeedFrame): void {
  if ('id' in frame) settle(frame.id, frame.reply)
  else tell(frame)
}

/** The vault process has ended: whatever it had not answered was not done, or will be seen after the next unlock. */
function lose(lost: Port): void {
  if (port !== lost) return
  port = null
  for (const id of waiting.keys()) settle(id, problem('vault-locked', {}))
}

ipcRenderer.on('introduce', (event: { readonly ports: readonly Port[] }) => {
  const [given] = event.ports
  if (!given) return
  port = given
  given.addEventListener('message', ({ data }) => take(data))
  given.addEventListener('close', () => lose(given))
  given.start()
  for (const request of early) send(given, request)
  early = []
})
ipcRenderer.on('feed', (_event, frame: FeedFrame) => tell(frame))

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin to name
const send = (to: Port, request: RequestFrame): void => to.postMessage(request)

function ask(request: RequestFrame): void {
  if (port) return send(port, request)
  early.push(request)
  setTimeout(() => {
    if (!early.includes(request)) return
    early = early.filter((other) => other !== request)
    settle(request.id, problem('vault-locked', {}))
  }, introductionMs)
}

function callCore(name: string, input: unknown): Promise<Reply<unknown>> {
  lastId += 1
  const id = lastId
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    ask({ id, name, input })
  })
}

/** A sandboxed preload is given a small `process` of its own by Electron; in a plain browser there is none. */
const inElectron = typeof process !== 'undefined' && process.versions['electron'] !== undefined

contextBridge.exposeInMainWorld('signet', {
  host: inElectron ? 'electron' : 'chromium',
  call: (name: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (typeof name === 'string' && CORE_CALLS.includes(name)) return callCore(name, input)
    if (typeof name === 'string' && SHELL_CALLS.includes(name)) return ipcRenderer.invoke('desk', name, input)
    return Promise.resolve(problem('bad-request', { detail: 'call' }))
  },
  on: (feed: unknown, listener: Listener): (() => void) => {
    if (typeof feed !== 'string' || !FEEDS.includes(feed)) return () => undefined
    const heard = listeners.get(feed) ?? new Set<Listener>()
    listeners.set(feed, heard.add(listener))
    return () => void heard.delete(listener)
  },
})
