/** What happens to evidence after it was taken in: verified on each opening, looked at, moved, returned; all of it in its handling log. */
import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CaseState, Evidence } from '../../../shared/domain/case/case.ts'
import type { Handling } from '../../../shared/domain/case/vocabulary.ts'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { addActsIn, findCase } from '../cases/case-book.ts'
import { mebibyte, messageLimit } from '../files/input.ts'
import { nowOf, type Session } from '../session.ts'
import { blobPath, readBlob } from '../store/blobs.ts'
import { sealedFileIn } from '../store/sealed-file.ts'
import { lookApart } from '../workers/read-job.ts'

export interface Piece {
  readonly number: string
  readonly blob: string
}

export function findEvidence(session: Session, { number, blob }: Piece): Result<Evidence, Saying> {
  const found = findCase(session, number)
  if (!found.ok) return found
  const evidence = found.value.state.evidence.find((one) => one.blob === blob)
  return evidence === undefined ? fail(saying('evidence-unknown')) : ok(evidence)
}

export interface Handled {
  readonly what: Handling
  readonly place: string
  readonly note: string
}

/** Written in closed cases too: custody does not end with the case. */
export const noteHandling = (
  session: Session,
  { number, blob }: Piece,
  { what, place, note }: Handled,
): Result<CaseState, Saying> =>
  session.store.commit((tx) => addActsIn(tx, session, number, [{ kind: 'evidence.handled', blob, what, place, note }]))

/** What a person did with the thing itself: moved it, gave it back, showed it. */
export function handleEvidence(session: Session, handled: Piece & Handled): Result<CaseState, Saying> {
  const found = findEvidence(session, handled)
  return found.ok ? noteHandling(session, handled, handled) : found
}

export const isWhole = ({ store }: Session, { blob, sha256 }: Evidence): boolean =>
  sealedFileIn(store, blob)?.sha256 === sha256 && readBlob(store, blob, () => undefined)

/** The case came in a capsule, and its files did not: nothing is wrong with them. */
export const isElsewhere = ({ store }: Session, { blob }: Evidence): boolean =>
  sealedFileIn(store, blob) === null && !existsSync(blobPath(store.dir, blob))

/** Reads it to its end; what was found is in the journal whichever way it went. */
export function verifyEvidence(session: Session, piece: Piece): Result<CaseState, Saying> {
  const found = findEvidence(session, piece)
  if (!found.ok) return found
  if (isElsewhere(session, found.value)) return fail(saying('evidence-not-here', { name: found.value.name }))
  const whole = isWhole(session, found.value)
  const note = whole ? say('en', saying('evidence-verified')) : ''
  return noteHandling(session, piece, { what: whole ? 'verified' : 'damaged', place: '', note })
}

/** @returns what may be shown; `evidence-damaged` where it is not what was taken in. */
export async function lookAtEvidence(session: Session, piece: Piece): Promise<Result<AttachmentLook, Saying>> {
  const found = findEvidence(session, piece)
  if (!found.ok) return found
  const { name, size } = found.value
  if (isElsewhere(session, found.value)) return fail(saying('evidence-not-here', { name }))
  const content = sealedFileIn(session.store, piece.blob)
  if (content === null || !isWhole(session, found.value)) {
    const noted = noteHandling(session, piece, { what: 'damaged', place: '', note: '' })
    return noted.ok ? fail(saying('evidence-damaged', { name })) : noted
  }
  if (size > messageLimit) {
    const said = { size: Math.ceil(size / mebibyte), limit: messageLimit / mebibyte }
    return ok({ kind: 'none', why: saying('look.too-large', said) })
  }
  const looked = await lookApart({ name, type: '', bytes: content, now: nowOf(session) })
  if (!looked.ok) return looked
  const noted = noteHandling(session, piece, { what: 'shown', place: '', note: say('en', saying('evidence-verified')) })
  return noted.ok ? looked : noted
}
