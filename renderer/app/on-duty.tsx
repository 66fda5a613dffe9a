/** Who is on duty until when, at the top of every page, and the way to the roster; while a handover waits to be taken, that. */
import { Clock, Headset, TriangleAlert } from 'lucide-react'
import { dutyAt } from '../../shared/domain/clock/duty.ts'
import type { Turn } from '../../shared/domain/clock/settings.ts'
import type { DutyView } from '../../shared/ipc/case-views.ts'
import { roster } from '../state/case-work.ts'
import { me } from '../state/me.ts'
import { go } from '../state/route.ts'
import { Button } from '../ui/button.tsx'
import { useKeys } from '../ui/keys/use-keys.ts'
import { useNow } from '../ui/now.ts'
import { t } from '../ui/t.ts'
import { formatTime } from '../ui/time-format.ts'
import './on-duty.css'

const farMs = 18 * 3_600_000

export function OnDuty() {
  const view = roster.use().value
  const open = (): void => go({ page: 'settings', params: { section: 'duty' } })
  useKeys('global', [{ keys: 'g o', label: t('duty.open'), run: open }])
  if (view === null) return null
  if (view.given !== null) return <NotTaken given={view.given} />
  // The moment of the window is some seconds old: whom core says now has just got it.
  return <OnDutyNow key={view.now?.code ?? ''} turns={view.turns} onOpen={open} />
}

function OnDutyNow({ turns, onOpen }: { readonly turns: readonly Turn[]; readonly onOpen: () => void }) {
  const now = useNow()
  const on = dutyAt(turns, new Date(now).toISOString()).now
  return (
    <span className="on-duty">
      <Button look="quiet" kbd="g o" onPress={onOpen}>
        <Headset aria-hidden />
        {on === null ? t('duty.top-none') : t('duty.top', { code: on.code, until: untilText(on.until, now) })}
      </Button>
    </span>
  )
}

/** Duty stays with the giver; once the time to take it is over, the giver's desk says so on every page. */
function NotTaken({ given }: { readonly given: NonNullable<DutyView['given']> }) {
  const now = useNow()
  const { by, to, at, remindAt } = given
  const over = me.use().value?.analyst.code === by && now >= Date.parse(remindAt)
  const Icon = over ? TriangleAlert : Clock
  return (
    <span className={over ? 'on-duty late' : 'on-duty soon'} role={over ? 'alert' : 'status'}>
      <Button look="quiet" kbd="g h" onPress={() => go({ page: 'handover', params: {} })}>
        <Icon aria-hidden />
        {over ? t('duty.given-long', { to, by, at: formatTime(at, 'time') }) : t('duty.given', { to, by })}
      </Button>
    </span>
  )
}

/** The time alone while nobody can take it for another day. */
const untilText = (until: string, now: number): string =>
  formatTime(until, Date.parse(until) - now < farMs ? 'time' : 'day-time')
