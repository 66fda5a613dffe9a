/** Finds times in text and reads them: with their zone where one is given, and never with one that is not. */
import { monthOf } from './months.ts'
import { againForm, clockFirstForms, clockForm, dateForms, timeForms, untilForm, type TimeForm } from './time-forms.ts'
import { instantOf, minutesBetween, zoneOf, type KnownZone, type Wall, type Zone } from './zones.ts'

export interface ReadTime {
  /** UTC ISO; null where there is no zone, or the date can be read in two ways. */
  readonly at: string | null
  readonly atText: string
  readonly zoneKnown: boolean
  readonly trouble: 'no-zone' | 'ambiguous-zone' | 'ambiguous-date' | 'no-year' | null
  /** As it stood on the clock there; null where the date is not certain. */
  readonly wall: Wall | null
  /** Its own zone, where it has one and lacks only its year. */
  readonly zone?: KnownZone
}

export interface FoundTime extends ReadTime {
  readonly from: number
  readonly to: number
}

/** What the rest of a message tells about its times. */
export interface TimeHints {
  /** How it writes its numeric dates; null where nothing in it tells. */
  readonly order: 'day-first' | 'month-first' | null
}

export const noHints: TimeHints = { order: null }

type Groups = Readonly<Record<string, string | undefined>>

/** Every time of a line, in its order; none overlaps another. */
export function findTimes(line: string, hints: TimeHints = noHints): readonly FoundTime[] {
  if (!/\d(?:[:.]\d{2}|\s?h\s?\d{2}|\dh\/|-\d{2}-\d{2}|T\d{6})/.test(line)) return []
  const found: FoundTime[] = []
  collect(timeForms, line, hints, found)
  // Without a year it may be a piece of one that has its clock first.
  if (found.every(({ trouble }) => trouble === 'no-year')) {
    const whole: FoundTime[] = []
    collect(clockFirstForms, line, hints, whole)
    if (whole.length > 0) return whole.sort((a, b) => a.from - b.from)
  }
  const sorted = found.sort((a, b) => a.from - b.from)
  return closedBy(sorted, line)
    .map((time, at) => saidAgain(zonedAs(time, sorted[at + 1], line), line))
    .flatMap((time) => withEnd(time, line))
}

const rangeMark = /^\s{0,3}(?:-|–|~|to|until|till|and|y|a|al|hasta|bis|und|à|au|et|,)\s{0,3}$/i

/** "… 06:00 ~ … 07:00 (UTC)": the zone behind the end is that of both. */
function zonedAs(time: FoundTime, next: FoundTime | undefined, line: string): FoundTime {
  if (next === undefined || time.trouble !== 'no-zone' || next.at === null || next.wall === null) return time
  if (!rangeMark.test(line.slice(time.to, next.from))) return time
  return { ...time, ...inZone(time, { minutes: minutesBetween(next.wall, next.at) }) }
}

/** "first … at 22:14, last … at 07:02 (UTC)": a zone in brackets at the end of the line is that of all its times. */
function closedBy(times: readonly FoundTime[], line: string): readonly FoundTime[] {
  const last = times.at(-1)
  if (times.length < 2 || last?.at === null || last?.wall === null || last === undefined) return times
  if (!/[)\]]$/.test(last.atText) || !/^\W{0,3}$/.test(line.slice(last.to).trim())) return times
  const minutes = minutesBetween(last.wall, last.at)
  return times.map((time) => ({ ...time, ...inZone(time, { minutes }) }))
}

/** A clock of unknown zone with the same moment in a known one behind it: that one is right, on the day that is nearest. */
function saidAgain(time: FoundTime, line: string): FoundTime {
  const again = time.at === null && time.wall !== null ? againForm.exec(line.slice(time.to, time.to + 60)) : null
  if (time.wall === null || again === null) return time
  const { year, month, day, hour, minute } = time.wall
  const wall = clockOf(again.groups ?? {}, { year, month, day, unsure: null })
  const { zone } = zoneBehind(again.groups ?? {}, again[0])
  const same = wall === null || zone === null || zone === 'ambiguous' ? null : instantOf(wall, zone)
  if (same === null || wall === null) return time
  const apart = Date.parse(same) - Date.UTC(year, month - 1, day, hour, minute)
  const days = apart > 14 * 3_600_000 ? -1 : apart < -14 * 3_600_000 ? 1 : 0
  const at = new Date(Date.parse(same) + days * 86_400_000).toISOString()
  return { ...time, at, zoneKnown: true, trouble: null, to: time.to + again[0].length }
}

