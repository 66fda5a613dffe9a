import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { isOpen, nextChange, type Calendar } from '../../../shared/domain/clock/calendar.ts'
import { parseHours, type Hours } from '../../../shared/domain/clock/hours.ts'
import { workingDayDue } from '../../../shared/domain/clock/working-day.ts'

const zone = 'Europe/Madrid'

function hours(osm: string): Hours {
  const result = parseHours(osm)
  if (!result.ok) throw new Error(osm)
  return result.value
}
const office = hours('Mo-Fr 09:00-19:00; PH off')
const calendar = (osm: string, closures: readonly string[] = []): Calendar => ({ hours: hours(osm), zone, closures })

describe('opening hours', () => {
  test.each([
    '24/7',
    'Mo-Fr 09:00-19:00; PH off',
    'Mo,We 08:00-12:00,14:00-18:00',
    '22:00-06:00',
    'Mo-Fr',
    'Fr-Mo 10:00-14:00',
    'Jul-Aug Mo-Fr 08:00-15:00',
    'Jun 15-Sep 15 Mo-Fr 08:00-15:00; PH closed',
    'Mo-Su,PH 00:00-24:00',
    'Mo - Fr 9:00 - 19:00',
    'We[2] 09:00-10:00',
    'Fr[-1] off',
    'Mo[1,3],Tu 09:00-10:00',
    'Th[1-2] 09:00-10:00',
    'PH 09:00-12:00',
    'Mar-Oct',
    'Mar 09:00-10:00',
    'Dec 24,Dec 31 09:00-13:00',
    'Dec 25-26 off',
    'Jan 01-May 31 Mo-Th 08:15-17:00',
    'Mo-Fr: 09:00-17:00',
    'Mo-Th 08:15-17:00, Fr 08:00-15:00; PH off',
    'Feb 29 off',
  ])('%s is read', (osm) => expect(parseHours(osm)).toMatchObject({ ok: true, value: { osm } }))

  test.each([
    '',
    'sunrise-sunset',
    'Mo-Fr 09:00+',
    'Mo-Fr 25:00-26:00',
    'Xx 09:00-10:00',
    'Mo-Fr 09:00-19:00 "by appointment"',
    'week 1-10 Mo',
    'a'.repeat(10_000),
    'Mo[6] 09:00-10:00',
    'Mo[] 09:00-10:00',
    'Mo-We[1] 09:00-10:00',
    'SH 09:00-10:00',
    'easter off',
    '2026 Mo-Fr 09:00-10:00',
    'Feb 30 off',
    'Jan-Mar 15 09:00-10:00',
    'Mo-Fr 09:00-10:00 || Sa',
    'Mar- 09:00-10:00',
  ])('%s is refused, not half read', (osm) =>
    expect(parseHours(osm)).toMatchObject({ ok: false, problem: { code: 'hours-not-read' } }),
  )

  test('any text ends in hours or a problem', () => {
    expect(() => fc.assert(fc.property(fc.string(), (text) => void parseHours(text)))).not.toThrow()
  })

  test.each([
    ['Mo-Fr 09:00-19:00', '2026-11-23T08:00:00.000Z', 'yes'],
    ['Mo-Fr 09:00-19:00', '2026-11-23T07:59:59.999Z', 'no'],
    ['Mo-Fr 09:00-19:00', '2026-11-23T18:00:00.000Z', 'no'],
    ['Mo-Fr 09:00-19:00', '2026-11-22T12:00:00.000Z', 'no'],
    ['24/7', '2026-11-22T03:00:00.000Z', 'yes'],
    ['Mo-Fr 22:00-06:00', '2026-11-24T02:00:00.000Z', 'yes'],
    ['Mo-Fr 22:00-06:00', '2026-11-23T02:00:00.000Z', 'no'],
    ['Mo-Fr 09:00-19:00; Jul-Aug Mo-Fr 08:00-15:00', '2026-07-06T06:30:00.000Z', 'yes'],
    ['Mo-Fr 09:00-19:00; Jul-Aug Mo-Fr 08:00-15:00', '2026-07-06T14:00:00.000Z', 'no'],
    ['Dec 24-Jan 6 off; Mo-Fr 09:00-19:00', '2026-12-28T12:00:00.000Z', 'yes'],
    ['Mo-Fr 09:00-19:00; Dec 24-Jan 6 off', '2027-01-04T12:00:00.000Z', 'no'],
    ['We[2] 09:00-10:00', '2026-11-11T08:30:00.000Z', 'yes'],
    ['We[2] 09:00-10:00', '2026-11-18T08:30:00.000Z', 'no'],
    ['Mo-Fr 09:00-10:00; Fr[-1] off', '2026-11-27T08:30:00.000Z', 'no'],
    ['Mo-Fr 09:00-10:00; Fr[-1] off', '2026-11-20T08:30:00.000Z', 'yes'],
    ['Sa[-1] 09:00-10:00', '2026-02-28T08:30:00.000Z', 'yes'],
    ['Mo-Fr 09:00-19:00; Dec 24,Dec 31 09:00-13:00', '2026-12-31T13:00:00.000Z', 'no'],
    ['Mo-Fr 09:00-19:00; Dec 24,Dec 31 09:00-13:00', '2026-12-31T11:00:00.000Z', 'yes'],
    ['Mo-Fr 09:00-19:00; Dec 22-23 off', '2026-12-23T11:00:00.000Z', 'no'],
    ['Mo-Fr 09:00-12:00, We 14:00-18:00', '2026-11-25T09:00:00.000Z', 'yes'],
    ['Mo-Fr 09:00-12:00, We 14:00-18:00', '2026-11-25T14:00:00.000Z', 'yes'],
    ['Mo-Fr 09:00-12:00; We 14:00-18:00', '2026-11-25T09:00:00.000Z', 'no'],
    ['Su-Th 09:00-17:00', '2026-11-27T12:00:00.000Z', 'no'],
    ['Su-Th 09:00-17:00', '2026-11-29T12:00:00.000Z', 'yes'],
  ])('%s at %s: open %s', (osm, at, open) => expect(isOpen(hours(osm), zone, [], at)).toBe(open))

  test('a closure closes an office, not a service that never closes, and "PH" hours hold on it', () => {
    const at = '2026-12-08T11:00:00.000Z'
    const open = (osm: string): string => isOpen(hours(osm), zone, ['2026-12-08'], at)
    expect([open('Mo-Fr 09:00-19:00'), open('24/7'), open('Mo-Fr 09:00-19:00; PH 10:00-14:00')]).toEqual([
      'no',
      'yes',
      'yes',
    ])
  })

  test('what is not known is not closed', () => {
    expect(isOpen(null, zone, [], '2026-11-23T12:00:00.000Z')).toBe('unknown')
    expect(isOpen(office, 'Nowhere/Land', [], '2026-11-23T12:00:00.000Z')).toBe('unknown')
    expect(isOpen(office, zone, [], 'yesterday')).toBe('unknown')
  })

  test('the next change is the next opening or closing', () => {
    expect(nextChange(office, zone, [], '2026-11-22T12:00:00.000Z')).toBe('2026-11-23T08:00:00.000Z')
    expect(nextChange(office, zone, [], '2026-11-23T12:00:00.000Z')).toBe('2026-11-23T18:00:00.000Z')
    expect(nextChange(office, zone, ['2026-11-24'], '2026-11-23T18:00:00.000Z')).toBe('2026-11-25T08:00:00.000Z')
    expect(nextChange(hours('Mo-Fr'), zone, [], '2026-11-23T12:00:00.000Z')).toBe('2026-11-27T23:00:00.000Z')
    expect(nextChange(hours('24/7'), zone, [], '2026-11-23T12:00:00.000Z')).toBeNull()
    expect(nextChange(hours('off'), zone, [], '2026-11-23T12:00:00.000Z')).toBeNull()
  })

  test('where the clock is put forward over an opening, they open at that moment', () => {
    // 29 March 2026, 02:00 becomes 03:00 in Madrid.
    expect(nextChange(hours('Su 02:30-10:00'), zone, [], '2026-03-28T12:00:00.000Z')).toBe('2026-03-29T01:00:00.000Z')
    expect(nextChange(hours('Sa 18:00-02:30'), zone, [], '2026-03-28T20:00:00.000Z')).toBe('2026-03-29T01:00:00.000Z')
  })

  test('where the clock is put back over a closing, the hour that comes twice holds twice', () => {
    // 25 October 2026, 03:00 becomes 02:00 in Madrid.
    const night = hours('Sa 18:00-02:30')
    const changes = ['2026-10-24T16:00:00.000Z']
    while (changes.length < 4) changes.push(nextChange(night, zone, [], changes.at(-1) ?? '') ?? '')
    expect(changes.slice(1)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ])
  })

  test('just before the next change nothing has changed, at it it has', () => {
    const osm = fc.constantFrom(
      'Mo-Fr 09:00-19:00',
      'Mo-Fr 22:00-06:00',
      'Sa,Su 02:00-03:00',
      'Mo,We 08:00-12:00,14:00-18:00',
      '02:30-02:45',
    )
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(osm, instants, (text, date) => {
        const at = date.toISOString()
        const change = nextChange(hours(text), zone, [], at)
        const now = isOpen(hours(text), zone, [], at)
        if (change === null) throw new Error('these hours change')
        expect(isOpen(hours(text), zone, [], new Date(Date.parse(change) - 1).toISOString())).toBe(now)
        expect(isOpen(hours(text), zone, [], change)).not.toBe(now)
      }),
      { numRuns: 200 },
    )
  })
})

