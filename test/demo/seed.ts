/** Fills a throwaway trial vault with the demo's material, through the calls that a window uses. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { createCore, type Core } from '../../electron/core/create-core.ts'
import { dispatcher } from '../../electron/core/dispatch.ts'
import { realPorts } from '../../electron/core/real-ports.ts'
import type { Reply } from '../../shared/ipc/call.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import { bytesOf, madeTeams, trustedIntroducerList } from '../material/directories/made-directories.ts'
import { demoCases } from './cases.ts'
import { fernhillKey, firstEdition } from './fernhill.ts'
import { makePartner, reportMail } from './partner.ts'

export const demoPassphrase = 'five quiet herons over the orchard'

const material = join(import.meta.dirname, '..', 'material', 'demo')
const hour = 3_600_000

type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

export const materialFile = (name: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: readFileSync(join(material, name)),
})

/** A core on `dir` whose clock can be moved, so that the cases are not all of one minute. */
function demoCore(dir: string): { core: Core; call: Call; at: (ms: number | null) => void } {
  let fixed: number | null = null
  const ports = realPorts({ redeem: () => null, copy: () => undefined, keepDues: () => undefined })
  const core = createCore({
    dir,
    ports: {
      ...ports,
      now: () => (fixed === null ? Date.now() : fixed++),
      kdf: { memory: 65_536, passes: 2, lanes: 4 },
    },
    trialOnly: true,
  })
  const ask = dispatcher(core.handlers, (reference, error) => console.error(reference, error))
  const call: Call = async (name, input) => {
    const reply = (await ask(name, input)) as Reply<Output<typeof name>>
    if (!reply.ok) throw new Error(`${name}: ${reply.problem.code} ${JSON.stringify(reply.problem.params)}`)
    return reply.value
  }
  return { core, call, at: (ms) => (fixed = ms) }
}

/** What people wrote on cards and checked, a team whose key ends soon, and a list of teams. */
async function seedContacts(call: Call, orchard: string, now: number): Promise<void> {
  await call('card.edit', {
    card: orchard,
    edits: [
      { field: 'networks', value: { cidrs: ['198.51.100.128/25'], domains: ['orchard.example'], asns: [64_500] } },
      { field: 'closures', value: [{ date: dayFrom(now, 3), name: 'Move to the new building' }] },
      { field: 'roles', value: ['csirt', 'provider'] },
      { field: 'note', value: 'The duty officer speaks English and Portuguese.' },
    ],
    reason: 'told by the duty officer',
  })
  await call('check.add', {
    card: orchard,
    method: 'call-back',
    who: 'the duty officer',
    channel: '+351 21 000 0142',
    note: '',
    lapses: dayFrom(now, 5),
  })
  const fernhill = firstEdition(await fernhillKey(300, 20))
  await call('card.import', { file: { name: 'fernhill-1.0.txt', bytes: Buffer.from(fernhill) } })
  const teams = bytesOf(trustedIntroducerList(madeTeams(60)))
  const { token } = await call('directory.preview', { file: { name: 'teams.json', bytes: teams } })
  const { id } = await call('directory.import', { token })
  const isRunning = async (): Promise<boolean> =>
    (await call('job.list', {})).some((job) => job.id === id && job.state === 'running')
  while (await isRunning()) await setImmediate()
}

const dayFrom = (now: number, days: number): string => new Date(now + days * 24 * hour).toISOString().slice(0, 10)

export async function seedDemo(dir: string): Promise<void> {
  const { core, call, at } = demoCore(dir)
  const now = Date.now()
  at(now - 130 * hour)
  await call('vault.create', {
    passphrase: demoPassphrase,
    analyst: { code: 'MK', name: 'Mika Kallio', tier: 'N2' },
    zone: 'Europe/Madrid',
    trial: true,
  })
  await call('card.import', { file: materialFile('harrow-cert.txt'), own: true })
  await call('key.generate', { name: 'Harrow-CERT', email: 'cert@harrow.example', role: 'team' })
  for (const name of ['p3-cert.txt', 'oneseq-cert.txt', 'mycd-cert.txt']) {
    await call('card.import', { file: materialFile(name) })
  }
  const orchard = await call('card.import', { file: materialFile('orchard-cert.txt') })
  const partner = await makePartner(new Date(now - 90 * 24 * hour).toISOString())
  const imported = await call('key.import', {
    file: { name: 'orchard.asc', bytes: Buffer.from(partner.armoredPublic) },
  })
  await call('key.trust', {
    fingerprint: imported.keys[0]?.fingerprint ?? '',
    trust: 'verified',
    how: 'call-back',
    note: 'All ten groups read by the duty officer.',
  })
  await seedContacts(call, orchard.id, now)
  for (const { title, ago, commands } of demoCases.toSorted((a, b) => b.ago - a.ago)) {
    at(now - ago * hour)
    let view = await call('case.create', { title })
    for (const command of commands) {
      view = await call('case.change', { number: view.state.number, heads: [...view.heads], command })
    }
  }
  at(now - hour)
  const me = await call('me.show', {})
  const team = await call('key.export', { fingerprint: me.teamKey ?? '' })
  const mail = await reportMail(partner, team.armored, new Date(now - hour).toISOString())
  await call('intake.open', { file: { name: 'orchard-5521.eml', bytes: mail } })
  core.close()
}
