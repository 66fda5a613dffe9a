/** Opening hours as a sentence: what a person reads out, beside the notation that they are kept in. */
import { parseHours, type HoursRule } from '../../../shared/domain/clock/hours.ts'
import { t } from '../../ui/t.ts'
import { clockOf, weekdays } from './week.ts'

/** Null where the notation is not of the part that is read. */
export function hoursWords(osm: string): string | null {
  if (osm.trim() === '24/7') return t('cardpage.hours-always')
  const read = parseHours(osm)
  return read.ok ? read.value.rules.map(ruleWords).join('; ') : null
}

function ruleWords(rule: HoursRule): string {
  const spans = rule.spans.length === 0 ? t('cardpage.hours-closed') : rule.spans.map(spanWords).join(', ')
  const rest = t('cardpage.hours-and', { days: daysWords(rule), spans })
  const seasons = rule.seasons.map(([from, to]) =>
    from === to ? dateWords(from) : range(dateWords(from), dateWords(to)),
  )
  return seasons.length === 0 ? rest : t('cardpage.hours-season', { season: seasons.join(', '), rest })
}

const range = (from: string, to: string): string => t('cardpage.hours-to', { from, to })

const spanWords = ({ from, to }: HoursRule['spans'][number]): string =>
  range(clockOf(from), to === 1440 ? '24:00' : clockOf(to))

/** 1224 to "12-24". */
const dateWords = (date: number): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(date / 100))}-${two(date % 100)}`
}

function daysWords({ days, nthDays, holidays }: HoursRule): string {
  const runs = runsOf(days)
  const named = runs.map(([from, to]) => (from === to ? name(from) : range(name(from), name(to))))
  const nth = nthDays.map(({ weekday, nth: n }) =>
    n < 0 ? t('cardpage.hours-last', { day: name(weekday) }) : t('cardpage.hours-nth', { day: name(weekday), n }),
  )
  return [...named, ...nth, ...(holidays ? [t('cardpage.hours-holidays')] : [])].join(', ')
}

const name = (weekday: number): string => t(`day.${weekdays.find((one) => one === weekday) ?? 0}`)

function runsOf(days: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const day of days.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  return runs
}
