/**
 * Reads opening hours in the part of OpenStreetMap's opening_hours that teams use, and says what holds on a day. Our own, and not
 * the package of that name: it reckons in the zone of the machine that it runs on, and a team's hours hold in the team's.
 */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import { readSpans, takeDays, takeSeasons, type Days, type Season, type Span } from './hours-parts.ts'

export type { Span } from './hours-parts.ts'

export interface HoursRule extends Days {
  /** Empty: the whole year. */
  readonly seasons: readonly Season[]
  /** None: closed. */
  readonly spans: readonly Span[]
  /** After a comma: comes on top of the rules before it ("Mo-Fr 09:00-12:00, We 14:00-18:00"). */
  readonly adds: boolean
}

export interface Hours {
  readonly osm: string
  /** Later rules replace earlier ones for the days that they name, as OpenStreetMap has it. */
  readonly rules: readonly HoursRule[]
}

const midnight = 1440

/**
 * "Mo-Fr 09:00-19:00; PH off", "24/7", "Mo,We 08:00-12:00,14:00-18:00", "22:00-06:00", "Jul-Aug Mo-Fr 08:00-15:00", "We[2] off",
 * "PH 09:00-12:00", "Dec 24,Dec 31 09:00-13:00". Refused with `hours-not-read` where anything else stands in it: half-read hours
 * would make a wrong promise.
 */
export function parseHours(osm: string): Result<Hours, Saying> {
  const rules = osm.length > 500 ? [] : rulesOf(osm)
  const read = rules.flatMap((rule) => rule ?? [])
  return read.length === 0 || read.length < rules.length
    ? fail(saying('hours-not-read', { text: osm.slice(0, 80) }))
    : ok({ osm: osm.trim(), rules: read })
}

function rulesOf(osm: string): readonly (HoursRule | null)[] {
  const texts = osm.toLowerCase().split(';')
  return texts
    .map(tidy)
    .filter((text) => text !== '')
    .flatMap((text) =>
      // A comma between a time and a name parts two rules; one between two times or two names does not.
      text.split(/(?<=[:.]\d\d|off|closed),(?=[a-z])/).map((part, index) => ruleOf(part, index > 0)),
    )
}

const tidy = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([-–,]) ?/g, (_, sign: string) => (sign === ',' ? ',' : '-'))

function ruleOf(text: string, adds: boolean): HoursRule | null {
  if (text === '24/7')
    return { days: [0, 1, 2, 3, 4, 5, 6], nthDays: [], holidays: true, seasons: [], spans: wholeDay, adds }
  const season = takeSeasons(text)
  const days = season === null ? null : takeDays(season[1])
  const spans = days === null ? null : readSpans(days[1])
  if (season === null || days === null || spans === null) return null
  return { ...days[0], seasons: season[0], spans, adds }
}

const wholeDay: readonly Span[] = [{ from: 0, to: midnight }]

/** A day of the calendar, as the hours look at it. */
export interface Day {
  readonly month: number
  readonly day: number
  /** Monday is 0. */
  readonly weekday: number
  readonly closure: boolean
  /** Of the month; needed where the hours name the last weekday of a month ("Fr[-1]"). */
  readonly daysInMonth?: number
}

/**
 * The spans that begin on a day. On a closure (a holiday, or a day that the team is closed) only a rule about holidays opens;
 * "24/7" is one, because a service that never closes does not close then either.
 */
export function spansOn({ rules }: Hours, day: Day): readonly Span[] {
  const last = rules.findLastIndex((rule) => holdsOn(rule, day))
  const rule = rules[last]
  if (rule === undefined) return []
  if (!rule.adds) return rule.spans
  const first = rules.findLastIndex((one, index) => index < last && !one.adds && holdsOn(one, day))
  return rules
    .slice(Math.max(first, 0), last + 1)
    .filter((one) => holdsOn(one, day))
    .flatMap(({ spans }) => spans)
    .sort((a, b) => a.from - b.from)
}

const holdsOn = (rule: HoursRule, day: Day): boolean =>
  (day.closure ? rule.holidays : rule.days.includes(day.weekday) || isNth(rule, day)) &&
  (rule.seasons.length === 0 || rule.seasons.some((season) => inSeason(day.month * 100 + day.day, season)))

const isNth = ({ nthDays }: HoursRule, { weekday, day, daysInMonth = 31 }: Day): boolean =>
  nthDays.some(
    (one) =>
      one.weekday === weekday &&
      (one.nth > 0 ? Math.ceil(day / 7) === one.nth : -Math.ceil((daysInMonth - day + 1) / 7) === one.nth),
  )

const inSeason = (date: number, [from, to]: Season): boolean =>
  from <= to ? date >= from && date <= to : date >= from || date <= to
