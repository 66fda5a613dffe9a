/** Who reads the queue: the code of the analyst, and the zone in which the team's days begin. */
import type { Reader } from '../cases/queue-rows.ts'
import { profileOf, type Session } from '../session.ts'

export function readerOf(session: Pick<Session, 'profiles'>): Reader {
  const { analyst, zone } = profileOf(session)
  return { me: analyst.code, zone }
}
