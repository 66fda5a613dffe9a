/** Finds what can be a telephone number and gives it the form of E.164, by the numbering plans of libphonenumber. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { countryCodes } from './zone-table.ts'

export interface Candidate {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Figures with the joints of telephone numbers; a spaced dash, slash or comma parts two numbers. */
const NUMBER =
  /(?<![\p{L}\d.,:/@#=_-])(?:\+|00(?=[\s(]{0,2}\d)|\(\+?)?\(?\d{1,17}(?:(?: ?\((?=\d{1,4}\))|\) ?|[-/.](?!\s)|(?<=\d)- (?=\d{2,4}(?!\d))|(?<=\d) [-–] (?=\d{1,3}\s?(?:[\n(,;]|$))|(?<=(?<!\d|\d )0\d{1,4}) [-–/] (?=\d{3})| ){1,2}(?!24[x/×*]7)\d{1,17}){0,9}(?![\p{L}\d@]|-\p{L})/gu
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$|^\d{1,3}(?:\.\d{1,3}){3}$/

/** "(0361) 23125-410, Durchwahl der Bereitschaft: -411": another extension of the number before it. */
const EXTENSION = /^[^\n\d+]{1,60}[\s:(/]([-–]\s?(\d{1,4}))(?![\d-])/u

function extensionsAfter(text: string, { text: printed, end }: Candidate): readonly Candidate[] {
  const base = /^(.{5,})[-–]\s?\d{1,4}$/.exec(printed)?.[1]
  const found = base ? EXTENSION.exec(text.slice(end, end + 80)) : null
  if (!base || !found) return []
  const at = end + found[0].length
  return [{ text: `${base}-${found[2] ?? ''}`, start: at - (found[1]?.length ?? 0), end: at }]
}

/** Figures that can be telephone numbers, in order. Elsewhere than in their own part only international ones are taken. */
export function candidatesIn(text: string, internationalOnly: boolean): readonly Candidate[] {
  const found: Candidate[] = []
  for (const match of text.matchAll(NUMBER)) {
    const printed = match[0].trim()
    const digits = printed.replaceAll(/\D/g, '').length
    const international = /^\(?\+|^00/.test(printed)
    if (digits < 7 || digits > 17 || DATE.test(printed) || (internationalOnly && !international)) continue
    if (/(?:GMT|UTC)\s?$/i.test(text.slice(Math.max(0, match.index - 4), match.index))) continue
    const candidate = { text: printed, start: match.index, end: match.index + match[0].length }
    found.push(candidate, ...extensionsAfter(text, candidate))
    if (found.length >= 60) break
  }
  return found
}

export interface Normal {
  readonly e164: string | null
  readonly country: string | null
  readonly doubtful: boolean
}

const isCountryCode = (code: string | null): code is CountryCode => code !== null && countryCodes.includes(code)

/** A number that the plan of its country does not know is kept as printed, and said to be doubtful. */
export function normalNumber(text: string, country: string | null): Normal {
  const international = text.replace(/^\(\+/, '+').replace(/^00(?=\s?[1-9])/, '+')
  const parsed = parsePhoneNumberFromString(international, isCountryCode(country) ? country : undefined)
  if (parsed?.isValid()) return { e164: parsed.number, country: parsed.country ?? null, doubtful: false }
  if (international.startsWith('+')) {
    const digits = international.replaceAll(/\(0\)|\D/g, '')
    const e164 = digits.length >= 7 && digits.length <= 15 ? `+${digits}` : null
    return { e164, country: parsed?.country ?? null, doubtful: true }
  }
  return { e164: parsed?.isPossible() ? parsed.number : null, country: null, doubtful: true }
}
