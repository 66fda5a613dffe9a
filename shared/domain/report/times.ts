/** Finds times in text and reads them: with their zone where one is given, and never with one that is not. */
import { instantOf, zoneOf, type Wall, type Zone } from './zones.ts'

export interface ReadTime {
  /** UTC ISO; null where there is no zone, or the date can be read in two ways. */
  readonly at: string | null
  readonly atText: string
  readonly zoneKnown: boolean
  readonly trouble: 'no-zone' | 'ambiguous-zone' | 'ambiguous-date' | 'no-year' | null
  /** As it stood on the clock there; null where the date is not certain. */
  readonly wall: Wall | null
}

export interface FoundTime extends ReadTime {
  readonly from: number
  readonly to: number
}

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  mai: 5,
  okt: 10,
  dez: 12,
  fev: 2,
  fév: 2,
  avr: 4,
  aoû: 8,
  déc: 12,
  mär: 3,
  mrz: 3,
  set: 9,
  out: 10,
  juil: 7,
  juin: 6,
}

const monthOf = (name: string): number | undefined => {
  const lower = name.toLowerCase()
  return months[lower.slice(0, 4)] ?? months[lower.slice(0, 3)]
}

const clock = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s?(?<half>[AaPp]\.?[Mm]\.?(?![a-z]))?`
const zone = String.raw`(?<zone>\s{0,2}\(?(?:(?:UTC|GMT)? ?[+\-−]\d{2}:?\d{2}(?!\d)|(?:UTC|GMT) ?[+\-−]\d{1,2}|Z(?![a-z])|(?:in )?[A-Z]{2,5}(?![A-Za-z/:=.\-@])|[A-Z][a-z]{3,10}\/[A-Z][A-Za-z_]{2,20})\)?)?`
const gap = String.raw`(?:\s{0,2},?\s{1,3}(?:(?:at|um|a las|à|às|om)\s{1,2})?|T|\s?-\s?|:)`
const monthName = String.raw`(?<month>[A-Za-zäéû]{3,10})\.?`

/** Every alternative begins with a digit or a month name and has bounded parts only: linear on any text. */
const forms = [
  String.raw`(?<![\d.\-/])(?<year>\d{4})[-/.](?<monthNumber>\d{1,2})[-/.](?<day>\d{1,2})${gap}${clock}${zone}`,
  String.raw`(?<![\d.\-/])(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s\-/]{1,2}(?:de )?${monthName}[\s\-/]{1,2}(?:de(?:l)? )?(?<year>\d{4})${gap}${clock}${zone}`,
  String.raw`\b${monthName}\s{1,2}(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?<year>\d{4})${gap}${clock}${zone}`,
  String.raw`(?<![\d.\-/])(?<first>\d{1,2})(?<cut>[/.-])(?<second_>\d{1,2})[/.-](?<year>\d{4})${gap}${clock}${zone}`,
  String.raw`\b${monthName}\s{1,2}(?<day>\d{1,2})\s${clock}(?:\s(?<year>(?:19|20)\d{2}))?${zone}`,
].map((form) => new RegExp(form, 'g'))

type Groups = Readonly<Record<string, string | undefined>>

/** All times of a line, from left to right; none inside another. */
export function findTimes(line: string): readonly FoundTime[] {
  if (!/\d[:.]\d{2}/.test(line)) return []
  const found: FoundTime[] = []
  for (const form of forms) {
    for (const match of line.matchAll(form)) {
      const [from, to] = [match.index, match.index + match[0].length]
      const time = found.some((other) => from < other.to && other.from < to) ? null : readMatch(match)
      if (time !== null) found.push({ ...time, from, to })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** One value that is a time: any form of `findTimes`, or seconds since 1970. */
export function readTime(value: string): ReadTime | null {
  const text = value.trim().slice(0, 100)
  if (/^1\d{9}(?:\d{3})?$/.test(text)) {
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
    return { at, atText: text, zoneKnown: true, trouble: null, wall: null }
  }
  const found = findTimes(text)[0]
  return found === undefined ? null : { ...found, atText: text }
}

function readMatch(match: RegExpExecArray): ReadTime | null {
  const groups: Groups = match.groups ?? {}
  const date = dateOf(groups)
  const wall = date === null ? null : clockOf(groups, date)
  if (date === null || wall === null) return null
  const { zone: foundZone, text } = zoneBehind(groups, match[0])
  const atText = text.trim()
  const none = { at: null, atText, zoneKnown: foundZone !== null && foundZone !== 'ambiguous', wall: null }
  if (date.unsure !== null) return { ...none, trouble: date.unsure }
  if (foundZone === null) return { ...none, wall, trouble: 'no-zone' }
  if (foundZone === 'ambiguous') return { ...none, wall, trouble: 'ambiguous-zone' }
  const at = instantOf(wall, foundZone)
  return at === null ? null : { at, atText, zoneKnown: true, trouble: null, wall }
}

/** A word behind a time that is no zone ("10:00 FROM") belongs to the text again. */
function zoneBehind(groups: Groups, whole: string): { readonly zone: Zone; readonly text: string } {
  const text = groups['zone'] ?? ''
  const found = text.trim() === '' ? null : zoneOf(text.trim().replace(/^\(?in /, ''))
  return found === null
    ? { zone: null, text: whole.slice(0, whole.length - text.length) }
    : { zone: found, text: whole }
}

type DateParts = Pick<Wall, 'year' | 'month' | 'day'> & { readonly unsure: 'ambiguous-date' | 'no-year' | null }

function dateOf(groups: Groups): DateParts | null {
  const year = Number(groups['year'] ?? 0)
  const day = Number(groups['day'])
  if (groups['first'] !== undefined)
    return numericDate(Number(groups['first']), Number(groups['second_']), year, groups['cut'])
  const month = groups['month'] === undefined ? Number(groups['monthNumber']) : monthOf(groups['month'])
  if (month === undefined || month < 1 || month > 12 || day < 1 || day > 31) return null
  return { year, month, day, unsure: year === 0 ? 'no-year' : null }
}

/** 04/05/2026 is April or May; with dots it is the day first, everywhere dots are used. */
function numericDate(first: number, second: number, year: number, cut: string | undefined): DateParts | null {
  const dayFirst = { year, day: first, month: second, unsure: null }
  const monthFirst = { year, day: second, month: first, unsure: null }
  if (Math.min(first, second) < 1 || Math.max(first, second) > 31 || Math.min(first, second) > 12) return null
  if (second > 12) return monthFirst
  if (first > 12 || first === second || cut === '.') return dayFirst
  return { ...dayFirst, unsure: 'ambiguous-date' }
}

function clockOf(groups: Groups, { year, month, day }: DateParts): Wall | null {
  const half = groups['half']?.toLowerCase()[0]
  const given = Number(groups['hour'])
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  const [minute, second] = [Number(groups['minute']), Number(groups['second'] ?? 0)]
  const millisecond = Math.floor(Number(`0.${groups['fraction'] ?? '0'}`) * 1000)
  return hour > 23 || minute > 59 || second > 59 ? null : { year, month, day, hour, minute, second, millisecond }
}

/** "All times are UTC", "Time zone: CET": what a report says once for all its times. */
export function statedZone(text: string): Exclude<Zone, 'ambiguous' | null> | null {
  const stated =
    /\b(?:times?|timestamps?|horas?|zeiten|zeitangaben)\b[^\n.:]{0,30}?(?:\b(?:are|is|in|en|sind|son)\b|:|=)[^\n.:]{0,12}?\b((?:UTC|GMT)(?: ?[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{3,4}|[A-Z][a-z]{3,10}\/[A-Z][A-Za-z_]{2,20})\b/.exec(
      text.slice(0, 100_000),
    )?.[1] ??
    /\b(?:time ?zone|zona horaria|zeitzone|TZ)\b\s{0,3}[:=]\s{0,3}([A-Za-z_]{1,20}(?:\/[A-Za-z_]{2,20})?(?: ?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})/i.exec(
      text.slice(0, 100_000),
    )?.[1]
  const found = stated === undefined ? null : zoneOf(stated)
  return found === 'ambiguous' ? null : found
}
