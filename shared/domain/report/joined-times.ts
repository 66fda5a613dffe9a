/** Puts a date and a clock together that stand apart: in one sentence, under a heading with the day, or as seconds since 1970 in a log. */
import { dateForms, clockForm } from './time-forms.ts'
import { findTimes, readTime, type FoundTime, type ReadTime, type TimeHints } from './times.ts'

const clocks = /(?<![\d:./\w+-])\d{1,2}(?::|\s?h\s?)\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?![\d:])/g
const mostClocks = 4
const longest = 1_000

const dayWords: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}])(?:today|this morning|heute|hoy|aujourd['’]hui|ce matin|hoje)(?![\p{L}])/iu, 0],
  [/(?<![\p{L}])(?:yesterday|last night|gestern|ayer|hier|ontem)(?![\p{L}])/iu, 1],
]

export interface DayBefore {
  /** A date of the lines before, as written; null where there was none, or it had its own clock. */
  readonly day: string | null
  /** UTC ISO of the mail. */
  readonly sentAt: string | null
}

/** The first date of a line that has no clock beside it is the day of the clocks of that line. */
export function joinedTimes(given: string, hints: TimeHints, { day, sentAt }: DayBefore): readonly FoundTime[] {
  const line = given.slice(0, longest)
  if (!/\d(?::|\s?h\s?)\d{2}/.test(line)) return []
  const own = dateIn(line)
  const isLog = /^\W{0,4}\d{2}:\d{2}:\d{2}/.test(line)
  const found = [...line.matchAll(clocks)].slice(0, mostClocks).flatMap(({ index, 0: bare }) => {
    const clock = clockForm.exec(line.slice(index, index + 60))?.[0].trim() ?? bare
    const date = own ?? (isLog ? day : null) ?? spokenDay(line, sentAt)
    const time = date === null ? undefined : findTimes(`${date} ${clock}`, hints)[0]
    return time === undefined || date === null
      ? []
      : [{ ...time, from: index, to: index + time.atText.length - date.length - 1 }]
  })
  const zoned = found.filter(({ zoneKnown }) => zoneKnown)
  return own !== null || isLog ? found : zoned
}

/** A date as it is written, anywhere in the line. */
export const dateIn = (line: string): string | null =>
  /\d/.test(line)
    ? (dateForms.map((form) => form.exec(line.slice(0, longest))?.[0]).find((date) => date !== undefined) ?? null)
    : null

export function spokenDay(line: string, sentAt: string | null): string | null {
  const back = dayWords.find(([form]) => form.test(line))?.[1]
  if (back === undefined || sentAt === null) return null
  return new Date(Date.parse(sentAt) - back * 86_400_000).toISOString().slice(0, 10)
}

/** "1795269600.123 412 192.0.2.1 …": a column of seconds or milliseconds, as proxies and flow tools write them. */
export function epochIn(line: string): ReadTime | null {
  const text = /(?<![\w.:/#-])1[5-9]\d{8}(?:\d{3}|\.\d{1,6})?(?![\w.:/-])/.exec(line.slice(0, longest))?.[0]
  return text === undefined ? null : readTime(text)
}
