/** Tells the shell when to ring while the desk is locked: instants and counts, nothing of any case. */
import { linesOf } from '../exchange/exchange-records.ts'
import { nowOf, type Session } from '../session.ts'

export function tellOutside(session: Session): void {
  const { dues, counts } = session.queue.dues(nowOf(session))
  const unread = linesOf(session.store)
    .all()
    .filter(({ row }) => row.state === 'tray').length
  session.ports.keepDues({ dues, counts: { ...counts, unread }, trial: session.trial })
}
