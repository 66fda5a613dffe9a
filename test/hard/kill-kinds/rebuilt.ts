/** What replaces the database as a whole: an older format brought to ours, everything sealed anew under another key. */
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { acked, type After, type Faults, type KillKind } from '../kill-kind.ts'
import { passphrase, plainDesk, storeOf, type PlainDesk } from '../plain-desk.ts'
import { firstCase } from './taken-in.ts'
import { notesOf } from './writes.ts'

export const migration: KillKind = {
  name: 'migration',
  span: 120,
  calls: 260,
  killsEach: 1,
  prepare: async ({ dir, known }) => {
    const desk = plainDesk(dir)
    await desk.call('vault.unlock', { passphrase })
    const { db, head } = storeOf(desk)
    known['rows'] = String(head().seq)
    // All in which format 1 differs.
    db.exec('DROP INDEX log_beside_entries; DROP INDEX cases_by_time')
    db.pragma('user_version = 1')
    desk.close()
    rmSync(join(dir, 'pages'), { force: true })
  },
  work: async ({ desk, say }) => {
    say('ready')
    await desk.call('vault.unlock', { passphrase })
    say('done', 'migration')
  },
  verify: async (desk, { known }) => {
    const { db, head } = storeOf(desk)
    const format = Number(db.pragma('user_version', { simple: true }))
    return {
      lost: head().seq < Number(known['rows']) ? [`${head().seq} rows of ${known['rows']}`] : [],
      bad: format > 1 ? [] : ['it opened without being brought to our format'],
    }
  },
}

export const rotation: KillKind = {
  name: 'new data key',
  span: 1_500,
  calls: 500,
  killsEach: 4,
  work: async ({ dir, round, say }) => {
    for (let n = 0; ; n++) {
      const desk = plainDesk(dir)
      await desk.call('vault.unlock', { passphrase })
      if (n === 0) say('ready')
      const text = `${round}/${n}`
      await note(desk, text)
      say('done', 'note', text)
      await rotated(desk)
      say('done', 'rotation', text)
    }
  },
  verify: async (desk, after) => {
    const there = await notesOf(desk, await firstCase(desk))
    const lost = acked(after.said, 'note').flatMap((text) => (there.has(text) ? [] : [`note ${text}`]))
    return { lost, bad: [...leftIn(after), ...(await sheetFaults(after))] }
  },
}

async function note(desk: PlainDesk, text: string): Promise<void> {
  const number = await firstCase(desk)
  const { heads } = await desk.call('case.show', { number })
  await desk.call('case.change', { number, heads: [...heads], command: { do: 'note', text } })
}

/** The desk locks itself at the end of it. */
export async function rotated(desk: PlainDesk, typed = passphrase): Promise<void> {
  await desk.call('vault.rotate', { passphrase: typed })
  while (desk.core.session() !== null) {
    const [job] = await desk.call('job.list', {})
    if (job !== undefined && job.state !== 'running' && desk.core.session() !== null)
      throw new Error(`the new data key: ${job.state} ${job.problem?.code ?? ''} ${desk.bugs().join(' ')}`)
    await sleep(1)
  }
}

/** Opened since: what was sealed beside is in its place or gone. */
const leftIn = ({ dir }: After): Faults['bad'] =>
  readdirSync(dir)
    .filter((name) => name.startsWith('new-key-'))
    .map((name) => `left ${name}`)

/** On a copy: the sheet sets a passphrase. */
async function sheetFaults({ dir, scratch, known }: After): Promise<Faults['bad']> {
  const copy = join(scratch, 'copy')
  cpSync(dir, copy, { recursive: true })
  const desk = plainDesk(copy)
  const opened = await desk.reply('vault.recover', { recoveryKey: known['recoveryKey'] ?? '', passphrase })
  desk.close()
  rmSync(copy, { recursive: true })
  return opened.ok ? [] : [`the printed sheet does not open: ${opened.problem.code}`]
}
