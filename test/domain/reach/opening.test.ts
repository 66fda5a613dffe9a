import { describe, expect, test } from 'vitest'
import { ask, codesOf, hours, office, row, saturdayNight, team, tuesdayMorning } from './cards.ts'

describe('open, closed, not known', () => {
  test('open until they close, closed until they open, by their own clock', () => {
    const card = team(hours(office))
    expect(ask(card)).toMatchObject({
      open: 'yes',
      closesAt: '2026-11-24T17:00:00.000Z',
      opensAt: null,
      localTime: '2026-11-24T10:00:00+01:00',
    })
    expect(ask(card, { at: saturdayNight })).toMatchObject({
      open: 'no',
      closesAt: null,
      opensAt: '2026-11-23T08:00:00.000Z',
      localTime: '2026-11-21T22:00:00+01:00',
    })
  })

  test.each([
    ['no hours at all', team(), 'reach.hours.unknown'],
    ['hours that cannot be reckoned with', team(hours('sunrise-sunset')), 'reach.hours.not-read'],
    [
      'hours in a zone that is not known',
      team({ ...hours(office), timeZone: { iana: null, text: 'LT', reason: 'zone-unknown', line: 3 } }),
      'reach.hours.no-zone',
    ],
    ['hours for others alone', team({ coverage: [row('Mo-Fr 09:00-10:00', 'csirt')] }), 'reach.hours.unknown'],
  ])('with %s it is not known, and never closed', (_, card, code) => {
    for (const at of [saturdayNight, tuesdayMorning]) {
      const answer = ask(card, { at })
      expect([answer.open, answer.opensAt, answer.closesAt]).toEqual(['unknown', null, null])
      expect(codesOf(answer.reasons)).toContain(code)
    }
  })

  test('round the clock is open in any zone, and never closes', () => {
    const card = team({
      ...hours('24/7'),
      timeZone: { iana: null, text: null, reason: 'zone-unknown', line: null },
    })
    expect(ask(card, { at: saturdayNight })).toMatchObject({ open: 'yes', closesAt: null, localTime: null })
  })

  test('a directory that says 24x7 and nothing else is taken at its word', () => {
    expect(ask(team({ availability: '24x7' })).open).toBe('yes')
    expect(ask(team({ availability: 'conditional' })).open).toBe('unknown')
  })

  test('round the clock for some is for those alone, and the others are told', () => {
    const card = team({ ...hours(office), coverage: [row(office), row('24/7', 'constituent', 66)] })
    const stranger = ask(card, { at: saturdayNight })
    expect(stranger.open).toBe('no')
    expect(stranger.reasons).toContainEqual({
      code: 'reach.hours.others',
      params: { whom: 'constituent', osm: '24/7', from: 'line', line: 66 },
    })
    expect(ask(card, { at: saturdayNight, audience: 'constituent' }).open).toBe('yes')
  })

  test('hours for critical matters hold when it is urgent', () => {
    const card = team({ coverage: [row(office), row('24/7', 'critical')] })
    expect(ask(card, { at: saturdayNight }).open).toBe('no')
    expect(ask(card, { at: saturdayNight, urgency: 'urgent' }).open).toBe('yes')
  })

  test('hours of two kinds that follow each other are one opening', () => {
    const card = team({ coverage: [row('Mo-Fr 09:00-18:00'), row('Mo-Fr 18:00-22:00', 'csirt')] })
    expect(ask(card, { audience: 'csirt' }).closesAt).toBe('2026-11-24T21:00:00.000Z')
    expect(ask(card).closesAt).toBe('2026-11-24T17:00:00.000Z')
  })

  test('hours that were edited on the card count before those of the document', () => {
    const card = team({ hours: { osm: 'Sa 20:00-23:00', text: null, line: null }, coverage: [row(office)] })
    expect(ask(card, { at: saturdayNight }).open).toBe('yes')
  })

  test('on a holiday they are closed because of it, and open after it', () => {
    const facts = { closures: { known: true, days: [{ date: '2026-01-06', name: 'Epiphany', region: 'ES' }] } }
    for (const at of ['2026-01-06T10:00:00.000Z', '2026-01-06T05:00:00.000Z']) {
      const answer = ask(team(hours(office)), { at }, facts)
      expect([answer.open, answer.opensAt]).toEqual(['no', '2026-01-07T08:00:00.000Z'])
      expect(answer.reasons[0]).toMatchObject({
        code: 'reach.hours.holiday',
        params: { name: 'Epiphany', region: 'ES' },
      })
    }
  })

  test('a day that people entered is told without a region; on a day off anyway no holiday is blamed', () => {
    const facts = {
      closures: {
        known: true,
        days: [
          { date: '2026-11-24', name: 'move' },
          { date: '2026-11-21', name: 'feast' },
        ],
      },
    }
    expect(codesOf(ask(team(hours(office)), {}, facts).reasons)).toContain('reach.hours.closure')
    expect(codesOf(ask(team(hours(office)), { at: saturdayNight }, facts).reasons)).toContain('reach.hours.closed')
  })

  test('holidays that nobody knows are a warning, except where none would close them', () => {
    const unknown = { closures: { known: false, days: [] } }
    expect(codesOf(ask(team(hours(office)), {}, unknown).warnings)).toContain('reach.mind.holidays')
    expect(codesOf(ask(team(hours('24/7')), {}, unknown).warnings)).not.toContain('reach.mind.holidays')
    const partly = { closures: { known: true, regionMissing: true, days: [] } }
    expect(codesOf(ask(team(hours(office)), {}, partly).warnings)).toContain('reach.mind.holidays-regional')
  })
})
