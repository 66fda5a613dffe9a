/** Periods that the page offers: the last so many days of the team's clock, and as many before that. */
import type { StatisticsPeriod } from '../../../shared/domain/statistics/statistics-view.ts'

export const lengths = [7, 30, 90, 365] as const
export type Length = (typeof lengths)[number]

const dayMs = 86_400_000

/** The date on the team's clock; of UTC where the zone is none. */
export function dateIn(zone: string, now: number): string {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).format(now)
  } catch {
    return new Date(now).toISOString().slice(0, 10)
  }
}

const moved = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)

/** `back` 0 ends today, 1 ends where that begins. Dates are calendar days, which no zone makes longer. */
export function periodOf(today: string, length: Length, back: number): StatisticsPeriod {
  const to = moved(today, -length * back)
  return { from: moved(to, 1 - length), to }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** "24 Oct"; with its year "24 Oct 2026". */
export function dayText(date: string, withYear = false): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const text = `${String(Number(day))} ${months[Number(month) - 1] ?? ''}`
  return withYear ? `${text} ${year}` : text
}
