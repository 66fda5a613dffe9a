/** An instant in UTC with Z; the local time of this machine stands in the title. */
import { formatLocal, formatTime, type TimeForm } from './time-format.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function Time({ at, form = 'day-time' }: { readonly at: string; readonly form?: TimeForm }) {
  return (
    <time className="mono" dateTime={at} title={formatLocal(at, zone)}>
      {formatTime(at, form)}
    </time>
  )
}
