/** Figures against numbers counted by hand. */
import { describe, expect, test } from 'vitest'
import type { CaseFigures } from '../../../shared/domain/statistics/case-figures.ts'
import { heatOf } from '../../../shared/domain/statistics/heat.ts'
import { median } from '../../../shared/domain/statistics/median.ts'
import { boundsOf, periodBefore } from '../../../shared/domain/statistics/period.ts'
import { phaseSpans } from '../../../shared/domain/statistics/phase-spans.ts'
import { statisticsOf } from '../../../shared/domain/statistics/statistics-of.ts'
import { statisticsCsv } from '../../../shared/domain/statistics/statistics-tables.ts'
import type { Statistics } from '../../../shared/domain/statistics/statistics-view.ts'
import { say } from '../../../shared/words/say.ts'
import { zoneOf } from '../../../shared/domain/clock/wall-clock.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { noon, opened, write } from '../case/journal.ts'

let count = 0
function one(openedAt: string, change: Partial<CaseFigures> = {}): CaseFigures {
  const closedAt = change.closedAt ?? null
  return {
    id: `case-${count++}`,
    rsit: 'fraud/phishing',
    rung: 7,
    band: 'P3',
    constituent: 'Aldermoor Hospital',
    openedAt,
    respondedAt: null,
    closing: closedAt === null ? null : 'resolved',
    spans: [{ phase: 'triage', from: openedAt, to: closedAt }],
    ...change,
    closedAt,
  }
}

const hours = (from: string, n: number): string => new Date(Date.parse(from) + n * 3_600_000).toISOString()

const figures = (
  cases: readonly CaseFigures[],
  from = '2026-11-01',
  to = '2026-11-10',
  now = '2026-12-31T00:00:00.000Z',
): Statistics =>
  statisticsOf(cases, {
    period: { from, to },
    zone: 'Europe/Madrid',
    now,
    responseDue: ({ openedAt }) => hours(openedAt, 24),
    rung: (id) => ({ name: `Rung ${id}`, at: id }),
  })

describe('the period', () => {
  test('is whole days on the team’s clock, across the night when it changes', () => {
    expect(boundsOf({ from: '2026-10-24', to: '2026-10-26' }, 'Europe/Madrid')).toMatchObject({
      from: '2026-10-23T22:00:00.000Z',
      to: '2026-10-26T23:00:00.000Z',
      days: ['2026-10-24', '2026-10-25', '2026-10-26'],
    })
  })

  test('is compared with as many days before', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' })
    expect(periodBefore({ from: '2026-11-22', to: '2026-11-22' })).toEqual({ from: '2026-11-21', to: '2026-11-21' })
  })

  test('a case belongs to the day of the team’s clock, not of UTC', () => {
    const lateEvening = one('2026-10-31T23:30:00.000Z')
    expect(figures([lateEvening]).opened.value).toBe(1)
    expect(figures([lateEvening]).series[0]).toMatchObject({ day: '2026-11-01', opened: 1 })
  })
})

