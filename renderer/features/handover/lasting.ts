/** How long something has been so: minutes, hours and minutes, days and hours, from two days on days. */
import { timeLeft } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'

const hourMs = 3_600_000

export function lasting(since: string, now: number): string {
  const ms = Math.max(0, now - Date.parse(since))
  const hours = Math.floor(ms / hourMs)
  if (hours < 1) return t('handover.minutes', { n: Math.floor(ms / 60_000) })
  if (hours >= 24 && hours < 48) return t('handover.day-hours', { n: hours - 24 })
  return timeLeft(since, now).replace(/^-/, '')
}
