/** Backs a vault up, again and again, until it is killed. */
import { backupVault } from '../../../electron/core/backup/backup.ts'
import { realPorts } from '../../../electron/core/real-ports.ts'
import { unlockVault } from '../../../electron/core/vault/vault.ts'

const [dir = '', passphrase = '', to = ''] = process.argv.slice(2)
const ports = realPorts({ redeem: () => null, copy: () => undefined, keepDues: () => undefined })
const vault = await unlockVault({ dir, trialOnly: true }, passphrase, ports)
if (!vault.ok) throw new Error(vault.problem.code)
process.stdout.write('open\n')
for (;;) await backupVault(vault.value, to, ports)
