/** The giver's act: the capsule is written and the handover is "given, not taken" in one commit. */
import { remindAt, shiftOf } from '../../../shared/domain/handover/shift.ts'
import type { CapsuleMade } from '../../../shared/ipc/handover-views.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { keptTurns } from '../clocks/duty.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { parts } from './capsule-format.ts'
import { colleagueBy, type Colleague } from './colleagues.ts'
import { changed, outNow } from './handover-now.ts'
import { emptyOut, outOf, theOne, type GivenHandover, type OutRecord } from './handover-records.ts'
import { makeCapsule } from './make-capsule.ts'
import { jsonPart } from './part-stream.ts'
import { linesFor } from './shift-lines.ts'

/**
 * To a colleague it is the handover of the shift; to another copy of our own it is a field copy that goes out or comes back, which is
 * no handover of duty. @returns `capsule-key-unverified`, `case-not-found`, `handover-nothing`, and what making a capsule may be refused for.
 */
export async function giveHandover(
  session: Session,
  wish: Parsed<'handover.give'>,
): Promise<Result<CapsuleMade, Saying>> {
  const to = colleagueBy(session, wish.to)
  if (!to.ok) return to
  const { analyst, tag } = profileOf(session)
  const isOwn = to.value.code === analyst.code
  const ids = idsFor(session, wish.cases, isOwn)
  if (!ids.ok) return ids
  const about = { ids: ids.value, evidence: wish.evidence, secretKeys: false, to: to.value, target: wish.target }
  if (isOwn)
    return makeCapsule(session, {
      ...about,
      kind: tag === analyst.code ? 'field' : 'back',
      whole: wish.cases === null,
      also: [],
    })
  const out = outNow(session)
  const { written } = out.receipt === null ? out : emptyOut
  const handover = await handoverNow(session, written, to.value)
  const given = await makeCapsule(session, {
    ...about,
    kind: 'handover',
    whole: false,
    also: [jsonPart(parts.handover, handover)],
    done: (tx, { id: capsule, at, file, bytes, sha256, code }) =>
      outOf(session.store).put(tx, theOne, {
        ...emptyOut,
        written: { ...written, to: code, at: written.at ?? at },
        given: { capsule, at, to: code, file, bytes, sha256, remindAt: remindAt(at, handover.shift.until), handover },
      }),
  })
  if (given.ok) changed(session)
  return given
}

async function handoverNow(session: Session, written: OutRecord['written'], to: Colleague): Promise<GivenHandover> {
  const { analyst } = profileOf(session)
  const shift = shiftOf(keptTurns(session), analyst.code, nowOf(session))
  const lines = await linesFor(session, shift.from, written.lineNotes)
  return { ...lines, shift: { ...shift, by: analyst.code, to: to.code }, own: written.own, notes: written.notes }
}

/** Named ones, or all that are open and those closed in this shift; for a copy of our own, all. */
function idsFor(
  session: Session,
  numbers: readonly string[] | null,
  isOwn: boolean,
): Result<readonly string[], Saying> {
  const now = nowOf(session)
  if (numbers !== null) {
    const ids: string[] = []
    for (const number of new Set(numbers)) {
      const found = findCase(session, number)
      if (!found.ok) return found
      ids.push(found.value.state.id)
    }
    return ok(ids)
  }
  if (isOwn) return ok(allCases(session))
  const { from } = shiftOf(keptTurns(session), profileOf(session).analyst.code, now)
  const open = session.queue.open(now).map(({ facts }) => facts.id)
  const closed = session.store.db
    .prepare("SELECT id FROM cases WHERE phase = 'closed' AND updated_at >= ?", { pluck: true })
    .all<string>([from])
  return ok([...new Set([...open, ...closed])])
}

export const allCases = (session: Session): readonly string[] =>
  session.store.db.prepare('SELECT id FROM cases ORDER BY rowid', { pluck: true }).all<string>()
