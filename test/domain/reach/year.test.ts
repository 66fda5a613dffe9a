/** A whole year, each quarter of an hour, in twelve zones: open or closed against a table of offsets that knows no library. */
import { describe, expect, test } from 'vitest'
import { isOpen, nextChange } from '../../../shared/domain/clock/calendar.ts'
import { parseHours, type Hours } from '../../../shared/domain/clock/hours.ts'
import { ask, row, team } from './cards.ts'

const quarter = 15 * 60_000
const start = Date.parse('2026-01-01T00:00:00Z')
const end = Date.parse('2027-01-01T00:00:00Z')

/** Minutes ahead of UTC at the start of 2026, and each change: instant, minutes from then on. */
type ZoneTable = readonly [first: number, ...changes: readonly (readonly [at: string, minutes: number])[]]

const zones: Readonly<Record<string, ZoneTable>> = {
  'Europe/Madrid': [60, ['2026-03-29T01:00Z', 120], ['2026-10-25T01:00Z', 60]],
  'Europe/London': [0, ['2026-03-29T01:00Z', 60], ['2026-10-25T01:00Z', 0]],
  'America/New_York': [-300, ['2026-03-08T07:00Z', -240], ['2026-11-01T06:00Z', -300]],
  'America/Sao_Paulo': [-180],
  'Asia/Kolkata': [330],
  'Asia/Kathmandu': [345],
  // Half an hour of summer time, in the southern summer.
  'Australia/Lord_Howe': [660, ['2026-04-04T15:00Z', 630], ['2026-10-03T15:30Z', 660]],
  'Pacific/Kiritimati': [840],
  'Pacific/Pago_Pago': [-660],
  // The clock goes back for the month of fasting.
  'Africa/Casablanca': [60, ['2026-02-15T02:00Z', 0], ['2026-03-22T02:00Z', 60]],
  // Changes at midnight: a day that begins at one, and an hour before midnight that comes twice.
  'Africa/Cairo': [120, ['2026-04-23T22:00Z', 180], ['2026-10-29T21:00Z', 120]],
  'Pacific/Chatham': [825, ['2026-04-04T14:00Z', 765], ['2026-09-26T14:00Z', 825]],
}

/** Newer time zone data end Morocco's summer time for good on this day, older do not. */
const endOf = (zone: string): number => (zone === 'Africa/Casablanca' ? Date.parse('2026-09-19T00:00:00Z') : end)

/** Day of the week (0 is Sunday), minutes since midnight, month * 100 + day, of the wall clock. */
type Rule = (weekday: number, minutes: number, date: number) => boolean
const workday = (weekday: number): boolean => weekday >= 1 && weekday <= 5
const holiday = (date: number): boolean => date === 106 || date === 1208
const closures = ['2026-01-06', '2026-12-08']

