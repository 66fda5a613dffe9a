/** How much time is left: icon, time, word and bar; colour only where it is past or near, a pause in a form of its own. */
import { Clock, Hourglass, ListTodo, Pause, TriangleAlert } from 'lucide-react'
import type { QueueRow } from '../../../shared/ipc/views.ts'
import { t } from '../../ui/t.ts'
import { formatTime, timeLeft } from '../../ui/time-format.ts'

const soonMs = 3_600_000
/** A whole bar: one shift. What is further away than that needs no eye today. */
const shiftMs = 8 * 3_600_000

type Due = Pick<QueueRow, 'due' | 'dueKind' | 'paused'>

export function DueCell({ row, now }: { readonly row: Due; readonly now: number }) {
  const { due, dueKind, paused } = row
  if (paused) return <Paused />
  if (due === null || dueKind === null) return <span className="dim">–</span>
  const left = Date.parse(due) - now
  const tone = left < 0 ? 'late' : left < soonMs ? 'soon' : 'dim'
  return (
    <span className={`due ${tone}`} title={formatTime(due, 'weekday')}>
      <DueIcon kind={dueKind} past={left < 0} />
      <span className="due-time mono">{timeLeft(due, now)}</span>
      <span className="due-word">{t(`queue.due.${dueKind}`)}</span>
      <span className="due-bar" aria-hidden>
        <span style={{ width: `${String(Math.round(100 * Math.max(0, Math.min(1, left / shiftMs))))}%` }} />
      </span>
    </span>
  )
}

/** It says that it stands still, never how long it would have. */
function Paused() {
  return (
    <span className="due due-paused" title={t('queue.paused-by')}>
      <Pause aria-hidden />
      {t('queue.paused')}
    </span>
  )
}

function DueIcon({ kind, past }: { readonly kind: NonNullable<QueueRow['dueKind']>; readonly past: boolean }) {
  if (past) return <TriangleAlert aria-hidden />
  if (kind === 'wake') return <Hourglass aria-hidden />
  return kind === 'task' || kind === 'party' ? <ListTodo aria-hidden /> : <Clock aria-hidden />
}
