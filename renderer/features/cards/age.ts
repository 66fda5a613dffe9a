/** How old something is, in the one unit that says enough. */
import { t } from '../../ui/t.ts'

const dayMs = 86_400_000

/** `at`: UTC ISO or a date; `now`: milliseconds. Never negative. */
const daysSince = (at: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(at)) / dayMs))

/** "12 d", "7 weeks", "5 months", "2.3 years". */
export function shortAge(at: string, now: number): string {
  const n = daysSince(at, now)
  if (Number.isNaN(n)) return t('page.unknown')
  if (n === 0) return t('cardpage.age-short-today')
  if (n < 21) return t('cardpage.age-short-days', { n })
  if (n < 90) return t('cardpage.age-short-weeks', { n: Math.floor(n / 7) })
  if (n < 730) return t('cardpage.age-short-months', { n: Math.floor(n / 30.4) })
  return t('cardpage.age-short-years', { n: yearsOf(n) })
}

/** "2.3 years old". */
export function longAge(days: number): string {
  if (days === 0) return t('cardpage.age-new')
  if (days < 90) return t('cardpage.age-days', { n: days })
  if (days < 730) return t('cardpage.age-months', { n: Math.floor(days / 30.4) })
  return t('cardpage.age-years', { n: yearsOf(days) })
}

const yearsOf = (days: number): string => (days / 365.25).toFixed(1).replace('.0', '')
