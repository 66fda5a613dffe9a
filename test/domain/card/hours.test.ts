/** Printed hours as OpenStreetMap opening_hours: every notation, and always a text that the desk can compute with. */
import { describe, expect, it } from 'vitest'
import { openingHours } from '../../../shared/domain/card/opening-hours.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { codes, read } from './reading.ts'

describe('opening hours', () => {
  it.each([
    ['08:00 to 18:00, Monday through Friday, except holidays', 'Mo-Fr 08:00-18:00; PH off'],
    ['(09:00-19:00 Monday to Friday except holidays)', 'Mo-Fr 09:00-19:00; PH off'],
    ['Monday to Friday 8-16h', 'Mo-Fr 08:00-16:00'],
    [
      'from 08:00 am to 15:00pm and from 16:30 pm to 19:00pm From Monday to Thursday and from 08:00am to 15:00pm on Friday',
      'Mo-Th 08:00-15:00,16:30-19:00; Fr 08:00-15:00',
    ],
    ['office hours (8:00 a.m. to 4:00 p.m.)', 'Mo-Fr 08:00-16:00'],
    ['weekdays from 9am to 5pm', 'Mo-Fr 09:00-17:00'],
    ['Mon-Fri 7:30-16:00, Sat 9:00-12:00', 'Mo-Fr 07:30-16:00; Sa 09:00-12:00'],
    ['de lunes a viernes de 9:00 a 18:00, excepto festivos', 'Mo-Fr 09:00-18:00; PH off'],
    ['du lundi au vendredi de 9h00 à 18h00, hors jours fériés', 'Mo-Fr 09:00-18:00; PH off'],
    ['Montag bis Freitag 8:00 bis 17:00 Uhr, außer an Feiertagen', 'Mo-Fr 08:00-17:00; PH off'],
    ['de segunda a sexta-feira, das 9h às 17h30, exceto feriados', 'Mo-Fr 09:00-17:30; PH off'],
    [
      'From 08:15 to 17:00 from Monday to Thursday. During summertime (1st of June to 30st of September) 08:00 to 15:00 Monday to Friday.',
      'Oct-May Mo-Th 08:15-17:00; Jun-Sep Mo-Fr 08:00-15:00',
    ],
    ['Mon–Fri 9am–5pm, Sat 10am–2pm', 'Mo-Fr 09:00-17:00; Sa 10:00-14:00'],
    ['Sunday to Thursday, 8:00 to 16:00', 'Su-Th 08:00-16:00'],
    ['Saturday to Wednesday 07:30 – 15:30, Thursday 07:30 – 12:30', 'Sa-We 07:30-15:30; Th 07:30-12:30'],
    ['Every day from 07:00 to 23:00', 'Mo-Su 07:00-23:00'],
    ['Monday to Friday 8:00-17:00 with a lunch break from 12:00 to 13:00', 'Mo-Fr 08:00-12:00,13:00-17:00'],
    ['Monday-Friday 0800-1700 hrs', 'Mo-Fr 08:00-17:00'],
    ['Mo - Do 9.00 - 17.00 Uhr, Fr 9.00 - 15.00 Uhr', 'Mo-Th 09:00-17:00; Fr 09:00-15:00'],
    ['L-V 8:00-15:00', 'Mo-Fr 08:00-15:00'],
    ['de lunes a viernes, de 9 a 13 y de 14 a 18 hs., salvo feriados', 'Mo-Fr 09:00-13:00,14:00-18:00; PH off'],
    ['from 8 a.m. to 12 noon and 1 p.m. to 5 p.m., Monday through Friday', 'Mo-Fr 08:00-12:00,13:00-17:00'],
    ['Monday to Friday, 7 a.m. to midnight', 'Mo-Fr 07:00-24:00'],
    ['from Monday to Friday, from 07:00 to 19:00 and from 19:00 to 07:00', 'Mo-Fr 07:00-19:00,19:00-07:00'],
    ['Office hours: 8:00–16:00 (Mon–Thu), 8:00–14:00 (Fri)', 'Mo-Th 08:00-16:00; Fr 08:00-14:00'],
    ['Mon-Fri 08:00-16:00 (June 15 - September 15: 08:00-14:00)', 'Mo-Fr 08:00-16:00; Jun 15-Sep 15 Mo-Fr 08:00-14:00'],
    [
      'Monday-Friday, 9:00-17:00. In July and August 9:00-15:00.',
      'Sep-Jun Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-15:00',
    ],
    ['Lunes a viernes, de 8:00 a 15:00 h. (verano: 8:00 a 14:00 h.)', 'Mo-Fr 08:00-15:00'],
    ['weekdays 8:00-16:00, closed on Fridays', 'Mo-Th 08:00-16:00'],
    ['Sunday to Thursday 07:30–14:30. National holidays are excepted.', 'Su-Th 07:30-14:30; PH off'],
    ['Montag bis Freitag von 7:30 bis 19:30 Uhr, an Bankfeiertagen geschlossen', 'Mo-Fr 07:30-19:30; PH off'],
  ])('%s is %s', (text, osm) => {
    expect(openingHours(text)?.osm).toBe(osm)
    expect(parseHours(osm).ok).toBe(true)
  })

  it.each(['within 2 to 4 days', 'call 24/7', 'sections 2.8 to 2.11', 'regular office hours'])(
    '%s gives no hours',
    (text) => {
      expect(openingHours(text)).toBeNull()
    },
  )
})

describe('coverage', () => {
  const hours = (text: string) => read(`2.11 Points of Customer Contact\n${text}\n`)

  it.each<readonly [string, string, readonly (readonly [string, string])[]]>([
    [
      'Monday to Friday 9:00-17:00. Critical incidents are handled 24x7.',
      'conditional',
      [
        ['public', 'Mo-Fr 09:00-17:00'],
        ['critical', '24/7'],
      ],
    ],
    [
      'Monday to Friday 9:00-17:00. Critical incidents 06:00-22:00.',
      'business-hours',
      [
        ['public', 'Mo-Fr 09:00-17:00'],
        ['critical', 'Mo-Fr 06:00-22:00'],
      ],
    ],
    ['The team is available 24 hours a day, 365 days a year.', '24x7', [['public', '24/7']]],
    ["L'équipe répond à toute heure.", '24x7', [['public', '24/7']]],
    ['Für die Zielgruppe rund um die Uhr.', 'conditional', [['constituent', '24/7']]],
    [
      'Monday to Friday 9:00-17:00. Outside these hours somebody is on call for emergencies.',
      'conditional',
      [['public', 'Mo-Fr 09:00-17:00']],
    ],
    ['The answering machine listens 24 hours a day.', 'unknown', []],
    [
      'Low, medium and high severity: office hours (8:00 to 16:00).',
      'business-hours',
      [['public', 'Mo-Fr 08:00-16:00']],
    ],
  ])('%s', (text, availability, rows) => {
    const card = hours(text)
    expect(card.availability).toBe(availability)
    expect(card.coverage.map(({ audience, osm }) => [audience, osm])).toEqual(rows)
  })

  it('unknown hours are unknown, not closed', () => {
    const card = hours('During regular office hours.')
    expect([card.hours.osm, card.hours.text, card.availability]).toEqual([
      null,
      'During regular office hours.',
      'unknown',
    ])
    expect(codes(card)).toContain('hours-unknown')
  })
})
