/** What else bears on where a case stands, beside the reason of its row: a pause, a date to wake, an escalation; each in a sentence. */
import type { CaseView } from '../../../shared/ipc/views.ts'
import { sentence, t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'

export function whyLines({ state, escalate }: CaseView): readonly string[] {
  const { pauses, wake } = state
  return [
    ...pauses
      .filter(({ to }) => to === null)
      .map(({ clock, from, reason }) =>
        t('queue.pause-why', { clock: t(`queue.wait-clock.${clock}`), at: formatTime(from, 'day-time'), reason }),
      ),
    ...(wake === null ? [] : [wakeLine(wake)]),
    ...escalate.map(({ to, said }) => t('queue.escalate-why', { to, said: sentence(said) })),
  ]
}

function wakeLine({ at, waitingFor }: { readonly at: string; readonly waitingFor: string | null }): string {
  const when = formatTime(at, 'weekday')
  return waitingFor === null
    ? t('queue.wake-why', { at: when })
    : t('queue.wake-why-for', { at: when, who: waitingFor })
}
