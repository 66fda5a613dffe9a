/** Until when a key can be used, with its days from 90 on, louder at 30 and at 7. */
import { AlarmClock, Clock } from 'lucide-react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { t } from '../../ui/t.ts'
import { daysLeft } from '../../ui/time-format.ts'
import { endWarning } from './key-groups.ts'

const looks = { 90: 'soon', 30: 'soon strong', 7: 'late strong' } as const

export function KeyEnd({ of, now }: { readonly of: Pick<KeyRow, 'expires' | 'state'>; readonly now: number }) {
  if (of.state === 'revoked') return <span className="mono dim">{t('key.state.revoked')}</span>
  if (of.expires === null) return <span className="mono">{t('key.no-end')}</span>
  const day = of.expires.slice(0, 10)
  const left = daysLeft(of.expires, now)
  if (left < 0) return <span className="mono dim">{t('key.ended', { day, days: -left })}</span>
  const warned = endWarning(of, now)
  if (warned === null) return <span className="mono">{day}</span>
  const Icon = warned === 7 ? AlarmClock : Clock
  return (
    <span className={`with-icon mono ${looks[warned]}`}>
      <Icon aria-hidden />
      {t('key.ends-in', { day, days: left })}
    </span>
  )
}
