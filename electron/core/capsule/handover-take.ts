/** The taker's end of a handover: read line by line, taken in one step that can be taken back; and what the giver's desk does with the receipt. */
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { dutyAt, handOver } from '../../../shared/domain/clock/duty.ts'
import type { Turn } from '../../../shared/domain/clock/settings.ts'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { findCase, writeActs } from '../cases/case-book.ts'
import { keptTurns, putTurns } from '../clocks/duty.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import type { Tx } from '../store/store.ts'
import { backUntil, changed, inNow, lineIds } from './handover-now.ts'
import { inOf, outOf, theOne, type GivenHandover, type InRecord, type ReceiptPart } from './handover-records.ts'
import { showHandover } from './handover-view.ts'
import type { HeldCapsule } from './held-capsules.ts'

/** With the cases of its capsule; a newer one of the same desk takes the place of one that nobody took. */
export function takeHandoverIn(tx: Tx, session: Session, { manifest }: HeldCapsule, handover: GivenHandover): void {
  const records = inOf(session.store)
  for (const { capsule, from, taken, toldTaken } of records.all())
    if (from.copy === manifest.from.copy && taken === null && !toldTaken) records.drop(tx, capsule)
  records.put(tx, manifest.id, {
    capsule: manifest.id,
    from: manifest.from,
    fromKey: manifest.from.key,
    madeAt: manifest.at,
    cameAt: tx.at,
    handover,
    cases: manifest.cases.map(({ number }) => number),
    read: {},
    taken: null,
    toldTaken: false,
  })
}

/**
 * On the giver's desk: "given, not taken" is over, and the rest of the turn is the taker's; or it was given back, and all is as it was
 * before. A receipt for another handover, or one that a newer one has overtaken, changes nothing but its cases.
 */
export function takeReceiptIn(tx: Tx, session: Session, { manifest }: HeldCapsule, receipt: ReceiptPart): void {
  const out = outOf(session.store).get(theOne)
  const given = out?.given ?? out?.withdrawn ?? null
  const isOurs = given?.capsule === receipt.capsule && given.to === manifest.from.code
  if (out === null || !isOurs || manifest.counter <= out.heard) return
  const next = { ...out, given, withdrawn: null, heard: manifest.counter }
  if (receipt.taken && out.receipt === null) {
    const turnsBefore = [...keptTurns(session)]
    outOf(session.store).put(tx, theOne, { ...next, receipt, turnsBefore })
    putTurns(tx, session, handOver(turnsBefore, receipt.by, receipt.at))
  } else if (!receipt.taken && out.receipt !== null) {
    outOf(session.store).put(tx, theOne, { ...next, receipt: null, turnsBefore: [] })
    putTurns(tx, session, out.turnsBefore)
  }
}

function incoming(session: Session): Result<InRecord, Saying> {
  const record = inNow(session)
  return record === null ? fail(saying('handover-none')) : ok(record)
}

async function keep(session: Session, record: InRecord): Promise<Result<HandoverView, Saying>> {
  const done = session.store.commit((tx) => {
    inOf(session.store).put(tx, record.capsule, record)
    return ok(null)
  })
  if (!done.ok) return done
  changed(session)
  return showHandover(session)
}

/** @returns `handover-none`, `handover-line-unknown`, `handover-taken`. */
export async function readLine(
  session: Session,
  { line, read, answer }: Parsed<'handover.read'>,
): Promise<Result<HandoverView, Saying>> {
  const found = incoming(session)
  if (!found.ok) return found
  const { handover, read: marks, taken } = found.value
  if (taken !== null) return fail(saying('handover-taken'))
  if (!lineIds(handover).includes(line)) return fail(saying('handover-line-unknown'))
  const mark = { read, answer: answer ?? marks[line]?.answer ?? '' }
  return keep(session, { ...found.value, read: { ...marks, [line]: mark } })
}

