/** Which of a team's hours hold for somebody who asks, and what they say about this minute. */
import type { Audience, Coverage } from '../card/card-reading.ts'
import { isOpen, isRoundTheClock, nextChange, type Openness } from '../clock/calendar.ts'
import { parseHours, type Hours } from '../clock/hours.ts'
import { calendarDay, wallAt, zoneOf } from '../clock/wall-clock.ts'
import { saying, type Saying } from '../../words/say.ts'
import { from } from './from.ts'
import type { Closure, Reach, ReachCard, ReachFacts, ReachQuestion } from './reach.ts'

interface Judged {
  readonly row: Coverage
  /** null: not of the part of the syntax that is read. */
  readonly hours: Hours | null
  readonly open: Openness
}

export type Opening = Pick<Reach, 'open' | 'opensAt' | 'closesAt'> & {
  /** Of those who ask. */
  readonly rows: readonly Judged[]
  /** Of the others. */
  readonly others: readonly Judged[]
}

/** Hours edited on the card count before those of the document that they stand for. */
function rowsOf({ coverage, hours, availability }: ReachCard): readonly Coverage[] {
  const { osm, text, line } = hours
  const isIn = osm === null || coverage.some((row) => row.audience === 'public' && row.osm === osm)
  const rows = isIn ? coverage : coverage.filter(({ audience }) => audience !== 'public')
  const all =
    isIn || osm === null ? rows : [{ audience: 'public' as const, osm, text: text ?? osm, line: line ?? 0 }, ...rows]
  return all.length === 0 && availability === '24x7'
    ? [{ audience: 'public', osm: '24/7', text: '24/7', line: 0 }]
    : all
}

/** Hours for everybody hold for all; those for critical matters when it is urgent. */
export const audiencesOf = ({
  audience,
  urgency,
}: Pick<ReachQuestion, 'audience' | 'urgency'>): readonly Audience[] => [
  'public',
  ...(audience === 'public' ? [] : [audience]),
  ...(urgency === 'urgent' ? (['critical'] as const) : []),
]

/** Open where one of the hours is; not known where one cannot be told and none is open. */
export function openingFor(
  card: ReachCard,
  facts: Pick<ReachFacts, 'closures'>,
  at: string,
  audiences: readonly Audience[],
): Opening {
  const closures = facts.closures.days.map(({ date }) => date)
  const judged = judge(card, closures, at)
  const rows = judged.filter(({ row }) => audiences.includes(row.audience))
  const open = rows.some((row) => row.open === 'yes')
    ? 'yes'
    : rows.length === 0 || rows.some((row) => row.open === 'unknown')
      ? 'unknown'
      : 'no'
  const zone = card.timeZone.iana ?? ''
  return {
    open,
    opensAt: open === 'no' ? earliest(rows, zone, closures, at) : null,
    closesAt: open === 'yes' ? closing(rows, zone, closures, at) : null,
    rows,
    others: judged.filter((one) => !rows.includes(one)),
  }
}

function judge(card: ReachCard, closures: readonly string[], at: string): readonly Judged[] {
  return rowsOf(card).map((row) => {
    const parsed = parseHours(row.osm)
    const hours = parsed.ok ? parsed.value : null
    const always = hours !== null && isRoundTheClock(hours)
    return { row, hours, open: always ? 'yes' : isOpen(hours, card.timeZone.iana ?? '', closures, at) }
  })
}

function earliest(rows: readonly Judged[], zone: string, closures: readonly string[], at: string): string | null {
  const changes = rows.flatMap(({ hours }) => nextChange(hours, zone, closures, at) ?? [])
  return changes.reduce<string | null>((first, change) => (first === null || change < first ? change : first), null)
}

/** Hours of two kinds may follow each other without a gap: the first instant at which none of them is open. */
function closing(rows: readonly Judged[], zone: string, closures: readonly string[], at: string): string | null {
  if (rows.some(({ hours }) => hours === null || isRoundTheClock(hours))) return null
  const isAnyOpen = (instant: string): boolean =>
    rows.some(({ hours }) => isOpen(hours, zone, closures, instant) === 'yes')
  let instant: string | null = at
  for (let tried = 0; tried < 60; tried++) {
    instant = earliest(rows, zone, closures, instant)
    if (instant === null || !isAnyOpen(instant)) return instant
  }
  return null
}

/** Why it is open, closed or not known, with the line. */
export function hoursReasons(
  card: ReachCard,
  facts: Pick<ReachFacts, 'closures'>,
  at: string,
  opening: Opening,
): readonly Saying[] {
  const { rows, open } = opening
  const deciding = rows.find((row) => row.open === open) ?? rows[0]
  if (deciding === undefined) return [saying('reach.hours.unknown'), ...openForOthers(opening)]
  const { row, hours } = deciding
  const place = { osm: row.osm, ...from(row.line) }
  const whom = row.audience
  if (open === 'yes') return [saying('reach.hours.open', { ...place, whom })]
  if (open === 'unknown')
    return [hours === null ? saying('reach.hours.not-read', place) : saying('reach.hours.no-zone', place)]
  const closure = closureBehind(card, facts.closures.days, at, rows)
  const closed =
    closure === null
      ? saying('reach.hours.closed', { ...place, whom })
      : closure.region === undefined
        ? saying('reach.hours.closure', { ...place, name: closure.name })
        : saying('reach.hours.holiday', { ...place, name: closure.name, region: closure.region })
  return [closed, ...openForOthers(opening)]
}

/** A guard for constituents is worth knowing also for somebody who is none (P-15). */
const openForOthers = ({ others }: Opening): readonly Saying[] =>
  others
    .filter(({ open }) => open === 'yes')
    .map(({ row }) => saying('reach.hours.others', { whom: row.audience, osm: row.osm, ...from(row.line) }))

/** The holiday without which they would be open now or later today; yesterday's where a night shift would still run. */
function closureBehind(card: ReachCard, days: readonly Closure[], at: string, rows: readonly Judged[]): Closure | null {
  const zone = zoneOf(card.timeZone.iana ?? '')
  if (zone === null || days.length === 0) return null
  const { day } = wallAt(zone, Date.parse(at))
  const near = days.filter(({ date }) => date === calendarDay(day).iso || date === calendarDay(day - 1).iso)
  return (
    near.find((closure) => {
      const others = days.filter(({ date }) => date !== closure.date).map(({ date }) => date)
      return rows.some(({ hours }) => {
        if (isOpen(hours, zone.name, others, at) === 'yes') return true
        const next = closure.date === calendarDay(day).iso ? nextChange(hours, zone.name, others, at) : null
        return next !== null && wallAt(zone, Date.parse(next)).day === day
      })
    }) ?? null
  )
}

/** The hours that are open now and name the address: what stands there is read now, whoever asks (P-15). */
export const openRowNaming = ({ rows, others }: Opening, url: string): Coverage | null => {
  const bare = url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
  if (bare === '') return null
  return [...rows, ...others].find(({ row, open }) => open === 'yes' && row.text.includes(bare))?.row ?? null
}

/** Whether a closure could matter at all: round the clock knows no holidays. */
export const heedsHolidays = ({ rows }: Opening): boolean =>
  rows.some(({ hours }) => hours !== null && !isRoundTheClock(hours))
