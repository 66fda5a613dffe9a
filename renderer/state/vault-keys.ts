/** The keys of the open vault and what changes them; core answers what they are then. */
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { VaultKeys } from '../../shared/ipc/vault-views.ts'
import type { Saying } from '../../shared/words/say.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createMirror } from './mirror.ts'

export const vaultKeys = createMirror<VaultKeys>(() => client['vault.keys']({}), ['vault.changed'])

export const changePassphrase = (current: string, next: string): Promise<Answer<null>> =>
  client['vault.passphrase']({ current, next })

/** A job, at whose end the desk locks. */
export const newDataKey = (passphrase: string): Promise<Answer<Output<'vault.rotate'>>> =>
  client['vault.rotate']({ passphrase })

export const newRecoverySheet = (passphrase: string): Promise<Answer<Output<'vault.recovery'>>> =>
  client['vault.recovery']({ passphrase })

const taken = (answer: Answer<VaultKeys>): Answer<VaultKeys> => {
  if (answer.ok) vaultKeys.take(answer.value)
  return answer
}

/** @returns what was wrong; null where the sheet is proved. */
export async function proveSheet(groups: Readonly<Input<'vault.prove'>['groups']>): Promise<Saying | null> {
  const answer = taken(await client['vault.prove']({ groups: [...groups] }))
  return answer.ok ? null : answer.problem
}

export const switchDevice = async (on: boolean, passphrase: string): Promise<Answer<VaultKeys>> =>
  taken(await client['vault.device']({ on, passphrase }))
