/** Splits a sentence about hours into days, time spans, breaks and seasons, in five languages. */
import { monthNumber } from './dates.ts'
import { spansIn, withFigures } from './hour-spans.ts'

export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export type Day = (typeof DAYS)[number]

const DAY_NAMES: readonly (readonly [Day, RegExp])[] = [
  ['Mo', /^(?:mon(?:day)?s?|lunes|lundis?|montags?|mo|segunda(?:s|-feira|s-feiras)?|lun|lu|seg|l)$/i],
  ['Tu', /^(?:tue(?:s(?:day)?)?s?|martes|mardis?|dienstags?|di|terça(?:s|-feira|s-feiras)?|ter|mar|ma|tu)$/i],
  [
    'We',
    /^(?:wed(?:nesday)?s?|miércoles|miercoles|mercredis?|mittwochs?|mi|quarta(?:s|-feira|s-feiras)?|mié|mie|mer|me|qua|we|x)$/i,
  ],
  [
    'Th',
    /^(?:thu(?:rs?(?:day)?)?s?|jueves|jeudis?|donnerstags?|do|quinta(?:s|-feira|s-feiras)?|jue|jeu|je|ju|qui|th)$/i,
  ],
  ['Fr', /^(?:fri(?:day)?s?|viernes|vendredis?|freitags?|fr|sexta(?:s|-feira|s-feiras)?|vie|ven|ve|vi|sex|v)$/i],
  ['Sa', /^(?:sat(?:urday)?s?|sábados?|sabados?|samedis?|samstags?|sonnabends?|sa|sáb|sab|sam)$/i],
  ['Su', /^(?:sun(?:day)?s?|domingos?|dimanches?|sonntags?|so|dom|dim|su)$/i],
]
/** Short days are words elsewhere ("so", "do", "mar", "sex"): they count only beside another day. */
const SHORT_DAYS =
  /^(?:mo|di|mi|do|fr|sa|so|lu|ma|me|je|ju|ve|vi|mar|mer|mie|mié|ven|vie|jue|jeu|sam|sab|sáb|dom|dim|lun|seg|ter|qua|qui|sex|tu|we|th|su|l|x|v)$/i

export type HourToken =
  | { readonly kind: 'days' | 'closed'; readonly days: readonly Day[]; readonly at: number }
  /** Minutes since midnight; a break cuts the spans before it. */
  | { readonly kind: 'span' | 'break'; readonly from: number; readonly to: number; readonly at: number }
  /** Null: the rest of the year; unknown: "in summer" without dates. */
  | { readonly kind: 'season'; readonly season: Season | 'unknown' | null; readonly at: number }

export interface Season {
  readonly from: { readonly month: number; readonly day: number }
  readonly to: { readonly month: number; readonly day: number }
}

const dayOf = (word: string): Day | null =>
  DAY_NAMES.find(([, names]) => names.test(word.replace(/\.$/, '')))?.[0] ?? null

function range(from: Day, to: Day): readonly Day[] {
  const [a, b] = [DAYS.indexOf(from), DAYS.indexOf(to)]
  return a <= b ? DAYS.slice(a, b + 1) : [...DAYS.slice(a), ...DAYS.slice(0, b + 1)]
}

const WORD = /\p{L}{1,13}(?:-feiras?)?\.?/giu
const RANGE_JOINT =
  /^[\s,]{0,2}(?:-|–|—|to|till|until|through|thru|a|à|au|bis|ao|à|até|al|hasta)[\s,]{0,2}(?:the |el )?$/i
const LIST_JOINT = /^\s?(?:,|&|\/|and|y|et|und|e|,\s?and)\s?$/i
/** "Closed on Fridays", "except Sunday": the day is taken away. */
const CLOSED_BEFORE =
  /(?:closed|except|excluding|not open|not staffed|nobody|no service|cerrado|salvo|excepto|excluidos?|fermé\w{0,2}|sauf|geschlossen|außer|ausgenommen|encerrado|fechado|exceto)\b[^.;\d]{0,24}$/i

const isClosed = (text: string, at: number): boolean => CLOSED_BEFORE.test(text.slice(Math.max(0, at - 40), at))

