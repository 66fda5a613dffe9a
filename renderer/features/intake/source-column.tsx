/** Shows what came in as it is: numbered lines, a solid edge where the signature holds, a dotted one where nothing does. */
import { useMemo } from 'react'
import type { MessageView } from '../../../shared/ipc/views.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import { t } from '../../ui/t.ts'
import { sourceLines, type Piece } from './source-lines.ts'

/** Rendering more at once would make a long mail slow; the whole text is on the exchange's page. */
const mostLines = 3_000

interface Props {
  readonly message: MessageView
  readonly report: ReportReading | null
}

export function SourceColumn({ message, report }: Props) {
  const lines = useMemo(
    () => sourceLines(message.text, report?.events ?? []).slice(0, mostLines),
    [message.text, report],
  )
  const signed = message.protection.signature === 'good' || message.protection.signature === 'partial'
  return (
    <section className="intake-source" aria-labelledby="intake-came-in">
      <h2 id="intake-came-in" className="column-head">
        {t('intake.came-in')} <small>{t('intake.came-in-note')}</small>
      </h2>
      <div className="source-scroll" tabIndex={0} role="group" aria-labelledby="intake-came-in">
        <Outside message={message} />
        {message.protectedSubject === null ? null : (
          <p className={signed ? 'source-lines signed source-subject' : 'source-lines unsigned source-subject'}>
            {t('intake.subject')}: {message.protectedSubject}
          </p>
        )}
        <Lines lines={lines} look={signed ? 'signed' : 'unsigned'} />
      </div>
      <p className="source-legend">
        <span className="legend-signed">{t('intake.legend-signed')}</span>
        <span className="legend-unsigned">{t('intake.legend-unsigned')}</span>
        <span className="legend-read">{t('intake.legend-read')}</span>
        <span className="legend-needs">{t('intake.legend-needs')}</span>
      </p>
    </section>
  )
}

/** What was told or seen, as it was written down. */
export function ToldColumn({ text, report }: { readonly text: string; readonly report: ReportReading | null }) {
  const lines = useMemo(() => sourceLines(text, report?.events ?? []).slice(0, mostLines), [text, report])
  return (
    <section className="intake-source" aria-labelledby="intake-came-in">
      <h2 id="intake-came-in" className="column-head">
        {t('intake.came-in')}
      </h2>
      <div className="source-scroll" tabIndex={0} role="group" aria-labelledby="intake-came-in">
        <Lines lines={lines} look="unsigned" />
      </div>
    </section>
  )
}

function Lines({
  lines,
  look,
}: {
  readonly lines: ReturnType<typeof sourceLines>
  readonly look: 'signed' | 'unsigned'
}) {
  return (
    <ol className={`source-lines ${look}`}>
      {lines.map(({ number, pieces }) => (
        <li key={number} value={number}>
          {pieces.map(piece)}
        </li>
      ))}
    </ol>
  )
}

const piece = ({ text, mark }: Piece, index: number) =>
  mark === null ? (
    <span key={index}>{text}</span>
  ) : (
    <mark key={index} className={mark}>
      {text}
    </mark>
  )

/** Header lines and text around the protected part, as they came: never covered by a signature; a protected subject stands inside. */
function Outside({ message }: Pick<Props, 'message'>) {
  return (
    <ul className="source-lines unsigned outside">
      <li>
        {t('intake.from')}: {message.from}
      </li>
      <li>
        {t('intake.subject')}: {message.outerSubject}
      </li>
      {message.outside === ''
        ? null
        : message.outside
            .split('\n')
            .slice(0, mostLines)
            .map((line, index) => <li key={index}>{line}</li>)}
    </ul>
  )
}