function collect(forms: readonly TimeForm[], line: string, hints: TimeHints, found: FoundTime[]): void {
  for (const { needs, form } of forms) {
    if (!needs.test(line)) continue
    for (const match of line.matchAll(form)) {
      const [from, to] = [match.index, match.index + match[0].length]
      const time = found.some((other) => from < other.to && other.from < to) ? null : readMatch(match, hints)
      if (time !== null) found.push({ ...time, from, to: from + Math.max(time.atText.length, 1) })
    }
  }
}

/** A range on one day: its end has the date of its beginning, and its beginning the zone of its end. */
function withEnd(time: FoundTime, line: string): readonly FoundTime[] {
  const end =
    time.wall === null || time.trouble === 'no-year' ? null : untilForm.exec(line.slice(time.to, time.to + 60))
  if (time.wall === null || end === null) return [time]
  const { year, month, day } = time.wall
  const wall = clockOf(end.groups ?? {}, { year, month, day, unsure: null })
  const { zone, text } = zoneBehind(end.groups ?? {}, end[0])
  if (wall === null) return [time]
  const given = zone === null || zone === 'ambiguous' ? null : zone
  const start = inZone(time, given)
  const at = given === null ? null : instantOf(wall, given)
  const [from, to] = [time.to, time.to + text.length]
  const atText = text.trim()
  const ended: FoundTime =
    at === null
      ? { ...time, wall, at: null, atText, trouble: 'no-zone', zoneKnown: false, from, to }
      : { wall, at, atText, zoneKnown: true, trouble: null, from, to }
  return [{ ...time, ...start }, ended]
}

/** One value that is a time: any form of `findTimes`, or seconds since 1970 with their fraction. */
export function readTime(value: string, hints: TimeHints = noHints): ReadTime | null {
  const text = value.trim().slice(0, 100)
  const epoch = /^(1\d{9})(?:\d{3}|[.,](\d{1,9}))?$/.exec(text)
  if (epoch !== null) return fromEpoch(text, Number(epoch[1]), epoch[2])
  const found = findTimes(text, hints)[0]
  return found === undefined ? null : { ...found, atText: text }
}

function fromEpoch(text: string, seconds: number, fraction: string | undefined): ReadTime {
  const whole = fraction === undefined && text.length === 13 ? Number(text) : seconds * 1_000
  const at = new Date(whole + Math.floor(Number(`0.${fraction ?? 0}`) * 1_000)).toISOString()
  return { at, atText: text, zoneKnown: true, trouble: null, wall: null }
}

/** "22.11.2026" alone, and "10:15 CET" alone: what two fields beside each other give together. */
export const dateAlone = (value: string): string | null =>
  dateForms.map((form) => form.exec(value.slice(0, 100))?.[0]).find((found) => found !== undefined) ?? null

export const clockAlone = (value: string): string | null =>
  clockForm.exec(value.trim().slice(0, 60))?.[0].trim() ?? null

function readMatch(match: RegExpExecArray, hints: TimeHints): ReadTime | null {
  const groups: Groups = match.groups ?? {}
  const date = dateOf(groups, hints)
  const wall = date === null ? null : clockOf(groups, date)
  if (date === null || wall === null) return null
  const { zone: foundZone, text } = zoneBehind(groups, match[0])
  const atText = text.trim().replace(/[,;]$/, '')
  const none = { at: null, atText, zoneKnown: foundZone !== null && foundZone !== 'ambiguous', wall: null }
  // Still of use where a year is found elsewhere.
  if (date.unsure === 'no-year' && foundZone !== null && foundZone !== 'ambiguous')
    return { ...none, trouble: 'no-year', wall, zone: foundZone }
  if (date.unsure !== null) return { ...none, trouble: date.unsure, wall: date.unsure === 'no-year' ? wall : null }
  if (foundZone === null) return { ...none, wall, trouble: 'no-zone' }
  if (foundZone === 'ambiguous') return { ...none, wall, trouble: 'ambiguous-zone' }
  const at = instantOf(wall, foundZone)
  return at === null ? null : { at, atText, zoneKnown: true, trouble: null, wall }
}

