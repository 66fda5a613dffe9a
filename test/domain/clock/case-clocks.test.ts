import { expect, test } from 'vitest'
import type { Pause, CaseState } from '../../../shared/domain/case/case.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { clocksOf, dueTimes, nextDue } from '../../../shared/domain/clock/case-clocks.ts'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { shippedClocks } from '../../../shared/domain/clock/shipped.ts'
import { say } from '../../../shared/words/say.ts'
import { opened } from '../case/journal.ts'
import { calendarOf } from './calendars.ts'

const calendar = calendarOf('madrid')
/** Silence has its own tests. */
const settings: ClockSettings = { ...shippedClocks, silenceDays: null }

/** Opened on Monday 23 November at 13:00 in Madrid. */
function state(changes: Partial<CaseState> = {}): CaseState {
  const folded = fold(opened)
  if (folded === null) throw new Error('no case')
  return { ...folded, ...changes }
}

const due = '2026-11-24T12:00:00.000Z'
const clocks = (of: CaseState, now: string, by = settings): readonly Clock[] => clocksOf(of, calendar, now, by)
const states = (of: CaseState, now: string, by = settings): readonly string[] =>
  clocks(of, now, by).map(({ kind, state: is }) => `${kind} ${is}`)
const at = (of: CaseState, now: string, by = settings): readonly string[] =>
  clocks(of, now, by).map(({ kind, state: is, due: until }) => `${kind} ${is} ${until.slice(5, 16)}`)

test('the first response runs until its time, and is overdue after it', () => {
  expect(clocks(state(), due)).toMatchObject([{ kind: 'first-response', state: 'running', due, metAt: null }])
  expect(states(state(), '2026-11-24T12:00:00.001Z')).toEqual(['first-response overdue'])
})

test('an answer stops it: met in time, late after it', () => {
  expect(states(state({ respondedAt: due }), '2026-12-01T00:00:00.000Z')).toEqual(['first-response met'])
  expect(states(state({ respondedAt: '2026-11-24T12:00:00.001Z' }), '2026-12-01T00:00:00.000Z')).toEqual([
    'first-response late',
  ])
})

test('the promise is as long as the team says', () => {
  expect(clocks(state(), due, { ...settings, responseDays: 3 })[0]?.due).toBe('2026-11-26T12:00:00.000Z')
})

test('a clock that was set back by two days moves no due time and breaks no promise', () => {
  expect(clocks(state(), '2026-11-21T12:00:00.000Z')).toMatchObject([{ state: 'running', due }])
  const asleep = state({ pauses: [pause({ from: '2026-11-23T15:00:00.000Z' })] })
  expect(clocks(asleep, '2026-11-21T12:00:00.000Z')).toMatchObject([{ state: 'paused', due }])
})

const task = { text: 'Call them', owner: null, tier: null, done: false }

test('tasks with a time and the wake date run, done tasks and those without a time do not', () => {
  const busy = state({
    respondedAt: due,
    wake: { at: '2026-11-25T08:00:00.000Z', waitingFor: 'the provider' },
    tasks: [
      { ...task, id: 'a', due: '2026-11-24T09:00:00.000Z' },
      { ...task, id: 'b', due: null },
      { ...task, id: 'c', due: '2026-11-24T08:00:00.000Z', done: true },
    ],
  })
  const all = clocks(busy, '2026-11-24T10:00:00.000Z')
  expect(all.map(({ kind, state: is }) => `${kind} ${is}`)).toEqual([
    'task overdue',
    'first-response met',
    'wake running',
  ])
  expect(nextDue(all)).toMatchObject({ kind: 'task', of: 'a' })
  expect(dueTimes(all)).toEqual(['2026-11-24T09:00:00.000Z', '2026-11-25T08:00:00.000Z'])
  expect(say('en', all[2]?.said ?? { code: 'clock.wake', params: {} })).toContain('the provider')
})

test('an embargo runs to its date, and then asks for the next step', () => {
  const embargo = '2026-12-01T10:00:00.000Z'
  expect(states(state({ respondedAt: due, embargo }), due)).toEqual(['first-response met', 'embargo running'])
  const over = clocks(state({ respondedAt: due, embargo }), '2026-12-01T10:00:00.001Z')[1]
  expect(over).toMatchObject({ state: 'overdue', said: { code: 'clock.embargo.over' } })
})

