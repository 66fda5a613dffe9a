/** What the report says: events kept apart, how complete it is, what was recognised, and what is odd about it. */
import { Check, Mail, TriangleAlert } from 'lucide-react'
import type { Observable } from '../../../shared/domain/observable/observable.ts'
import type { ReportEvent, ReportField, ReportReading } from '../../../shared/domain/report/report-reading.ts'
import { reportFields } from '../../../shared/domain/report/report-reading.ts'
import type { Intake } from '../../../shared/ipc/views.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { ActionButton } from '../../ui/button.tsx'
import { sentence, t } from '../../ui/t.ts'
import { observablesOf } from './observables-of.ts'
import { ZoneQuestion } from './zone-question.tsx'

interface Props {
  readonly intake: Intake
  readonly onAsk: () => void
}

export function ReadingColumn({ intake: { report, exchange }, onAsk }: Props) {
  const events = report?.events ?? []
  const findings = [...(exchange.message?.findings ?? []), ...(report?.findings ?? [])]
  return (
    <section className="intake-reading" aria-labelledby="intake-says">
      <h2 id="intake-says" className="column-head">
        {t('intake.says')} <small>{heading(exchange, events.length)}</small>
      </h2>
      <div className="column-scroll" tabIndex={0} role="group" aria-labelledby="intake-says">
        {events.length === 0 ? (
          <p className="column-note">
            {exchange.message === null && exchange.call === null
              ? t('intake.says-unopened-why')
              : t('intake.says-nothing-why')}
          </p>
        ) : (
          <Events events={events} />
        )}
        {report === null ? null : <ZoneQuestion exchange={exchange.id} report={report} />}
        {report === null ? null : <Completeness report={report} onAsk={onAsk} />}
        {report === null ? null : <Observables report={report} />}
        <Findings findings={findings.map(sentence)} />
        <Attachments exchange={exchange} />
      </div>
    </section>
  )
}

function heading({ message, call }: Intake['exchange'], events: number): string {
  if (message === null && call === null) return t('intake.says-unopened')
  return events === 0 ? t('intake.says-nothing') : t('intake.says-events', { n: events })
}

function Events({ events }: { readonly events: readonly ReportEvent[] }) {
  return (
    <table className="plain-table events">
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{t('intake.when')}</th>
          <th scope="col">{t('intake.from')}</th>
          <th scope="col">{t('intake.to')}</th>
        </tr>
      </thead>
      <tbody>{events.slice(0, 500).map((event, index) => eventRow(event, index))}</tbody>
    </table>
  )
}

function eventRow(event: ReportEvent, index: number) {
  const zoneMissing = event.atText !== null && !event.zoneKnown
  return (
    <tr key={index} className={zoneMissing ? 'needs' : ''}>
      <td>{index + 1}</td>
      <td>
        <When event={event} />
      </td>
      <td>
        <End hosts={event.sourceIps.map(ip)} ports={event.sourcePorts} protocol={event.protocol} />
      </td>
      <td>
        <End hosts={targetsOf(event)} ports={event.destinationPorts} protocol={event.protocol} />
      </td>
    </tr>
  )
}

/** With seconds, because logs are compared by them. */
const EventTime = ({ at }: { readonly at: string }) => (
  <time className="mono" dateTime={at}>
    {at.slice(0, 19).replace('T', ' ')}Z
  </time>
)

function When({ event }: { readonly event: ReportEvent }) {
  const where = event.lines === null ? '' : t('page.line', { line: event.lines[0] })
  const written = event.atText === null ? '' : t('intake.written', { text: event.atText })
  return (
    <>
      {event.at !== null ? (
        <EventTime at={event.at} />
      ) : (
        <strong className="warn-text">
          <TriangleAlert aria-hidden /> {event.atText === null ? t('intake.time-missing') : t('intake.zone-missing')}
        </strong>
      )}
      <small>{[where, written].filter((part) => part !== '').join(', ')}</small>
    </>
  )
}

const ip = (value: string): Observable => ({ type: 'ip', value })

const targetsOf = ({ destinationIps, domains, urls }: ReportEvent): readonly Observable[] => [
  ...destinationIps.map(ip),
  ...domains.map((value): Observable => ({ type: 'domain', value })),
  ...urls.map((value): Observable => ({ type: 'url', value })),
]

interface EndProps {
  readonly hosts: readonly Observable[]
  readonly ports: readonly number[]
  readonly protocol: string | null
}

function End({ hosts, ports, protocol }: EndProps) {
  const port = ports.length === 0 ? t('intake.no-port') : t('intake.port', { n: ports.length, ports: ports.join(', ') })
  return (
    <>
      <span className="mono">
        {hosts.length === 0 ? t('intake.not-given') : hosts.slice(0, 20).map(defang).join(' ')}
      </span>
      <small>{protocol === null ? port : `${port}, ${protocol}`}</small>
    </>
  )
}

function Completeness({ report, onAsk }: { readonly report: ReportReading; readonly onAsk: () => void }) {
  const { present, missing } = report.completeness
  return (
    <section aria-labelledby="intake-complete">
      <h3 id="intake-complete" className="sub-head">
        {t('intake.complete')}
        <span>{t('intake.complete-of', { present: present.length, of: reportFields.length })}</span>
      </h3>
      <ul className="meter" aria-hidden>
        {reportFields.map((field) => (
          <li key={field} className={present.includes(field) ? 'given' : 'missing'} />
        ))}
      </ul>
      <ul className="meter-list">{reportFields.map((field) => fieldLine(field, present.includes(field)))}</ul>
      {missing.length === 0 ? null : (
        <ActionButton
          keys="m"
          label={t('intake.ask', { n: missing.length })}
          icon={<Mail aria-hidden />}
          onAct={onAsk}
        />
      )}
    </section>
  )
}

const fieldLine = (field: ReportField, given: boolean) => (
  <li key={field} className={given ? 'given' : 'missing'}>
    {given ? <Check aria-hidden /> : <TriangleAlert aria-hidden />}
    <span>{t(`intake.field.${field}`)}</span>
    <span>{given ? t('intake.given') : t('intake.not-given')}</span>
  </li>
)

function Observables({ report }: { readonly report: ReportReading }) {
  const found = observablesOf(report)
  return (
    <section aria-labelledby="intake-observables">
      <h3 id="intake-observables" className="sub-head">
        {t('intake.observables')} <small>{t('intake.observables-found', { n: found.length })}</small>
      </h3>
      <ul className="value-list">
        {found.slice(0, 500).map(({ value, type, events }) => (
          <li key={value}>
            <span className="mono">{defang({ type, value })}</span>
            <span>{type}</span>
            <span>{t('intake.in-events', { n: events })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Findings({ findings }: { readonly findings: readonly string[] }) {
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="intake-findings">
      <h3 id="intake-findings" className="sub-head">
        {t('intake.findings')}
      </h3>
      <ul className="note-list">
        {findings.map((text, index) => (
          <li key={index}>
            <TriangleAlert aria-hidden /> {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Attachments({ exchange }: { readonly exchange: Intake['exchange'] }) {
  const attachments = exchange.message?.attachments ?? []
  if (attachments.length === 0) return null
  return (
    <section aria-labelledby="intake-attachments">
      <h3 id="intake-attachments" className="sub-head">
        {t('intake.attachments')}
      </h3>
      <ul className="value-list">
        {attachments.map(({ name, type, sha256 }) => (
          <li key={name}>
            <span>{name}</span>
            <span>{type}</span>
            <span className="mono">{sha256.slice(0, 16)}…</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
