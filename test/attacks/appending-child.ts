/** The process that store-kill.test.ts kills: appends notes for ever and names each one only after its commit has returned. */
import { writeSync } from 'node:fs'
import type { CaseId, CopyId, Entry } from '../../shared/domain/case/entry.ts'
import { ok } from '../../shared/kit/result.ts'
import { append, entriesOf, type Author } from '../../electron/core/journal/journal.ts'
import { realPorts } from '../../electron/core/real-ports.ts'
import { unlockVault } from '../../electron/core/vault/vault.ts'

const [, , dir = '', passphrase = '', caseText = '', round = ''] = process.argv
const caseId = caseText as CaseId
const ports = realPorts({ redeem: () => null, copy: () => undefined, keepDues: () => undefined })

const vault = await unlockVault({ dir, trialOnly: false }, passphrase, ports)
if (!vault.ok) throw new Error(vault.problem.code)
const { store } = vault.value
const author: Author = { copy: store.copy as CopyId, actor: { code: 'MK', tier: 'N2', role: 'analyst' }, zone: 'UTC' }

let entries: readonly Entry[] = entriesOf(store, caseId)
for (let number = 0; ; number++) {
  const text = `${round}/${number}`
  const done = store.commit((tx) => ok(append(tx, ports, author, { caseId, entries }, [{ kind: 'note.added', text }])))
  if (!done.ok) throw new Error(done.problem.code)
  entries = [...entries, ...done.value]
  writeSync(1, `${text}\n`)
}