/** Owners go from giver to taker, and duty with them, in one commit. @returns `handover-none`, `handover-taken`, `handover-unread`. */
export async function takeOver(session: Session): Promise<Result<HandoverView, Saying>> {
  const found = incoming(session)
  if (!found.ok) return found
  const record = found.value
  if (record.taken !== null) return fail(saying('handover-taken'))
  const unread = lineIds(record.handover).filter((id) => record.read[id]?.read !== true)
  if (unread.length > 0) return fail(saying('handover-unread', { count: unread.length }))
  const done = session.store.commit((tx) => {
    const owners = record.cases.flatMap((number) => ownerTo(tx, session, record, number) ?? [])
    const turnsBefore = keptTurns(session).map((turn) => ({ ...turn }))
    putTurns(tx, session, turnsAfter(session, record))
    inOf(session.store).put(tx, record.capsule, { ...record, taken: { at: tx.at, owners, turnsBefore } })
    return ok(owners)
  })
  if (!done.ok) return done
  tellCases(session, done.value)
  return showHandover(session)
}

type Owners = NonNullable<InRecord['taken']>['owners']

function tellCases(session: Session, owners: Owners): void {
  for (const { number } of owners) session.news('case.changed', { number })
  session.news('queue.changed', null)
  changed(session)
}

/** Only what was the giver's becomes the taker's. */
function ownerTo(tx: Tx, session: Session, { from }: InRecord, number: string): Owners[number] | null {
  const found = findCase(session, number)
  const { code } = profileOf(session).analyst
  if (!found.ok || found.value.state.owner !== from.code || found.value.state.phase === 'closed') return null
  const reason = say('en', saying('handover.owner-reason', { from: from.code, to: code }))
  setOwner(tx, session, found.value, code, reason)
  return { number, before: from.code }
}

function setOwner(
  tx: Tx,
  session: Session,
  { state, entries }: Extract<ReturnType<typeof findCase>, { ok: true }>['value'],
  owner: string | null,
  reason: string,
): void {
  const journal = { caseId: state.id satisfies CaseId, entries }
  writeActs(tx, session, journal, [{ kind: 'field.set', field: 'owner', value: owner, reason }])
}

/** What is left of the giver's turn is the taker's, as this desk knows it or as the capsule tells it. */
function turnsAfter(session: Session, { from, handover }: InRecord): readonly Turn[] {
  const now = nowOf(session)
  const { code } = profileOf(session).analyst
  const turns = keptTurns(session)
  if (dutyAt(turns, now).now !== null) return handOver(turns, code, now)
  const { shift } = handover
  if (shift.until <= now) return turns
  return [
    ...turns,
    { code: from.code, from: shift.from < now ? shift.from : now, to: now },
    { code, from: now, to: shift.until },
  ].filter((turn) => turn.from < turn.to)
}

/** Owners that nobody changed since, and duty, as before. @returns `handover-none`, `handover-not-taken`, `handover-back-late`. */
export async function giveBack(session: Session): Promise<Result<HandoverView, Saying>> {
  const found = incoming(session)
  if (!found.ok) return found
  const { taken, from } = found.value
  if (taken === null) return fail(saying('handover-not-taken'))
  if (nowOf(session) > backUntil(taken.at)) return fail(saying('handover-back-late', { until: backUntil(taken.at) }))
  const { code } = profileOf(session).analyst
  const reason = say('en', saying('handover.back-reason', { from: code, to: from.code }))
  const done = session.store.commit((tx) => {
    for (const { number, before } of taken.owners) {
      const one = findCase(session, number)
      if (one.ok && one.value.state.owner === code && one.value.state.phase !== 'closed')
        setOwner(tx, session, one.value, before, reason)
    }
    putTurns(tx, session, taken.turnsBefore)
    inOf(session.store).put(tx, found.value.capsule, { ...found.value, taken: null })
    return ok(null)
  })
  if (!done.ok) return done
  tellCases(session, taken.owners)
  return showHandover(session)
}
