/** Stands in for the vault process in the smoke spec: says back what it was sent, and says "opened" when asked to unlock. */
import type { MessageEvent, MessagePortMain, ParentPort } from 'electron'
import type { FeedFrame, ReplyFrame, RequestFrame } from '../../../shared/ipc/call.ts'
import { toVaultSchema, type FromVault } from '../../../shared/ipc/control.ts'
import { ok } from '../../../shared/kit/result.ts'

declare const process: NodeJS.Process & { readonly parentPort: ParentPort }

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin to name
const say = (message: FromVault): void => process.parentPort.postMessage(message)
const counts = { overdue: 1, dueSoon: 2, unread: 3 }
const asked: string[] = []

function answer(port: MessagePortMain, { id, name, input }: RequestFrame): void {
  if (name === 'vault.unlock') {
    say({ kind: 'opened', trial: true, name: 'smoke', dues: [new Date(Date.now() + 1_000).toISOString()], counts })
  }
  if (name === 'key.copy') say({ kind: 'clipboard', text: 'released' })
  port.postMessage({ id, reply: ok({ name, input, asked }) } satisfies ReplyFrame)
  port.postMessage({ feed: 'queue.changed', payload: null } satisfies FeedFrame)
}

function serve(port: MessagePortMain): void {
  port.on('message', ({ data }) => answer(port, data as RequestFrame))
  port.start()
}

process.parentPort.on('message', ({ data, ports: [port] }: MessageEvent) => {
  const message = toVaultSchema.parse(data)
  asked.push(message.kind)
  if (message.kind === 'serve' && port) serve(port)
  if (message.kind === 'grant') say({ kind: 'granted', token: message.token })
  if (message.kind === 'close') process.exit(0)
})
