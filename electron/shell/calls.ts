/** The shell's calls on their one channel: who asks, what is asked and with what are checked before anything is done. */
import { contract, type Handlers, type NameBy } from '../../shared/ipc/contract.ts'
import type { Reply } from '../../shared/ipc/call.ts'
import { fail } from '../../shared/kit/result.ts'
import { saying } from '../../shared/words/say.ts'
import { isDesk, type Sender } from './sender.ts'

export type DeskHandlers = Handlers<'shell'>

const refuse = (detail: string): Reply<never> => fail(saying('bad-request', { detail }))

function isShellCall(name: unknown): name is NameBy<'shell'> {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return false
  return Object.entries(contract).some(([known, call]) => known === name && call.by === 'shell')
}

/** Never throws: a fault is a coded problem, so that no error text of the main process reaches the page. */
export async function answerDeskCall(
  handlers: DeskHandlers,
  sender: Sender | null,
  name: unknown,
  input: unknown,
): Promise<Reply<unknown>> {
  if (!isDesk(sender)) return refuse('sender')
  if (!isShellCall(name)) return refuse('call')
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) return refuse('input')
  try {
    /** The compiler cannot follow that handler and input belong to the same name; the contract's schema has checked it. */
    const handler = handlers[name] as (input: unknown) => Promise<Reply<unknown>>
    return await handler(parsed.data)
  } catch {
    return fail(saying('internal-error', { reference: name }))
  }
}

type Listener = (event: { readonly senderFrame: Sender | null }, ...args: unknown[]) => Promise<Reply<unknown>>

/** The part of Electron's ipcMain that is used. */
export interface Channels {
  handle(channel: string, listener: Listener): void
}

export function answerDeskCalls(ipcMain: Channels, handlers: DeskHandlers): void {
  ipcMain.handle('desk', ({ senderFrame }, name, input) => answerDeskCall(handlers, senderFrame, name, input))
}
