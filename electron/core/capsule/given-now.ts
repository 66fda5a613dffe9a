/** A handover that is on its way, at either end: what the top bar says on every page, and when the giver is reminded. */
import { remindAt } from '../../../shared/domain/handover/shift.ts'
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import type { Session } from '../session.ts'
import { inOf, outOf, theOne } from './handover-records.ts'

export function givenNow({ store }: Pick<Session, 'store'>): DutyView['given'] {
  const incoming = inOf(store)
    .all()
    .find(({ taken }) => taken === null)
  if (incoming !== undefined) {
    const { from, handover, madeAt } = incoming
    return { by: from.code, to: handover.shift.to, at: madeAt, remindAt: remindAt(madeAt, handover.shift.until) }
  }
  const out = outOf(store).get(theOne)
  if (out === null || out.given === null || out.receipt !== null) return null
  const { to, at, remindAt: reminded, handover } = out.given
  return { by: handover.shift.by, to, at, remindAt: reminded }
}
