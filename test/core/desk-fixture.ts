/** A whole core on a temporary folder, driven by its calls as a window drives it, closed and opened again from disk. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createCore, type Core } from '../../electron/core/create-core.ts'
import { dispatcher } from '../../electron/core/dispatch.ts'
import type { GrantedFile } from '../../electron/core/ports.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import type { Saying } from '../../shared/words/say.ts'
import type { Reply } from '../../shared/ipc/call.ts'
import { fixedPorts, passphrase, tempFolder, type FixedPorts } from './vault-fixture.ts'

export interface TestDesk {
  readonly dir: string
  readonly ports: FixedPorts
  readonly core: Core
  /** What was put on the clipboard. */
  readonly copied: string[]
  /** The call's value; a refusal fails the test. */
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** The code of the refusal; null if it was not refused. */
  readonly refused: <N extends CallName>(name: N, input: Input<N>) => Promise<Saying['code'] | null>
  /** A grant as the shell's dialog would give it. */
  readonly grant: (path: string, mode: 'read' | 'write') => string
}

export function deskOn(dir: string, ports = fixedPorts()): TestDesk {
  const grants = new Map<string, GrantedFile & { mode: string }>()
  const copied: string[] = []
  const redeem = (token: string, mode: 'read' | 'write'): GrantedFile | null => {
    const grant = grants.get(token)
    grants.delete(token)
    return grant?.mode === mode ? grant : null
  }
  const outside = { ...ports, redeem, copy: (text: string) => void copied.push(text) }
  const core = createCore({ dir, ports: outside, trialOnly: true })
  onTestFinished(() => core.close())
  const ask = dispatcher(core.handlers, (_, error) => console.error(error))
  const reply = async <N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> =>
    (await ask(name, input)) as Reply<Output<N>>
  return {
    dir,
    ports,
    core,
    copied,
    call: async (name, input) => {
      const answer = await reply(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.problem.code} ${JSON.stringify(answer.problem.params)}`)
      return answer.value
    },
    refused: async (name, input) => {
      const answer = await reply(name, input)
      return answer.ok ? null : answer.problem.code
    },
    grant: (path, mode) => {
      const token = `grant-${grants.size}-${path}`
      grants.set(token, { path, name: path.split(/[\\/]/).at(-1) ?? path, mode })
      return token.slice(0, 100)
    },
  }
}

export const analyst = { code: 'MK', name: 'Mika Kallio', tier: 'N2' } as const

/** A trial vault with our own team's card and a team key. */
export async function readyDesk(dir = join(tempFolder(), 'vault'), ports = fixedPorts()): Promise<TestDesk> {
  const desk = deskOn(dir, ports)
  await desk.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  await desk.call('card.own', {
    name: 'Harrow-CERT',
    address: 'cert@harrow.example',
    phone: '+34 910 000 001',
    zone: 'Europe/Madrid',
    hours: 'Mo-Fr 09:00-17:00',
  })
  await desk.call('key.generate', { name: 'Harrow-CERT', email: 'cert@harrow.example', role: 'team' })
  return desk
}

/** Above all that the making of a vault uses, so that no id is given twice. */
const idsOfCopies = 1000
const templates = new Map<string, Promise<string>>()

/**
 * As `readyDesk`, but a copy of one vault that is made once for a file of tests: reading cards and making keys takes a second. All have
 * the same copy id, so it is not for tests that bring two vaults together.
 */
export async function copiedDesk(start?: string): Promise<TestDesk> {
  const template = await (templates.get('ready') ?? madeTemplate())
  const dir = join(tempFolder(), 'vault')
  cpSync(template, dir, { recursive: true })
  const desk = deskOn(dir, fixedPorts(start, idsOfCopies))
  await desk.call('vault.unlock', { passphrase })
  return desk
}

function madeTemplate(): Promise<string> {
  const dir = join(mkdtempSync(join(tmpdir(), 'signet-test-')), 'vault')
  process.once('exit', () => rmSync(dirname(dir), { recursive: true, force: true }))
  const made = readyDesk(dir).then((desk) => {
    desk.core.close()
    return dir
  })
  templates.set('ready', made)
  return made
}

/** Closed as a lock closes it, and opened again from disk alone. */
export async function reopenedDesk(desk: TestDesk): Promise<TestDesk> {
  desk.core.close()
  const again = deskOn(desk.dir, desk.ports)
  await again.call('vault.unlock', { passphrase })
  return again
}

export const textFile = (name: string, text: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: new TextEncoder().encode(text),
})

export function writeText(dir: string, name: string, text: string): string {
  const path = join(dir, name)
  writeFileSync(path, text)
  return path
}
