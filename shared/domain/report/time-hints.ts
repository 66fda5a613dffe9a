/** What a message says once about all of its times: their zone, and whether the day or the month stands first in its dates. */
import type { TimeHints } from './times.ts'
import { anyOf } from './words.ts'
import { zoneOf, type KnownZone } from './zones.ts'

const most = 100_000
const zoneText = String.raw`(CE\(S\)T|CET\/CEST|ME\(S\)Z|MEZ\/MESZ|(?:UTC|GMT) ?(?:[+\-−]\d{1,2}(?::?\d{2})?)?|[+\-]\d{2}:?\d{2}|[A-Z]{3,5}\b|[A-Z][a-z]{3,10}(?:\/[A-Z][A-Za-z_]{2,20}){1,2})`

/** "Times" at the beginning of a sentence, "times" within it; names of zones are capitals. */
const stated = anyOf('stated')
  .split('|')
  .map((word) => `[${word[0]?.toUpperCase() ?? ''}${word[0] ?? ''}]${word.slice(1)}`)
  .join('|')

const sentences: readonly RegExp[] = [
  // "All times are in UTC", "Timestamps (far left) are UTC", "alle Zeiten in MEZ"
  new RegExp(
    String.raw`\b(?:${stated})\b[^\n.:]{0,60}?(?:\b(?:[Aa]re|[Ii]s|[Ii]n|[Gg]iven|[Ee]n|[Ss]ind|[Ss]on|[Ss]ont|[Ee]s|[Ee]st|[Ii]st|[Ee]m|[Nn]ach|[Ee]st[aá]n|zone)\b|:|=|\()[^\n.:]{0,25}?\b${zoneText}`,
    'g',
  ),
  // "Time zone: UTC+1", "Zeitzone: Europe/Berlin", "(all UTC)"
  new RegExp(
    String.raw`\b(?:[Tt]ime ?-?[Zz]one|TIMEZONE|TZ|[Zz]ona [Hh]oraria|[Hh]uso [Hh]orario|[Zz]eitzone|[Ff]useau [Hh]oraire|[Ff]uso [Hh]or[aá]rio)(?: ?\(?(?:used|is|of (?:the |our )?(?:logs?|times?)|des logs|utilizada)\)?)?\s{0,3}(?:[:=]|\bis\b|\bist\b)\s{0,3}\(?${zoneText}`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:T(?:ime|IME)(?:[Ss]tamp|STAMP)?|D(?:ate|ATE)|Fecha|Hora|Zeit|Heure|Datum)\s{0,2}[([]${zoneText}[)\]]`,
    'g',
  ),
  new RegExp(String.raw`\b(?:${stated})\s{1,2}((?:UTC|GMT)(?: ?[+-]\d{1,2}(?::?\d{2})?)?)`, 'g'),
  new RegExp(String.raw`\b(?:all|ALL)\s{1,2}(?:in\s)?${zoneText}`, 'g'),
  // "PST below:", "UTC throughout"
  new RegExp(String.raw`(?<![\w+-])${zoneText},? (?:below|throughout|everywhere|in what follows)(?![\w])`, 'g'),
]

/** The first zone that is stated for all times; null where none is, or where it has two meanings. */
export const statedZone = (text: string): KnownZone | null => zoneInSentence(text) ?? zoneNear(text)

function zoneInSentence(text: string): KnownZone | null {
  const head = text.slice(0, most)
  for (const sentence of sentences) {
    for (const match of head.matchAll(sentence)) {
      // "CST (UTC-6)": the offset tells which of them.
      const behind = /^\s?\(((?:UTC|GMT) ?[+-]\d{1,2}(?::?\d{2})?)\)/.exec(
        head.slice(match.index + match[0].length),
      )?.[1]
      const found = zoneOf(behind ?? match[1] ?? '')
      if (found !== null && found !== 'ambiguous') return found
    }
  }
  return null
}

const timeWord = new RegExp(
  String.raw`(?<![\p{L}_])(?:${anyOf('stated')}|start|begin|csv|clock|netflow|syslog|ausz[uü]g\w{0,2}|extrait|extracto|zeit\p{L}{0,10})(?![\p{L}_])`,
  'giu',
)
/** Names that are words besides ("ICT", "ART") are told apart by nothing, so they are left out. */
const nearZone =
  /(?<![\w/+-])(?:(?:UTC|GMT)(?: ?[+\-−]\d{1,2}(?::?\d{2})?)?(?![\w/])|[+-](?:0\d|1[0-4]):?[0-5]\d(?![\d:]| \d)|(?:CES?T|MES?Z|WES?T|EES?T|BST|E[SD]T|CDT|M[SD]T|P[SD]T|JST|KST|SGT|HKT|AE[SD]T|MSK|BRT|SAST|NZ[SD]T)(?![\w/])|(?:[Hh]eure|[Hh]ora|[Hh]or[aá]rio|[Oo]ra) (?:de |d'|do |da |di )?(?:[Pp]aris|[Mm]adrid|peninsular|Lisboa|Bruxelles|fran[cç]aise|Bras[ií]lia|italiana|M[eé]xico|Bogot[aá]|Colombia|Chile|Argentina)|(?:Eastern|Central|Mountain|Pacific) Time|[A-Z][A-Za-z]{1,9}(?: [A-Z][a-z]{3,6})? time|[A-Z][a-z]{3,10}(?:\/[A-Z][A-Za-z_]{2,20}){1,2})/g
/** The zone right behind a clock is that of this one time. */
const behindClock = /\d[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?: ?[AP]M| Uhr| h)?,?\s{0,2}[([]?(?:\w{1,20},? ){0,2}$/i
const reach = 60

/** "Log of edge1, clock is UTC+2:", "Flows (nfdump CSV, UTC) attached": a word for times and a zone near each other. */
function zoneNear(text: string): KnownZone | null {
  for (const line of text.slice(0, most).split('\n', 1_000)) {
    const bounded = line.slice(0, 400)
    const zones = [...bounded.matchAll(nearZone)].filter(
      ({ index, 0: name }) => zoneOf(name) !== null && !behindClock.test(bounded.slice(0, index).slice(-40)),
    )
    if (zones.length === 0) continue
    const apart = zones.find(
      ({ index, 0: name }) =>
        /[[(](?:all |in |times? |alle |en )?$/.test(bounded.slice(0, index)) &&
        /^[)\]]/.test(bounded.slice(index + name.length)),
    )
    const alone = apart === undefined ? null : zoneOf(apart[0])
    if (alone !== null && alone !== 'ambiguous') return alone
    const words = [...bounded.matchAll(timeWord)].map(({ index }) => index)
    const near = zones
      .filter(({ index }) => words.some((at) => Math.abs(at - index) < reach))
      .map(([name]) => zoneOf(name))
      .find((zone): zone is KnownZone => zone !== null && zone !== 'ambiguous')
    if (near !== undefined) return near
  }
  return null
}

/** Who writes the zones of North America, or a clock of twelve hours behind such a date with them, puts the month first. */
const american =
  /\d{1,2}\/\d{1,2}\/(?:20)?\d{2},? (?:at )?\d{1,2}:\d{2}(?::\d{2})? ?(?:[AaPp]\.?[Mm]\.? ?)?\(?(?:E[SD]T|C[SD]T|M[SD]T|P[SD]T|[ECMP]T|(?:US )?(?:Eastern|Central|Mountain|Pacific)\b)/

/** By a date of the message that can only be read one way; else by the day it was sent, before which everything in it was. */
export function hintsFrom(texts: readonly string[], sentAt: string | null): TimeHints {
  const dates = texts.flatMap((text) => [
    ...text
      .slice(0, most)
      .matchAll(
        /(?<![\d./-])(\d{1,2})(?:[/-](\d{1,2})[/-](?=\d{4})|\/(\d{1,2})\/(?=2\d(?!\d)))((?:19|20)?\d{2})(?![\d./]|-(?!\d{2}:))/g,
      ),
  ])
  const numbers = dates.map(
    ([, first, second, short, year]) =>
      [Number(first), Number(second ?? short), Number(year) + (year?.length === 2 ? 2_000 : 0)] as const,
  )
  if (numbers.some(([first, second]) => first > 12 && second <= 12)) return { order: 'day-first' }
  if (numbers.some(([first, second]) => second > 12 && first <= 12)) return { order: 'month-first' }
  if (texts.some((text) => american.test(text.slice(0, most)))) return { order: 'month-first' }
  return { order: sentAt === null ? null : orderBySending(numbers, Date.parse(sentAt)) }
}

const day = 86_400_000
/** Reports are about the last weeks: read one way the date is among them, the other way it is not. */
const recent = 35 * day

function orderBySending(
  dates: readonly (readonly [first: number, second: number, year: number])[],
  sent: number,
): TimeHints['order'] {
  const fits = (month: number, date: number, year: number): boolean => {
    const age = sent - Date.UTC(year, month - 1, date)
    return age > -2 * day && age < recent
  }
  const apart = dates.filter(([first, second]) => first !== second)
  const dayFirst = apart.filter(([first, second, year]) => fits(second, first, year)).length
  const monthFirst = apart.filter(([first, second, year]) => fits(first, second, year)).length
  if (apart.length === 0 || Math.max(dayFirst, monthFirst) < apart.length || dayFirst === monthFirst) return null
  return dayFirst > monthFirst ? 'day-first' : 'month-first'
}