function daysIn(text: string): readonly HourToken[] {
  const words = [...text.matchAll(WORD)].flatMap((match) => {
    const day = dayOf(match[0])
    return day ? [{ day, word: match[0].replace(/\.$/, ''), at: match.index, end: match.index + match[0].length }] : []
  })
  const tokens: { days: readonly Day[]; at: number; end: number; last: Day; short: boolean }[] = []
  for (const { day, word, at, end } of words) {
    const open = tokens.at(-1)
    const joint = open ? text.slice(open.end, at) : ''
    const joined =
      open && joint.length < 12
        ? RANGE_JOINT.test(joint)
          ? range(open.last, day)
          : LIST_JOINT.test(joint)
            ? [day]
            : null
        : null
    if (open && joined)
      Object.assign(open, { days: [...new Set([...open.days, ...joined])], end, last: day, short: false })
    else {
      // "Fr 9.00": a short name that stands before a time is a day where others were named.
      const beforeTime = tokens.length > 0 && /^\p{Lu}/u.test(word) && /^\.?:?\s{0,2}\d/.test(text.slice(end, end + 5))
      tokens.push({ days: [day], at, end, last: day, short: SHORT_DAYS.test(word) && !beforeTime })
    }
  }
  return tokens
    .filter(({ short }) => !short)
    .map(({ days, at }) => ({
      kind: isClosed(text, at) ? 'closed' : 'days',
      days: DAYS.filter((day) => days.includes(day)),
      at,
    }))
}

const WORKDAYS =
  /\b(?:weekdays|week days|(?:on )?(?:working|business|work) days|workdays|working week|días (?:laborables|hábiles|de semana)|jours (?:ouvr(?:és|ables)|de (?:la )?semaine)|en semaine|(?:an )?werktag(?:en|s)|wochentags|an wochentagen|arbeitstage\w?|dias (?:úteis|de semana))(?!\p{L})/giu
const EVERY_DAY =
  /(?<!\p{L})(?:every day|daily|seven days a week|7 days a week|all week|todos los días|tous les jours|täglich|todos os dias)(?!\p{L})/giu
const WEEKEND = /(?<!\p{L})(?:week-?ends?|fines? de semana|wochenenden?|fins de semana|fim de semana)(?!\p{L})/giu

const phraseDays = (text: string, pattern: RegExp, days: readonly Day[]): readonly HourToken[] =>
  [...text.matchAll(pattern)].map((match) => ({
    kind: isClosed(text, match.index) ? 'closed' : 'days',
    days,
    at: match.index,
  }))

