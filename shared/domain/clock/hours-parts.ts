/** Reads the parts of one rule of opening hours: its season, its days and its times; each as far as teams use it. */

/** First and last day of a season as month * 100 + day; it may go over the end of the year. */
export type Season = readonly [from: number, to: number]

/** "We[2]": the second Wednesday of the month; -1 is the last. */
export interface NthDay {
  /** Monday is 0. */
  readonly weekday: number
  readonly nth: number
}

export interface Days {
  /** Monday is 0. Empty for a rule about holidays alone. */
  readonly days: readonly number[]
  readonly nthDays: readonly NthDay[]
  readonly holidays: boolean
}

/** Minutes since midnight; `to` is above 1440 where the span ends on the next day. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What was read and the text after it; null where it begins like such a part and is not understood. */
type Taken<T> = readonly [T, rest: string] | null

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const dayNames = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const everyDay = [0, 1, 2, 3, 4, 5, 6]
const midnight = 1440

const month = `(${monthNames.join('|')})`
const date = String.raw`(\d{1,2})(?![\d:.])`
const seasonForms: readonly RegExp[] = [
  new RegExp(`^${month} ${date}-${month} ${date}`),
  new RegExp(`^${month} ${date}-${date}`),
  new RegExp(`^${month} ${date}`),
  new RegExp(`^${month}-${month}(?! ${date})`),
  new RegExp(`^${month}(?!-)`),
]

/** "jul-aug", "jun 15-sep 15", "dec 24,dec 31", "mar"; no season is the whole year. */
export function takeSeasons(text: string): Taken<readonly Season[]> {
  const seasons: Season[] = []
  let rest = text
  while (new RegExp(`^${month}`).test(rest)) {
    const found = seasonForms.map((form) => form.exec(rest)).find((match) => match !== null)
    const season = found === undefined ? null : seasonOf(found)
    if (found === undefined || season === null) return null
    seasons.push(season)
    rest = rest.slice(found[0].length)
    if (/^,[a-z]{3}/.test(rest)) rest = rest.slice(1)
  }
  return seasons.length === 0 ? [seasons, text] : afterPart(seasons, rest)
}

function seasonOf([, firstMonth = '', ...more]: RegExpExecArray): Season | null {
  const numbers = more.filter((part) => /^\d/.test(part)).map(Number)
  const lastMonth = more.find((part) => /^[a-z]/.test(part)) ?? firstMonth
  const from = dateOf(firstMonth, numbers[0] ?? 1)
  const to = dateOf(lastMonth, numbers.at(-1) ?? daysOfMonth(monthNames.indexOf(lastMonth) + 1))
  return from === null || to === null ? null : [from, to]
}

function dateOf(name: string, day: number): number | null {
  const number = monthNames.indexOf(name) + 1
  return day < 1 || day > daysOfMonth(number) ? null : number * 100 + day
}

/** In a leap year, as 29 February must be sayable. */
const daysOfMonth = (number: number): number => [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1] ?? 31

const afterPart = <T>(value: T, rest: string): Taken<T> =>
  rest === '' || /^:? /.test(rest) || rest === ':' ? [value, rest.replace(/^:? ?/, '')] : null

/** "mo-fr", "mo,we-fr,ph", "we[2]", "fr[-1]", "mo[1,3]"; no days are all days, holidays not meant. */
export function takeDays(text: string): Taken<Days> {
  if (!/^[a-z]{2}(?![a-z])/.test(text)) return [{ days: everyDay, nthDays: [], holidays: false }, text]
  const days = new Set<number>()
  const nthDays: NthDay[] = []
  let holidays = false
  let rest = text
  for (let more = true; more;) {
    const part = /^([a-z]{2})(?:-([a-z]{2})|\[([-\d,]{1,20})\])?(?![a-z[-])/.exec(rest)
    if (part === null) return null
    const [whole, first = '', last, nth] = part
    const range = dayRange(first, last ?? first)
    if (first === 'ph' && last === undefined && nth === undefined) holidays = true
    else if (range === null) return null
    else if (nth === undefined) for (const day of range) days.add(day)
    else if (!addNth(nthDays, dayNames.indexOf(first), nth)) return null
    more = rest.charAt(whole.length) === ','
    rest = rest.slice(whole.length + (more ? 1 : 0))
  }
  return afterPart({ days: [...days], nthDays, holidays }, rest)
}

function addNth(found: NthDay[], weekday: number, text: string): boolean {
  for (const part of text.split(',')) {
    const [, from, to] = /^(-?[1-5])(?:-([1-5]))?$/.exec(part) ?? []
    if (from === undefined || (to !== undefined && Number(to) < Number(from)) || (to !== undefined && from < '0'))
      return false
    for (let nth = Number(from); nth <= Number(to ?? from); nth++) found.push({ weekday, nth })
  }
  return true
}

/** "fr-mo" goes over the week's end. */
function dayRange(from: string, to: string): readonly number[] | null {
  const [first, last] = [dayNames.indexOf(from), dayNames.indexOf(to)]
  if (first < 0 || last < 0) return null
  return everyDay.map((day) => (first + day) % 7).slice(0, ((last - first + 7) % 7) + 1)
}

/** "09:00-12:00,13:00-17:00", "22:00-06:00", "off", "open" or nothing: the whole day. Sorted. */
export function readSpans(text: string): readonly Span[] | null {
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
  const isTime = fromHour !== undefined && Number(fromMinute) < 60 && Number(toMinute) < 60
  if (!isTime || from >= midnight || until > 2 * midnight) return null
  return { from, to: until > from ? until : until + midnight }
}
