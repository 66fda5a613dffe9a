import { expect, test } from 'vitest'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import type { Calendar } from '../../../shared/domain/clock/calendar.ts'
import { clocksOf, nextDue } from '../../../shared/domain/clock/case-clocks.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { say } from '../../../shared/words/say.ts'
import { opened } from '../case/journal.ts'

const read = parseHours('Mo-Fr 09:00-19:00; PH off')
const calendar: Calendar = { hours: read.ok ? read.value : null, zone: 'Europe/Madrid', closures: ['2026-12-08'] }

function state(changes: Partial<CaseState> = {}): CaseState {
  const folded = fold(opened)
  if (folded === null) throw new Error('no case')
  return { ...folded, ...changes }
}

const due = '2026-11-24T12:00:00.000Z'
const states = (of: CaseState, now: string): readonly string[] =>
  clocksOf(of, calendar, now).map(({ kind, state }) => `${kind} ${state}`)

test('the first response runs until its time, and is overdue after it', () => {
  expect(clocksOf(state(), calendar, due)).toMatchObject([
    { kind: 'first-response', state: 'running', due, metAt: null },
  ])
  expect(states(state(), '2026-11-24T12:00:00.001Z')).toEqual(['first-response overdue'])
})

test('an answer stops it: met in time, late after it', () => {
  expect(states(state({ respondedAt: due }), '2026-12-01T00:00:00.000Z')).toEqual(['first-response met'])
  expect(states(state({ respondedAt: '2026-11-24T12:00:00.001Z' }), '2026-12-01T00:00:00.000Z')).toEqual([
    'first-response late',
  ])
})

test('tasks with a time and the wake date run, done tasks and those without a time do not', () => {
  const task = { id: 't', text: 'Call them', owner: null, done: false }
  const busy = state({
    respondedAt: due,
    wake: { at: '2026-11-25T08:00:00.000Z', waitingFor: 'the provider' },
    tasks: [
      { ...task, due: '2026-11-24T09:00:00.000Z' },
      { ...task, due: null },
      { ...task, due: '2026-11-24T08:00:00.000Z', done: true },
    ],
  })
  const clocks = clocksOf(busy, calendar, '2026-11-24T10:00:00.000Z')
  expect(clocks.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'task overdue',
    'first-response met',
    'wake running',
  ])
  expect(nextDue(clocks)).toMatchObject({ kind: 'task' })
  expect(say('en', clocks[2]?.said ?? { code: 'clock.wake', params: {} })).toContain('the provider')
})

test('a closed case runs no clock, and keeps the one that was kept', () => {
  expect(states(state({ phase: 'closed' }), '2026-12-24T10:00:00.000Z')).toEqual([])
  expect(states(state({ phase: 'closed', respondedAt: due }), '2026-12-24T10:00:00.000Z')).toEqual([
    'first-response met',
  ])
  expect(nextDue(clocksOf(state({ phase: 'closed', respondedAt: due }), calendar, due))).toBeNull()
})

test('says when the hours or the holidays are not known', () => {
  const said = (given: Calendar): string | undefined => clocksOf(state(), given, due)[0]?.said.code
  expect(said(calendar)).toBe('clock.response')
  expect(said({ ...calendar, closures: [] })).toBe('clock.response.no-holidays')
  expect(said({ ...calendar, hours: null })).toBe('clock.response.no-hours')
})
