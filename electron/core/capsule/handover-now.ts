/** The handovers of this desk as they stand at this moment: the one that it gives, and the one that it was given. */
import { backWithinMs } from '../../../shared/domain/handover/shift.ts'
import { tellOutside } from '../cases/dues.ts'
import { nowOf, type Session } from '../session.ts'
import { emptyOut, inOf, outOf, theOne, type GivenHandover, type InRecord, type OutRecord } from './handover-records.ts'

/** A handover that is over stays in sight for so long, unless a new one is begun. */
const overAfterMs = 8 * 3_600_000

const isPast = (at: string, ms: number, now: string): boolean => Date.parse(now) - Date.parse(at) > ms

/** Of the giver's side, as it stands today. */
export function outNow(session: Session): OutRecord {
  const kept = outOf(session.store).get(theOne) ?? emptyOut
  return kept.receipt !== null && isPast(kept.receipt.at, overAfterMs, nowOf(session)) ? emptyOut : kept
}

/** Of the taker's side: first what asks for something, the oldest of it; then what could still be given back. */
export function inNow(session: Session): InRecord | null {
  const open = inOf(session.store)
    .all()
    .filter((record) => !isOver(record, nowOf(session)))
    .toSorted((a, b) => (a.cameAt < b.cameAt ? -1 : 1))
  return open.find((record) => !isAnswered(record)) ?? open[0] ?? null
}

/** Taken, and the giver's desk was told. */
const isAnswered = ({ taken, toldTaken }: InRecord): boolean => taken !== null && toldTaken

function isOver(record: InRecord, now: string): boolean {
  const { taken } = record
  if (taken === null) return false
  return isPast(taken.at, isAnswered(record) ? backWithinMs : overAfterMs, now)
}

export const backUntil = (at: string): string => new Date(Date.parse(at) + backWithinMs).toISOString()

export const lineIds = ({ needs, waiting, own }: Pick<GivenHandover, 'needs' | 'waiting' | 'own'>): readonly string[] =>
  [...needs, ...waiting, ...own].map(({ id }) => id)

export function changed(session: Session): void {
  for (const feed of ['handover.changed', 'policy.changed'] as const) session.news(feed, null)
  tellOutside(session)
}
