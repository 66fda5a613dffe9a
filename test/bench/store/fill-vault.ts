/** Makes a trial vault and fills it, in a process of its own. `node test/bench/store/fill-vault.ts DIR PASSPHRASE CASES ENTRIES`. */
import { setImmediate } from 'node:timers/promises'
import { fillVault } from '../../../electron/core/cases/fill.ts'
import { createCore } from '../../../electron/core/create-core.ts'
import { dispatcher } from '../../../electron/core/dispatch.ts'
import { realPorts } from '../../../electron/core/real-ports.ts'

const [dir = '', passphrase = '', cases, entries] = process.argv.slice(2)

const ports = {
  ...realPorts({ redeem: () => null, copy: () => undefined, keepDues: () => undefined }),
  /** It is subtracted anyway. */
  kdf: { memory: 8192, passes: 1, lanes: 1 },
}
const core = createCore({ dir, ports, trialOnly: true })
const analyst = { code: 'MK', name: 'Mika Kallio', tier: 'N2' }
await dispatcher(core.handlers, (_, error) => console.error(error))('vault.create', {
  passphrase,
  analyst,
  zone: 'Europe/Madrid',
  trial: true,
})
const session = core.session()
if (session === null) throw new Error('no vault was made')
const wish = { cases: Number(cases), entries: Number(entries), seed: 1 }
const filled = await fillVault(session, {
  ...wish,
  progress: async (done) => {
    if (done % 10_000 === 0) console.error(`filled ${done} of ${cases} cases`)
    await setImmediate()
  },
})
if (!filled.ok) throw new Error(filled.problem.code)
core.close()
