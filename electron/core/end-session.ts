/** Ends the session of a desk: what runs stops, the store closes, and nothing of it is kept. */
import { leaveStandings } from './cases/queue-loading.ts'
import { leaveBackup } from './backup/backup-run.ts'
import { endSchedule } from './backup/schedule.ts'
import { leaveSource } from './backup/source.ts'
import type { Desk } from './session.ts'

export function endSession(desk: Desk): void {
  const { session } = desk
  if (session === null) return
  desk.session = null
  endSchedule(session)
  leaveBackup(session)
  session.jobs.close()
  leaveStandings(session)
  session.store.close()
  // Last: closing a handle on the database lets go of its locks.
  leaveSource(session.store)
}
