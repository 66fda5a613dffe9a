/** Reads opening hours in the part of OpenStreetMap's opening_hours that teams use, and says what holds on a day. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'

/** Minutes since midnight; `to` is above 1440 where the span ends on the next day. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface HoursRule {
  /** Monday is 0. Empty for a rule about holidays alone. */
  readonly days: readonly number[]
  readonly holidays: boolean
  /** First and last day of a season as month * 100 + day; null for the whole year. */
  readonly season: readonly [number, number] | null
  /** None: closed. */
  readonly spans: readonly Span[]
}

export interface Hours {
  readonly osm: string
  /** Later rules replace earlier ones for the days that they name, as OpenStreetMap has it. */
  readonly rules: readonly HoursRule[]
}

const dayNames = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const everyDay = [0, 1, 2, 3, 4, 5, 6]
const midnight = 1440

/**
 * "Mo-Fr 09:00-19:00; PH off", "24/7", "Mo,We 08:00-12:00,14:00-18:00", "22:00-06:00", "Jul-Aug Mo-Fr 08:00-15:00", "Sa off".
 * Refused with `hours-not-read` where anything else stands in it: half-read hours would make a wrong promise.
 */
export function parseHours(osm: string): Result<Hours, Saying> {
  const texts = osm
    .trim()
    .slice(0, 500)
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '')
  const rules = texts.map(ruleOf)
  const read = rules.flatMap((rule) => rule ?? [])
  return read.length === 0 || read.length < rules.length || osm.length > 500
    ? fail(saying('hours-not-read', { text: osm.slice(0, 80) }))
    : ok({ osm: osm.trim(), rules: read })
}

function ruleOf(text: string): HoursRule | null {
  if (text === '24/7') return { days: everyDay, holidays: true, season: null, spans: [{ from: 0, to: midnight }] }
  const words = text
    .toLowerCase()
    .replaceAll(/\s{0,5}([-–,])\s{0,5}/g, (_, sign: string) => (sign === ',' ? ',' : '-'))
    .split(/\s+/)
  const [season, afterSeason] = seasonOf(words)
  const [days, rest] = daysOf(afterSeason)
  const spans = spansOf(rest)
  if (season === undefined || days === undefined || spans === null) return null
  return { ...days, season, spans }
}

type Taken<T> = readonly [T | undefined, readonly string[]]

/** "jul-aug", "jun 15-sep 15": undefined where a month stands and the rest is not understood. */
function seasonOf(words: readonly string[]): Taken<readonly [number, number] | null> {
  const [first = '', second = '', third = ''] = words
  const months = /^([a-z]{3})(?:-([a-z]{3}))?:?$/.exec(first)
  const [from, to] = [monthNames.indexOf(months?.[1] ?? ''), monthNames.indexOf(months?.[2] ?? months?.[1] ?? '')]
  if (from < 0) return [null, words]
  if (!/^\d/.test(second))
    return to < 0 ? [undefined, words] : [[(from + 1) * 100 + 1, (to + 1) * 100 + 31], words.slice(1)]
  const [, startDay, endMonth = ''] = /^(\d{1,2})-([a-z]{3})$/.exec(second) ?? []
  const end = monthNames.indexOf(endMonth)
  if (startDay === undefined || end < 0 || !/^\d{1,2}:?$/.test(third)) return [undefined, words]
  return [[(from + 1) * 100 + Number(startDay), (end + 1) * 100 + Number.parseInt(third, 10)], words.slice(3)]
}

/** "mo-fr", "mo,we-fr,ph"; no days mean every day, holidays not meant. */
function daysOf(words: readonly string[]): Taken<Pick<HoursRule, 'days' | 'holidays'>> {
  const [first = ''] = words
  if (!/^[a-z]{2}(?:[-,:]|$)/.test(first)) return [{ days: everyDay, holidays: false }, words]
  const parts = first.replace(/:$/, '').split(',')
  const days = parts.filter((part) => part !== 'ph').map(dayRange)
  if (days.some((range) => range === null)) return [undefined, words]
  return [{ days: [...new Set(days.flatMap((range) => range ?? []))], holidays: parts.includes('ph') }, words.slice(1)]
}

/** "fr-mo" goes over the week's end. */
function dayRange(text: string): readonly number[] | null {
  const [from = '', to = from] = text.split('-')
  const [first, last] = [dayNames.indexOf(from), dayNames.indexOf(to)]
  if (first < 0 || last < 0 || text.split('-').length > 2) return null
  return everyDay.map((day) => (first + day) % 7).slice(0, ((last - first + 7) % 7) + 1)
}

function spansOf(words: readonly string[]): readonly Span[] | null {
  const text = words.join(' ')
  if (text === 'off' || text === 'closed') return []
  if (text === '' || text === 'open') return [{ from: 0, to: midnight }]
  const spans = text.split(',').map(spanOf)
  return spans.some((span) => span === null)
    ? null
    : spans.flatMap((span) => span ?? []).sort((a, b) => a.from - b.from)
}

function spanOf(text: string): Span | null {
  const [, fromHour, fromMinute, toHour, toMinute] = /^(\d{1,2})[:.](\d{2})-(\d{1,2})[:.](\d{2})$/.exec(text) ?? []
  const from = Number(fromHour) * 60 + Number(fromMinute)
  const until = Number(toHour) * 60 + Number(toMinute)
  if (
    fromHour === undefined ||
    from >= midnight ||
    until > 2 * midnight ||
    Number(fromMinute) > 59 ||
    Number(toMinute) > 59
  )
    return null
  return { from, to: until > from ? until : until + midnight }
}

/** A day of the calendar, as the hours look at it. */
export interface Day {
  readonly month: number
  readonly day: number
  /** Monday is 0. */
  readonly weekday: number
  readonly closure: boolean
}

/**
 * The spans that begin on a day. On a closure (a holiday, or a day that the team is closed) only a rule about holidays opens;
 * "24/7" is one, because a service that never closes does not close then either.
 */
export function spansOn({ rules }: Hours, { month, day, weekday, closure }: Day): readonly Span[] {
  const date = month * 100 + day
  const rule = rules.findLast(
    ({ days, holidays, season }) =>
      (closure ? holidays : days.includes(weekday)) && (season === null || inSeason(date, season)),
  )
  return rule?.spans ?? []
}

const inSeason = (date: number, [from, to]: readonly [number, number]): boolean =>
  from <= to ? date >= from && date <= to : date >= from || date <= to
