/** The figures of a period as pages, files and the command line show them. */
import type { Saying } from '../../words/say.ts'

/** Days of the team's zone, both included: YYYY-MM-DD. */
export interface StatisticsPeriod {
  readonly from: string
  readonly to: string
}

/** A count with its "before", so that a number never stands alone. */
export interface Figure {
  readonly value: number | null
  readonly before: number | null
  /** Of how many, for medians and shares; below 5 no share is shown. */
  readonly n: number
}

export interface StatisticsRow {
  readonly key: string
  /** Where the key is a name itself (a constituent, a rung); else empty, and the key has words. */
  readonly name: string
  readonly count: number
  readonly before: number
  /** Queue filter that lists exactly these, where one can. */
  readonly filter: string | null
}

export interface Statistics {
  readonly period: StatisticsPeriod
  readonly before: StatisticsPeriod
  readonly opened: Figure
  readonly closed: Figure
  /** Share 0 to 1 of first responses in time. */
  readonly promisesKept: Figure
  /** Median minutes. */
  readonly firstResponse: Figure
  readonly resolution: Figure
  readonly openAtEnd: Figure
  /** One row a day, or a week in periods over 92 days; `day` is its first. */
  readonly series: readonly {
    readonly day: string
    readonly opened: number
    readonly closed: number
    readonly openedBefore: number
  }[]
  readonly byClass: readonly StatisticsRow[]
  readonly byRung: readonly StatisticsRow[]
  readonly byConstituent: readonly StatisticsRow[]
  readonly byBand: readonly (StatisticsRow & { readonly kept: number; readonly promised: number })[]
  readonly byClosing: readonly StatisticsRow[]
  /** Median minutes in each phase, of cases that left it in the period. */
  readonly inPhase: readonly { readonly phase: string; readonly minutes: number | null; readonly n: number }[]
  /** [weekday 0 = Monday][hour], in the team's zone: cases opened. */
  readonly heat: readonly (readonly number[])[]
  readonly heatSaid: Saying
  /** Age of what is open at the end, in days. */
  readonly openAge: readonly StatisticsRow[]
}

/** Below it no share is shown, and in a statement for others no number. */
export const fewest = 5
