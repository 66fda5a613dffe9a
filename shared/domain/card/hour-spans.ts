/** Finds spans of clock time in a sentence, in the notations of five languages: "9 a.m. to 5 p.m.", "8h30-17h", "0800-1600", "de 9 a 13". */
import type { HourToken } from './hour-words.ts'

const TIME = String.raw`(\d{1,2})(?:\s?[:.h]\s?(\d{2})(?!\d))?\s?(h(?:rs?|s|ours?)?\b\.?|a\.?\s?m\b\.?|p\.?\s?m\b\.?|uhr\b|horas\b|heures?\b|o['’]clock)?`
const JOINT = String.raw`(?:-|–|—|to|until|till|through|and|a|à|às|as|ate|até|bis|y|et|und|e|jusqu['’]à|hasta|h?-h?)`
const SPAN = new RegExp(
  String.raw`(?<![\d.:/+-])${TIME}\s?${JOINT}\s?(?:las?\s|les\s|the\s|às\s)?${TIME}(?![\d/])`,
  'giu',
)
const FOUR =
  /(?<![\d+.:/-])([01]\d|2[0-4])([0-5]\d)\s?(h(?:rs?)?\b)?\s?(-|–|to|bis|till|until|a)\s?([01]\d|2[0-4])([0-5]\d)\s?(h(?:rs?)?\b)?(?![\d/-])/gi
const YEAR = /^(?:19|20)\d\d$/

/** Midnight and noon as figures; four figures with a colon. The text keeps its length nowhere else, so offsets only order the tokens. */
export const withFigures = (text: string): string =>
  text
    .replaceAll(FOUR, (whole, h1: string, m1: string, s1: string | undefined, joint: string, h2: string, m2: string) =>
      YEAR.test(h1 + m1) && YEAR.test(h2 + m2) && !s1 ? whole : `${h1}:${m1} ${joint} ${h2}:${m2}`,
    )
    .replaceAll(
      /(?<=(?:-|–|to|until|till|bis|a|à|até|hasta)\s?(?:la\s)?)(?:midnight|mitternacht|medianoche|minuit|meia-noite)/gi,
      '24:00',
    )
    .replaceAll(/\b(?:midnight|mitternacht|medianoche|minuit|meia-noite)\b/gi, '00:00')
    .replaceAll(/\b(?:12(?::00)? )?(?:noon|midday|mediodía|midi|meio-dia)\b/gi, '12:00')

const minutesOf = (hour: string, minute: string | undefined, suffix: string | undefined): number | null => {
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  const half = /^p/i.test(suffix ?? '') && h < 12 ? 12 : /^a\.?\s?m/i.test(suffix ?? '') && h === 12 ? -12 : 0
  const total = (h + half) * 60 + m
  return h <= 24 && m < 60 && total <= 24 * 60 ? total : null
}

export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Bare figures ("2 to 4") are hours only behind a word that says so, or beside a span that looks like hours. */
const FROM =
  /(?:from|hours are|hours:|von|de|desde|das|between|entre|dès|ab|les|y de|et de|und von|e das|:|,|(?:mon|fri|thurs|satur)?days?|fr|freitags?|donnerstags?|viernes|jueves|vendredi|sexta(?:-feira)?|weekdays)[,:]?\s{0,2}$/i
const BREAK =
  /(?:lunch|\bbreak|pausa|comida|almuerzo|mittag|déjeuner|almoço|closed (?:from|between|for)|cerrado (?:de|entre)|fermé\w* (?:de|entre)|geschlossen (?:von|zwischen)|interrup\w+)[^.;\d]{0,30}$/i
/** "UTC+1 to 2", "RFC 2350 - 12": not hours. */
const NOT_HOURS = /(?:GMT|UTC|version|section|rfc|sección|abschnitt|tier|level)\s?[+-]?\s?$/i

export function spansIn(text: string): readonly HourToken[] {
  return [...text.matchAll(SPAN)].flatMap((match): readonly HourToken[] => {
    const [, h1, m1, s1, h2, m2, s2] = match
    const lead = text.slice(Math.max(0, match.index - 60), match.index)
    if (NOT_HOURS.test(lead) || (!m1 && !m2 && !s1 && !s2 && !FROM.test(lead))) return []
    // "9 to 5 p.m.": the first is of the morning where it is the later figure.
    const from = minutesOf(
      h1 ?? '',
      m1,
      s1 ?? (/^p/i.test(s2 ?? '') && Number(h1) < Number(h2) && Number(h1) < 7 ? s2 : undefined),
    )
    const to = minutesOf(h2 ?? '', m2, s2)
    if (from === null || to === null || from === to || from === 24 * 60) return []
    const kind = BREAK.test(lead) ? 'break' : 'span'
    return [{ kind, from, to: to === 0 ? 24 * 60 : to, at: match.index }]
  })
}