const TO = String.raw`(?:to|until|till|through|-|–|—|a|al|au|bis(?: zum)?|até|ao|hasta(?: el)?|and|und|et|y|e)`
const DAY_FIRST = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s(?:of\s|de\s)?(\p{L}{3,10})`
const SEASON_DAY_FIRST = new RegExp(
  String.raw`${DAY_FIRST}\s?${TO}\s?(?:the\s|el\s|zum\s|le\s|dem\s|den\s|o\s)?${DAY_FIRST}`,
  'giu',
)
const SEASON_MONTH_FIRST = new RegExp(
  String.raw`(\p{L}{3,10})\s(\d{1,2})(?:st|nd|rd|th)?\s?${TO}\s?(\p{L}{3,10})\s(\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d)`,
  'giu',
)
const SEASON_FIGURES = /(?<!\d)(\d{1,2})\.(\d{1,2})\.?\s?(?:-|–|bis(?: zum)?)\s?(\d{1,2})\.(\d{1,2})\.(?!\d)/g
const SEASON_MONTHS = new RegExp(
  String.raw`(?:\b(?:from|during|von|de|in|im|en|em|between|entre|zwischen|durante|pendant|desde|from|months of|meses de|mois de)\s|\()(?:mid-)?(\p{L}{3,10})\s?(?:to|until|through|a|au|à|bis|até|hasta|and|und|et|y|e|-|–)\s?(\p{L}{3,10})(?!\p{L}|\s\d{1,2}(?!\d|:|[.h]))`,
  'giu',
)
const SEASON_ONE =
  /\b(?:in|during|im|en|em|au mois d[e']|durante|me[sz] de|mês de|mois d[e']|month of|monat)\s?(\p{L}{3,10})(?!\p{L}|\s\d)/giu
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const lastDay = (month: number): number => LAST_DAYS[month - 1] ?? 31

interface Dated extends Season {
  readonly at: number
  readonly end: number
}

const day = (month: number, date: number) => ({ month, day: date })

function exactSeasons(text: string): readonly Dated[] {
  const span = (m: RegExpMatchArray) => ({ at: m.index ?? 0, end: (m.index ?? 0) + m[0].length })
  const dayFirst = [...text.matchAll(SEASON_DAY_FIRST)].map((m) => ({
    ...span(m),
    from: day(monthNumber(m[2] ?? ''), Number(m[1])),
    to: day(monthNumber(m[4] ?? ''), Number(m[3])),
  }))
  const monthFirst = [...text.matchAll(SEASON_MONTH_FIRST)].map((m) => ({
    ...span(m),
    from: day(monthNumber(m[1] ?? ''), Number(m[2])),
    to: day(monthNumber(m[3] ?? ''), Number(m[4])),
  }))
  const figures = [...text.matchAll(SEASON_FIGURES)].map((m) => ({
    ...span(m),
    from: day(Number(m[2]), Number(m[1])),
    to: day(Number(m[4]), Number(m[3])),
  }))
  return [...dayFirst, ...monthFirst, ...figures]
}

function monthSeasons(text: string): readonly Dated[] {
  const whole = (m: RegExpMatchArray, first: number, last: number): Dated => ({
    at: m.index ?? 0,
    end: (m.index ?? 0) + m[0].length,
    from: day(first, 1),
    to: day(last, lastDay(last)),
  })
  return [
    ...[...text.matchAll(SEASON_MONTHS)].map((m) => whole(m, monthNumber(m[1] ?? ''), monthNumber(m[2] ?? ''))),
    ...[...text.matchAll(SEASON_ONE)].map((m) => whole(m, monthNumber(m[1] ?? ''), monthNumber(m[1] ?? ''))),
  ]
}

/** Parts of the year with their days or months named, in order, none over another. */
export function datedSeasons(text: string): readonly Dated[] {
  const exact = exactSeasons(text).filter(isReal)
  const months = monthSeasons(text)
    .filter(isReal)
    .filter(({ at, end }) => !exact.some((one) => at < one.end && end > one.at))
  return [...exact, ...months].filter(
    (one, index, all) => all.findIndex((other) => one.at < other.end && one.end > other.at) === index,
  )
}

const isReal = ({ from, to }: Season): boolean =>
  [from, to].every(({ month, day: date }) => month >= 1 && month <= 12 && date >= 1 && date <= lastDay(month))
const SUMMER =
  /(?<!\p{L})(?:summer(?: ?time)?|verano|été|sommer(?:zeit)?|verão|horario intensivo|jornada intensiva)(?!\p{L})/giu
const REST =
  /(?<!\p{L})(?:rest of the year|otherwise|winter(?: ?time)?|resto del año|invierno|reste de l['’]année|hiver|übrigen? (?:zeit|monate)|sonst|resto do ano|inverno)(?!\p{L})/giu
const NAMED_NEAR = 80

function seasonsIn(text: string): readonly HourToken[] {
  const dated = datedSeasons(text)
  const near = (at: number): boolean => dated.some((one) => Math.abs(one.at - at) < NAMED_NEAR)
  const loose = (pattern: RegExp, season: 'unknown' | null): readonly HourToken[] =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !near(index))
      .map(({ index }) => ({ kind: 'season', season, at: index }))
  return [
    ...dated.map(({ at, from, to }): HourToken => ({ kind: 'season', season: { from, to }, at })),
    ...loose(SUMMER, 'unknown'),
    ...loose(REST, null),
  ]
}

/** Days, spans and seasons in the order in which they are printed. */
export function hourTokens(source: string): readonly HourToken[] {
  const text = withFigures(source)
  return [
    ...spansIn(text),
    ...daysIn(text),
    ...phraseDays(text, WORKDAYS, DAYS.slice(0, 5)),
    ...phraseDays(text, EVERY_DAY, DAYS),
    ...phraseDays(text, WEEKEND, DAYS.slice(5)),
    ...seasonsIn(text),
  ].sort((a, b) => a.at - b.at)
}
