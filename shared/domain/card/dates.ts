/** Reads a printed date in the notations and languages of team documents; one that could be two days is found and named. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'janv', 'enero', 'january', 'januar', 'janvier', 'janeiro', 'janner'],
  ['feb', 'fev', 'fevr', 'febrero', 'february', 'februar', 'fevrier', 'fevereiro'],
  ['mar', 'mars', 'marz', 'marzo', 'march', 'marco', 'maerz', 'mrz'],
  ['apr', 'abr', 'avr', 'april', 'abril', 'avril'],
  ['may', 'mai', 'mayo', 'maio'],
  ['jun', 'juin', 'june', 'juni', 'junio', 'junho'],
  ['jul', 'juil', 'july', 'juli', 'julio', 'juillet', 'julho'],
  ['aug', 'ago', 'aout', 'august', 'agosto'],
  ['sep', 'sept', 'set', 'september', 'septiembre', 'setiembre', 'septembre', 'setembro'],
  ['oct', 'okt', 'out', 'october', 'oktober', 'octubre', 'octobre', 'outubro'],
  ['nov', 'november', 'noviembre', 'novembre', 'novembro'],
  ['dec', 'dez', 'dic', 'december', 'dezember', 'diciembre', 'decembre', 'dezembro'],
]

const simple = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f.]/g, '')
    .toLowerCase()

/** 1 to 12, in five languages, or 0. */
export const monthNumber = (word: string): number => MONTHS.findIndex((names) => names.includes(simple(word))) + 1

export interface PrintedDate {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly text: string
  readonly at: number
  /** The other day that the same figures could mean. */
  readonly other: string | null
  /** Which figure stands first, where the notation is figures with the year last. */
  readonly order: 'day-first' | 'month-first' | null
}

function day(year: number, month: number, date: number): string | null {
  const instant = new Date(Date.UTC(year, month - 1, date))
  const real = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date && year >= 1988 && year <= 2099
  return real ? instant.toISOString().slice(0, 10) : null
}

const NOTATIONS: readonly {
  readonly pattern: RegExp
  readonly read: (m: RegExpMatchArray) => Omit<PrintedDate, 'text' | 'at'> | null
}[] = [
  {
    pattern: /(?<!\d)((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g,
    read: (m) => certain(day(Number(m[1]), Number(m[3]), Number(m[4]))),
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?((?:19|20)\d{2})(?!\d)/g,
    read: (m) => figures(Number(m[1]), Number(m[3]), Number(m[4])),
  },
  {
    pattern:
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s{1,2}(?:of\s|de\s|d')?(\p{L}{3,10})\.?,?\s{1,2}(?:of\s|de\s|del\s)?((?:19|20)\d{2})(?!\d)/gu,
    read: (m) => certain(day(Number(m[3]), monthNumber(m[2] ?? ''), Number(m[1]))),
  },
  {
    pattern: /(?<!\p{L})(\p{L}{3,10})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}((?:19|20)\d{2})(?!\d)/gu,
    read: (m) => certain(day(Number(m[3]), monthNumber(m[1] ?? ''), Number(m[2]))),
  },
  {
    pattern: /(?<!\d)(\d{1,2})[-/](\p{L}{3,10})[-/]((?:19|20)\d{2})(?!\d)/gu,
    read: (m) => certain(day(Number(m[3]), monthNumber(m[2] ?? ''), Number(m[1]))),
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})[-\s](\p{L}{3,9})[-\s](\d{1,2})(?!\d)/gu,
    read: (m) => certain(day(Number(m[1]), monthNumber(m[2] ?? ''), Number(m[3]))),
  },
]

const certain = (date: string | null): Omit<PrintedDate, 'text' | 'at'> | null =>
  date ? { date, other: null, order: null } : null

/** Day first unless that is no date: outside the United States the rule of nearly all documents. */
function figures(first: number, second: number, year: number): Omit<PrintedDate, 'text' | 'at'> | null {
  const dayFirst = day(year, second, first)
  const monthFirst = day(year, first, second)
  const date = dayFirst ?? monthFirst
  if (!date) return null
  const other = dayFirst && monthFirst && dayFirst !== monthFirst ? monthFirst : null
  const order = other || dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first'
  return { date, other, order }
}

const MAX_DATES = 200

/** Every date in the text, in order. */
export function datesIn(text: string): readonly PrintedDate[] {
  const found: PrintedDate[] = []
  for (const { pattern, read } of NOTATIONS) {
    for (const match of text.matchAll(pattern)) {
      const date = read(match)
      if (date) found.push({ ...date, text: match[0], at: match.index })
      if (found.length >= MAX_DATES) break
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/**
 * Decides figures that could be two days by the rest of the document: the same day written out, then the notation of
 * its other dates, then the habit of the country. Undecided ones keep both days.
 */
export function settle(date: PrintedDate, all: readonly PrintedDate[], country: string | null): PrintedDate {
  if (!date.other) return date
  const swap: PrintedDate = { ...date, date: date.other, other: date.date }
  const certainDates = new Set(all.filter(({ other }) => !other).map((one) => one.date))
  const evidence = Number(certainDates.has(date.date)) - Number(certainDates.has(date.other))
  if (evidence !== 0) return { ...(evidence > 0 ? date : swap), other: null }
  const orders = new Set(all.map(({ order }) => order).filter((order) => order !== null))
  if (orders.size === 1) return { ...(orders.has('day-first') ? date : swap), other: null }
  return country === 'US' ? swap : date
}
