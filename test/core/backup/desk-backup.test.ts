/** Backups as the desk makes them: by plan and on demand, beside the work, told when they are due and when they did not count. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { backupName, outdated } from '../../../electron/core/backup/backup-name.ts'
import { slotsAround } from '../../../electron/core/backup/plan.ts'
import { backUpIfDue } from '../../../electron/core/backup/schedule.ts'
import { verifyBackup } from '../../../electron/core/backup/backup.ts'
import type { Session } from '../../../electron/core/session.ts'
import { copiedDesk, deskOn, reopenedDesk, type TestDesk } from '../desk-fixture.ts'
import { expectOk, passphrase, tempFolder } from '../vault-fixture.ts'

/** Threads are started and files are flushed: on a busy machine that takes many times as long. */
vi.setConfig({ testTimeout: 180_000 })

const hour = 3_600_000

async function planned(): Promise<{ readonly desk: TestDesk; readonly folder: string }> {
  const desk = await copiedDesk()
  const folder = join(tempFolder(), 'stick')
  mkdirSync(folder)
  await desk.call('backup.plan', { every: 'day', at: '18:00', folder: { grant: desk.grant(folder, 'write') } })
  return { desk, folder }
}

function sessionOf(desk: TestDesk): Session {
  const session = desk.core.session()
  if (session === null) throw new Error('the vault is locked')
  return session
}

async function settled(desk: TestDesk): Promise<void> {
  await sessionOf(desk).jobs.settled()
}