describe('one working day', () => {
  const due = (from: string, osm = 'Mo-Fr 09:00-19:00', closures: readonly string[] = []): string =>
    workingDayDue(from, 1, calendar(osm, closures))

  test('is the same clock time on the next working day', () => {
    expect(due('2026-11-23T10:30:15.000Z')).toBe('2026-11-24T10:30:15.000Z')
    expect(due('2026-11-27T10:30:00.000Z')).toBe('2026-11-30T10:30:00.000Z')
  })

  test('counts from the next opening where it comes in outside the hours', () => {
    expect(due('2026-11-22T18:40:00.000Z')).toBe('2026-11-24T08:00:00.000Z')
    expect(due('2026-11-27T20:00:00.000Z')).toBe('2026-12-01T08:00:00.000Z')
    expect(due('2026-11-24T03:00:00.000Z')).toBe('2026-11-25T08:00:00.000Z')
  })

  test('passes over closures, before and after', () => {
    expect(due('2026-12-04T10:00:00.000Z', undefined, ['2026-12-07', '2026-12-08'])).toBe('2026-12-09T10:00:00.000Z')
    expect(due('2026-12-07T10:00:00.000Z', undefined, ['2026-12-07', '2026-12-08'])).toBe('2026-12-10T08:00:00.000Z')
  })

  test('passes over the end of the year', () => {
    expect(due('2026-12-31T15:00:00.000Z', undefined, ['2027-01-01'])).toBe('2027-01-04T15:00:00.000Z')
  })

  test('keeps the clock time when summer time begins and ends', () => {
    expect(due('2026-03-27T10:00:00.000Z')).toBe('2026-03-30T09:00:00.000Z')
    expect(due('2026-10-23T10:00:00.000Z')).toBe('2026-10-26T11:00:00.000Z')
    // 02:30 is left out on that night: the moment at which the clock is put forward.
    expect(due('2026-03-28T01:30:00.000Z', '24/7')).toBe('2026-03-29T01:00:00.000Z')
    expect(due('2026-10-24T00:30:00.000Z', '24/7')).toBe('2026-10-25T00:30:00.000Z')
  })

  test('stays inside the hours of that day', () => {
    expect(due('2026-11-26T16:00:00.000Z', 'Mo-Th 09:00-19:00; Fr 08:00-15:00')).toBe('2026-11-27T14:00:00.000Z')
    expect(due('2026-11-26T07:30:00.000Z', 'Th 08:00-19:00; Fr 10:00-15:00')).toBe('2026-11-27T09:00:00.000Z')
    expect(due('2026-11-26T12:30:00.000Z', 'Th 09:00-18:00; Fr 09:00-13:00,15:00-18:00')).toBe(
      '2026-11-27T12:00:00.000Z',
    )
  })

  test('goes from night shift to night shift', () => {
    expect(due('2026-11-24T01:00:00.000Z', 'Mo-Fr 22:00-06:00')).toBe('2026-11-25T01:00:00.000Z')
    expect(due('2026-11-28T01:00:00.000Z', 'Mo-Fr 22:00-06:00')).toBe('2026-12-01T01:00:00.000Z')
  })

  test('is a calendar day in the zone where hours are not known, or never open', () => {
    const unknown: Calendar = { hours: null, zone, closures: [] }
    expect(workingDayDue('2026-11-21T22:00:00.000Z', 1, unknown)).toBe('2026-11-22T22:00:00.000Z')
    expect(workingDayDue('2026-03-28T12:00:00.000Z', 1, unknown)).toBe('2026-03-29T11:00:00.000Z')
    expect(due('2026-11-21T22:00:00.000Z', 'off')).toBe('2026-11-22T22:00:00.000Z')
  })

  test('does not break on a zone or a time that is none', () => {
    expect(workingDayDue('2026-11-23T10:00:00.000Z', 1, { hours: office, zone: 'Nowhere/Land', closures: [] })).toMatch(
      /^2026-11-24T/,
    )
    expect(workingDayDue('soon', 1, calendar('24/7'))).toBe('soon')
  })

  test('is always later, inside the hours, and never runs backwards', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 3_000 }), (date, minutes) => {
        const at = date.toISOString()
        const first = due(at)
        const second = due(new Date(date.getTime() + minutes * 60_000).toISOString())
        expect(first > at).toBe(true)
        expect(second >= first).toBe(true)
        const justBefore = new Date(Date.parse(first) - 1).toISOString()
        expect(isOpen(office, zone, [], first) === 'yes' || isOpen(office, zone, [], justBefore) === 'yes').toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('three working days are three times one', () => {
    expect(workingDayDue('2026-11-26T10:00:00.000Z', 3, calendar('Mo-Fr 09:00-19:00'))).toBe('2026-12-01T10:00:00.000Z')
  })
})
