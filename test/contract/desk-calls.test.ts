/** Who may use the shell's channel, and with what: everybody but our own page is refused, on every call there is. */
import { expect, it } from 'vitest'
import { answerDeskCalls, type DeskHandlers } from '../../electron/shell/calls.ts'
import type { Sender } from '../../electron/shell/sender.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { Reply } from '../../shared/ipc/call.ts'
import { ok } from '../../shared/kit/result.ts'
import { IpcMain } from '../host/ipc-main.ts'

const own = { url: 'app://main/index.html', origin: 'app://main', parent: null }
const strangers = {
  'a frame that is gone': null,
  'a frame inside our page': { ...own, parent: own },
  'the frame of a mail': { url: 'about:srcdoc', origin: 'null', parent: own },
  'about:blank with the origin it inherited': { url: 'about:blank', origin: 'app://main', parent: null },
  'a window without a page': { url: '', origin: 'app://main', parent: null },
  'another host': { url: 'app://other/index.html', origin: 'app://other', parent: null },
  'a host that begins like ours': { url: 'app://main.evil/index.html', origin: 'app://main.evil', parent: null },
  'the web': { url: 'https://main/index.html', origin: 'https://main', parent: null },
  'our URL with an opaque origin': { ...own, origin: 'null' },
}

const shellCalls = Object.entries(contract).flatMap(([name, call]) => (call.by === 'shell' ? [name] : []))
const goodInput: Record<string, unknown> = {
  'desk.choose': { place: 'default' },
  'desk.pick': { mode: 'open', purpose: 'Open' },
}

function listening(): {
  readonly ask: (frame: Sender | null, ...args: unknown[]) => Promise<Reply<unknown>>
  readonly done: string[]
} {
  const done: string[] = []
  const handlers = new Proxy({} as DeskHandlers, {
    get: (_, name) => async () => {
      done.push(String(name))
      if (name === 'desk.lock') throw new Error('secret detail')
      return ok(null)
    },
  })
  const ipcMain = new IpcMain()
  answerDeskCalls(ipcMain, handlers)
  return {
    done,
    ask: (senderFrame, ...args) =>
      Promise.resolve(ipcMain.answer('desk', { senderFrame }, args) as Promise<Reply<unknown>>),
  }
}

const code = (reply: Reply<unknown>): string | null => (reply.ok ? null : reply.problem.code)

it.each(Object.entries(strangers))('refuses %s on every call', async (_, frame) => {
  const { ask, done } = listening()
  for (const name of shellCalls) expect(code(await ask(frame, name, goodInput[name] ?? {}))).toBe('bad-request')
  expect(done).toEqual([])
})

it('answers our own page on every call', async () => {
  const { ask, done } = listening()
  for (const name of shellCalls) await ask(own, name, goodInput[name] ?? {})
  expect(done).toEqual(shellCalls)
})

it.each(['case.show', 'desk.unknown', 'toString', '__proto__', 'constructor', '', 7, null, undefined, ['desk.state']])(
  'refuses the name %j, which is not one of the shell’s calls',
  async (name) => {
    const { ask, done } = listening()
    expect(code(await ask(own, name, {}))).toBe('bad-request')
    expect(done).toEqual([])
  },
)

it.each([
  ['desk.choose', {}],
  ['desk.choose', { place: '/etc' }],
  ['desk.choose', { place: 'grant', grant: 'x'.repeat(101) }],
  ['desk.pick', { mode: 'open' }],
  ['desk.pick', { mode: 'delete', purpose: '' }],
  ['desk.preferences', { theme: 'red' }],
  ['desk.state', null],
  ['desk.state', 'text'],
])('refuses %s with the input %j', async (name, input) => {
  const { ask, done } = listening()
  expect(code(await ask(own, name, input))).toBe('bad-request')
  expect(done).toEqual([])
})

it('turns a fault of a handler into a code, without its text', async () => {
  const reply = await listening().ask(own, 'desk.lock', {})
  expect(code(reply)).toBe('internal-error')
  expect(JSON.stringify(reply)).not.toContain('secret detail')
})
