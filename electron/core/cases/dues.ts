/** Tells the shell when to ring while the desk is locked: instants and counts, nothing of any case. */
import { keepSchedule } from '../backup/schedule.ts'
import { givenNow } from '../capsule/given-now.ts'
import { linesOf } from '../exchange/exchange-records.ts'
import { nowOf, type Session } from '../session.ts'

export function tellOutside(session: Session): void {
  const { dues, counts } = session.queue.dues(nowOf(session))
  // Who gave a handover is told when nobody took it.
  const reminder = givenNow(session)?.remindAt
  const unread = linesOf(session.store)
    .all()
    .filter(({ row }) => row.state === 'tray').length
  keepSchedule(session)
  session.ports.keepDues({
    dues: reminder === undefined ? dues : [...dues, reminder].toSorted(),
    counts: { ...counts, unread },
    trial: session.trial,
  })
}
