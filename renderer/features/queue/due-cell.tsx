/** How much time is left: icon, time and, where it is past or near, colour. */
import { Clock, Hourglass, ListTodo, TriangleAlert } from 'lucide-react'
import type { QueueRow } from '../../../shared/ipc/views.ts'
import { formatTime, timeLeft } from '../../ui/time-format.ts'

const soonMs = 3_600_000

export function DueCell({
  due,
  kind,
  now,
}: {
  readonly due: string | null
  readonly kind: QueueRow['dueKind']
  readonly now: number
}) {
  if (due === null) return <span className="dim">–</span>
  const left = Date.parse(due) - now
  const tone = left < 0 ? 'late' : left < soonMs ? 'soon' : 'dim'
  return (
    <span className={`due ${tone}`} title={formatTime(due, 'weekday')}>
      <DueIcon kind={kind} past={left < 0} />
      <span className="due-time mono">{timeLeft(due, now)}</span>
    </span>
  )
}

function DueIcon({ kind, past }: { readonly kind: QueueRow['dueKind']; readonly past: boolean }) {
  if (past) return <TriangleAlert aria-hidden />
  if (kind === 'wake') return <Hourglass aria-hidden />
  return kind === 'task' ? <ListTodo aria-hidden /> : <Clock aria-hidden />
}
