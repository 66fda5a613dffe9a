/** The turns of duty as they are kept, and who has it at this moment. */
import { z } from 'zod'
import { byStart, dutyAt, isRecent, turnFault, type Duty } from '../../../shared/domain/clock/duty.ts'
import { turnSchema, type Turn } from '../../../shared/domain/clock/settings.ts'
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { givenNow } from '../capsule/given-now.ts'
import { nowOf, type Session } from '../session.ts'
import { recordsOf, type Tx } from '../store/store.ts'
import { rosterOf } from '../team/roster.ts'

/** Turns of some ten years of shifts; older ones go. */
const mostKept = 10_000

const dutyRecords = ({ store }: Pick<Session, 'store'>) =>
  recordsOf(store, 'duty', z.object({ turns: z.array(turnSchema) }))
const all = 'turns'

export const keptTurns = (session: Pick<Session, 'store'>): readonly Turn[] =>
  dutyRecords(session).get(all)?.turns ?? []

export function dutyView(session: Session): DutyView {
  const [turns, roster, now] = [keptTurns(session), rosterOf(session), nowOf(session)]
  const given = givenNow(session)
  const duty = withGiver(dutyAt(turns, now), given, now)
  const name = roster.find(({ code }) => code === duty.now?.code)?.name ?? null
  return {
    now: duty.now === null ? null : { ...duty.now, name },
    given,
    next: duty.next,
    turns: turns.filter((turn) => isRecent(turn, now)),
    roster,
  }
}

/** Until somebody takes it, duty stays with the giver, also after the end of their turn. */
function withGiver(duty: Duty, given: DutyView['given'], now: string): Duty {
  if (given === null || duty.now?.code === given.by) return duty
  return { ...duty, now: { code: given.by, until: duty.now?.until ?? now } }
}

/** Inside the caller's transaction: all turns, those that are past with them. */
export const putTurns = (tx: Tx, session: Pick<Session, 'store'>, turns: readonly Turn[]): void =>
  dutyRecords(session).put(tx, all, { turns: turns.toSorted(byStart).slice(-mostKept) })

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
  const past = keptTurns(session).filter((turn) => !isRecent(turn, now))
  const saved = session.store.commit((tx) => {
    putTurns(tx, session, [...past, ...turns])
    return ok(null)
  })
  if (!saved.ok) return saved
  session.news('policy.changed', null)
  return ok(dutyView(session))
}
