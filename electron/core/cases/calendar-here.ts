/** The calendar that our clocks run in: hours, zone and closures of our own team, as the profile has them. */
import type { Calendar } from '../../../shared/domain/clock/calendar.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { profileOf, type Session } from '../session.ts'

export function calendarHere(session: Pick<Session, 'profiles'>): Calendar {
  const { hours, zone, closures } = profileOf(session)
  const parsed = hours === null ? null : parseHours(hours)
  return { hours: parsed?.ok === true ? parsed.value : null, zone, closures }
}
