/** What happened, apart from what we did: each event with its time as it was told; events of the reports are put here one by one. */
import { Plus, TriangleAlert } from 'lucide-react'
import type { CaseExchange } from '../../../shared/domain/case/case.ts'
import type { ReportEvent } from '../../../shared/domain/report/report-reading.ts'
import { intakes } from '../../state/exchanges.ts'
import type { Command } from '../../state/open-case.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { useCaseDesk } from './case-desk.ts'
import { EventDialog } from './event-dialogs.tsx'
import { Panel } from './panel.tsx'
import { asTimelineEvent, inTime, whatHappened } from './report-events.ts'
import { Instant, Timeline } from './timeline.tsx'

/** More reports than this are read on their own pages. */
const most = 20

export function TimelineTab() {
  const { view, open, closed } = useCaseDesk()
  const { events, exchanges } = view.state
  const reports = exchanges.filter(({ direction }) => direction === 'in').slice(0, most)
  const add = (
    <ActionButton
      keys="v"
      label={t('casework.event-add')}
      icon={<Plus aria-hidden />}
      disabled={closed}
      onAct={() => open(EventDialog)}
    />
  )
  if (events.length + reports.length === 0)
    return <Empty kind="none" title={t('casework.timeline-none')} action={add} />
  return (
    <div className="pad stack">
      <div className="tab-actions">{add}</div>
      <Panel title={t('casepage.tab.timeline')} note={t('casework.timeline-note', { n: events.length })}>
        <Timeline events={inTime(events)} acts />
      </Panel>
      {reports.map((report) => (
        <Report key={report.exchange} report={report} />
      ))}
    </div>
  )
}

function Report({ report }: { readonly report: CaseExchange }) {
  const { view, closed } = useCaseDesk()
  const { number, events } = view.state
  const told = intakes.use(report.exchange).value?.report?.events ?? []
  const lines = told.map((event) => ({ event, command: asTimelineEvent(event, report, events) }))
  return (
    <Panel title={t('casework.report-of', { name: report.partner })} note={report.subject}>
      {lines.length === 0 ? (
        <p className="box-note">{t('casework.report-no-event')}</p>
      ) : (
        <ol className="timeline">
          {lines.map(({ event, command }, at) => (
            <li key={at}>
              <ReportInstant event={event} />
              <p className="mono grow">{whatHappened(event)}</p>
              <Put command={command} disabled={closed} onPut={(event) => void act(number, event)} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

interface PutProps {
  readonly command: ReturnType<typeof asTimelineEvent>
  readonly disabled: boolean
  readonly onPut: (event: Command) => void
}

function Put({ command, disabled, onPut }: PutProps) {
  if (command === 'there') return <span className="dim">{t('casework.event-there')}</span>
  if (command === 'timeless') return <span />
  return (
    <Button disabled={disabled} onPress={() => onPut(command)}>
      {t('casework.event-put')}
    </Button>
  )
}

const ReportInstant = ({ event }: { readonly event: ReportEvent }) =>
  event.at === null && event.atText === null ? (
    <span className="warn-text">
      <TriangleAlert aria-hidden /> {t('casepage.no-time')}
    </span>
  ) : (
    <span>
      <Instant at={event.at} />
      <small className="dim">{event.atText === null ? '' : t('casepage.written', { text: event.atText })}</small>
    </span>
  )
