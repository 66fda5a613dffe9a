import { describe, expect, test } from 'vitest'
import { hintsFrom, statedZone } from '../../../shared/domain/report/time-hints.ts'
import { findTimes, readTime } from '../../../shared/domain/report/times.ts'

const first = (text: string, ...rest: Parameters<typeof hintsFrom> | []) =>
  findTimes(text, rest.length === 0 ? undefined : hintsFrom(...rest))[0]

describe('a time with its zone is an instant', () => {
  test.each([
    ['2026-05-06T05-00-00UTC', '2026-05-06T05:00:00.000Z'],
    ['20261122T101500Z', '2026-11-22T10:15:00.000Z'],
    ['Tue, 19 Jan 2016 19:04:10 -0500 (EST)', '2016-01-20T00:04:10.000Z'],
    ['Wed Oct 14 04:14:11 2026 +0200', '2026-10-14T02:14:11.000Z'],
    ['Sun Nov 22 10:00:00 CET 2026', '2026-11-22T09:00:00.000Z'],
    ['14:03:11 CET on 22 November 2026', '2026-11-22T13:03:11.000Z'],
    ['05 h 12 (CEST) ce matin, 18 août 2026', '2026-08-18T03:12:00.000Z'],
    ['2 novembre 2026 vers 21 h 14 (UTC)', '2026-11-02T21:14:00.000Z'],
    ['04.11.2026 um 14:02 Uhr (MEZ)', '2026-11-04T13:02:00.000Z'],
    ['4 de noviembre de 2026, a las 23:47 hora peninsular', '2026-11-04T22:47:00.000Z'],
    ['25 de agosto de 2026, 19:03:27 UTC', '2026-08-25T19:03:27.000Z'],
    ['Sunday 6th of September 2026 at 04:22:31 PM EDT', '2026-09-06T20:22:31.000Z'],
    ['2026-11-22 10:00 Pacific Standard Time', '2026-11-22T18:00:00.000Z'],
    ['2026-07-22 10:00 Pacific Time', '2026-07-22T17:00:00.000Z'],
    ['Oct 08 2026 07:58:41 CDT: %ASA-4', '2026-10-08T12:58:41.000Z'],
    ['22 Nov 2026 19:00:00 JST', '2026-11-22T10:00:00.000Z'],
    ['22 Jul 2026 10:00:00 BST', '2026-07-22T09:00:00.000Z'],
    ['2026-11-18T08:55:10.201-03:00', '2026-11-18T11:55:10.201Z'],
    ['2026-11-19T03:22:11.000-0500', '2026-11-19T08:22:11.000Z'],
    ['14/11/2026 às 16h48 (horário de Brasília)', '2026-11-14T19:48:00.000Z'],
    ['17/11/2026 19:58:44 (London time)', '2026-11-17T19:58:44.000Z'],
    ['10 novembre 2026, 04 h 12 min 09 s (heure de Paris)', '2026-11-10T03:12:09.000Z'],
    ['2026-11-10 12:00 America/Argentina/Buenos_Aires', '2026-11-10T15:00:00.000Z'],
  ])('%s', (text, at) => expect(first(text)).toMatchObject({ at, zoneKnown: true }))

  test.each([
    ['1790000000', '2026-09-21T14:13:20.000Z'],
    ['1790000000.25', '2026-09-21T14:13:20.250Z'],
    ['1790000000250', '2026-09-21T14:13:20.250Z'],
  ])('seconds since 1970, in a field that is a time: %s', (text, at) => expect(readTime(text)?.at).toBe(at))

  test('of a range on one day both ends, with the zone behind the second', () => {
    const { length, ...ends } = findTimes('from 28 Aug 2026 01:40:12 to 02:05:00 UTC').map(({ at }) => at)
    expect(Object.values(ends).slice(0, length)).toEqual(['2026-08-28T01:40:12.000Z', '2026-08-28T02:05:00.000Z'])
  })
})

describe('a time without one is none', () => {
  test.each([
    '2026-11-22 10:00',
    '22 Nov 2026 10:00:00',
    'Nov 22 10:00:00',
    '2026-11-22 10:00 IST',
    '05/04/2026 10:00 UTC',
  ])('%s', (text) => expect(first(text)?.at).toBeNull())
})

describe('what a report says once', () => {
  test.each([
    ['All times are in UTC.', 0],
    ['Timestamps (far left) are UTC', 0],
    ['All times UTC.', 0],
    ['Zeitzone: UTC+1', 60],
    ['Alle Zeitangaben in MEZ', 60],
    ['Note: Local timezone is +0100 (CET)', 60],
    ['PBX clock is CEST.', 120],
    ['Les heures ci-dessous sont en UTC.', 0],
    ['La hora es UTC.', 0],
    ['Sample (PDT):', -420],
  ])('%s', (text, minutes) => expect(statedZone(text)).toEqual({ minutes }))

  test('a zone with two meanings is not stated', () => expect(statedZone('All times are in IST.')).toBeNull())

  test('one date that can be read only one way tells how the others are read', () => {
    expect(first('03/04/2026 10:00 UTC', ['seen 25/04/2026'], null)?.at).toBe('2026-04-03T10:00:00.000Z')
    expect(first('03/04/2026 10:00 UTC', ['seen 04/25/2026'], null)?.at).toBe('2026-03-04T10:00:00.000Z')
  })

  test('a report is about the weeks before it was sent', () => {
    expect(first('04/11/2026 17:05 UTC', ['04/11/2026'], '2026-11-06T08:00:00.000Z')?.at).toBe(
      '2026-11-04T17:05:00.000Z',
    )
    expect(first('04/05/2026 17:05 UTC', ['04/05/2026'], '2026-05-20T08:00:00.000Z')?.at).toBe(
      '2026-05-04T17:05:00.000Z',
    )
    expect(first('04/05/2026 17:05 UTC', ['04/05/2026'], null)?.at).toBeNull()
  })
})
