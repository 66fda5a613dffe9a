/** vault backup, verify, look, restore. */
import type { BackupDone } from '../../../shared/ipc/vault-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { busy, saidJson, type Answer, type Call } from '../command.ts'
import { outline, table } from '../output.ts'
import { wholeNumber } from '../values.ts'
import { inPages } from './pages.ts'

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

/** What a backup shows, or what is left of a damaged one: nothing of it is kept. */
export async function look(call: Call): Promise<Answer> {
  const { args, files, language, secrets } = call
  const limit = wholeNumber(args.one('limit') ?? '100', '--limit', 1, 1_000_000)
  const from = await files.input(args.words[0] ?? '')
  const ask = await call.ask()
  const passphrase = await secrets.read('passphrase')
  busy(call)
  const { readOnly, findings } = await ask('vault.look', { from, passphrase })
  const { total, rows } = await inPages(limit, (at, count) =>
    ask('queue.window', { order: 'policy', filter: 'is:any', from: at, count }),
  )
  const said = findings.map((found) => saidJson(language, found))
  const cases = rows.map(({ number, phase, title }) => ({ number, phase, title }))
  return {
    json: { schema: 'signet.backup-look/1', at: readOnly?.copyOf ?? null, findings: said, total, cases },
    text: [
      ...said.map(({ text }) => text),
      table(cases.map(({ number, phase, title }) => [number, phase, title])),
    ].join('\n'),
    refused: said.length === 0 ? undefined : saying('cli.backup-found', { count: said.length }),
  }
}

export async function restore(call: Call): Promise<Answer> {
  const [file = '', dir = ''] = call.args.words
  const from = await call.files.input(file)
  const ask = await call.ask(call.files.path(dir))
  const passphrase = await call.secrets.read('passphrase')
  busy(call)
  return backupAnswer(await ask('vault.restore', { from, passphrase }))
}
