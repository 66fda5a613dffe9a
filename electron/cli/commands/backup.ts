/** vault backup, verify, restore. */
import type { BackupDone } from '../../../shared/ipc/vault-views.ts'
import { busy, type Answer, type Call } from '../command.ts'
import { outline } from '../output.ts'

const backupAnswer = (done: BackupDone): Answer => {
  const json = { schema: 'signet.backup/1', ...done }
  return { json, text: outline(json) }
}

export async function backup(call: Call): Promise<Answer> {
  const to = call.files.target(call.args.words[0] ?? '')
  const { ask } = await call.vault()
  busy(call)
  return backupAnswer(await ask('vault.backup', { to }))
}

/** Needs the passphrase or the recovery key of the backup, and no open vault. */
export async function verify(call: Call): Promise<Answer> {
  const from = await call.files.input(call.args.words[0] ?? '')
  const ask = await call.ask()
  const passphrase = await call.secrets.read('passphrase')
  busy(call)
  return backupAnswer(await ask('vault.verify', { from, passphrase }))
}

export async function restore(call: Call): Promise<Answer> {
  const [file = '', dir = ''] = call.args.words
  const from = await call.files.input(file)
  const ask = await call.ask(call.files.path(dir))
  const passphrase = await call.secrets.read('passphrase')
  busy(call)
  return backupAnswer(await ask('vault.restore', { from, passphrase }))
}
