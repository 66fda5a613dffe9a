/** Writes days, spans and seasons as OpenStreetMap opening_hours, the form in which the desk computes with hours. */
import { closuresIn } from './closures.ts'
import { clock } from './hour-spans.ts'
import { DAYS, hourTokens, lastDay, type Day, type HourToken, type Season } from './hour-words.ts'

interface Span {
  readonly from: number
  readonly to: number
}

interface Rule {
  readonly days: readonly Day[]
  readonly spans: readonly Span[]
  readonly season: Season | 'unknown' | null
}

/** "Mo-Th" for days in a row, over the week's end too ("Su-Th"); "Mo,We" for others. */
function dayText(days: readonly Day[]): string {
  const has = (index: number): boolean => days.includes(DAYS[(index + 7) % 7] ?? 'Mo')
  if (days.length === 7) return 'Mo-Su'
  const starts = DAYS.map((_, index) => index).filter((index) => has(index) && !has(index - 1))
  // A week that begins on Sunday is one run; days on both ends of the printed week are two.
  const runs = starts.map((start) => {
    let length = 1
    while (length < 7 && has(start + length)) length++
    return { start, length }
  })
  const name = (index: number): string => DAYS[index % 7] ?? ''
  return runs
    .map(({ start, length }) => (length > 1 ? `${name(start)}-${name(start + length - 1)}` : name(start)))
    .join(',')
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthText = (month: number): string => MONTHS[(month + 11) % 12] ?? ''
const wholeMonths = ({ from, to }: Season): boolean =>
  from.day === 1 && to.day >= lastDay(to.month) - (to.month === 2 ? 1 : 0)

function seasonText(season: Season): string {
  const { from, to } = season
  if (wholeMonths(season))
    return from.month === to.month ? monthText(from.month) : `${monthText(from.month)}-${monthText(to.month)}`
  const two = (date: number): string => String(date).padStart(2, '0')
  if (from.month === to.month && from.day === to.day) return `${monthText(from.month)} ${two(from.day)}`
  return `${monthText(from.month)} ${two(from.day)}-${monthText(to.month)} ${two(to.day)}`
}

const restOfYear = ({ from, to }: Season): Season => ({
  from: { month: (to.month % 12) + 1, day: 1 },
  to: { month: ((from.month + 10) % 12) + 1, day: lastDay(((from.month + 10) % 12) + 1) },
})

const WORKWEEK: readonly Day[] = DAYS.slice(0, 5)

/** A lunch break parts the span that it lies in. */
const cut = (span: Span, off: Span): readonly Span[] =>
  off.from > span.from && off.to < span.to
    ? [
        { from: span.from, to: off.from },
        { from: off.to, to: span.to },
      ]
    : [span]

interface Open {
  days: readonly Day[]
  spans: Span[]
  season: Rule['season']
}

function addSpan(rules: Open[], span: Span, season: Rule['season'], daysFirst: boolean): void {
  const open = rules.at(-1)
  const joins = open && open.season === season && (daysFirst || open.days.length === 0)
  if (joins) open.spans.push(span)
  else rules.push({ days: daysFirst ? (open?.days ?? []) : [], spans: [span], season })
}

/**
 * Pairs each cluster of spans with its days: the kind that is printed first ("Monday to Friday 8-16", "8-16 Monday to
 * Friday") leads in the whole passage. A season holds for what comes after it, or, where it ends a clause, for that clause.
 */
function rulesOf(tokens: readonly HourToken[]): readonly Rule[] {
  const daysFirst = tokens.find(({ kind }) => kind === 'days' || kind === 'span')?.kind === 'days'
  const seasonsLast =
    tokens.findIndex(({ kind }) => kind === 'season') > tokens.findIndex(({ kind }) => kind === 'span') &&
    tokens.at(-1)?.kind === 'season' &&
    tokens.filter(({ kind }) => kind === 'season').length > 1
  const rules: Open[] = []
  let season: Rule['season'] = null
  let closedRun = 0
  for (const [index, token] of tokens.entries()) {
    const open = rules.at(-1)
    if (token.kind === 'season' && seasonsLast) {
      for (const rule of rules.slice(closedRun)) rule.season = token.season
      closedRun = rules.length
    } else if (token.kind === 'season') season = token.season
    if (token.kind === 'days') {
      if (!daysFirst && open && open.days.length === 0 && rules.length > closedRun) open.days = token.days
      // "8 to 16 on weekdays (Fridays 8 to 14)": days behind days begin anew.
      else if (daysFirst || rules.length === 0 || tokens[index - 1]?.kind === 'days')
        rules.push({ days: token.days, spans: [], season })
    }
    if (token.kind === 'closed' && open) open.days = open.days.filter((day) => !token.days.includes(day))
    if (token.kind === 'break' && open) open.spans = open.spans.flatMap((span) => cut(span, token))
    if (token.kind === 'span') {
      if (seasonsLast && rules.length === closedRun) rules.push({ days: [], spans: [token], season: null })
      else
        addSpan(
          rules,
          token,
          season,
          daysFirst || (rules.at(-1)?.spans.length === 0 && rules.at(-1)?.days.length !== 0),
        )
    }
  }
  return rules.filter(({ spans, season: when }) => spans.length > 0 && when !== 'unknown')
}

const HOLIDAY = String.raw`(?:holidays?|festivos?|feriados?|\w*feiertag\w{0,3}|jours? fériés?)`
const HOLIDAYS_OFF = new RegExp(
  String.raw`(?:except|excluding|excl\.?|excluded|not (?:on|including)|without|closed|other than|salvo|excepto|excluyendo|excluidos|menos|no (?:se trabaja|hay servicio)|cerrado|hors|sauf|à l['’]exception des|fermé\w{0,2}|außer|ausgenommen|ausser|nicht an|geschlossen|mit ausnahme|exceto|excluindo|à exceção|encerrado|fechado|non-?)[^.;\n]{0,80}?${HOLIDAY}|${HOLIDAY}[^.;\n]{0,90}?(?:closed|nicht (?:erreichbar|besetzt)|kein dienst|unavailable|no service|no hay servicio|sem atendimento|excluded|excepted|off\b|not included|excluidos|exceptuados|exclus|ausgenommen|geschlossen|excluídos|not (?:staffed|open)|cerrado|fermé)|\bno festivos\b|\bfeiertags geschlossen`,
  'i',
)

export interface Hours {
  readonly osm: string
  /** The days are not printed: "office hours" was taken as Monday to Friday. */
  readonly daysAssumed: boolean
  readonly holidaysOff: boolean
}

const WORK_WORDS =
  /office|schedule|business|working|regular|oficina|laboral|bureau|ouvr|büro|geschäft|expediente|opening|operat|availab|servic|horario|horário|horaires?|hours|zeiten|erreichbar|disponib|atend|staffed|permanence/i

const writeSpans = (spans: readonly Span[]): string =>
  [...new Set(spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`))].join(',')

/** "Mo-Fr 8-16; Fr 8-14": the later rule replaces the earlier one on its days, which are taken out of it. */
const withoutReplaced = (rules: readonly Rule[]): readonly Rule[] =>
  rules.flatMap((rule, index) => {
    const later = rules
      .slice(index + 1)
      .filter(({ days, season }) => season === rule.season && days.length < rule.days.length)
    const days = rule.days.filter((day) => !later.some((other) => other.days.includes(day)))
    return days.length > 0 || rule.days.length === 0 ? [{ ...rule, days }] : []
  })

/** General rules first: a later rule of a season replaces them. */
function written(rules: readonly Rule[]): readonly string[] {
  const seasons = rules.flatMap(({ season }) => (season && season !== 'unknown' ? [season] : []))
  const only =
    seasons.length > 0 && seasons.every((season) => seasonText(season) === seasonText(seasons[0] ?? season))
      ? seasons[0]
      : undefined
  const rest = only && wholeMonths(only) && rules.some(({ season }) => season === null) ? restOfYear(only) : null
  const write = ({ days, spans, season }: Rule): string => {
    const when = season && season !== 'unknown' ? seasonText(season) : rest ? seasonText(rest) : null
    return [when, dayText(days.length > 0 ? days : WORKWEEK), writeSpans(spans)].filter((part) => part).join(' ')
  }
  const general = rules.filter(({ season }) => season === null)
  return [...new Set([...general, ...rules.filter(({ season }) => season !== null)].map(write))]
}

const MAX_RULES = 12

/** "U.S. federal holidays", "am 24. Dezember": full stops that end no sentence. */
const withoutStops = (text: string): string =>
  text
    .replaceAll(/(?<!\p{L})(\p{Lu})\.(?=\p{Lu}|\s\p{Ll})/gu, '$1')
    .replaceAll(/(?<!\d)(\d{1,2})\.(?=\s(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))/g, '$1')

export function openingHours(source: string): Hours | null {
  const text = withoutStops(source.slice(0, 4000))
  const { closed, rest } = closuresIn(text)
  const rules = rulesOf(hourTokens(rest))
  if (
    rules.length === 0 ||
    rules.length > MAX_RULES ||
    (rules.every(({ days }) => days.length === 0) && !WORK_WORDS.test(text))
  )
    return null
  const holidaysOff = HOLIDAYS_OFF.test(text)
  const off = closed.map((season) => `${seasonText(season)} off`)
  const osm = [...written(withoutReplaced(rules)), ...(holidaysOff ? ['PH off'] : []), ...new Set(off)].join('; ')
  if (osm.length > 480) return null
  return { osm, daysAssumed: rules.some(({ days }) => days.length === 0), holidaysOff }
}
