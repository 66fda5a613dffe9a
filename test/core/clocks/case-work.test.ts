/** A case worked at the desk: what its commands do to its clocks, on its page, in JSON and over a restart. */
import { expect, test } from 'vitest'
import { caseShape } from '../../../electron/cli/shapes/case-shape.ts'
import type { Command } from '../../../shared/domain/case/command.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { copiedDesk, reopenedDesk, type TestDesk } from '../desk-fixture.ts'

// Monday 23 November 2026, 10:00 in Madrid; the team is open from 09:00 to 17:00.
const start = '2026-11-23T09:00:00.000Z'
const hour = 3_600_000

interface Worked {
  readonly desk: TestDesk
  readonly number: string
  readonly now: (command: Command) => Promise<CaseView>
}

async function worked(): Promise<Worked> {
  const desk = await copiedDesk(start)
  const { state } = await desk.call('case.create', { title: 'Phishing page' })
  const { number } = state
  return {
    desk,
    number,
    now: async (command) => {
      const { heads } = await desk.call('case.show', { number })
      return desk.call('case.change', { number, heads: [...heads], command })
    },
  }
}

const seen = ({ clocks }: CaseView): readonly string[] =>
  clocks.map(({ kind, of, state, due }) => `${of ?? kind} ${state} ${due.slice(5, 16)}`)

test('a pause stands still with its reason, and the working time is added when it ends', async () => {
  const { desk, now } = await worked()
  const paused = await now({ do: 'pause', clock: 'first-response', reason: 'Waiting for the reporter', until: null })
  expect(paused.clocks[0]).toMatchObject({ state: 'paused', said: { params: { reason: 'Waiting for the reporter' } } })
  desk.ports.moveClock(2 * hour)
  expect(seen(await now({ do: 'resume', clock: 'first-response' }))[0]).toBe('first-response running 11-24T11:00')
})

test('acknowledging stops the first response and lets silence begin; waiting for somebody ends it', async () => {
  const { now } = await worked()
  const told = await now({ do: 'respond', channel: 'phone', note: 'Told them we have it' })
  expect(seen(told)).toEqual(['first-response met 11-24T09:00', 'silence running 11-30T09:00'])
  const waiting = await now({ do: 'wake', at: '2026-12-01T09:00:00.000Z', waitingFor: 'the provider' })
  expect(seen(waiting)).toEqual(['first-response met 11-24T09:00', 'wake running 12-01T09:00'])
})

test('awareness starts the law, a notice that was sent starts what comes after, what does not apply is gone', async () => {
  const { desk, now, number } = await worked()
  const aware = await now({ do: 'set', field: 'aware', value: '2026-11-23T08:00:00.000Z' })
  expect(seen(aware)).toContain('nis2-warning running 11-24T08:00')
  await now({ do: 'legal-done', rule: 'nis2-notice', at: '2026-11-23T08:30:00.000Z', note: 'Receipt 77' })
  const without = await now({ do: 'legal', rule: 'gdpr-33', runs: false, reason: 'No personal data' })
  expect(seen(without)).toContain('nis2-final running 12-23T08:30')
  expect(seen(without).some((line) => line.startsWith('gdpr-33'))).toBe(false)
  expect(without.state.legal).toContainEqual(expect.objectContaining({ rule: 'gdpr-33', reason: 'No personal data' }))
  const again = await reopenedDesk(desk)
  expect(seen(await again.call('case.show', { number }))).toEqual(seen(without))
})

test('closing ends the promises and not the law', async () => {
  const { now } = await worked()
  await now({ do: 'set', field: 'aware', value: '2026-11-23T08:00:00.000Z' })
  const closed = await now({ do: 'close', code: 'resolved', note: 'Taken down' })
  expect(seen(closed)).toEqual([
    'nis2-warning running 11-24T08:00',
    'nis2-notice running 11-26T08:00',
    'gdpr-33 running 11-26T08:00',
  ])
  expect(closed.clocks.every(({ said }) => said.code === 'clock.legal.closed')).toBe(true)
})

test('a case that was opened again goes on with the time that it had left', async () => {
  const { desk, now } = await worked()
  const { settings } = await desk.call('clocks.show', {})
  const resolutionDays = { P1: 1, P2: 1, P3: 1, P4: 1 }
  await desk.call('clocks.save', { settings: { ...settings, resolutionDays }, reason: 'Promised' })
  desk.ports.moveClock(hour)
  const closed = await now({ do: 'close', code: 'resolved', note: 'Taken down' })
  expect(seen(closed)).toEqual(['resolution met 11-24T09:00'])
  // From Monday 11:00 to Wednesday 09:00 the team worked for fourteen hours: Tuesday 10:00 becomes Thursday 08:00, so Wednesday 17:00 at the latest.
  desk.ports.moveClock(46 * hour)
  const again = await now({ do: 'reopen', reason: 'It is back' })
  expect(seen(again)).toContain('resolution running 11-25T15:00')
})

test('a laptop whose clock is set back by two days shows the same due times, and nothing overdue', async () => {
  const { desk, now, number } = await worked()
  await now({ do: 'set', field: 'aware', value: '2026-11-23T08:00:00.000Z' })
  const before = seen(await desk.call('case.show', { number })).filter((line) => line.includes('running'))
  desk.ports.moveClock(-48 * hour)
  const back = seen(await desk.call('case.show', { number })).filter((line) => line.includes('running'))
  expect(back).toEqual(before)
})

test('the command line has the new kinds beside the old ones, each with its reason in words', async () => {
  const { desk, now, number } = await worked()
  await now({ do: 'respond', channel: 'phone', note: 'Told them' })
  await now({ do: 'set', field: 'embargo', value: '2026-12-24T08:00:00.000Z' })
  const { clocks } = caseShape(await desk.call('case.show', { number }), 'en')
  expect(clocks.map(({ kind }) => kind)).toEqual(['first-response', 'silence', 'embargo'])
  for (const { reason } of clocks) expect(reason.text).not.toContain('{')
  expect(clocks[2]).toMatchObject({ state: 'running', due: '2026-12-24T08:00:00.000Z', metAt: null })
})
