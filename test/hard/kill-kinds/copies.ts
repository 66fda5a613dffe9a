/** What is made of a whole vault: a backup beside it, a vault out of a backup, a new vault. Each is whole, or it is not there. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { acked, nothingWrong, type After, type KillKind, type Opened, type Place } from '../kill-kind.ts'
import { analyst, passphrase, plainDesk } from '../plain-desk.ts'

const backupIn = ({ scratch }: Pick<Place, 'scratch'>): string => join(scratch, 'desk.signet-backup')

export const backup: KillKind = {
  name: 'backup',
  span: 2_000,
  calls: 150,
  killsEach: 6,
  work: async (work) => {
    const { desk, say } = work
    await desk.call('vault.unlock', { passphrase })
    say('ready')
    for (;;) {
      const { at } = await desk.call('vault.backup', { to: { grant: desk.grant(backupIn(work), 'write') } })
      say('done', 'backup', at)
      const { cases } = await desk.call('case.list', { count: 1 })
      const { heads } = await desk.call('case.show', { number: cases[0]?.number ?? '' })
      const command = { do: 'note', text: `after ${at}` } as const
      await desk.call('case.change', { number: cases[0]?.number ?? '', heads: [...heads], command })
    }
  },
  verify: async (desk, after) => {
    const last = acked(after.said, 'backup').at(-1)
    const path = backupIn(after)
    if (!existsSync(path)) return { lost: last === undefined ? [] : ['the backup is gone'], bad: [] }
    const proved = await desk.reply('vault.verify', {
      from: { grant: desk.grant(path, 'read'), name: 'b' },
      passphrase,
    })
    if (!proved.ok) return { lost: [], bad: [`the backup does not open: ${proved.problem.code}`] }
    return proved.value.at >= (last ?? '') ? nothingWrong : { lost: ['an older backup stands in its place'], bad: [] }
  },
}

/** Something that a kill left behind must never be taken for a vault. */
const leftIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.includes('restoring'))

export const restore: KillKind = {
  name: 'restore',
  span: 600,
  calls: 60,
  killsEach: 1,
  prepare: async (place) => {
    const desk = plainDesk(place.dir)
    await desk.call('vault.unlock', { passphrase })
    await desk.call('vault.backup', { to: { grant: desk.grant(backupIn(place), 'write') } })
    desk.close()
    rmSync(place.dir, { recursive: true })
  },
  work: async (work) => {
    const { desk, say } = work
    say('ready')
    await desk.call('vault.restore', { from: { grant: desk.grant(backupIn(work), 'read'), name: 'b' }, passphrase })
    say('done', 'restore')
  },
  open: async (after) =>
    wholeOrAgain(after, async (desk) =>
      desk.reply('vault.restore', { from: { grant: desk.grant(backupIn(after), 'read'), name: 'b' }, passphrase }),
    ),
  verify: async (_, { dir }) => {
    const open = leftIn(join(dir, '..')).filter((name) => existsSync(join(dir, '..', name, 'vault.json')))
    return { lost: [], bad: open.map((name) => `${name} looks like a vault`) }
  },
}

export const creation: KillKind = {
  name: 'creation',
  span: 500,
  calls: 120,
  killsEach: 1,
  prepare: async ({ dir }) => rmSync(dir, { recursive: true }),
  work: async ({ desk, say }) => {
    say('ready')
    await desk.call('vault.create', newVault)
    say('done', 'creation')
  },
  open: async (after) => wholeOrAgain(after, async (desk) => desk.reply('vault.create', newVault)),
  verify: async () => nothingWrong,
}

const newVault = { passphrase, analyst, zone: 'Europe/Madrid', trial: true } as const

type Again = (
  desk: ReturnType<typeof plainDesk>,
) => Promise<{ readonly ok: true } | { readonly ok: false; problem: { code: string } }>

/** A vault that opens, or a place where the same act now works; and if it was acknowledged, the vault. */
async function wholeOrAgain({ dir, said }: After, again: Again): Promise<Opened> {
  const desk = plainDesk(dir)
  const began = performance.now()
  const status = await desk.reply('vault.status', {})
  if (status.ok && status.value.exists) {
    const opened = await desk.reply('vault.unlock', { passphrase })
    const ms = performance.now() - began
    if (opened.ok) return { desk, ms, ...nothingWrong }
    desk.close()
    return {
      desk: null,
      ms,
      lost: [],
      bad: [`what was left does not open: ${opened.problem.code} ${desk.bugs().join(' ')}`],
    }
  }
  const lost = said.some(({ said: word }) => word === 'done') ? ['it was acknowledged and is not there'] : []
  const repeated = await again(desk)
  const bad = repeated.ok ? [] : [`it cannot be done again: ${repeated.problem.code}`]
  desk.close()
  if (!repeated.ok) return { desk: null, ms: performance.now() - began, lost, bad }
  const after = plainDesk(dir)
  const opened = performance.now()
  await after.call('vault.unlock', { passphrase })
  return { desk: after, ms: performance.now() - opened, lost, bad }
}
