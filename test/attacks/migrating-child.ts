/** The process that store-migration.test.ts kills: opens a vault of ours as a Signet would whose format is two steps further. */
import { writeSync } from 'node:fs'
import { openStore } from '../../electron/core/store/store.ts'
import { furtherSteps } from './further-steps.ts'

const [, , dir = '', copy = '', key = ''] = process.argv
writeSync(1, 'begins\n')
const opened = openStore({ dir, copy, vaultKey: Buffer.from(key, 'hex'), now: Date.now, migrations: furtherSteps })
writeSync(1, opened.ok ? 'done\n' : `refused: ${opened.problem.code}\n`)
// Closed by the kill, or by nobody.
setInterval(() => undefined, 1_000)
