/** The turns of duty as they are kept, and who has it at this moment. */
import { z } from 'zod'
import { byStart, dutyAt, isRecent, turnFault } from '../../../shared/domain/clock/duty.ts'
import { turnSchema, type Turn } from '../../../shared/domain/clock/settings.ts'
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { nowOf, type Session } from '../session.ts'
import { recordsOf } from '../store/store.ts'
import { rosterOf } from '../team/roster.ts'

/** Turns of some ten years of shifts; older ones go. */
const mostKept = 10_000

const dutyRecords = ({ store }: Pick<Session, 'store'>) =>
  recordsOf(store, 'duty', z.object({ turns: z.array(turnSchema) }))
const all = 'turns'

const turnsOf = (session: Session): readonly Turn[] => dutyRecords(session).get(all)?.turns ?? []

export function dutyView(session: Session): DutyView {
  const [turns, roster, now] = [turnsOf(session), rosterOf(session), nowOf(session)]
  const duty = dutyAt(turns, now)
  const name = roster.find(({ code }) => code === duty.now?.code)?.name ?? null
  return {
    now: duty.now === null ? null : { ...duty.now, name },
    next: duty.next,
    turns: turns.filter((turn) => isRecent(turn, now)),
    roster,
  }
}

/** `given` takes the place of what was shown; turns that are past stay as they were. */
export function saveDuty(session: Session, given: readonly Turn[]): Result<DutyView, Saying> {
  const turns = given.map(({ code, from, to }) => ({
    code: code.trim().toUpperCase(),
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  }))
  const fault = turnFault(turns)
  if (fault !== null) return fail(fault)
  const now = nowOf(session)
  const past = turnsOf(session).filter((turn) => !isRecent(turn, now))
  const saved = session.store.commit((tx) => {
    dutyRecords(session).put(tx, all, { turns: [...past, ...turns].toSorted(byStart).slice(-mostKept) })
    return ok(null)
  })
  if (!saved.ok) return saved
  session.news('policy.changed', null)
  return ok(dutyView(session))
}
