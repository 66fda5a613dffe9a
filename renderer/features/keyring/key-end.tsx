/** Until when a key can be used, with a warning from 90 days on. */
import { Clock } from 'lucide-react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { t } from '../../ui/t.ts'
import { daysLeft } from '../../ui/time-format.ts'
import { endsSoon } from './key-groups.ts'

export function KeyEnd({ of, now }: { readonly of: Pick<KeyRow, 'expires' | 'state'>; readonly now: number }) {
  if (of.state === 'revoked') return <span className="mono dim">{t('key.state.revoked')}</span>
  if (of.expires === null) return <span className="mono">{t('key.no-end')}</span>
  const day = of.expires.slice(0, 10)
  const left = daysLeft(of.expires, now)
  if (left < 0) return <span className="mono dim">{t('key.ended', { day, days: -left })}</span>
  if (!endsSoon(of, now)) return <span className="mono">{day}</span>
  return (
    <span className="key-state soon mono">
      <Clock aria-hidden />
      {t('key.ends-in', { day, days: left })}
    </span>
  )
}
