/** The clocks of the law against dates reckoned by hand: real hours, months of the calendar, one duty after another. */
import { expect, test } from 'vitest'
import type { CaseState, LegalState } from '../../../shared/domain/case/case.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import { clocksOf, dueTimes, nextDue } from '../../../shared/domain/clock/case-clocks.ts'
import { addLegalSpan } from '../../../shared/domain/clock/legal-clocks.ts'
import type { LegalUnit } from '../../../shared/domain/clock/legal-units.ts'
import { shippedClocks } from '../../../shared/domain/clock/shipped.ts'
import { say } from '../../../shared/words/say.ts'
import { opened } from '../case/journal.ts'
import { calendarOf } from './calendars.ts'

const spans: readonly (readonly [from: string, amount: number, unit: LegalUnit, due: string, why: string])[] = [
  ['2026-11-23T09:15:00.000Z', 24, 'hours', '2026-11-24T09:15:00.000Z', 'a day'],
  ['2026-11-20T22:00:00.000Z', 72, 'hours', '2026-11-23T22:00:00.000Z', 'over a weekend'],
  ['2026-12-24T10:00:00.000Z', 24, 'hours', '2026-12-25T10:00:00.000Z', 'on a holiday'],
  ['2026-03-28T12:00:00.000Z', 24, 'hours', '2026-03-29T12:00:00.000Z', 'the clock put forward moves nothing'],
  ['2026-10-24T12:00:00.000Z', 24, 'hours', '2026-10-25T12:00:00.000Z', 'the clock put back moves nothing'],
  ['2026-12-31T20:00:00.000Z', 4, 'hours', '2027-01-01T00:00:00.000Z', 'into the next year'],
  ['2028-02-28T12:00:00.000Z', 72, 'hours', '2028-03-02T12:00:00.000Z', 'over a leap day'],
  ['2026-11-23T09:15:00.000Z', 14, 'days', '2026-12-07T09:15:00.000Z', 'days'],
  ['2026-12-15T09:00:00.000Z', 1, 'months', '2027-01-15T09:00:00.000Z', 'a month over the year end'],
  ['2027-01-31T10:00:00.000Z', 1, 'months', '2027-02-28T10:00:00.000Z', 'clipped to the last day of February'],
  ['2028-01-31T10:00:00.000Z', 1, 'months', '2028-02-29T10:00:00.000Z', 'clipped to the leap day'],
  ['2026-03-31T23:59:59.999Z', 1, 'months', '2026-04-30T23:59:59.999Z', 'clipped to 30 April, in UTC'],
  ['2027-02-28T10:00:00.000Z', 1, 'months', '2027-03-28T10:00:00.000Z', 'the same day, not the last'],
  ['2026-12-31T10:00:00.000Z', 2, 'months', '2027-02-28T10:00:00.000Z', 'two months'],
]

test.each(spans)('%s and %d %s is %s: %s', (from, amount, unit, due) => {
  expect(addLegalSpan(from, { amount, unit })).toBe(due)
})

const aware = '2026-11-20T22:00:00.000Z'
const now = '2026-11-21T08:00:00.000Z'

const legal = (rule: string, changes: Partial<LegalState> = {}): LegalState => ({
  rule,
  runs: true,
  reason: '',
  doneAt: null,
  note: null,
  ...changes,
})

function clocks(changes: Partial<CaseState>, at = now): readonly Clock[] {
  const state = fold(opened)
  if (state === null) throw new Error('no case')
  return clocksOf({ ...state, ...changes }, calendarOf('madrid'), at).filter(({ kind }) => kind === 'legal')
}

const seen = (of: readonly Clock[]): readonly string[] =>
  of.map(({ of: rule, state, due }) => `${rule} ${state} ${due.slice(0, 16)}`)

test('nothing of the law runs before the time of awareness is recorded', () => {
  expect(clocks({ aware: null })).toEqual([])
})

test('awareness starts what runs in every incident, on a Friday night too; what comes after another duty waits', () => {
  expect(seen(clocks({ aware }))).toEqual([
    'nis2-warning running 2026-11-21T22:00',
    'nis2-answer paused 2026-11-22T08:00',
    'nis2-notice running 2026-11-23T22:00',
    'gdpr-33 running 2026-11-23T22:00',
    'nis2-final paused 2026-12-21T08:00',
  ])
  const final = clocks({ aware }).find(({ of }) => of === 'nis2-final')
  expect(say('en', final?.said ?? { code: 'clock.wake', params: {} })).toContain('"NIS2 incident notification"')
})

