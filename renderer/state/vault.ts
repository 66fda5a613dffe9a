/** The verbs of the vault: opened, made, recovered, restored. */
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { DeskState } from '../../shared/ipc/views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { desk } from './desk.ts'

/** Starts the process of the chosen vault, then asks it; the desk's state follows by its feed. */
async function connected<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const connecting = await client['desk.connect']({})
  return connecting.ok ? ask() : connecting
}

export const unlock = (passphrase: string): Promise<Answer<Output<'vault.unlock'>>> =>
  connected(() => client['vault.unlock']({ passphrase }))

export const recover = (recoveryKey: string, passphrase: string): Promise<Answer<Output<'vault.recover'>>> =>
  connected(() => client['vault.recover']({ recoveryKey, passphrase }))

/** The usual place of this machine, or the folder that a dialog gave. */
export async function choosePlace(grant: string | null): Promise<Answer<DeskState>> {
  const answer = await client['desk.choose'](grant === null ? { place: 'default' } : { place: 'grant', grant })
  if (answer.ok) desk.take(answer.value)
  return answer
}

export const vaultStatus = (): Promise<Answer<Output<'vault.status'>>> => client['vault.status']({})

export const createVault = (wish: Input<'vault.create'>): Promise<Answer<Output<'vault.create'>>> =>
  client['vault.create'](wish)

export const restoreBackup = (
  from: Input<'vault.restore'>['from'],
  passphrase: string,
): Promise<Answer<Output<'vault.restore'>>> => client['vault.restore']({ from, passphrase })
