/** The store as core last told it: its soundness, its place, its backups; and what can be done about them. */
import type { Job } from '../../shared/ipc/card-views.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { Grant, Me } from '../../shared/ipc/views.ts'
import type { BackupView, CheckView, ExportedAll, VaultPlace } from '../../shared/ipc/vault-views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { desk, pick } from './desk.ts'
import { createMirror } from './mirror.ts'
import { told } from './toasts.ts'

export const soundness = createMirror<CheckView>(() => client['soundness.show']({}), ['vault.changed', 'job.changed'])
export const backups = createMirror<BackupView>(() => client['backup.show']({}), ['vault.changed', 'queue.changed'])
export const vaultPlace = createMirror<VaultPlace>(() => client['vault.place']({}), ['vault.changed'])

export async function startCheck(): Promise<void> {
  const view = told(await client['soundness.check']({}))
  if (view !== null) soundness.take(view)
}

/** Into the folder of the plan, or where the grant says. */
export async function startBackup(to: Grant | null): Promise<Job | null> {
  const job = told(await client['backup.start']({ to: to === null ? null : { grant: to.grant } }))
  await backups.refresh()
  return job
}

export async function setBackupPlan(plan: Input<'backup.plan'>): Promise<Answer<BackupView>> {
  const answer = await client['backup.plan'](plan)
  if (answer.ok) backups.take(answer.value)
  return answer
}

/** A grant is given to the process of a vault, so a locked one is started first. */
export async function pickBackup(purpose: string): Promise<Grant | null> {
  if (desk.get().value?.phase === 'locked') await client['desk.connect']({})
  return told(await pick('open', purpose))?.[0] ?? null
}

export const verifyBackup = (from: Grant, passphrase: string): Promise<Answer<Output<'vault.verify'>>> =>
  client['vault.verify']({ from, passphrase })

export const lookInside = (from: Grant, passphrase: string): Promise<Answer<Me>> =>
  client['vault.look']({ from, passphrase })

export const exportAll = (wish: Input<'export.all'>): Promise<Answer<ExportedAll>> => client['export.all'](wish)
