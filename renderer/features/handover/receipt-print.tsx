/** The receipt on paper: who gave what to whom and when, by file and hash, the numbers of the lines; no content of a case. */
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { me } from '../../state/me.ts'
import { useNow } from '../../ui/now.ts'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { isTicked, linesOf, numberOf, tickedOf } from './lines.ts'
import { ReceiptSteps } from './receipt-steps.tsx'

export function ReceiptPrint({ view }: { readonly view: HandoverView }) {
  const now = new Date(useNow()).toISOString()
  const code = me.use().value?.analyst.code ?? ''
  const { shift } = view
  const lines = tickedOf(linesOf(view))
  const read = lines.filter(({ line }) => line.read).length
  return (
    <section className="receipt-print" aria-hidden>
      <h2>{t('handover.paper-title')}</h2>
      <p>
        {t('handover.paper-shift')} {formatTime(shift.from, 'weekday')} – {formatTime(shift.until, 'weekday')},{' '}
        {shift.by} → {view.given?.to ?? shift.to}
      </p>
      <ReceiptSteps view={view} read={read} of={lines.length} />
      <h3>{t('handover.paper-lines')}</h3>
      <ul>
        {lines.filter(isTicked).map((line) => (
          <li key={line.key}>
            <span className="mono">{numberOf(line) ?? t('handover.own')}</span>, {t(`handover.${line.list}`)}
            {view.state === 'taken' ? `, ${t(line.line.read ? 'handover.was-read' : 'handover.not-read')}` : ''}
          </li>
        ))}
      </ul>
      <p>{t('handover.paper-foot', { at: formatTime(now, 'iso'), code })}</p>
    </section>
  )
}
