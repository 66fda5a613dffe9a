/** What goes back: the receipt that ends the giver's wait, or from a field copy what was done since. */
import type { CapsuleMade } from '../../../shared/ipc/handover-views.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { parts } from './capsule-format.ts'
import { takenOf } from './capsule-records.ts'
import { colleagueBy } from './colleagues.ts'
import { allCases } from './handover-give.ts'
import { changed, inNow, lineIds } from './handover-now.ts'
import { inOf, type InRecord, type ReceiptPart } from './handover-records.ts'
import { makeCapsule } from './make-capsule.ts'
import { jsonPart } from './part-stream.ts'

/**
 * After taking over, and once more after giving back: the receipt, with the cases as they are now. Without a handover: what was done since, back to the copy that this one
 * came from. @returns `handover-not-taken`, `handover-none`, and what making a capsule may be refused for.
 */
export async function answerHandover(
  session: Session,
  { target }: Parsed<'handover.answer'>,
): Promise<Result<CapsuleMade, Saying>> {
  const record = inNow(session)
  if (record === null) return backToOrigin(session, target)
  const { taken, toldTaken, fromKey, cases } = record
  if (taken === null && !toldTaken) return fail(saying('handover-not-taken'))
  const to = colleagueBy(session, fromKey)
  if (!to.ok) return to
  const ids = cases.flatMap((number) => {
    const found = findCase(session, number)
    return found.ok ? [found.value.state.id] : []
  })
  const made = await makeCapsule(session, {
    kind: 'receipt',
    to: to.value,
    ids,
    whole: false,
    evidence: false,
    secretKeys: false,
    target,
    also: [jsonPart(parts.receipt, receiptOf(session, record))],
    done: (tx) => inOf(session.store).put(tx, record.capsule, { ...record, toldTaken: taken !== null }),
  })
  if (made.ok) changed(session)
  return made
}

function receiptOf(session: Session, { capsule, handover, read, taken }: InRecord): ReceiptPart {
  const { code, tier } = profileOf(session).analyst
  const answers = lineIds(handover).map((id) => ({ id, answer: read[id]?.answer ?? '', read: read[id]?.read === true }))
  const at = taken?.at ?? nowOf(session)
  return { capsule, at, by: code, tier, answers, owners: taken?.owners.length ?? 0, taken: taken !== null }
}

/** The copy whose field capsule this one took last. */
async function backToOrigin(
  session: Session,
  target: { readonly grant: string },
): Promise<Result<CapsuleMade, Saying>> {
  const origin = takenOf(session.store)
    .all()
    .findLast(({ kind }) => kind === 'field')
  if (origin === undefined) return fail(saying('handover-none'))
  const to = colleagueBy(session, origin.from.key)
  if (!to.ok) return to
  return makeCapsule(session, {
    kind: 'back',
    to: to.value,
    ids: allCases(session),
    whole: true,
    evidence: true,
    secretKeys: false,
    target,
    also: [],
  })
}