describe('figures', () => {
  const cases = [
    ...[1, 2, 3, 4, 5, 6].map((day) =>
      one(`2026-11-0${day}T09:00:00.000Z`, { respondedAt: hours(`2026-11-0${day}T09:00:00.000Z`, day * 5) }),
    ),
    one('2026-10-25T09:00:00.000Z', { closedAt: '2026-11-03T09:00:00.000Z' }),
    one('2026-10-26T09:00:00.000Z', { closedAt: '2026-10-27T09:00:00.000Z' }),
    one('2026-11-02T09:00:00.000Z', { rsit: 'test/test' }),
  ]
  const all = figures(cases)

  test('opened, closed and open, each with its before; exercises are left out', () => {
    expect(all.opened).toEqual({ value: 6, before: 2, n: 6 })
    expect(all.closed).toEqual({ value: 1, before: 1, n: 1 })
    // Open at the end: the six; at its start: the one of 25 October.
    expect(all.openAtEnd).toMatchObject({ value: 6, before: 1 })
  })

  test('promises are kept by who answered in time, out of those whose time has come', () => {
    // Answered after 5, 10, 15, 20, 25 and 30 hours; promised within 24.
    expect(all.promisesKept).toEqual({ value: 4 / 6, before: null, n: 6 })
    const running = [...cases, one('2026-11-08T09:00:00.000Z')]
    expect(figures(running, '2026-11-01', '2026-11-10', '2026-11-08T10:00:00.000Z').promisesKept.n).toBe(6)
    expect(figures(running, '2026-11-01', '2026-11-10', '2026-11-09T10:00:00.000Z').promisesKept.n).toBe(7)
  })

  test('no share is shown of fewer than five', () => {
    expect(figures(cases.slice(0, 4)).promisesKept).toEqual({ value: null, before: null, n: 4 })
    expect(statisticsCsv(figures(cases.slice(0, 4)), 'en', 'band')).toContain('"n < 5"')
  })

  test('medians, not means', () => {
    expect(all.firstResponse).toMatchObject({ value: 17.5 * 60, n: 6 })
    expect(all.resolution).toMatchObject({ value: 9 * 24 * 60, before: 24 * 60, n: 1 })
    expect(median([])).toBeNull()
    expect(median([3, 1, 1_000_000])).toBe(3)
  })

  test('rows say with which filter the queue lists them', () => {
    expect(all.byClass).toEqual([
      {
        key: 'fraud',
        name: '',
        count: 6,
        before: 2,
        filter: 'class:fraud opened:>=2026-11-01 opened:<=2026-11-10 is:any',
      },
    ])
    expect(all.byConstituent[0]?.filter).toBe('org:"Aldermoor Hospital" opened:>=2026-11-01 opened:<=2026-11-10 is:any')
    expect(all.byRung[0]).toMatchObject({ key: '7', name: 'Rung 7', count: 6 })
    expect(all.byBand[2]).toMatchObject({ key: 'P3', count: 6, kept: 4, promised: 6 })
    expect(all.byClosing[0]).toMatchObject({ key: 'resolved', count: 1, before: 1 })
  })

  test('days become weeks where they are too many, and nothing is lost by that', () => {
    const year = figures(cases, '2026-01-01', '2026-12-31')
    expect(year.series).toHaveLength(53)
    expect(year.series.reduce((sum, { opened: many }) => sum + many, 0)).toBe(8)
  })

  test('the age of what is open', () => {
    expect(all.openAge.map(({ key }) => key)).toEqual(['0-1', '1-3', '3-7', '7-14', '14-30', '30-90', '90+'])
    expect(all.openAge.reduce((sum, { count: many }) => sum + many, 0)).toBe(6)
  })

  test('an empty period says so and shows no number that is none', () => {
    const nothing = figures([])
    expect(nothing.firstResponse.value).toBeNull()
    expect(nothing.promisesKept.value).toBeNull()
    expect(say('en', nothing.heatSaid)).toBe('No case was opened in this period.')
  })
})

test('the heat map is by weekday and hour of the team’s clock, and in words', () => {
  // Sunday 22 November 2026, 23:30 UTC: Monday 00:30 in Madrid.
  const heat = heatOf([one('2026-11-22T23:30:00.000Z')], zoneOf('Europe/Madrid'))
  expect(heat[0]?.[0]).toBe(1)
  expect(heat.flat().reduce((sum, n) => sum + n, 0)).toBe(1)
  const said = say(
    'en',
    figures([one('2026-11-03T09:10:00.000Z'), one('2026-11-07T09:10:00.000Z'), one('2026-11-03T10:10:00.000Z')])
      .heatSaid,
  )
  expect(said).toBe(
    'Most were opened on Tuesday (2 of 3) and in the hour from 10:00 (2). 1 of 3 came on a Saturday or Sunday.',
  )
})

describe('time in phases', () => {
  const hour = 3_600_000
  const journal = (...acts: readonly Act[]): ReturnType<typeof phaseSpans> =>
    phaseSpans(acts.reduce((so, act, at) => write(so, 'MK', act, noon + (at + 1) * hour), opened))
  const at = (n: number): string => new Date(noon + n * hour).toISOString()

  test('spans follow the entries; the time while closed is none', () => {
    expect(
      journal(
        { kind: 'phase.set', phase: 'coordination', reason: null, left: [] },
        { kind: 'note.added', text: 'n' },
        { kind: 'case.closed', code: 'resolved', note: 'n' },
        { kind: 'case.reopened', reason: 'r' },
      ),
    ).toEqual([
      { phase: 'triage', from: at(0), to: at(1) },
      { phase: 'coordination', from: at(1), to: at(3) },
      { phase: 'resolution', from: at(4), to: null },
    ])
  })

  test('what was taken back never was', () => {
    const moved = write(opened, 'MK', { kind: 'phase.set', phase: 'coordination', reason: null, left: [] }, noon + hour)
    const hash = moved.at(-1)?.hash ?? ''
    const back = write(moved, 'MK', { kind: 'undone', entries: [hash] }, noon + 2 * hour)
    expect(phaseSpans(back)).toEqual([{ phase: 'triage', from: at(0), to: null }])
  })
})
