/** Tells the shell when to ring while the desk is locked: instants and counts, nothing of any case. */
import { exchangesOf } from '../exchange/exchange-records.ts'
import { nowOf, type Session } from '../session.ts'

export function tellOutside(session: Session): void {
  const { dues, counts } = session.queue.dues(nowOf(session))
  const unread = exchangesOf(session.store)
    .all()
    .filter(({ state }) => state === 'tray').length
  session.ports.keepDues({ dues, counts: { ...counts, unread }, trial: session.trial })
}
