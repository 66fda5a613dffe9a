/** What must hold of every due time, whatever the hours, on made-up openings and pauses around both clock changes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen } from '../../../shared/domain/clock/calendar.ts'
import { pushDue, type StandStill } from '../../../shared/domain/clock/stand-still.ts'
import { workingDayDue } from '../../../shared/domain/clock/working-day.ts'
import { addOpenTime, openTimeBetween } from '../../../shared/domain/clock/working-time.ts'
import { calendarOf, type CalendarName } from './calendars.ts'

const names = [
  'madrid',
  'shortFriday',
  'summerHours',
  'nights',
  'always',
  'auckland',
  'unknown',
] as const satisfies readonly CalendarName[]
const calendar = fc.constantFrom(...names).map(calendarOf)
const iso = (at: number): string => new Date(at).toISOString()

/** Seasons of clock changes north and south, year ends, a leap day; the hour that a clock shows twice is left out. */
const instant = fc
  .tuple(
    fc.constantFrom('2026-03-24', '2026-04-01', '2026-10-20', '2026-12-21', '2028-02-25', '2026-09-24'),
    fc.integer({ min: 0, max: 10 * 86_400_000 }),
  )
  .map(([day, offset]) => Date.parse(day) + offset)
  .filter((at) => !isShownTwice(at))
  .map(iso)

/** Europe/Madrid on 25 October 2026, Pacific/Auckland on 5 April 2026. */
const twice = [Date.parse('2026-10-25T01:00:00Z'), Date.parse('2026-04-04T14:00:00Z')]
const isShownTwice = (at: number): boolean => twice.some((from) => at >= from && at < from + 3_600_000)

test('a case that was opened later is never due earlier', () => {
  fc.assert(
    fc.property(calendar, instant, instant, fc.integer({ min: 1, max: 7 }), (of, one, other, days) => {
      const [first, second] = [one, other].toSorted()
      expect(workingDayDue(first ?? '', days, of) <= workingDayDue(second ?? '', days, of)).toBe(true)
    }),
    { numRuns: 1_500 },
  )
})

test('what is due within a working day is due after its opening', () => {
  fc.assert(
    fc.property(calendar, instant, (of, at) => {
      expect(workingDayDue(at, 1, of) > at).toBe(true)
    }),
    { numRuns: 500 },
  )
})

const pauses = fc.array(
  fc.record({
    from: instant,
    to: fc.option(instant, { nil: null }),
    until: fc.option(instant, { nil: null }),
    reason: fc.constant('waiting'),
  }) satisfies fc.Arbitrary<StandStill>,
  { maxLength: 4 },
)

test('pausing never makes a due time earlier', () => {
  fc.assert(
    fc.property(calendar, instant, pauses, instant, (of, from, all, now) => {
      const running = { from, due: workingDayDue(from, 1, of), stopped: null }
      expect(pushDue(running, all, of, now).due >= running.due).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('working time that is added is the working time that lies between', () => {
  fc.assert(
    fc.property(calendar, instant, fc.integer({ min: 1, max: 200 * 3_600_000 }), (of, from, length) => {
      const to = addOpenTime(from, length, of)
      expect(openTimeBetween(from, to, of)).toBe(length)
      const justBefore = iso(Date.parse(to) - 1)
      expect(isOpen(of.hours, of.zone, of.closures, justBefore)).not.toBe('no')
    }),
    { numRuns: 300 },
  )
})
