/** One case of a capsule taken inside the caller's transaction, with what was decided about it. */
import { rmSync } from 'node:fs'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { settling } from '../../../shared/domain/case/settle.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import type { CapsuleTaken } from '../../../shared/ipc/handover-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { readCase, takeVerifiedIn, writeActs } from '../cases/case-book.ts'
import { blobsOf, removeMessages } from '../evidence/purge.ts'
import type { Session } from '../session.ts'
import { blobPath } from '../store/blobs.ts'
import type { Tx } from '../store/store.ts'
import type { HeldCase } from './held-capsules.ts'
import { actsFor, mergeOf, questionId, type MergedCase } from './merge-case.ts'

export type Decision = Parsed<'capsule.take'>['decisions'][number]

type Told = CapsuleTaken['cases'][number]

export interface TakenCase {
  readonly told: Told
  readonly isPurged: boolean
  /** The questions that were decided. */
  readonly decided: readonly string[]
}

/** `decisions`: by question. @returns what a merge may be refused for, and why the case does not allow what was decided. */
export function takeCase(
  tx: Tx,
  session: Session,
  one: HeldCase,
  decisions: ReadonlyMap<string, Decision>,
): Result<TakenCase, Saying> {
  const merged = mergeOf(session, one)
  if (!merged.ok) return merged
  const { added, state: after } = merged.value
  const { number } = after
  const before = readCase(session, one.id as CaseId)
  if (added.length > 0) {
    const taken = takeVerifiedIn(tx, session, one.id as CaseId, one.entries)
    if (!taken.ok) return taken
    if (before !== null && before.state.purged === null && after.purged !== null)
      removeContents(tx, session, before.state)
  }
  const left: Told['conflicts'][number][] = []
  const decided: string[] = []
  for (const question of merged.value.questions) {
    const id = questionId(one.id, question)
    const decision = decisions.get(id)
    if (decision !== undefined) decided.push(id)
    const side = decision?.side === null || decision === undefined ? undefined : question.sides[decision.side]
    if (decision === undefined || side === undefined) {
      const said = (isHere: boolean): string =>
        question.sides
          .filter((each) => each.here === isHere)
          .map(({ value }) => (value === null ? '' : String(value)))
          .join(' / ')
      left.push({ field: question.conflict.field, ours: said(true), theirs: said(false) })
      continue
    }
    const settled = settle(tx, session, one.id, question, side.value, decision.reason.trim())
    if (!settled.ok) return settled
  }
  const told = { number, added: added.length, conflicts: left }
  return ok({ told, decided, isPurged: after.purged !== null })
}

function settle(
  tx: Tx,
  session: Session,
  id: string,
  { conflict }: MergedCase['questions'][number],
  value: MergedCase['questions'][number]['before'],
  reason: string,
): Result<null, Saying> {
  const found = readCase(session, id as CaseId)
  if (found === null) return fail(saying('entries-incomplete'))
  const acts: Result<readonly Act[], Saying> = actsFor(
    session,
    found.entries,
    settling(conflict, value, reason, found.state),
  )
  if (!acts.ok) return acts
  if (acts.value.length > 0) writeActs(tx, session, { caseId: found.state.id, entries: found.entries }, acts.value)
  return ok(null)
}

/** The other copy was purged by two persons: what is left of the contents here goes too. */
function removeContents(tx: Tx, session: Session, state: Parameters<typeof blobsOf>[1]): void {
  const blobs = blobsOf(session, state)
  removeMessages(tx, session, state)
  for (const blob of blobs) tx.db.prepare('DELETE FROM blobs WHERE id = ?').run([blob])
  tx.after(() => {
    for (const blob of blobs) rmSync(blobPath(session.store.dir, blob), { force: true })
  })
}
