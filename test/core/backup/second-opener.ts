/** Tries to open the database of a vault past its lock file, as two processes would that race there; says why it could not. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { realPorts } from '../../../electron/core/real-ports.ts'
import { unlockVault } from '../../../electron/core/vault/vault.ts'

const [dir = '', passphrase = ''] = process.argv.slice(2)
rmSync(join(dir, 'lock'))
const ports = realPorts({ redeem: () => null, copy: () => undefined, keepDues: () => undefined })
const vault = await unlockVault({ dir, trialOnly: true }, passphrase, ports)
process.stdout.write(vault.ok ? 'open' : vault.problem.code === 'vault-in-use' ? 'SQLITE_BUSY' : vault.problem.code)
