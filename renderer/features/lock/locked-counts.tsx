/** Three numbers at most: how much is past its time, near it, or unread; no word about any case. */
import { Clock, Mail, TriangleAlert } from 'lucide-react'
import type { LockedCounts } from '../../../shared/ipc/views.ts'
import { t } from '../../ui/t.ts'

export function LockedCountsRow({ counts }: { readonly counts: LockedCounts }) {
  return (
    <ul className="lock-counts">
      <li>
        <span className={counts.overdue > 0 ? 'lock-count late' : 'lock-count'}>
          <TriangleAlert aria-hidden /> {counts.overdue}
        </span>
        {t('lock.overdue')}
      </li>
      <li>
        <span className={counts.dueSoon > 0 ? 'lock-count soon' : 'lock-count'}>
          <Clock aria-hidden /> {counts.dueSoon}
        </span>
        {t('lock.due-soon')}
      </li>
      <li>
        <span className="lock-count">
          <Mail aria-hidden /> {counts.unread}
        </span>
        {t('lock.unread')}
      </li>
    </ul>
  )
}