test('a duty that waits is never the next one due, and rings nowhere', () => {
  const all = clocks({ aware })
  expect(nextDue(all)?.of).toBe('nis2-warning')
  expect(dueTimes(all)).toEqual(['2026-11-21T22:00:00.000Z', '2026-11-23T22:00:00.000Z'])
})

test('the month of the final report runs from the notification that was submitted, not from awareness', () => {
  const submitted = legal('nis2-notice', { doneAt: '2026-11-30T10:30:00.000Z', note: 'sent' })
  const all = clocks({ aware, legal: [submitted] }, '2026-12-01T00:00:00.000Z')
  expect(seen(all)).toContain('nis2-notice late 2026-11-23T22:00')
  expect(seen(all)).toContain('nis2-final running 2026-12-30T10:30')
})

test('our own answer runs for a day from the early warning', () => {
  const warned = legal('nis2-warning', { doneAt: '2026-11-21T06:00:00.000Z' })
  expect(seen(clocks({ aware, legal: [warned] }))).toContain('nis2-answer running 2026-11-22T06:00')
})

test('what does not apply vanishes, what is chosen runs, what is met stands as kept', () => {
  const chosen = [
    legal('gdpr-33', { runs: false, reason: 'no personal data' }),
    legal('es-initial'),
    legal('nis2-warning', { doneAt: '2026-11-21T22:00:00.000Z' }),
  ]
  const all = seen(clocks({ aware, legal: chosen }, '2026-11-22T00:00:00.000Z'))
  expect(all.some((line) => line.startsWith('gdpr-33'))).toBe(false)
  expect(all).toContain('es-initial overdue 2026-11-20T23:00')
  expect(all).toContain('nis2-warning met 2026-11-21T22:00')
})

test('a duty chosen before awareness is recorded says what it waits for', () => {
  const [only] = clocks({ aware: null, legal: [legal('gdpr-33')] })
  expect(only).toMatchObject({ state: 'paused', said: { code: 'clock.legal.unaware' } })
})

test('four hours from the classification, and never later than a day from awareness', () => {
  const dora = legal('dora-initial')
  expect(seen(clocks({ aware, legal: [dora] }))).toContain('dora-initial running 2026-11-21T22:00')
  const early = legal('dora-major', { doneAt: '2026-11-21T03:00:00.000Z' })
  expect(seen(clocks({ aware, legal: [dora, early] }))).toContain('dora-initial overdue 2026-11-21T07:00')
  const tardy = legal('dora-major', { doneAt: '2026-11-21T20:00:00.000Z' })
  expect(seen(clocks({ aware, legal: [dora, tardy] }))).toContain('dora-initial running 2026-11-21T22:00')
})

test('the fourteen days run from the fix, which is a step without a time of its own', () => {
  const final = legal('cra-vulnerability-final')
  const vulnerability = { aware, kind: 'vulnerability' } as const
  expect(seen(clocks({ ...vulnerability, legal: [final] }))).toEqual([
    'cra-vulnerability-final paused 2026-12-05T08:00',
  ])
  const fixed = legal('cra-fix', { doneAt: '2026-11-21T07:00:00.000Z' })
  expect(seen(clocks({ ...vulnerability, legal: [final, fixed] }))).toEqual([
    'cra-vulnerability-final running 2026-12-05T07:00',
  ])
})

test('a closed case still owes its reports and says so; what only waited is gone', () => {
  const met = legal('nis2-warning', { doneAt: '2026-11-21T06:00:00.000Z' })
  const all = clocks({ aware, phase: 'closed', legal: [met] }, '2026-11-24T00:00:00.000Z')
  expect(seen(all)).toEqual([
    'nis2-warning met 2026-11-21T22:00',
    'nis2-answer overdue 2026-11-22T06:00',
    'nis2-notice overdue 2026-11-23T22:00',
    'gdpr-33 overdue 2026-11-23T22:00',
  ])
  expect(all[0]?.said.code).toBe('clock.legal.hours')
  expect(all[2]?.said.code).toBe('clock.legal.closed')
  expect(nextDue(all)?.of).toBe('nis2-answer')
})

test('the shipped table names a source and a version in every row, and only rows that are there', () => {
  const ids = shippedClocks.legal.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { source, version, after } of shippedClocks.legal) {
    expect(source).not.toBe('')
    expect(version).not.toBe('')
    expect(after === null || ids.includes(after)).toBe(true)
  }
})