const asked = { at: due, what: 'Send the log', channel: 'email', exchange: null, answer: null } as const
const party = (...questions: CaseState['parties'][number]['asked']): CaseState['parties'][number] => ({
  id: 'p',
  name: 'Quillmoor Council',
  card: null,
  role: 'affected',
  asked: questions,
})

test('a party that was asked has its own clock, until it answers; only the last question counts', () => {
  const by = '2026-11-26T12:00:00.000Z'
  const of = (...questions: CaseState['parties'][number]['asked']): readonly string[] =>
    states(state({ respondedAt: due, parties: [party(...questions)] }), '2026-11-26T13:00:00.000Z')
  expect(of({ ...asked, due: by })).toEqual(['first-response met', 'party overdue'])
  expect(of({ ...asked, due: by, answer: { at: by, note: 'here it is' } })).toEqual(['first-response met'])
  expect(of({ ...asked, due: null })).toEqual(['first-response met'])
  expect(of({ ...asked, due: by }, { ...asked, due: null })).toEqual(['first-response met'])
})

const silent: ClockSettings = { ...shippedClocks, silenceDays: 5 }
const answered = state({ respondedAt: due, lastActAt: '2026-11-24T12:00:00.000Z' })

test('silence counts working days from the last sign of life, and starts after the first response', () => {
  expect(at(answered, due, silent)).toEqual(['first-response met 11-24T12:00', 'silence running 12-01T12:00'])
  expect(states(state(), due, silent)).toEqual(['first-response running'])
})

test('silence is broken by what goes out and what comes in, calls included', () => {
  const called = party({ ...asked, at: '2026-11-26T09:00:00.000Z', due: null })
  expect(at({ ...answered, parties: [called] }, due, silent)[1]).toBe('silence running 12-03T09:00')
  const told = { at: '2026-11-27T09:00:00.000Z', note: 'by phone' }
  const heard = party({ ...asked, due: null, answer: told })
  expect(at({ ...answered, parties: [heard] }, due, silent)[1]).toBe('silence running 12-04T09:00')
})

test('while somebody is waited for there is no silence', () => {
  const wake = { at: '2026-12-20T09:00:00.000Z', waitingFor: 'the vendor' }
  expect(states({ ...answered, wake }, due, silent)).toEqual(['first-response met', 'wake running'])
  const waiting = party({ ...asked, due: '2026-11-25T09:00:00.000Z' })
  expect(states({ ...answered, parties: [waiting] }, due, silent)).toEqual(['first-response met', 'party running'])
})

const promised: ClockSettings = { ...settings, resolutionDays: { P1: 2, P2: 5, P3: 10, P4: null } }
const p1 = { rung: 1, respondedAt: '2026-11-23T13:00:00.000Z' }

test('the resolution is promised by band; acknowledging does not stop it', () => {
  expect(at(state(p1), due, promised)).toEqual(['first-response met 11-24T12:00', 'resolution running 11-25T12:00'])
  expect(at(state({ ...p1, rung: 12 }), due, promised)).toEqual(['first-response met 11-24T12:00'])
  expect(at(state({ ...p1, rung: 5 }), due, promised)[1]).toBe('resolution running 11-30T12:00')
})

test('closing stops it, and opening again goes on without the time in which the case was closed', () => {
  const closing = { code: 'resolved', note: 'done', at: '2026-11-25T12:00:00.000Z' } as const
  const now = '2026-12-10T12:00:00.000Z'
  expect(at(state({ ...p1, phase: 'closed', closing }), now, promised)[1]).toBe('resolution met 11-25T12:00')
  const tardy = { ...closing, at: '2026-11-25T12:00:00.001Z' }
  expect(at(state({ ...p1, phase: 'closed', closing: tardy }), now, promised)[1]).toBe('resolution late 11-25T12:00')
  // Closed on Wednesday 10:00 with three hours left, opened again on the Monday after at 16:00: due on that Monday at 19:00.
  const span = { from: '2026-11-25T09:00:00.000Z', to: '2026-11-30T15:00:00.000Z' }
  const again = at(state({ ...p1, closedSpans: [span] }), '2026-11-30T16:00:00.000Z', promised)
  expect(again[1]).toBe('resolution running 11-30T18:00')
})

