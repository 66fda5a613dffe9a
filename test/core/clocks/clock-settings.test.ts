/** The team's decisions about its clocks: kept as versions, refused where they cannot be right, and felt by every case. */
import { expect, test } from 'vitest'
import { shippedClocks } from '../../../shared/domain/clock/shipped.ts'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { fillVault } from '../../../electron/core/cases/fill.ts'
import { copiedDesk, reopenedDesk, type TestDesk } from '../desk-fixture.ts'

const three: ClockSettings = { ...shippedClocks, responseDays: 3 }
const reason = 'The council decided so'

test('what Signet ships holds until the team decides, and says by which hours it counts', async () => {
  const desk = await copiedDesk()
  expect(await desk.call('clocks.show', {})).toMatchObject({
    settings: shippedClocks,
    version: { version: 0, at: null },
    hours: 'Mo-Fr 09:00-17:00',
    zone: 'Europe/Madrid',
    closures: [],
  })
})

test('a decision is a version with its reason, and an older one can be put in force again', async () => {
  const desk = await copiedDesk()
  await desk.call('clocks.save', { settings: three, reason })
  const again = await reopenedDesk(desk)
  const { settings, version, history } = await again.call('clocks.show', {})
  expect(settings.responseDays).toBe(3)
  expect(version).toMatchObject({ version: 1, code: 'MK', reason })
  const shipped = history.find((row) => row.version === 0)?.settings ?? three
  const back = await again.call('clocks.save', { settings: shipped, reason: 'It was better before' })
  expect(back.settings).toEqual(shippedClocks)
  expect(back.history.map((row) => [row.version, row.settings.responseDays])).toEqual([
    [2, 1],
    [1, 3],
    [0, 1],
  ])
})

const row = shippedClocks.legal[0]
if (row === undefined) throw new Error('no legal table')

test.each<[string, ClockSettings['legal']]>([
  ['legal-id-twice', [row, row]],
  ['legal-after-unknown', [{ ...row, after: 'nobody' }]],
  [
    'legal-after-loop',
    [
      { ...row, id: 'a', after: 'b' },
      { ...row, id: 'b', after: 'a' },
    ],
  ],
  ['legal-step-always', [{ ...row, amount: null, always: true }]],
])('a legal table that cannot be right is refused: %s', async (code, legal) => {
  const desk = await copiedDesk()
  expect(await desk.refused('clocks.save', { settings: { ...shippedClocks, legal }, reason })).toBe(code)
  expect((await desk.call('clocks.show', {})).version.version).toBe(0)
})

test('a decision without a reason is refused', async () => {
  const desk = await copiedDesk()
  expect(await desk.refused('clocks.save', { settings: three, reason: ' ' })).not.toBeNull()
})

const responseOf = async (desk: TestDesk, number: string): Promise<string | undefined> =>
  (await desk.call('case.show', { number })).clocks.find(({ kind }) => kind === 'first-response')?.due

test('a new promise moves the clocks of the cases that are open, on their page and in the queue', async () => {
  // Sunday 22 November: counts from Monday 09:00 in Madrid.
  const desk = await copiedDesk()
  const { state } = await desk.call('case.create', { title: 'Phishing page' })
  expect(await responseOf(desk, state.number)).toBe('2026-11-24T08:00:00.000Z')
  await desk.call('clocks.save', { settings: three, reason })
  expect(await responseOf(desk, state.number)).toBe('2026-11-26T08:00:00.000Z')
  const queue = await desk.call('queue.window', { order: 'policy' })
  expect(queue.rows[0]?.due).toBe('2026-11-26T08:00:00.000Z')
})

test('many cases are reckoned anew in steps, and a lock in between is made good', async () => {
  const desk = await copiedDesk()
  const session = desk.core.session()
  if (session === null) throw new Error('locked')
  await fillVault(session, { cases: 320, entries: 320, seed: 1, progress: async () => undefined })
  await desk.call('clocks.save', { settings: three, reason })
  expect(await desk.call('job.list', {})).toMatchObject([{ name: 'clocks', total: 320 }])
  const again = await reopenedDesk(desk)
  const opened = again.core.session()
  if (opened === null) throw new Error('locked')
  await opened.jobs.settled()
  expect(await again.call('job.list', {})).toMatchObject([{ state: 'done', done: 320 }])
  const last = await reopenedDesk(again)
  expect(await last.call('job.list', {})).toEqual([])
})
