/** Who is on duty until when, at the top of every page, and the way to the roster. */
import { Headset } from 'lucide-react'
import { dutyAt } from '../../shared/domain/clock/duty.ts'
import { roster } from '../state/case-work.ts'
import { go } from '../state/route.ts'
import { Button } from '../ui/button.tsx'
import { useKeys } from '../ui/keys/use-keys.ts'
import { useNow } from '../ui/now.ts'
import { t } from '../ui/t.ts'
import { formatTime } from '../ui/time-format.ts'
import './on-duty.css'

const farMs = 18 * 3_600_000

export function OnDuty() {
  const now = useNow()
  const view = roster.use().value
  const open = (): void => go({ page: 'settings', params: { section: 'duty' } })
  useKeys('global', [{ keys: 'g o', label: t('duty.open'), run: open }])
  if (view === null) return null
  const on = dutyAt(view.turns, new Date(now).toISOString()).now
  return (
    <span className="on-duty">
      <Button look="quiet" kbd="g o" onPress={open}>
        <Headset aria-hidden />
        {on === null ? t('duty.top-none') : t('duty.top', { code: on.code, until: untilText(on.until, now) })}
      </Button>
    </span>
  )
}

/** The time alone while nobody can take it for another day. */
const untilText = (until: string, now: number): string =>
  formatTime(until, Date.parse(until) - now < farMs ? 'time' : 'day-time')
