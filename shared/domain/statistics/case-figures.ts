/** The little of a case that figures are made from: held for every one of 100,000. */
import type { ClosingCode } from '../case/vocabulary.ts'
import type { Band } from '../order/ladder.ts'
import type { PhaseSpan } from './phase-spans.ts'

/** Times are UTC ISO with milliseconds, so that they compare as text. */
export interface CaseFigures {
  readonly id: string
  readonly rsit: string | null
  readonly rung: number | null
  /** By the policy in force. */
  readonly band: Band
  readonly constituent: string | null
  readonly openedAt: string
  readonly respondedAt: string | null
  /** Of a case that was opened again, the last closing; null while it is open. */
  readonly closedAt: string | null
  readonly closing: ClosingCode | null
  readonly spans: readonly PhaseSpan[]
}

/** Exercises and tests of the desk itself are no incidents (RSIT class "test"). */
export const isCounted = ({ rsit }: Pick<CaseFigures, 'rsit'>): boolean =>
  rsit !== 'test' && rsit?.startsWith('test/') !== true

/** First part of the taxonomy, `none` where a case has no class yet. */
export const classOf = ({ rsit }: Pick<CaseFigures, 'rsit'>): string => rsit?.split('/')[0] ?? 'none'

/** From this instant on, before that one. */
export interface Span {
  readonly from: string
  readonly to: string
}

export const isIn = (at: string | null, { from, to }: Span): boolean => at !== null && at >= from && at < to

/** It stood in a phase then: neither not yet opened nor closed. */
export const isOpenAt = ({ spans }: CaseFigures, at: string): boolean =>
  spans.some(({ from, to }) => from <= at && (to === null || to > at))