const rules: Readonly<Record<string, Rule>> = {
  'Mo-Fr 08:00-18:00; PH off': (weekday, minutes, date) =>
    workday(weekday) && !holiday(date) && minutes >= 480 && minutes < 1080,
  // Tuesday to Saturday morning belong to the night before; a holiday takes away the night that begins on it.
  'Mo-Fr 22:00-06:00': (weekday, minutes, date) =>
    (workday(weekday) && !holiday(date) && minutes >= 1320) ||
    (weekday >= 2 && date !== 107 && date !== 1209 && minutes < 360),
  'Su-Th 09:00-17:00; PH 09:00-12:00': (weekday, minutes, date) =>
    holiday(date) ? minutes >= 540 && minutes < 720 : weekday <= 4 && minutes >= 540 && minutes < 1020,
  'Mo-Fr 09:00-19:00; Jul-Aug Mo-Fr 08:00-15:00; Sa[1] 10:00-14:00': (weekday, minutes, date) => {
    if (holiday(date)) return false
    if (weekday === 6) return date % 100 <= 7 && minutes >= 600 && minutes < 840
    const [from, to] = date >= 701 && date <= 831 ? [480, 900] : [540, 1140]
    return workday(weekday) && minutes >= from && minutes < to
  },
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** By day of 2026, with the last day of 2025 before and the first of 2027 after. */
const dates = [
  1231,
  ...monthDays.flatMap((days, month) => Array.from({ length: days }, (_, day) => (month + 1) * 100 + day + 1)),
  101,
]

/** What the table says of an instant: 1 January 2026 is a Thursday. */
function reckon(rule: Rule, minutesAhead: number, instant: number): boolean {
  const minutes = (instant - start) / 60_000 + minutesAhead
  const day = Math.floor(minutes / 1440)
  return rule((((day + 4) % 7) + 7) % 7, minutes - day * 1440, dates[day + 1] ?? 0)
}

/** Every quarter of an hour of the year with the offset that holds. */
function* quarters(zone: string): Generator<readonly [instant: number, minutesAhead: number]> {
  const [first, ...changes] = zones[zone] ?? [0]
  let ahead = first
  const due = changes.map(([at, minutes]) => [Date.parse(at), minutes] as const)
  for (let instant = start; instant < endOf(zone); instant += quarter) {
    for (const [at, minutes] of due) if (at === instant) ahead = minutes
    yield [instant, ahead]
  }
}

function read(osm: string): Hours {
  const parsed = parseHours(osm)
  if (!parsed.ok) throw new Error(osm)
  return parsed.value
}

/** Nights everywhere; of the other rules each zone has one, in turn. */
const rulesIn = (zone: string): readonly (readonly [string, Rule])[] => {
  const [office, night, ...others] = Object.entries(rules)
  const turn = [office, ...others]
  return [night, turn[Object.keys(zones).indexOf(zone) % turn.length]].flatMap((rule) => (rule ? [rule] : []))
}

describe.each(Object.keys(zones))('%s', (zone) => {
  test.each(rulesIn(zone))('open and closed at every quarter of an hour by %s', (osm, rule) => {
    const hours = read(osm)
    const wrong: string[] = []
    for (const [instant, ahead] of quarters(zone)) {
      const at = new Date(instant).toISOString()
      if ((isOpen(hours, zone, closures, at) === 'yes') !== reckon(rule, ahead, instant)) wrong.push(at)
    }
    expect(wrong).toEqual([])
  })

  test.each(Object.entries(rules))('every change of the year, one after the other, by %s', (osm, rule) => {
    const hours = read(osm)
    const changes: string[] = []
    let before: boolean | null = null
    for (const [instant, ahead] of quarters(zone)) {
      const open = reckon(rule, ahead, instant)
      if (before !== null && open !== before) changes.push(new Date(instant).toISOString())
      before = open
    }
    let at = new Date(start).toISOString()
    const told = changes.map(() => (at = nextChange(hours, zone, closures, at) ?? 'never'))
    expect(told).toEqual(changes)
  })

  test('the answer about the team says the same: open, when that changes, and their wall clock', () => {
    const [osm = '', rule] = Object.entries(rules)[1] ?? []
    if (rule === undefined) throw new Error('no rule')
    const card = team({ timeZone: { iana: zone, text: zone, reason: 'zone-named', line: 1 }, coverage: [row(osm)] })
    const facts = { closures: { known: true, days: closures.map((date) => ({ date, name: 'a holiday' })) } }
    let count = 0
    for (const [instant, ahead] of quarters(zone)) {
      // One in seventeen, so that all quarters of a day come in turn; and all round the changes of the clock.
      const isNear = (zones[zone] ?? []).some(
        (change) => typeof change !== 'number' && Math.abs(Date.parse(change[0]) - instant) < 12 * 3_600_000,
      )
      if (count++ % 17 !== 0 && !isNear) continue
      const at = new Date(instant).toISOString()
      const answer = ask(card, { at }, facts)
      const open = reckon(rule, ahead, instant)
      const wall = new Date(instant + ahead * 60_000).toISOString().slice(0, 19)
      expect([at, answer.open, answer.localTime?.slice(0, 19)]).toEqual([at, open ? 'yes' : 'no', wall])
      const change = open ? answer.closesAt : answer.opensAt
      expect(change !== null && change > at && (open ? answer.opensAt : answer.closesAt) === null).toBe(true)
    }
  })
})
