/** When the end of a key is told: 90, 30 and 7 days before, so that a new one is asked for in time. */

export type Ending = 'in-90-days' | 'in-30-days' | 'in-7-days'

const dayMs = 86_400_000

/** Whole days to the end, begun ones counted; null where it has none. Both are UTC ISO. */
export const daysLeft = (expires: string | null, now: string): number | null =>
  expires === null ? null : Math.ceil((Date.parse(expires) - Date.parse(now)) / dayMs)

/** null: no end, over already, or further away. */
export function endingOf(expires: string | null, now: string): Ending | null {
  const days = daysLeft(expires, now)
  if (days === null || days <= 0 || days > 90) return null
  return days <= 7 ? 'in-7-days' : days <= 30 ? 'in-30-days' : 'in-90-days'
}
