/** Figures of a period over all cases, each beside the same of the period before. Pure: what is open "now" is given. */
import { closingCodes, workPhases } from '../case/vocabulary.ts'
import { bands } from '../order/ladder.ts'
import { zoneOf } from '../clock/wall-clock.ts'
import { classOf, isCounted, isIn, isOpenAt, type CaseFigures, type Span } from './case-figures.ts'
import { countedRows, periodFilter, type RowKind } from './count-rows.ts'
import { heatOf, heatSaid } from './heat.ts'
import { median, minutesBetween } from './median.ts'
import { boundsOf, periodBefore } from './period.ts'
import { seriesOf } from './series.ts'
import { fewest, type Figure, type Statistics, type StatisticsPeriod, type StatisticsRow } from './statistics-view.ts'

export interface StatisticsAsk {
  readonly period: StatisticsPeriod
  /** IANA name: where days and hours are those of the team. */
  readonly zone: string
  /** UTC ISO. */
  readonly now: string
  /** Until when the first response was promised, UTC ISO. */
  readonly responseDue: (one: CaseFigures) => string
  /** What the policy in force calls a rung, and its place from 1. */
  readonly rung: (id: number) => { readonly name: string; readonly at: number } | null
}

export function statisticsOf(all: readonly CaseFigures[], ask: StatisticsAsk): Statistics {
  const { period, zone, now } = ask
  const before = periodBefore(period)
  const [here, there] = [boundsOf(period, zone), boundsOf(before, zone)]
  const cases = all.filter(isCounted)
  const opened = cases.filter(({ openedAt }) => isIn(openedAt, here))
  const openedBefore = cases.filter(({ openedAt }) => isIn(openedAt, there))
  const closed = cases.filter(({ closedAt }) => isIn(closedAt, here))
  const closedBefore = cases.filter(({ closedAt }) => isIn(closedAt, there))
  const end = here.to < now ? here.to : now
  const open = cases.filter((one) => isOpenAt(one, end))
  const rows = (kind: RowKind): readonly StatisticsRow[] => countedRows(kind, opened, openedBefore, period)
  const heat = heatOf(opened, zoneOf(zone))
  return {
    period,
    before,
    opened: count(opened, openedBefore),
    closed: count(closed, closedBefore),
    promisesKept: kept(opened, openedBefore, ask),
    firstResponse: medianOf(opened, openedBefore, ({ openedAt, respondedAt }) => span(openedAt, respondedAt)),
    resolution: medianOf(closed, closedBefore, ({ openedAt, closedAt }) => span(openedAt, closedAt)),
    openAtEnd: count(
      open,
      cases.filter((one) => isOpenAt(one, here.from)),
    ),
    series: seriesOf({ opened, closed, openedBefore }, here.days, there.days, zone),
    byClass: rows({ of: classOf, name: () => '', filter: (key) => (key === 'none' ? null : `class:${key}`) }),
    byRung: byRung(opened, openedBefore, ask),
    byConstituent: rows({
      of: ({ constituent }) => constituent ?? 'none',
      name: (key) => (key === 'none' ? '' : key),
      filter: (key) => (key === 'none' ? 'org:none' : key.includes('"') ? null : `org:"${key}"`),
    }),
    byBand: bands.map((band) => byBand(band, opened, openedBefore, ask)),
    byClosing: closingCodes.map((code) => ({
      key: code,
      name: '',
      count: closed.filter(({ closing }) => closing === code).length,
      before: closedBefore.filter(({ closing }) => closing === code).length,
      filter: null,
    })),
    inPhase: inPhase(cases, here),
    heat,
    heatSaid: heatSaid(heat),
    openAge: openAge(open, end),
  }
}

const count = (now: readonly unknown[], before: readonly unknown[]): Figure => ({
  value: now.length,
  before: before.length,
  n: now.length,
})

const span = (from: string, to: string | null): readonly number[] => (to === null ? [] : [minutesBetween(from, to)])

function medianOf(
  now: readonly CaseFigures[],
  before: readonly CaseFigures[],
  of: (one: CaseFigures) => readonly number[],
): Figure {
  const values = now.flatMap(of)
  return { value: median(values), before: median(before.flatMap(of)), n: values.length }
}

interface Promises {
  readonly kept: number
  /** Answered, or past its time: one that still runs is neither kept nor broken. */
  readonly promised: number
}

function promisesOf(cases: readonly CaseFigures[], { responseDue, now }: StatisticsAsk): Promises {
  let [keptCount, promised] = [0, 0]
  for (const one of cases) {
    const due = responseDue(one)
    if (one.respondedAt === null && due >= now) continue
    promised += 1
    if (one.respondedAt !== null && one.respondedAt <= due) keptCount += 1
  }
  return { kept: keptCount, promised }
}

const share = ({ kept: some, promised }: Promises): number | null => (promised < fewest ? null : some / promised)

function kept(now: readonly CaseFigures[], before: readonly CaseFigures[], ask: StatisticsAsk): Figure {
  const promises = promisesOf(now, ask)
  return { value: share(promises), before: share(promisesOf(before, ask)), n: promises.promised }
}

function byBand(
  band: CaseFigures['band'],
  opened: readonly CaseFigures[],
  before: readonly CaseFigures[],
  ask: StatisticsAsk,
): Statistics['byBand'][number] {
  const here = opened.filter((one) => one.band === band)
  return {
    key: band,
    name: '',
    count: here.length,
    before: before.filter((one) => one.band === band).length,
    filter: `${band.toLowerCase()} ${periodFilter(ask.period)}`,
    ...promisesOf(here, ask),
  }
}

/** In the order of the policy; those of no listed type last. */
function byRung(
  opened: readonly CaseFigures[],
  before: readonly CaseFigures[],
  { period, rung }: StatisticsAsk,
): readonly StatisticsRow[] {
  const place = ({ key }: StatisticsRow): number => rung(Number(key))?.at ?? 1_000
  return countedRows(
    {
      of: (one) => (one.rung === null ? 'none' : String(one.rung)),
      name: (key) => (key === 'none' ? '' : (rung(Number(key))?.name ?? '')),
      filter: (key) => `rung:${key}`,
    },
    opened,
    before,
    period,
  ).toSorted((a, b) => place(a) - place(b))
}

function inPhase(cases: readonly CaseFigures[], here: Span): Statistics['inPhase'] {
  return workPhases.flatMap((phase) => {
    const left = cases.flatMap(({ spans }) =>
      spans.flatMap(({ phase: its, from, to }) =>
        its === phase && to !== null && isIn(to, here) ? [minutesBetween(from, to)] : [],
      ),
    )
    return phase === 'analysis' && left.length === 0 ? [] : [{ phase, minutes: median(left), n: left.length }]
  })
}

const ages = [1, 3, 7, 14, 30, 90] as const

/** "0-1", "1-3", … "90+": days since the opening. */
function openAge(open: readonly CaseFigures[], end: string): readonly StatisticsRow[] {
  const days = open.map(({ openedAt }) => minutesBetween(openedAt, end) / 1_440)
  return [0, ...ages].map((from, at) => {
    const to = ages[at]
    return {
      key: to === undefined ? `${from}+` : `${from}-${to}`,
      name: '',
      count: days.filter((age) => age >= from && (to === undefined || age < to)).length,
      before: 0,
      filter: null,
    }
  })
}
