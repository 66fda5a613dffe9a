/** What is special about a case, before its title: to be escalated, placed against its rung, urgent, asleep until a day. */
import { ArrowUpFromLine, MoonStar, Pin, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import type { QueueRow } from '../../../shared/ipc/views.ts'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'

interface Props {
  readonly row: QueueRow
  /** The place of the rung that it was placed on. */
  readonly placedAt: number | null
}

export function RowMarks({ row, placedAt }: Props) {
  return (
    <>
      {row.escalate ? (
        <Mark name={t('queue.mark.escalate')} tone="soon">
          <ArrowUpFromLine aria-hidden />
        </Mark>
      ) : null}
      {row.place === null ? null : (
        <Mark name={t('queue.mark.placed', { at: placedAt ?? row.place })}>
          <Pin aria-hidden />
        </Mark>
      )}
      {row.urgent ? (
        <Mark name={t('queue.mark.urgent')}>
          <Zap aria-hidden />
        </Mark>
      ) : null}
      {row.wakeAt === null ? null : (
        <Mark name={t('queue.mark.wake', { at: formatTime(row.wakeAt, 'day-time') })}>
          <MoonStar aria-hidden />
          <span aria-hidden>{formatTime(row.wakeAt, 'day').slice(0, 6).trim()}</span>
        </Mark>
      )}
    </>
  )
}

function Mark({
  name,
  tone = 'dim',
  children,
}: {
  readonly name: string
  readonly tone?: string
  readonly children: ReactNode
}) {
  return (
    <span className={`queue-mark ${tone}`} role="img" aria-label={name} title={name}>
      {children}
    </span>
  )
}
