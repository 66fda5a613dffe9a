/** The vault process: core, keys and store live here and nowhere else; locking ends it. It speaks with main in control messages only. */
import { basename } from 'node:path'
import { createCore, type Core } from './core/create-core.ts'
import { dispatcher } from './core/dispatch.ts'
import type { GrantedFile } from './core/ports.ts'
import { realPorts } from './core/real-ports.ts'
import { warmUp } from './core/workers/run-job.ts'
import { keyringOver } from './core/vault/asked-keyring.ts'
import type { FeedFrame, ReplyFrame, RequestFrame } from '../shared/ipc/call.ts'
import { toVaultSchema, type FromVault, type ToVault } from '../shared/ipc/control.ts'

/** The part of Electron's ParentPort and MessagePortMain that is used; this file also runs on the Chromium host. */
interface Port {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown
  readonly start: () => void
}
interface ParentPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly Port[] }) => void,
  ) => unknown
}

declare const process: NodeJS.Process & { readonly parentPort: ParentPort }
const parent = process.parentPort

const tell = (message: FromVault): void => parent.postMessage(message)

interface Grant extends GrantedFile {
  readonly mode: 'read' | 'write'
}
const grants = new Map<string, Grant>()

/** Each grant works once, and only the way it was given. */
function redeem(token: string, mode: Grant['mode']): GrantedFile | null {
  const grant = grants.get(token)
  if (grant === undefined || grant.mode !== mode) return null
  grants.delete(token)
  return { path: grant.path, name: grant.name }
}

const keyring = keyringOver((id, ask) => tell({ kind: 'device', id, ask }))

let core: Core | null = null
let answer: ReturnType<typeof dispatcher> | null = null
let saidOpen = false

function start(dir: string, trialOnly: boolean): void {
  if (core !== null) return
  const ports = realPorts({
    redeem,
    copy: (text) => tell({ kind: 'clipboard', text }),
    device: keyring.device,
    relock: () => tell({ kind: 'relock' }),
    keepDues: ({ dues, counts, trial }) => {
      const kept = { dues: [...dues], counts }
      tell(saidOpen ? { kind: 'dues', ...kept } : { kind: 'opened', trial, name: basename(dir), ...kept })
      // The first message or key must not wait for a thread to load its modules.
      if (!saidOpen) void warmUp('pgp-worker')
      saidOpen = true
    },
  })
  core = createCore({ dir, ports, trialOnly })
  answer = dispatcher(core.handlers, reportBug)
}

/** Reference, kind and place of a bug: never its message, which may hold content. */
function reportBug(reference: string, error: unknown): void {
  const place = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join(' ') : ''
  process.stderr.write(`signet bug ${reference} ${error instanceof Error ? error.name : typeof error} ${place}\n`)
}

function serve(port: Port): void {
  core?.feeds((feed, payload) => port.postMessage({ feed, payload } satisfies FeedFrame))
  port.on('message', ({ data }) => {
    if (!isRequest(data) || answer === null) return
    const { id, name, input } = data
    void answer(name, input).then((reply) => port.postMessage({ id, reply } satisfies ReplyFrame))
  })
  port.start()
}

const isRequest = (data: unknown): data is RequestFrame =>
  typeof data === 'object' &&
  data !== null &&
  'id' in data &&
  typeof data.id === 'number' &&
  'name' in data &&
  typeof data.name === 'string'

function obey(message: ToVault, ports: readonly Port[]): void {
  switch (message.kind) {
    case 'vault':
      return start(message.dir, message.trialOnly)
    case 'grant':
      grants.set(message.token, { path: message.path, name: message.name, mode: message.mode })
      return tell({ kind: 'granted', token: message.token })
    case 'device':
      return keyring.answered(message.id, message.answer)
    case 'serve':
      return ports.forEach(serve)
    case 'close':
      core?.close()
      process.exit(0)
  }
}

parent.on('message', ({ data, ports }) => {
  const message = toVaultSchema.safeParse(data)
  if (message.success) obey(message.data, ports)
})
