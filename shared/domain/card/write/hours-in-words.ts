/** Says opening hours of OpenStreetMap in words that any reader of a team description understands. */
import { word } from '../../../words/say.ts'
import { capital } from './own-facts.ts'

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 2024 began on a Monday. */
const dayName = (day: string): string =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)))
const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, MONTHS.indexOf(month), 1))

const DAY = `(?:${DAYS.join('|')})`
const MONTH = `(?:${MONTHS.join('|')})`
const SPAN = String.raw`\d{1,2}:\d{2}-\d{1,2}:\d{2}`
const RULE = new RegExp(
  `^(?:(${MONTH})(?: (\\d{1,2}))?(?:-(${MONTH})(?: (\\d{1,2}))?)?:? )?(${DAY}(?:[,-]${DAY}){0,6})?:? ?(${SPAN}(?:, ?${SPAN}){0,5})$`,
)

/** "Mo-Fr" as "Monday to Friday", "Mo,We-Fr" as "Monday, Wednesday to Friday". */
const daysInWords = (days: string): string =>
  days
    .split(',')
    .map((part) => part.split('-').map(dayName).join(' to '))
    .join(', ')

const spansInWords = (spans: string): string => spans.split(/, ?/).join(` ${word('en', 'own-and')} `)

function ruleInWords(rule: string): string | null {
  const [, from, fromDay, to = from, toDay, days, spans] = RULE.exec(rule) ?? []
  if (spans === undefined) return null
  const hours = `${days === undefined || days === 'Mo-Su' ? word('en', 'own-every-day') : daysInWords(days)} ${spansInWords(spans)}`
  if (from === undefined || to === undefined) return capital(hours)
  if (from === to && !fromDay) return capital(word('en', 'own-hours-in-month', { month: monthName(from), hours }))
  const edge = (month: string, day: string | undefined) =>
    day ? `${Number(day)} ${monthName(month)}` : monthName(month)
  return capital(word('en', 'own-hours-in-season', { from: edge(from, fromDay), to: edge(to, toDay), hours }))
}

/** One sentence a rule, or null for what has no plain words (rules for holidays, closed days). */
export function hoursInWords(osm: string): readonly string[] | null {
  const rules = osm.split(';').map((rule) => rule.trim())
  const said = rules.filter((rule) => rule !== 'PH off').map(ruleInWords)
  const whole = said.flatMap((rule) => rule ?? [])
  if (whole.length === 0 || whole.length < said.length) return null
  return rules.includes('PH off') ? [...whole, word('en', 'own-holidays-off')] : whole
}
