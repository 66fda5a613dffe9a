/** Until when first responses were promised, for thousands of cases: the exact rule is asked once an hour of openings, not once a case. */
import type { Calendar } from '../../../shared/domain/clock/calendar.ts'
import { workingDayDue } from '../../../shared/domain/clock/working-day.ts'

const hourMs = 3_600_000

/**
 * Within an hour the due time either stands still (the team is closed) or goes along minute by minute; where it does neither, the rule
 * itself is asked. UTC ISO in and out.
 */
export function responseDues(days: number, calendar: Calendar): (openedAt: string) => string {
  const exact = (at: number): number => Date.parse(workingDayDue(new Date(at).toISOString(), days, calendar))
  const hours = new Map<number, number>()
  const dueAt = (hour: number): number => {
    const known = hours.get(hour) ?? exact(hour * hourMs)
    hours.set(hour, known)
    return known
  }
  return (openedAt) => {
    const at = Date.parse(openedAt)
    const hour = Math.floor(at / hourMs)
    const moved = dueAt(hour + 1) - dueAt(hour)
    const inside = at - hour * hourMs
    const due = moved === 0 ? dueAt(hour) : moved === hourMs ? dueAt(hour) + inside : exact(at)
    return new Date(due).toISOString()
  }
}