describe('a backup of the desk', () => {
  test('goes as a job into the folder of the plan, under a name with its time, and counts from then on', async () => {
    const { desk, folder } = await planned()
    expect(await desk.call('backup.show', {})).toMatchObject({ last: null, since: null, tried: [], due: true })
    const { state } = await desk.call('backup.start', { to: null })
    expect(state).toBe('running')
    expect(await desk.refused('backup.start', { to: null })).toBe('backup-runs')
    await settled(desk)
    expect(readdirSync(folder)).toEqual(['signet-20261122T0800Z.sgb'])
    const { last, since, due, plan } = await desk.call('backup.show', {})
    expect(last?.file).toBe(join(folder, 'signet-20261122T0800Z.sgb'))
    expect({ since, due, folder: plan.folder }).toEqual({ since: 0, due: false, folder: 'stick' })
    const { state: made } = await desk.call('case.create', { title: 'After the backup' })
    expect((await desk.call('backup.show', {})).since).toBe(1)
    expect(made.number).toMatch(/-0001$/)
    const [job] = await desk.call('job.list', {})
    expect(job).toMatchObject({ state: 'done', problem: null })
    expect((await desk.call('me.show', {})).lastBackup).toBe(last?.at)
    const again = await reopenedDesk(desk)
    expect((await again.call('backup.show', {})).last).toEqual(last)
    expect(expectOk(await verifyBackup(String(last?.file), passphrase, tempFolder())).sha256).toBe(last?.sha256)
  })

  test('goes where a person says instead, and nothing there is taken away', async () => {
    const { desk, folder } = await planned()
    const other = join(tempFolder(), 'mine.sgb')
    await desk.call('backup.start', { to: { grant: desk.grant(other, 'write') } })
    await settled(desk)
    expect(readdirSync(folder)).toEqual([])
    expect((await desk.call('backup.show', {})).last?.file).toBe(other)
  })

  test('that a person stops leaves nothing and is no failure', async () => {
    const { desk, folder } = await planned()
    const { id } = await desk.call('backup.start', { to: null })
    await desk.call('job.cancel', { id })
    await settled(desk)
    await expect.poll(() => readdirSync(folder), { timeout: 20_000 }).toEqual([])
    expect(await desk.call('backup.show', {})).toMatchObject({ last: null, tried: [] })
    await expect.poll(() => desk.refused('backup.start', { to: null }), { timeout: 20_000 }).toBeNull()
    await settled(desk)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('that a lock ends leaves nothing half written, and the vault as it was', async () => {
    const { desk, folder } = await planned()
    await desk.call('backup.start', { to: null })
    const again = await reopenedDesk(desk)
    await expect.poll(() => readdirSync(folder), { timeout: 20_000 }).toEqual([])
    expect(await again.call('backup.show', {})).toMatchObject({ last: null, tried: [] })
    expect((await again.call('vault.check', {})).ok).toBe(true)
  })

  test('to a medium that is missing is listed with its reason, and the last that counts stays the last', async () => {
    const { desk, folder } = await planned()
    await desk.call('backup.start', { to: null })
    await settled(desk)
    const { last } = await desk.call('backup.show', {})
    rmSync(folder, { recursive: true })
    await desk.call('backup.start', { to: null })
    await settled(desk)
    const { last: still, tried } = await desk.call('backup.show', {})
    expect(still).toEqual(last)
    expect(tried.map(({ problem }) => problem.code)).toEqual(['backup-medium-missing'])
    const [job] = await desk.call('job.list', {})
    expect(job?.problem?.code).toBe('backup-medium-missing')
  })

  test('without a folder says so', async () => {
    expect(await (await copiedDesk()).refused('backup.start', { to: null })).toBe('backup-no-folder')
  })
})

describe('the plan', () => {
  test('makes one when its time has passed, and tries a missing medium once for each time', async () => {
    const { desk, folder } = await planned()
    const session = sessionOf(desk)
    // 08:00Z is after 18:00 of the day before, and there is none yet.
    expect(backUpIfDue(session)).toBe(true)
    await settled(desk)
    expect(backUpIfDue(session)).toBe(false)
    desk.ports.moveClock(8 * hour)
    expect((await desk.call('backup.show', {})).due).toBe(false)
    desk.ports.moveClock(2 * hour)
    expect((await desk.call('backup.show', {})).due).toBe(true)
    rmSync(folder, { recursive: true })
    expect(backUpIfDue(session)).toBe(true)
    await settled(desk)
    expect(backUpIfDue(session)).toBe(false)
    const { tried, due } = await desk.call('backup.show', {})
    expect({ count: tried.length, due }).toEqual({ count: 1, due: true })
  })

  test('reminds only where it has no folder', async () => {
    const desk = await copiedDesk()
    await desk.call('backup.plan', { every: 'week', at: '09:30', folder: 'none' })
    expect((await desk.call('backup.show', {})).due).toBe(true)
    expect(backUpIfDue(sessionOf(desk))).toBe(false)
    await desk.call('backup.plan', { every: 'never', at: '09:30', folder: null })
    expect((await desk.call('backup.show', {})).due).toBe(false)
  })

  test('counts in the time of the desk, over the change of the clocks', () => {
    const plan = { every: 'day', at: '02:30', folder: null } as const
    // 2026-03-29: 02:30 does not exist in Madrid.
    expect(slotsAround(plan, 'Europe/Madrid', '2026-03-29T12:00:00.000Z')).toEqual({
      last: '2026-03-29T01:30:00.000Z',
      next: '2026-03-30T00:30:00.000Z',
    })
    const weekly = { every: 'week', at: '18:00', folder: null } as const
    expect(slotsAround(weekly, 'Europe/Madrid', '2026-11-22T08:00:00.000Z')).toEqual({
      last: '2026-11-16T17:00:00.000Z',
      next: '2026-11-23T17:00:00.000Z',
    })
  })

  test('keeps the youngest of seven days, four weeks and six months, and touches nothing else', async () => {
    const day = 86_400_000
    const start = Date.parse('2026-11-22T18:00:00.000Z')
    const names = Array.from({ length: 400 }, (_, ago) => backupName(new Date(start - ago * day).toISOString()))
    const gone = new Set(outdated([...names, 'thesis.sgb', 'signet-old.sgb']))
    const kept = names.filter((name) => !gone.has(name))
    expect(gone.size + kept.length).toBe(400)
    expect(kept.slice(0, 7)).toEqual(names.slice(0, 7))
    // The youngest of a week or a month may be one of the seven days already.
    expect(kept.length).toBeGreaterThanOrEqual(7 + 2 + 4)
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 6)
    expect(outdated(kept)).toEqual([])
  })

  test('removes what it does not keep only after a new one counts, and never what is not of this vault', async () => {
    const { desk, folder } = await planned()
    for (let days = 0; days < 12; days++) {
      await desk.call('backup.start', { to: null })
      await settled(desk)
      desk.ports.moveClock(24 * hour)
    }
    const stranger = 'signet-20200101T0000Z.sgb'
    writeFileSync(join(folder, stranger), 'not a backup')
    writeFileSync(join(folder, 'thesis.txt'), 'mine')
    await desk.call('backup.start', { to: null })
    await settled(desk)
    const names = readdirSync(folder)
    expect(names).toContain(stranger)
    expect(names).toContain('thesis.txt')
    expect(names.filter((name) => name.startsWith('signet-2026'))).toHaveLength(8)
    expect(names).toContain('signet-20261204T0800Z.sgb')
  })
})

describe('looking into a backup', () => {
  async function looked() {
    const { desk, folder } = await planned()
    const { state } = await desk.call('case.create', { title: 'In the copy' })
    await desk.call('backup.start', { to: null })
    await settled(desk)
    await desk.call('case.create', { title: 'After it' })
    const file = (await desk.call('backup.show', {})).last?.file ?? ''
    const from = (): { grant: string; name: string } => ({ grant: desk.grant(file, 'read'), name: 'b' })
    return { desk, folder, number: state.number, from, file }
  }
  const beside = (desk: TestDesk): readonly string[] => readdirSync(join(desk.dir, '..'))

  test('shows the cases of its day, refuses every change, and leaves no trace once it is locked', async () => {
    const { desk, folder, number, from } = await looked()
    const me = await desk.call('vault.look', { from: from(), passphrase })
    expect(me.readOnly).toEqual({ copyOf: '2026-11-22T08:00:00.000Z' })
    const { cases } = await desk.call('case.list', {})
    expect(cases.map(({ title }) => title)).toEqual(['In the copy'])
    const { heads } = await desk.call('case.show', { number })
    const change = { number, heads: [...heads], command: { do: 'note' as const, text: 'not here' } }
    expect(await desk.refused('case.change', change)).toBe('vault-read-only')
    expect(await desk.refused('case.create', { title: 'nor here' })).toBe('vault-read-only')
    expect(await desk.refused('backup.start', { to: null })).toBe('vault-read-only')
    expect(await desk.refused('backup.start', { to: { grant: desk.grant(join(folder, 'x'), 'write') } })).toBe(
      'vault-read-only',
    )
    expect(beside(desk)).toHaveLength(2)
    const again = await reopenedDesk(desk)
    expect(beside(desk)).toEqual(['vault'])
    expect((await again.call('case.list', {})).cases).toHaveLength(2)
    expect((await again.call('me.show', {})).readOnly).toBeNull()
  })

  test('works from a locked desk, and a wrong passphrase leaves an open one open', async () => {
    const { desk, from } = await looked()
    const chosen = from()
    expect(await desk.refused('vault.look', { from: chosen, passphrase: 'not this one' })).toBe('backup-passphrase')
    await desk.call('vault.verify', { from: chosen, passphrase })
    expect(await desk.refused('vault.verify', { from: chosen, passphrase })).toBe('grant-unknown')
    expect((await desk.call('case.list', {})).cases).toHaveLength(2)
    const file = (await desk.call('backup.show', {})).last?.file ?? ''
    desk.core.close()
    const locked = deskOn(desk.dir, desk.ports)
    const grant = locked.grant(file, 'read')
    expect((await locked.call('vault.look', { from: { grant, name: 'b' }, passphrase })).readOnly).not.toBeNull()
  })

  test('what a killed process left of one goes when the desk starts again', async () => {
    const { desk } = await looked()
    desk.core.close()
    // The highest number that Linux gives is lower.
    const left = `${desk.dir}.look-99999999-abc-open`
    const half = `${desk.dir}.restoring-99999999-abc`
    for (const dir of [left, half]) mkdirSync(dir)
    deskOn(desk.dir, desk.ports)
    expect([left, half].map((dir) => existsSync(dir))).toEqual([false, false])
  })
})