const pause = (changes: Partial<Pause>): Pause => ({
  clock: 'first-response',
  from: '2026-11-23T15:00:00.000Z',
  to: null,
  until: null,
  reason: 'Waiting for the reporter',
  ...changes,
})

test('a paused clock says why, stands still, and the working time it stood is added', () => {
  const paused = state({ pauses: [pause({})] })
  const now = '2026-11-24T09:00:00.000Z'
  expect(clocks(paused, now)).toMatchObject([
    { state: 'paused', said: { code: 'clock.paused', params: { reason: 'Waiting for the reporter' } } },
  ])
  // Monday 16:00 to 19:00 and Tuesday 09:00 to 10:00 are four hours of work: 13:00 becomes 17:00.
  const resumed = state({ pauses: [pause({ to: now })] })
  expect(at(resumed, '2026-11-24T10:00:00.000Z')).toEqual(['first-response running 11-24T16:00'])
})

test('a pause with an end ends by itself, whoever forgets', () => {
  const until = '2026-11-24T09:00:00.000Z'
  const paused = state({ pauses: [pause({ until })] })
  expect(clocks(paused, '2026-11-23T16:00:00.000Z')).toMatchObject([{ state: 'paused', until }])
  expect(dueTimes(clocks(paused, '2026-11-23T16:00:00.000Z'))).toEqual(['2026-11-24T16:00:00.000Z'])
  expect(at(paused, '2026-11-24T15:00:00.000Z')).toEqual(['first-response running 11-24T16:00'])
  expect(at(paused, '2026-11-24T16:30:00.000Z')).toEqual(['first-response overdue 11-24T16:00'])
})

test('a clock without an end to its pause is not due, and one that was broken before stays broken', () => {
  expect(nextDue(clocks(state({ pauses: [pause({})] }), '2026-12-20T09:00:00.000Z'))).toBeNull()
  const tooLate = state({ pauses: [pause({ from: '2026-11-24T12:30:00.000Z' })] })
  expect(states(tooLate, '2026-11-24T13:00:00.000Z')).toEqual(['first-response overdue'])
})

test('a night, a weekend and a holiday in a pause add nothing', () => {
  const over = pause({ from: '2026-11-23T18:30:00.000Z', to: '2026-11-24T07:30:00.000Z' })
  expect(at(state({ pauses: [over] }), due)).toEqual(['first-response running 11-24T12:00'])
})

test('two copies that paused without knowing of each other count the same hours once', () => {
  const to = '2026-11-23T17:00:00.000Z'
  const both = [pause({ to }), pause({ from: '2026-11-23T16:00:00.000Z', to })]
  expect(at(state({ pauses: both }), due)).toEqual(['first-response running 11-24T14:00'])
})

test('pausing one clock leaves the others running', () => {
  const both = state({ ...p1, respondedAt: null, pauses: [pause({})] })
  expect(states(both, '2026-11-23T16:00:00.000Z', promised)).toEqual(['first-response paused', 'resolution running'])
})

test('a closed case runs no clock, and keeps the one that was kept', () => {
  expect(states(state({ phase: 'closed' }), '2026-12-24T10:00:00.000Z')).toEqual([])
  expect(states(state({ phase: 'closed', respondedAt: due }), '2026-12-24T10:00:00.000Z')).toEqual([
    'first-response met',
  ])
  expect(nextDue(clocks(state({ phase: 'closed', respondedAt: due }), due))).toBeNull()
})

test('says when the hours or the holidays are not known', () => {
  const said = (given: typeof calendar): string | undefined => clocksOf(state(), given, due)[0]?.said.code
  expect(said(calendar)).toBe('clock.response')
  expect(said({ ...calendar, closures: [] })).toBe('clock.response.no-holidays')
  expect(said({ ...calendar, hours: null })).toBe('clock.response.no-hours')
})
