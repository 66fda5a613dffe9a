/** Writes days, spans and seasons as OpenStreetMap opening_hours, the form in which the desk computes with hours. */
import { DAYS, hourTokens, lastDay, type Day, type HourToken, type Season } from './hour-words.ts'

interface Rule {
  readonly days: readonly Day[]
  readonly spans: readonly string[]
  readonly season: Season | null
}

/** "Mo-Th" for days in a row, "Mo,We" for others. */
function dayText(days: readonly Day[]): string {
  const indexes = days.map((day) => DAYS.indexOf(day))
  const groups: number[][] = []
  for (const index of indexes) {
    const open = groups.at(-1)
    if (open && open.at(-1) === index - 1) open.push(index)
    else groups.push([index])
  }
  const name = (index: number | undefined): string => DAYS[index ?? 0] ?? ''
  return groups
    .map((group) => (group.length > 1 ? `${name(group[0])}-${name(group.at(-1))}` : name(group[0])))
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
  const two = (day: number): string => String(day).padStart(2, '0')
  return `${monthText(from.month)} ${two(from.day)}-${monthText(to.month)} ${two(to.day)}`
}

const restOfYear = ({ from, to }: Season): Season => ({
  from: { month: (to.month % 12) + 1, day: 1 },
  to: { month: ((from.month + 10) % 12) + 1, day: lastDay(((from.month + 10) % 12) + 1) },
})

const WORKWEEK: readonly Day[] = DAYS.slice(0, 5)

/**
 * Pairs each cluster of spans with its days: the kind that is printed first ("Monday to Friday 8-16", "8-16 Monday to
 * Friday") leads in the whole passage. A season holds for what comes after it.
 */
function rulesOf(tokens: readonly HourToken[]): readonly Rule[] {
  const daysFirst = tokens.find(({ kind }) => kind !== 'season')?.kind === 'days'
  const rules: { days: readonly Day[]; spans: string[]; season: Season | null }[] = []
  let season: Season | null = null
  for (const [index, token] of tokens.entries()) {
    const open = rules.at(-1)
    if (token.kind === 'season') season = token.season
    if (token.kind === 'days') {
      if (!daysFirst && open && open.days.length === 0) open.days = token.days
      else if (daysFirst || index === 0) rules.push({ days: token.days, spans: [], season })
    }
    if (token.kind === 'span') {
      const joins = open && open.season === season && (daysFirst || open.days.length === 0)
      if (joins) open.spans.push(token.span)
      else rules.push({ days: [], spans: [token.span], season })
    }
  }
  return rules.filter(({ spans }) => spans.length > 0)
}

const HOLIDAYS_OFF =
  /(?:except|excluding|excl\.?|not (?:on|including)|without|closed on|other than|salvo|excepto|excluyendo|menos|hors|sauf|à l'exception des|außer|ausgenommen|ausser|exceto|excluindo)[^.;\n]{0,60}?(?:holidays?|festivos|feriados|feiertag\w{0,2}|jours fériés)/i

export interface Hours {
  readonly osm: string
  /** The days are not printed: "office hours" was taken as Monday to Friday. */
  readonly daysAssumed: boolean
  readonly holidaysOff: boolean
}

export function openingHours(text: string): Hours | null {
  const rules = rulesOf(hourTokens(text))
  const workWords =
    /office|business|working|regular|oficina|laboral|bureau|ouvr|büro|geschäft|expediente|opening|operat|availab|servic|horario|hours/i.test(
      text,
    )
  if (rules.length === 0 || (rules.every(({ days }) => days.length === 0) && !workWords)) return null
  const seasons = rules.flatMap(({ season }) => season ?? [])
  const only =
    seasons.length > 0 && seasons.every((season) => seasonText(season) === seasonText(seasons[0] ?? season))
      ? seasons[0]
      : undefined
  const rest = only && wholeMonths(only) ? restOfYear(only) : null
  const write = ({ days, spans, season }: Rule): string => {
    const when = season ? seasonText(season) : rest ? seasonText(rest) : null
    return [when, dayText(days.length > 0 ? days : WORKWEEK), [...new Set(spans)].join(',')]
      .filter((part) => part)
      .join(' ')
  }
  const holidaysOff = HOLIDAYS_OFF.test(text)
  const osm = [...new Set(rules.map(write)), ...(holidaysOff ? ['PH off'] : [])].join('; ')
  return { osm, daysAssumed: rules.some(({ days }) => days.length === 0), holidaysOff }
}
