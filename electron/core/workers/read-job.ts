/** Reads texts of others in a thread that can be killed: a team's document into a card, a message into a report. */
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { ReportSource } from '../../../shared/domain/report/report-source.ts'
import type { Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { runJob } from './run-job.ts'

export type ReadJob =
  | { readonly read: 'card'; readonly text: string; readonly now: string }
  | { readonly read: 'report'; readonly source: ReportSource }

const limits = { seconds: 10, megabytes: 256 }

/** `now` is UTC ISO. @returns the reading; `card-too-large` or `worker-stopped`. */
export const readCardApart = (text: string, now: string): Promise<Result<CardReading, Saying>> =>
  runJob('read-worker', { read: 'card', text, now } satisfies ReadJob, limits)

/** @returns the reading or `worker-stopped`. */
export const readReportApart = (source: ReportSource): Promise<Result<ReportReading, Saying>> =>
  runJob('read-worker', { read: 'report', source } satisfies ReadJob, limits)
