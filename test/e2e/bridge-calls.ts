/** Calls through the page's own bridge, for specs about the disk, where clicking would only take time. */
import type { Page } from '@playwright/test'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import type { LaunchedDesk } from './launch-desk.ts'

declare const signet: {
  readonly call: (name: string, input: unknown) => Promise<{ ok: boolean; value: unknown; problem: { code: string } }>
}

export async function call<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await page.evaluate(([name, input]) => signet.call(name, input), [name, input] as const)
  if (!reply.ok) throw new Error(`${name}: ${reply.problem.code}`)
  return reply.value as Output<N>
}

const analyst = { code: 'MK', name: 'Mika Kallio', tier: 'N2' } as const

/** A new trial vault in the usual place, open. */
export async function newVault(desk: LaunchedDesk, passphrase: string): Promise<void> {
  await call(desk.page(), 'desk.choose', { place: 'default' })
  await call(desk.page(), 'vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
}

/** Opens the vault that the desk remembers. */
export async function unlock(desk: LaunchedDesk, passphrase: string): Promise<void> {
  await call(desk.page(), 'desk.connect', {})
  await call(desk.page(), 'vault.unlock', { passphrase })
}
