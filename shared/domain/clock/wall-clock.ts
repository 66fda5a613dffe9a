/** What the clock on a wall in a zone shows at an instant, and when it shows a time: fast enough for whole directories. */
import { IANAZone, type Zone } from 'luxon'

export const dayLength = 86_400_000
export const minuteLength = 60_000

/** Days and minutes of a wall clock, as if it were UTC: a day is a count from 1970-01-01. */
export interface WallTime {
  readonly day: number
  /** Since midnight, with their fraction. */
  readonly minutes: number
}

/** Offsets by zone and UTC day, for days on which they do not change: asking Intl each time costs a hundred times more. */
const steady = new Map<string, Map<number, number>>()
const zonesKept = 700
const daysKept = 5_000

/** By its IANA name; null where nobody knows it. */
export function zoneOf(name: string): Zone | null {
  const zone = IANAZone.create(name)
  return zone.isValid ? zone : null
}

/** Milliseconds that the zone is ahead of UTC at an instant. */
export function offsetAt(zone: Zone, instant: number): number {
  const day = Math.floor(instant / dayLength)
  const known = daysOf(zone.name)
  const kept = known.get(day)
  if (kept !== undefined) return kept
  const offset = zone.offset(instant) * minuteLength
  const steadyDay = [day * dayLength, (day + 1) * dayLength].every((at) => zone.offset(at) * minuteLength === offset)
  if (steadyDay) known.set(day, offset)
  return offset
}

function daysOf(name: string): Map<number, number> {
  const known = steady.get(name)
  if (known !== undefined && known.size < daysKept) return known
  if (steady.size >= zonesKept) steady.clear()
  const fresh = new Map<number, number>()
  steady.set(name, fresh)
  return fresh
}

export function wallAt(zone: Zone, instant: number): WallTime {
  const shown = instant + offsetAt(zone, instant)
  const day = Math.floor(shown / dayLength)
  return { day, minutes: (shown - day * dayLength) / minuteLength }
}

/** The instant at which the clock of the zone is put forward or back in the UTC day around, if it is on that day; to the second. */
function changeOn(zone: Zone, day: number): number | null {
  let [before, after] = [day * dayLength, (day + 1) * dayLength]
  const old = zone.offset(before)
  if (zone.offset(after) === old) return null
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000
    if (zone.offset(middle) === old) before = middle
    else after = middle
  }
  return after
}

/**
 * Every instant of a day at which the wall clock shows one of its times, in order: twice where the clock is put back; and the
 * moments at which it is put forward or back, because it may leave a time out.
 */
export function instantsOf(zone: Zone, day: number, minutes: readonly number[]): readonly number[] {
  const near = [day - 1, day, day + 1]
  const offsets = new Set([...near, day + 2].map((one) => offsetAt(zone, one * dayLength)))
  const shown = minutes.flatMap((minute) =>
    [...offsets].map((offset) => day * dayLength + minute * minuteLength - offset),
  )
  if (offsets.size === 1) return shown.sort((a, b) => a - b)
  const changes = near.flatMap((one) => changeOn(zone, one) ?? [])
  return [...shown, ...changes].filter((instant) => wallAt(zone, instant).day === day).sort((a, b) => a - b)
}

/**
 * The instant at which the wall clock shows so many milliseconds after the midnight of a day (more than a day is the next one): the
 * first where it shows them twice, the moment at which it is put forward where it leaves them out.
 */
export function instantAt(zone: Zone, day: number, time: number): number {
  const shown = day * dayLength + time
  const [before, after] = [offsetAt(zone, shown - dayLength), offsetAt(zone, shown + dayLength)]
  const [first, second] = [shown - before, shown - after]
  if (before === after || offsetAt(zone, first) === before) return first
  if (offsetAt(zone, second) === after) return second
  return changeOn(zone, Math.floor(second / dayLength)) ?? changeOn(zone, Math.floor(first / dayLength)) ?? first
}

/** A day of the calendar by its count. */
export interface CalendarDay {
  /** "2026-11-22". */
  readonly iso: string
  readonly month: number
  readonly day: number
  /** Monday is 0. */
  readonly weekday: number
  readonly daysInMonth: number
}

/** Kept, because writing a date costs more than all the rest of telling whether a team is open. */
const calendarDays = new Map<number, CalendarDay>()

export function calendarDay(count: number): CalendarDay {
  const kept = calendarDays.get(count)
  if (kept !== undefined) return kept
  if (calendarDays.size >= daysKept) calendarDays.clear()
  const date = new Date(count * dayLength)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const fresh = {
    iso: date.toISOString().slice(0, 10),
    month: month + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
    daysInMonth: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
  }
  calendarDays.set(count, fresh)
  return fresh
}

/** "2026-11-22T13:00:00+01:00"; null where the zone or the instant is none. */
export function wallText(zoneName: string, at: string): string | null {
  const [zone, instant] = [zoneOf(zoneName), Date.parse(at)]
  if (zone === null || Number.isNaN(instant)) return null
  const offset = offsetAt(zone, instant)
  const ahead = Math.round(Math.abs(offset) / minuteLength)
  const two = (value: number): string => String(value).padStart(2, '0')
  const text = new Date(instant + offset).toISOString().slice(0, 19)
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`
}
