/** Puts a date and a clock together that stand apart: in one sentence, under a heading with the day, or as seconds since 1970 in a log. */
import { dateForms, clockForm } from './time-forms.ts'
import { findTimes, readTime, type FoundTime, type ReadTime, type TimeHints } from './times.ts'

const clocks = /(?<![\d:./\w+-])\d{1,2}(?::|\s?h\s?)\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?![\d:])/g
const mostClocks = 4
const longest = 1_000

const dayWords: readonly (readonly [RegExp, number])[] = [
  [
    /(?<![\p{L}])(?:today|tonight|this (?:morning|afternoon|evening)|heute|hoy|esta (?:mañana|tarde)|aujourd['’]hui|ce (?:matin|soir)|cet apr[eè]s-midi|hoje)(?![\p{L}])/iu,
    0,
  ],
  [/(?<![\p{L}])(?:yesterday|gestern|ayer|hier|ontem)(?![\p{L}])/iu, 1],
]

const nightWords =
  /(?<![\p{L}])(?:last night|overnight|heute nacht|(?:in )?(?:der )?(?:letzten|vergangenen|vergangene|diese) nacht|anoche|esta (?:noche|madrugada)|cette nuit|la nuit derni[eè]re|esta noite)(?![\p{L}])/iu

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
  const isLog = /^\W{0,4}\d{2}:\d{2}:\d{2}/.test(line)
  const found = [...line.matchAll(clocks)].slice(0, mostClocks).flatMap(({ index, 0: bare }) => {
    const clock = clockForm.exec(line.slice(index, index + 60))?.[0].trim() ?? bare
    const sentence = sentenceAt(line, index)
    const spoken = spokenDay(sentence, sentAt, Number.parseInt(bare, 10))
    const written = dateIn(sentence) ?? (spoken === null ? dateIn(line) : null) ?? (isLog ? day : null)
    const date = written ?? spoken
    if (date === null) return []
    // With what stands behind it, for the end of a range may have the zone of both.
    const whole = findTimes(`${date} ${line.slice(index, index + 60)}`, hints)
    const time = whole.find(({ from }) => from === 0) ?? findTimes(`${date} ${clock}`, hints)[0]
    return time === undefined || (written === null && !time.zoneKnown)
      ? []
      : [{ ...time, from: index, to: index + time.atText.length - date.length - 1 }]
  })
  return found
}

const sentenceEnd = /[\p{Ll})\]]{2}[.!?]\s{1,3}(?=\p{Lu})/gu

function sentenceAt(line: string, index: number): string {
  const ends = [...line.matchAll(sentenceEnd)].map((match) => match.index + match[0].length)
  return line.slice(ends.findLast((end) => end <= index) ?? 0, ends.find((end) => end > index) ?? line.length)
}

/** A date as it is written, anywhere in the line. */
export const dateIn = (line: string): string | null =>
  /\d/.test(line)
    ? (dateForms.map((form) => form.exec(line.slice(0, longest))?.[0]).find((date) => date !== undefined) ?? null)
    : null

/** @param hour where a clock stands beside it: "last night at 02:14" is the day of the mail, at 23:10 the day before. */
export function spokenDay(line: string, sentAt: string | null, hour = 23): string | null {
  const back = nightWords.test(line) ? (hour < 12 ? 0 : 1) : dayWords.find(([form]) => form.test(line))?.[1]
  if (back === undefined || sentAt === null) return null
  return new Date(Date.parse(sentAt) - back * 86_400_000).toISOString().slice(0, 10)
}

/** "1795269600.123 412 192.0.2.1 …": a column of seconds or milliseconds, as proxies and flow tools write them. */
export function epochIn(line: string): ReadTime | null {
  const text = /(?<![\w.:/#-])1[5-9]\d{8}(?:\d{3}|\.\d{1,6})?(?![\w.:/-])/.exec(line.slice(0, longest))?.[0]
  return text === undefined ? null : readTime(text)
}
