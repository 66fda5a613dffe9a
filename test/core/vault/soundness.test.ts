/** The full check beside the work: with progress, stopped and gone on with, and told in the words of the command line's own check. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { CheckView } from '../../../shared/ipc/vault-views.ts'
import { databasePath } from '../../../electron/core/store/store.ts'
import { analyst, deskOn, type TestDesk } from '../desk-fixture.ts'
import { passphrase, tempFolder } from '../vault-fixture.ts'

const patient = { timeout: 180_000 }

async function filledDesk(): Promise<TestDesk> {
  const desk = deskOn(join(tempFolder(), 'vault'))
  await desk.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  for (let n = 0; n < 12; n++) await desk.call('case.create', { title: `Phishing page ${n}` })
  return desk
}

async function ended(desk: TestDesk): Promise<CheckView> {
  let view = await desk.call('soundness.show', {})
  while (view.job?.state === 'running') {
    await setImmediate()
    view = await desk.call('soundness.show', {})
  }
  return view
}

const doneOf = ({ parts }: CheckView): number => parts.reduce((sum, { done }) => sum + done, 0)

test(
  'comes to its end part by part, with nothing found in a whole vault, and says when that was',
  patient,
  async () => {
    const desk = await filledDesk()
    const before = await desk.call('soundness.show', {})
    expect(before).toMatchObject({ job: null, lastWhole: null, since: null, cases: [] })
    expect(before.parts.every(({ state }) => state === 'waits')).toBe(true)
    const begun = await desk.call('soundness.check', {})
    expect(begun.job).toMatchObject({ name: 'check', state: 'running' })
    expect(begun.job?.total).toBeGreaterThan(0)
    const after = await ended(desk)
    expect(after.job?.state).toBe('done')
    expect(after.parts.map(({ part }) => part)).toEqual([
      'pages',
      'database',
      'log',
      'blobs',
      'search',
      'entries',
      'records',
      'cases',
    ])
    for (const part of after.parts) expect(part).toMatchObject({ state: 'done', done: part.total, findings: [] })
    expect(after.lastWhole).toBe(new Date(desk.ports.now()).toISOString())
  },
)

test('is stopped, keeps what it knows, and the next one goes on from there', patient, async () => {
  const desk = await filledDesk()
  const { job } = await desk.call('soundness.check', {})
  await setImmediate()
  expect(await desk.call('job.cancel', { id: job?.id ?? '' })).toMatchObject({ state: 'cancelled' })
  const stopped = await desk.call('soundness.show', {})
  expect(stopped.lastWhole).toBeNull()
  const again = await desk.call('soundness.check', {})
  expect(doneOf(again)).toBeGreaterThanOrEqual(doneOf(stopped))
  expect((await ended(desk)).job?.state).toBe('done')
})

test('goes on while cases are written, and takes nothing of that for damage', patient, async () => {
  const desk = await filledDesk()
  await desk.call('soundness.check', {})
  for (let n = 0; n < 20; n++) await desk.call('case.create', { title: `meanwhile ${n}` })
  const { parts } = await ended(desk)
  expect(parts.flatMap(({ findings }) => findings)).toEqual([])
})

test('names the case of which a page does not verify, and the others are worked on', patient, async () => {
  const desk = await filledDesk()
  const { state } = await desk.call('case.create', { title: 'the one' })
  for (let n = 0; n < 30; n++) {
    const { heads } = await desk.call('case.show', { number: state.number })
    const command = { do: 'note', text: `${n} ${'word '.repeat(300)}` } as const
    await desk.call('case.change', { number: state.number, heads: [...heads], command })
  }
  desk.core.close()
  // The last pages hold the notes of the last case.
  const bytes = readFileSync(databasePath(desk.dir))
  const at = bytes.length - 2 * 4096 + 100
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(databasePath(desk.dir), bytes)
  const damaged = deskOn(desk.dir, desk.ports)
  await damaged.call('vault.unlock', { passphrase })
  await damaged.call('soundness.check', {})
  const { cases, parts } = await ended(damaged)
  expect(parts.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain('damage-page')
  expect(cases.filter((number) => number !== state.number)).toEqual([])
  expect((await damaged.call('case.show', { number: '2026-MK-0001' })).state.title).toBe('Phishing page 0')
})
