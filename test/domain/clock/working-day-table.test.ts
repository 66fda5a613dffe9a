/** One working day, against a table that was reckoned by hand with a calendar of paper: no rule of the program is in it. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { workingDayDue } from '../../../shared/domain/clock/working-day.ts'
import { calendarOf, calendars, type CalendarName } from './calendars.ts'

interface Row {
  readonly why: string
  readonly calendar: CalendarName
  /** UTC, as is `due`. */
  readonly opened: string
  readonly days?: number
  readonly due: string
}

// Madrid is UTC+1 in winter, +2 from 29 March to 25 October 2026 and from 28 March to 31 October 2027.
const table: readonly Row[] = [
  { why: 'Monday 10:00 to Tuesday 10:00', calendar: 'madrid', opened: '2026-11-23 09:00', due: '2026-11-24 09:00' },
  { why: 'Friday evening, over the weekend', calendar: 'madrid', opened: '2026-11-20 17:30', due: '2026-11-23 17:30' },
  { why: 'on a Saturday: from Monday 09:00', calendar: 'madrid', opened: '2026-11-21 12:00', due: '2026-11-24 08:00' },
  { why: 'before the day opens', calendar: 'madrid', opened: '2026-11-23 06:00', due: '2026-11-24 08:00' },
  { why: 'after the day closed', calendar: 'madrid', opened: '2026-11-23 19:00', due: '2026-11-25 08:00' },
  { why: 'at the last moment of a day', calendar: 'madrid', opened: '2026-11-23 17:59', due: '2026-11-24 17:59' },
  { why: 'a holiday between (8 December)', calendar: 'madrid', opened: '2026-12-07 09:00', due: '2026-12-09 09:00' },
  { why: 'on the holiday itself', calendar: 'madrid', opened: '2026-12-08 10:00', due: '2026-12-10 08:00' },
  {
    why: 'a closure of two days and a weekend',
    calendar: 'madrid',
    opened: '2026-12-23 15:00',
    due: '2026-12-28 15:00',
  },
  {
    why: 'over the year end, 1 January closed',
    calendar: 'madrid',
    opened: '2026-12-31 17:00',
    due: '2027-01-04 17:00',
  },
  { why: 'clock put forward, March 2026', calendar: 'madrid', opened: '2026-03-27 09:00', due: '2026-03-30 08:00' },
  { why: 'clock put back, October 2026', calendar: 'madrid', opened: '2026-10-23 08:00', due: '2026-10-26 09:00' },
  { why: 'clock put forward, March 2027', calendar: 'madrid', opened: '2027-03-26 11:00', due: '2027-03-29 10:00' },
  {
    why: 'clock put back and a holiday, 2027',
    calendar: 'madrid',
    opened: '2027-10-29 10:00',
    due: '2027-11-02 11:00',
  },
  { why: 'to the leap day', calendar: 'madrid', opened: '2028-02-28 16:00', due: '2028-02-29 16:00' },
  { why: 'from the leap day', calendar: 'madrid', opened: '2028-02-29 16:00', due: '2028-03-01 16:00' },
  { why: 'two working days', calendar: 'madrid', opened: '2026-11-19 09:00', days: 2, due: '2026-11-23 09:00' },
  { why: 'five working days', calendar: 'madrid', opened: '2026-11-16 09:00', days: 5, due: '2026-11-23 09:00' },
  { why: 'a shorter Friday', calendar: 'shortFriday', opened: '2026-11-19 16:00', due: '2026-11-20 13:00' },
  { why: 'into the summer hours', calendar: 'summerHours', opened: '2026-06-30 16:00', due: '2026-07-01 13:00' },
  { why: 'a night shift over midnight', calendar: 'nights', opened: '2026-11-24 01:00', due: '2026-11-25 01:00' },
  { why: 'by day, for a night shift', calendar: 'nights', opened: '2026-11-24 12:00', due: '2026-11-25 21:00' },
  {
    why: '02:30 is left out that night: 03:00',
    calendar: 'nights',
    opened: '2026-03-28 01:30',
    due: '2026-03-29 01:00',
  },
  { why: '02:30 comes twice: the first', calendar: 'nights', opened: '2026-10-24 00:30', due: '2026-10-25 00:30' },
  { why: 'round the clock, at a weekend', calendar: 'always', opened: '2026-11-21 13:00', due: '2026-11-22 13:00' },
  { why: 'round the clock, 23 hours long', calendar: 'always', opened: '2026-03-28 12:00', due: '2026-03-29 11:00' },
  { why: 'the other side of the world', calendar: 'auckland', opened: '2026-11-20 02:00', due: '2026-11-23 02:00' },
  { why: 'Saturday there, Friday in UTC', calendar: 'auckland', opened: '2026-11-20 20:00', due: '2026-11-23 20:00' },
  {
    why: 'hours not known: a day of the calendar',
    calendar: 'unknown',
    opened: '2026-11-21 12:00',
    due: '2026-11-22 12:00',
  },
]

const iso = (text: string): string => `${text.replace(' ', 'T')}:00.000Z`

test.each(table)('$why', ({ calendar, opened, days = 1, due }) => {
  expect(workingDayDue(iso(opened), days, calendarOf(calendar))).toBe(iso(due))
})

test('a laptop that is carried into another zone changes nothing', () => {
  const script = fileURLToPath(new URL('print-dues.ts', import.meta.url))
  const asked = table.map(({ calendar, opened, days = 1 }) => ({ calendar, from: iso(opened), days }))
  for (const TZ of ['America/New_York', 'Pacific/Auckland']) {
    const printed = execFileSync(process.execPath, [script, JSON.stringify(asked)], { env: { ...process.env, TZ } })
    expect(JSON.parse(String(printed))).toEqual({ zone: TZ, dues: table.map(({ due }) => iso(due)) })
  }
})

test('the calendars of the table are read whole', () => {
  for (const [name, { osm }] of Object.entries(calendars)) {
    expect(calendarOf(name as CalendarName).hours === null).toBe(osm === null)
  }
})
