/** Times that came without a zone, once a person has said which: read anew from their own words, and nothing else is touched. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import { completenessOf } from '../report/completeness.ts'
import type { ReportReading } from '../report/report-reading.ts'
import { inZone, readTime, type TimeHints } from '../report/times.ts'
import { zoneOf } from '../report/zones.ts'

export interface Given {
  /** A name or an offset: "UTC", "+01:00", "Europe/Madrid". */
  readonly zone: string
  readonly order: TimeHints['order']
  /** Who says so. */
  readonly code: string
}

/** @returns `zone-unknown` for what is no zone or has several meanings. */
export function giveZone(report: ReportReading, { zone, order, code }: Given): Result<ReportReading, Saying> {
  const known = zoneOf(zone.trim())
  if (known === null || known === 'ambiguous') return fail(saying('zone-not-read', { zone }))
  const events = report.events.map((event) => {
    if (event.at !== null || event.atText === null) return event
    const read = readTime(event.atText, { order })
    const at = read === null ? null : inZone(read, known).at
    return at === null ? event : { ...event, at, zoneKnown: true }
  })
  const open = events.some(({ at, atText }) => at === null && atText !== null)
  const findings = report.findings.filter(({ code: about }) => open || !about.startsWith('report.time-'))
  const hasLog = report.completeness.present.includes('log-file')
  const said = saying('report.zone-given', { zone, code })
  return ok({ ...report, events, findings: [...findings, said], completeness: completenessOf(events, hasLog) })
}
