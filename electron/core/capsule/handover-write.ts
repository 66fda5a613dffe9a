/** What the giver writes by hand to a handover, and how one that nobody took yet is withdrawn. */
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { nowOf, type Session } from '../session.ts'
import { changed, inNow, outNow } from './handover-now.ts'
import { emptyOut, inOf, outOf, theOne, type InRecord, type OutRecord } from './handover-records.ts'
import { showHandover } from './handover-view.ts'

const mostOwn = 200

/** @returns `handover-given` while it is on its way, `handover-full`. */
export function writeHandover(session: Session, wish: Parsed<'handover.write'>): Promise<Result<HandoverView, Saying>> {
  const kept = outNow(session)
  // Writing to one that is over begins the next one.
  const { written } = kept.receipt === null ? kept : emptyOut
  if (kept.given !== null && kept.receipt === null) return Promise.resolve(fail(saying('handover-given')))
  const { notes, to, line, add, remove } = wish
  if (add !== undefined && written.own.length >= mostOwn)
    return Promise.resolve(fail(saying('handover-full', { limit: mostOwn })))
  const own = written.own.filter(({ id }) => id !== remove)
  const next: OutRecord['written'] = {
    notes: notes ?? written.notes,
    to: to === undefined ? written.to : to,
    lineNotes: line === undefined ? written.lineNotes : { ...written.lineNotes, [line.id]: line.note },
    own:
      add === undefined || add.trim() === '' ? own : [...own, { id: `own ${session.ports.newId()}`, text: add.trim() }],
    at: written.at ?? nowOf(session),
  }
  return keepOut(session, { ...emptyOut, withdrawn: kept.withdrawn, written: next })
}

async function keepOut(session: Session, record: OutRecord): Promise<Result<HandoverView, Saying>> {
  const done = session.store.commit((tx) => {
    outOf(session.store).put(tx, theOne, record)
    return ok(null)
  })
  if (!done.ok) return done
  changed(session)
  return showHandover(session)
}

/**
 * The capsule is out there: a receipt that comes for it all the same says that it was taken. At the taker's end it is laid aside: the
 * cases stay merged, duty stays with the giver. @returns `handover-not-given`, `handover-receipt-due`.
 */
export function withdrawHandover(session: Session): Promise<Result<HandoverView, Saying>> {
  const incoming = inNow(session)
  if (incoming !== null && incoming.taken === null) return layAside(session, incoming)
  const out = outNow(session)
  if (out.given === null || out.receipt !== null) return Promise.resolve(fail(saying('handover-not-given')))
  return keepOut(session, { ...out, given: null, withdrawn: out.given })
}

async function layAside(session: Session, { capsule, toldTaken }: InRecord): Promise<Result<HandoverView, Saying>> {
  if (toldTaken) return fail(saying('handover-receipt-due'))
  const done = session.store.commit((tx) => {
    inOf(session.store).drop(tx, capsule)
    return ok(null)
  })
  if (!done.ok) return done
  changed(session)
  return showHandover(session)
}
