/** What happened: the events of the reports in this case, with the original text and zone of every time. */
import { TriangleAlert } from 'lucide-react'
import { defang } from '../../../shared/domain/observable/refang.ts'
import type { CaseExchange, CaseState } from '../../../shared/domain/case/case.ts'
import type { ReportEvent } from '../../../shared/domain/report/report-reading.ts'
import { intakes } from '../../state/exchanges.ts'
import { Empty } from '../../ui/empty.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'

/** More reports than this are read on their own pages. */
const most = 20

export function TimelineTab({ state }: { readonly state: CaseState }) {
  const reports = state.exchanges.filter(({ direction }) => direction === 'in').slice(0, most)
  if (reports.length === 0) return <Empty kind="none" title={t('casepage.timeline-none')} />
  return (
    <div className="pad stack">
      {reports.map((report) => (
        <Report key={report.exchange} report={report} />
      ))}
    </div>
  )
}

function Report({ report }: { readonly report: CaseExchange }) {
  const { value } = intakes.use(report.exchange)
  const events = value?.report?.events ?? []
  return (
    <section className="panel" aria-label={report.subject}>
      <h2 className="panel-head">
        {report.partner} <small>{report.subject}</small>
        <span className="mono">{formatTime(report.at, 'day-time')}</span>
      </h2>
      {events.length === 0 ? (
        <p className="box-note">{t('casepage.timeline-none')}</p>
      ) : (
        <ol className="timeline">
          {events.map((event, at) => (
            <Event key={at} event={event} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Event({ event }: { readonly event: ReportEvent }) {
  return (
    <li>
      {event.at === null ? (
        <span className="warn-text">
          <TriangleAlert aria-hidden /> {event.atText === null ? t('casepage.no-time') : t('casepage.no-zone')}
        </span>
      ) : (
        <time className="mono" dateTime={event.at}>
          {event.at.slice(0, 19).replace('T', ' ')}Z
        </time>
      )}
      <div>
        <p className="mono">{what(event)}</p>
        {event.atText === null ? null : <small className="dim">{t('casepage.written', { text: event.atText })}</small>}
      </div>
    </li>
  )
}

function what(event: ReportEvent): string {
  const from = event.sourceIps.map((value) => defang({ type: 'ip', value }))
  const to = [
    ...event.destinationIps.map((value) => defang({ type: 'ip', value })),
    ...event.domains.map((value) => defang({ type: 'domain', value })),
    ...event.urls.map((value) => defang({ type: 'url', value })),
  ]
  return [from.join(' '), to.join(' ')].filter((part) => part !== '').join(' → ')
}
