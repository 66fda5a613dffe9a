/** The calls about handing over: a shift, a field copy, what comes back. */
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { Refused } from '../pgp/stream/stops.ts'
import { profileOf, withSession, type Desk, type Session } from '../session.ts'
import { colleagueBy } from './colleagues.ts'
import { answerHandover } from './handover-answer.ts'
import { allCases, giveHandover } from './handover-give.ts'
import { giveBack, readLine, takeOver } from './handover-take.ts'
import { showHandover } from './handover-view.ts'
import { withdrawHandover, writeHandover } from './handover-write.ts'
import { dropCapsule, heldCapsule, holdCapsule } from './held-capsules.ts'
import { lookAtCapsule } from './look.ts'
import { makeCapsule } from './make-capsule.ts'
import { openCapsule } from './open-capsule.ts'
import { dropScratch } from './scratch.ts'
import { takeCapsule } from './take-capsule.ts'

type CapsuleCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `handover.${string}` | `capsule.${string}`>>

export const capsuleHandlers = (desk: Desk): CapsuleCalls => ({
  'handover.show': withSession(desk, showHandover),
  'handover.write': withSession(desk, writeHandover),
  'handover.give': withSession(desk, giveHandover),
  'handover.withdraw': withSession(desk, withdrawHandover),
  'handover.read': withSession(desk, readLine),
  'handover.take': withSession(desk, takeOver),
  'handover.answer': withSession(desk, answerHandover),
  'handover.back': withSession(desk, giveBack),
  'capsule.field': withSession(desk, (session, { to, evidence, secretKeys, target }) => {
    const colleague = colleagueBy(session, to)
    if (!colleague.ok) return colleague
    if (secretKeys && colleague.value.code !== profileOf(session).analyst.code)
      return fail(saying('capsule-secrets-own'))
    const wish = { ids: allCases(session), whole: true, evidence, secretKeys, also: [] }
    return makeCapsule(session, { ...wish, kind: 'field', to: colleague.value, target })
  }),
  'capsule.open': withSession(desk, async (session, { file }) => {
    const opened = await openCapsule(session, file)
    if (!opened.ok) return opened
    const view = await lookAtCapsule(session, opened.value)
    if (view.ok) holdCapsule(session, opened.value, view.value)
    else dropScratch(opened.value.scratch)
    if (view.ok) session.news('handover.changed', null)
    return view
  }),
  'capsule.show': withSession(desk, (session, { id }) => {
    const held = heldCapsule(session, id)
    return held === null
      ? fail(saying('capsule-not-found'))
      : whileHeld(desk, session, () => lookAtCapsule(session, held))
  }),
  'capsule.take': withSession(desk, (session, wish) => whileHeld(desk, session, () => takeCapsule(session, wish))),
  'capsule.drop': withSession(desk, (session, { id }) => {
    dropCapsule(session, id)
    session.news('handover.changed', null)
    return ok(null)
  }),
})

/** Another window may drop it in between, or somebody lock the desk. */
async function whileHeld<T>(
  desk: Desk,
  session: Session,
  work: () => Promise<Result<T, Saying>>,
): Promise<Result<T, Saying>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return fail(error.problem)
    if (desk.session !== session) return fail(saying('vault-locked'))
    throw error
  }
}
