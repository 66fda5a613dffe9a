/** One case of a capsule against what is here, and what a decision about it would write. */
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Command } from '../../../shared/domain/case/command.ts'
import { decide } from '../../../shared/domain/case/decide.ts'
import type { CaseId, Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { questionsOf, supposing, type Question } from '../../../shared/domain/handover/questions.ts'
import { unite } from '../../../shared/domain/handover/union.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { entriesOf } from '../journal/journal.ts'
import { nowOf, type Session } from '../session.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import type { HeldCase } from './held-capsules.ts'

export interface MergedCase {
  readonly case: HeldCase
  readonly here: readonly Entry[]
  readonly all: readonly Entry[]
  readonly added: readonly Entry[]
  readonly state: CaseState
  readonly questions: readonly Question[]
}

/** @returns `capsule-number-clash`, `entries-incomplete`, `capsule-damaged`. */
export function mergeOf(session: Session, one: HeldCase): Result<MergedCase, Saying> {
  const { id, number, entries: theirs } = one
  const taken = session.store.db.prepare('SELECT id FROM cases WHERE number = ?', { pluck: true }).get([number])
  if (typeof taken === 'string' && taken !== id) return fail(saying('capsule-number-clash', { number }))
  const here = entriesOf(session.store, id as CaseId)
  const united = unite(here, theirs)
  if (!united.ok) return united
  const { all, added } = united.value
  const state = fold(all)
  if (state === null || state.number !== number) return fail(saying('capsule-damaged', { detail: number }))
  return ok({ case: one, here, all, added, state, questions: questionsOf(state, { here, theirs, all }) })
}

/**
 * By what it is about and what the sides say: the same question has the same id whenever one looks, and once something else was written
 * about it, it is another question.
 */
export const questionId = (id: string, { conflict: { on, field }, sides }: Question): string =>
  sha256(canonical([id, on, field, sides.map(({ value, by, at }) => [value, by, at])])).slice(0, 40)

/** Each on the case as the one before left it. @returns the acts, or why the case does not allow one of them. */
export function actsFor(
  session: Session,
  entries: readonly Entry[],
  commands: readonly Command[],
): Result<readonly Act[], Saying> {
  const now = nowOf(session)
  const around = { newId: session.ports.newId, now, steps: { undo: [], redo: [] } }
  const acts: Act[] = []
  for (const command of commands) {
    const state = supposing(entries, acts, now)
    if (state === null) return fail(saying('entries-incomplete'))
    const decided = decide(state, command, around)
    // What closes a case has said why, and a closed one takes no further note.
    if (!decided.ok && command.do === 'note' && decided.problem.code === 'case-closed') continue
    if (!decided.ok) return decided
    acts.push(...decided.value)
  }
  return ok(acts)
}