/** A word behind a time that is no zone ("10:00 FROM") belongs to the text again. */
function zoneBehind(groups: Groups, whole: string): { readonly zone: Zone; readonly text: string } {
  const text = groups['zone'] ?? groups['behind'] ?? ''
  const bare = text.slice(0, text.length - (groups['more'] ?? '').length)
  const told = moreOf(groups)
  const found =
    told ??
    (bare.trim() === '' ? null : zoneOf(bare.replace(/^\s{0,2},?\s{0,2}[([]?(?:in |[A-Za-zé' ]{3,25}, ?)?/, '')))
  return found === null && whole.endsWith(text)
    ? { zone: null, text: whole.slice(0, whole.length - text.length) }
    : { zone: found, text: whole }
}

/** "CST (UTC-6)", and "PM CST", which only North America writes. */
function moreOf(groups: Groups): KnownZone | null {
  const more = zoneOf(groups['more'] ?? '')
  if (more !== null && more !== 'ambiguous') return more
  return groups['half'] !== undefined && /^\W{0,4}cst\W{0,2}$/i.test(groups['zone'] ?? '') ? { minutes: -360 } : null
}

type DateParts = Pick<Wall, 'year' | 'month' | 'day'> & { readonly unsure: 'ambiguous-date' | 'no-year' | null }

function dateOf(groups: Groups, { order }: TimeHints): DateParts | null {
  const given = Number(groups['year'] ?? 0)
  const year = given > 0 && given < 100 ? 2_000 + given : given
  const day = Number(groups['day'])
  if (groups['first'] !== undefined)
    return numericDate(
      Number(groups['first']),
      Number(groups['second_']),
      year,
      groups['cut'] === '.' ? 'day-first' : order,
    )
  const month = groups['month'] === undefined ? Number(groups['monthNumber']) : monthOf(groups['month'])
  if (month === undefined || month < 1 || month > 12 || day < 1 || day > 31) return null
  return { year, month, day, unsure: year === 0 ? 'no-year' : null }
}

/** 04/05/2026 is April or May; with dots it is the day first, everywhere dots are used. */
function numericDate(first: number, second: number, year: number, order: TimeHints['order']): DateParts | null {
  const dayFirst = { year, day: first, month: second, unsure: null }
  const monthFirst = { year, day: second, month: first, unsure: null }
  if (Math.min(first, second) < 1 || Math.max(first, second) > 31 || Math.min(first, second) > 12) return null
  if (second > 12) return monthFirst
  if (first > 12 || first === second) return dayFirst
  if (order !== null) return order === 'day-first' ? dayFirst : monthFirst
  return { ...dayFirst, unsure: 'ambiguous-date' }
}

function clockOf(groups: Groups, { year, month, day }: DateParts): Wall | null {
  const half = groups['half']?.toLowerCase()[0]
  const given = Number(groups['hour'])
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  const [minute, second] = [Number(groups['minute'] ?? 0), Number(groups['second'] ?? 0)]
  const millisecond = Math.floor(Number(`0.${groups['fraction'] ?? '0'}`) * 1000)
  return hour > 23 || minute > 59 || second > 59 ? null : { year, month, day, hour, minute, second, millisecond }
}

/** The time in a zone that stands elsewhere in the report. */
export function inZone(time: ReadTime, zone: KnownZone | null): ReadTime {
  const at = time.trouble === 'no-zone' && zone !== null && time.wall !== null ? instantOf(time.wall, zone) : null
  return at === null ? time : { ...time, at, zoneKnown: true, trouble: null }
}
