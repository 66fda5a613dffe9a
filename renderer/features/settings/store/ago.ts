/** How long ago something was, in the largest unit that says enough. */
import { t } from '../../../ui/t.ts'

export function ago(at: string, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(at)) / 60_000))
  if (minutes < 60) return t('store.ago-minutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? t('store.ago-hours', { n: hours }) : t('store.ago-days', { n: Math.floor(hours / 24) })
}
