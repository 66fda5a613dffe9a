/** Splits a sentence about hours into days, time spans and seasons, in five languages. */
import { monthNumber } from './dates.ts'

export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export type Day = (typeof DAYS)[number]

const DAY_NAMES: readonly (readonly [Day, RegExp])[] = [
  ['Mo', /^(?:mon(?:day)?s?|lunes|lundi|montags?|mo|segunda(?:-feira)?|lun)$/i],
  ['Tu', /^(?:tue(?:s(?:day)?)?s?|martes|mardi|dienstags?|di|terça(?:-feira)?)$/i],
  ['We', /^(?:wed(?:nesday)?s?|miércoles|miercoles|mercredi|mittwochs?|mi|quarta(?:-feira)?)$/i],
  ['Th', /^(?:thu(?:rs?(?:day)?)?s?|jueves|jeudi|donnerstags?|do|quinta(?:-feira)?)$/i],
  ['Fr', /^(?:fri(?:day)?s?|viernes|vendredi|freitags?|fr|sexta(?:-feira)?|vie)$/i],
  ['Sa', /^(?:sat(?:urday)?s?|sábados?|sabados?|samedi|samstags?|sonnabends?|sa)$/i],
  ['Su', /^(?:sun(?:day)?s?|domingos?|dimanche|sonntags?|so)$/i],
]
/** Two-letter German days are words elsewhere ("so", "do", "mi"): they count only beside another day. */
const SHORT_DAYS = /^(?:mo|di|mi|do|fr|sa|so)$/i

export type HourToken =
  | { readonly kind: 'days'; readonly days: readonly Day[]; readonly at: number }
  | { readonly kind: 'span'; readonly span: string; readonly at: number }
  | { readonly kind: 'season'; readonly season: Season; readonly at: number }

export interface Season {
  readonly from: { readonly month: number; readonly day: number }
  readonly to: { readonly month: number; readonly day: number }
}

const TIME = String.raw`(\d{1,2})(?:\s?[:.h]\s?(\d{2})(?!\d))?\s?(h(?:rs?|ours?)?\b|a\.?\s?m\b\.?|p\.?\s?m\b\.?|uhr\b|horas\b|heures\b)?`
const SPAN = new RegExp(
  String.raw`(?<![\d.:/+-])${TIME}\s?(?:-|–|—|to|until|till|through|and|a|à|às|as|ate|até|bis|y|et|h?-h?)\s?(?:las?\s|the\s)?${TIME}(?![\d/])`,
  'giu',
)

const minutesOf = (hour: string, minute: string | undefined, suffix: string | undefined): number | null => {
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  const half = /^p/i.test(suffix ?? '') && h < 12 ? 12 : /^a/i.test(suffix ?? '') && h === 12 ? -12 : 0
  const total = (h + half) * 60 + m
  return h <= 24 && m < 60 && total <= 24 * 60 ? total : null
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function spansIn(text: string): readonly HourToken[] {
  return [...text.matchAll(SPAN)].flatMap((match): readonly HourToken[] => {
    const [, h1, m1, s1, h2, m2, s2] = match
    // Bare figures ("2 to 4") are hours only where one of them looks like a time of day.
    if (
      !m1 &&
      !m2 &&
      !s1 &&
      !s2 &&
      !/(?:from|von|de|desde|das|between)\s$/i.test(text.slice(Math.max(0, match.index - 8), match.index))
    )
      return []
    const from = minutesOf(h1 ?? '', m1, s1 ?? (/^[ap]/i.test(s2 ?? '') && Number(h1) > Number(h2) ? undefined : s1))
    const to = minutesOf(h2 ?? '', m2, s2)
    return from === null || to === null || from === to
      ? []
      : [{ kind: 'span', span: `${clock(from)}-${clock(to)}`, at: match.index }]
  })
}

const dayOf = (word: string): Day | null =>
  DAY_NAMES.find(([, names]) => names.test(word.replace(/\.$/, '')))?.[0] ?? null

function range(from: Day, to: Day): readonly Day[] {
  const [a, b] = [DAYS.indexOf(from), DAYS.indexOf(to)]
  return a <= b ? DAYS.slice(a, b + 1) : [...DAYS.slice(a), ...DAYS.slice(0, b + 1)]
}

const WORD = /\p{L}{2,13}(?:-feira)?\.?/giu
const RANGE_JOINT = /^[\s,]{0,2}(?:-|–|—|to|till|until|through|thru|a|à|au|bis|ao|até|al|hasta)[\s,]{0,2}(?:the )?$/i
const LIST_JOINT = /^\s?(?:,|&|\/|and|y|et|und|e|,\s?and)\s?$/i

function daysIn(text: string): readonly HourToken[] {
  const words = [...text.matchAll(WORD)].flatMap((match) => {
    const day = dayOf(match[0])
    return day ? [{ day, word: match[0], at: match.index, end: match.index + match[0].length }] : []
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
    else tokens.push({ days: [day], at, end, last: day, short: SHORT_DAYS.test(word) })
  }
  return tokens
    .filter(({ short }) => !short)
    .map(({ days, at }) => ({ kind: 'days', days: DAYS.filter((day) => days.includes(day)), at }))
}

const WORKDAYS =
  /\b(?:weekdays|week days|(?:on )?(?:working|business|work) days|workdays|días laborables|días hábiles|jours ouvr(?:és|ables)|an werktagen|werktags|arbeitstage\w?|dias úteis)\b/gi
const EVERY_DAY =
  /\b(?:every day|daily|seven days a week|7 days a week|todos los días|tous les jours|täglich|todos os dias)\b/gi

const phraseDays = (text: string, pattern: RegExp, days: readonly Day[]): readonly HourToken[] =>
  [...text.matchAll(pattern)].map((match) => ({ kind: 'days', days, at: match.index }))

const SEASON_DAY_FIRST =
  /(\d{1,2})(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?(\p{L}{3,10})\s(?:to|until|till|through|-|–|a|al|au|bis|até|hasta)\s(?:the\s|el\s)?(\d{1,2})(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?(\p{L}{3,10})/giu
const SEASON_MONTHS =
  /(?:from|during|von|de|in)\s(\p{L}{3,10})\s(?:to|until|till|through|a|au|bis|até|hasta)\s(\p{L}{3,10})/giu
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const lastDay = (month: number): number => LAST_DAYS[month - 1] ?? 31

function seasonsIn(text: string): readonly HourToken[] {
  const exact = [...text.matchAll(SEASON_DAY_FIRST)].map((m) => ({
    at: m.index,
    from: { month: monthNumber(m[2] ?? ''), day: Number(m[1]) },
    to: { month: monthNumber(m[4] ?? ''), day: Number(m[3]) },
  }))
  const months = [...text.matchAll(SEASON_MONTHS)].map((m) => {
    const end = monthNumber(m[2] ?? '')
    return { at: m.index, from: { month: monthNumber(m[1] ?? ''), day: 1 }, to: { month: end, day: lastDay(end) } }
  })
  return [...exact, ...months]
    .filter(({ from, to }) => from.month > 0 && to.month > 0)
    .map(({ at, from, to }) => ({ kind: 'season', season: { from, to }, at }))
}

/** Days, spans and seasons in the order in which they are printed. */
export function hourTokens(text: string): readonly HourToken[] {
  const workdays = phraseDays(text, WORKDAYS, DAYS.slice(0, 5))
  return [
    ...spansIn(text),
    ...daysIn(text),
    ...workdays,
    ...phraseDays(text, EVERY_DAY, DAYS),
    ...seasonsIn(text),
  ].sort((a, b) => a.at - b.at)
}
