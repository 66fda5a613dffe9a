/** Pure parts of the pages: where a reading rests in the text, weeks of hours, next steps, typed instants, people of a case. */
import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../shared/domain/case/case.ts'
import type { ReportEvent } from '../../shared/domain/report/report-reading.ts'
import type { CardRow } from '../../shared/ipc/card-views.ts'
import { gapsOf } from '../../renderer/features/cards/gaps-of.ts'
import { clockOf, localNow, weekOf } from '../../renderer/features/cards/week.ts'
import { peopleOf } from '../../renderer/features/case/people-of.ts'
import { leftBehind, nextOf } from '../../renderer/features/case/progress.ts'
import { utcOf } from '../../renderer/ui/utc-of.ts'
import { placeOfKey } from '../../renderer/features/intake/case-form.ts'
import { observablesOf } from '../../renderer/features/intake/observables-of.ts'
import { sourceLines } from '../../renderer/features/intake/source-lines.ts'
import { FakeCases } from './fake/fake-cases.ts'
import { sampleCards } from './fake/sample-cards.ts'
import { addSampleCases } from './fake/sample-cases.ts'
import { sampleKeys } from './fake/sample-keys.ts'

const anEvent = (change: Partial<ReportEvent>): ReportEvent => ({
  at: null,
  atText: null,
  zoneKnown: true,
  sourceIps: [],
  sourcePorts: [],
  protocol: null,
  destinationIps: [],
  destinationPorts: [],
  urls: [],
  domains: [],
  hashes: [],
  cves: [],
  lines: null,
  ...change,
})

function sampleCase(number: string): CaseState {
  const cases = new FakeCases()
  addSampleCases(cases, 10)
  const state = cases.state(number)
  if (state === null) throw new Error('no such sample')
  return state
}

describe('the source beside a reading', () => {
  it('marks what was read, and a time without a zone as needing a person', () => {
    const events = [anEvent({ sourceIps: ['192.0.2.7'], atText: '22 Nov 17:20', zoneKnown: false })]
    const [first, second] = sourceLines('from 192.0.2.7\r\nat 22 Nov 17:20', events)
    expect(first?.pieces).toEqual([
      { text: 'from ', mark: null },
      { text: '192.0.2.7', mark: 'read' },
    ])
    expect(second?.pieces.at(-1)).toEqual({ text: '22 Nov 17:20', mark: 'needs' })
  })

  it('keeps a link whole although an address stands in it', () => {
    const events = [anEvent({ sourceIps: ['192.0.2.7'], urls: ['http://192.0.2.7/a'] })]
    expect(sourceLines('http://192.0.2.7/a', events)[0]?.pieces).toEqual([{ text: 'http://192.0.2.7/a', mark: 'read' }])
  })

  it('stays quick on one very long line that repeats an address', () => {
    const started = Date.now()
    const [line] = sourceLines('192.0.2.7 '.repeat(50_000), [anEvent({ sourceIps: ['192.0.2.7'] })])
    expect(line?.pieces).toHaveLength(100_000)
    expect(Date.now() - started).toBeLessThan(2_000)
  })

  it('takes what looks like a pattern as text', () => {
    const [line] = sourceLines('axb a.*b', [anEvent({ domains: ['a.*b'] })])
    expect(line?.pieces.map(({ mark }) => mark)).toEqual([null, 'read'])
  })
})

it('an indicator that several events name is listed once with their number', () => {
  const events = [anEvent({ sourceIps: ['192.0.2.7'] }), anEvent({ sourceIps: ['192.0.2.7'], domains: ['a.example'] })]
  expect(observablesOf({ events })).toEqual([
    { value: '192.0.2.7', type: 'ip', events: 2 },
    { value: 'a.example', type: 'domain', events: 1 },
  ])
})

it('a digit in the ladder is its rung, 0 is 10, and other keys are nothing', () => {
  expect([placeOfKey('2'), placeOfKey('0'), placeOfKey('x')]).toEqual([2, 10, null])
})

describe('the week of a team', () => {
  const date = { month: 11, day: 22 }

  it('cuts a night that runs over midnight into its two days', () => {
    const week = weekOf('Mo 22:00-06:00', date)
    expect(week?.[0]).toEqual([{ from: 1320, to: 1440 }])
    expect(week?.[1]).toEqual([{ from: 0, to: 360 }])
  })

  it('is not drawn where the hours are not printed or not understood', () => {
    expect(weekOf(null, date)).toBeNull()
    expect(weekOf('by appointment', date)).toBeNull()
  })

  it('knows the weekday, the clock and the offset there', () => {
    expect(localNow('2026-11-22T19:40:00.000+01:00')).toEqual({
      weekday: 6,
      minutes: 1180,
      month: 11,
      day: 22,
      offset: 60,
    })
    expect(localNow(null)).toBeNull()
    expect(clockOf(-60)).toBe('23:00')
  })
})

describe('the next step of a case', () => {
  const state = sampleCase('2026-MK-0004')

  it('is the first open one up to the present phase', () => {
    expect(nextOf(state)).toMatchObject({ kind: 'item', check: { item: 'coordination.contact-sites' } })
  })

  it('is the next phase when all of this one is settled', () => {
    const settled = state.checklist.map((check) => ({ ...check, state: 'done' as const }))
    expect(nextOf({ ...state, checklist: settled })).toEqual({ kind: 'phase', from: 'coordination', to: 'resolution' })
  })

  it('counts what moving on would leave behind', () => {
    expect(leftBehind(state, 'resolution').map(({ item }) => item)).toEqual([
      'coordination.contact-sites',
      'coordination.notify-csirts',
      'coordination.directory',
    ])
    expect(leftBehind(state, 'triage')).toEqual([])
  })
})

it('a typed instant is read as UTC, and what is no such day is refused', () => {
  expect(utcOf('2026-11-23 18:00')).toBe('2026-11-23T18:00:00.000Z')
  expect(utcOf('2026-02-30 18:00')).toBeNull()
  expect(utcOf('tomorrow')).toBeNull()
})

it('the people of a case are the cards of its partners, the latest first, never our own', () => {
  const row = (id: string, name: string, own = false): CardRow => ({
    id,
    name,
    fullName: null,
    country: null,
    incidentAddress: null,
    own,
    roles: ['csirt'],
    keys: [],
    availability: 'unknown',
    open: 'unknown',
    findings: 0,
    source: 'document',
    readAt: '2026-10-02T09:14:00.000Z',
  })
  const cards = [row('a', 'CERT-Harrow'), row('b', 'cert-orchard'), row('c', 'Aldermoor Hospital', true)]
  expect(peopleOf(sampleCase('2026-MK-0004'), cards).map(({ id }) => id)).toEqual(['b', 'a'])
})

it('a card without hours says that they are not known', () => {
  const [card] = sampleCards(sampleKeys())
  if (card === undefined) throw new Error('no sample card')
  const silent = { ...card.reading, hours: { osm: null, text: null, line: null }, coverage: [] }
  expect(gapsOf(card)).not.toContain('hours')
  expect(gapsOf({ ...card, reading: silent })).toContain('hours')
})
