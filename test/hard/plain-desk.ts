/** A whole core on a folder, driven by its calls as a window drives it, outside any test runner: for processes that are killed. */
import { basename } from 'node:path'
import { createCore, type Core } from '../../electron/core/create-core.ts'
import { dispatcher } from '../../electron/core/dispatch.ts'
import type { GrantedFile } from '../../electron/core/ports.ts'
import { realPorts } from '../../electron/core/real-ports.ts'
import type { Store } from '../../electron/core/store/store.ts'
import type { Reply } from '../../shared/ipc/call.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'

export interface PlainDesk {
  readonly dir: string
  readonly core: Core
  readonly reply: <N extends CallName>(name: N, input: Input<N>) => Promise<Reply<Output<N>>>
  /** The call's value; a refusal throws. */
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** As the shell's dialog would grant it. */
  readonly grant: (path: string, mode: 'read' | 'write') => string
  /** What the dispatcher reported as a bug since the last look: first lines. */
  readonly bugs: () => readonly string[]
  readonly close: () => void
}

/** The cost of the key is no part of what is measured here: the floor that a trial vault may have. */
export const trialCost = { memory: 8192, passes: 1, lanes: 1 } as const

export const passphrase = 'six slow barges under the bridge'
export const analyst = { code: 'MK', name: 'Mika Kallio', tier: 'N2' } as const

export function plainDesk(dir: string): PlainDesk {
  const grants = new Map<string, GrantedFile & { mode: string }>()
  let granted = 0
  let found: string[] = []
  const redeem = (token: string, mode: 'read' | 'write'): GrantedFile | null => {
    const grant = grants.get(token)
    grants.delete(token)
    return grant?.mode === mode ? grant : null
  }
  const outside = { redeem, copy: () => undefined, keepDues: () => undefined }
  const core = createCore({ dir, ports: { ...realPorts(outside), kdf: trialCost }, trialOnly: true })
  const ask = dispatcher(core.handlers, (reference, error) => {
    const place = error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 4).join(' <- ') : String(error)
    found.push(`${reference}: ${place}`)
  })
  const reply: PlainDesk['reply'] = async (name, input) => (await ask(name, input)) as Reply<Output<typeof name>>
  return {
    dir,
    core,
    reply,
    call: async (name, input) => {
      const answer = await reply(name, input)
      if (answer.ok) return answer.value
      throw new Error(`${name}: ${answer.problem.code} ${JSON.stringify(answer.problem.params)} ${found.join(' | ')}`)
    },
    grant: (path, mode) => {
      const token = `grant-${++granted}`
      grants.set(token, { path, name: basename(path), mode })
      return token
    },
    bugs: () => {
      const all = found
      found = []
      return all
    },
    close: () => core.close(),
  }
}

export function storeOf({ core }: Pick<PlainDesk, 'core'>): Store {
  const session = core.session()
  if (session === null) throw new Error('the desk is locked')
  return session.store
}

/** A part of this round that is not there yet answers so. */
export const isUnbuilt = (answer: Reply<unknown>): boolean =>
  !answer.ok && answer.problem.code === 'bad-request' && answer.problem.params['detail'] === 'unbuilt'
