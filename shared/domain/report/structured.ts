/** What a reader of one structured form of report gives back; null from a reader means "this is not my form". */
import type { Code, Saying } from '../../words/say.ts'
import { saying } from '../../words/say.ts'
import type { ReadTime, TimeHints } from './times.ts'
import type { ReportEvent, ReportReading } from './report-reading.ts'
import type { KnownZone } from './zones.ts'

export interface Structured {
  readonly kind: ReportReading['kind']
  readonly events: readonly ReportEvent[]
  /** The sender's own number of this report. */
  readonly ticket: string | null
  /** Address of the reporter, where the form names one. */
  readonly reporter: string | null
  /** What the form says that happened, in its own words: "login_attack", "abuse phishing". */
  readonly says: string
  readonly findings: readonly Saying[]
  /** The text that it was read from, where that is not the message's own. */
  readonly words?: string
}

/** What the letter says once for everything in it. */
export interface Stated {
  readonly zone: KnownZone | null
  readonly hints: TimeHints
  /** UTC ISO of the Date field: tells the year of log lines; null where it is not known. */
  readonly sentAt: string | null
  /** The only date of the letter that has no clock beside it: that of clocks that stand alone in its tables. */
  readonly day: string | null
  /** What "Port" alone means here: the one that is open or served at the source, or the one that was attacked. */
  readonly portIs: 'source' | 'destination'
  /** The mail says that something was attacked or looked for. */
  readonly attacks: boolean
  /** And more: that somebody was broken into or put out of service. */
  readonly hasVictim: boolean
}

const troubleWords = {
  'no-zone': 'report.time-no-zone',
  'ambiguous-zone': 'report.time-zone-ambiguous',
  'ambiguous-date': 'report.time-date-ambiguous',
  'no-year': 'report.time-no-year',
} as const satisfies Record<NonNullable<ReadTime['trouble']>, Code>

/** One finding for each kind of trouble, with the first time that has it. */
export function timeFindings(times: readonly (ReadTime | null)[]): readonly Saying[] {
  const first = new Map<keyof typeof troubleWords, { readonly text: string; count: number }>()
  for (const time of times) {
    if (time === null || time.trouble === null) continue
    const seen = first.get(time.trouble)
    if (seen === undefined) first.set(time.trouble, { text: time.atText.slice(0, 60), count: 1 })
    else seen.count += 1
  }
  return [...first].map(([trouble, { text, count }]) => saying(troubleWords[trouble], { text, count }))
}
