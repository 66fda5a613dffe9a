/** The calls about disclosure: the team's matrix, a verdict on its own, and how a text looks with things hidden. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { DisclosureView } from '../../../shared/ipc/case-views.ts'
import type { Handlers, Parsed } from '../../../shared/ipc/contract.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { withSession, type Desk, type Session } from '../session.ts'
import { disclosureOf } from './disclosure-policy.ts'
import { judge } from './gate.ts'
import { previewRedaction } from './redaction.ts'

type DisclosureCalls = Pick<
  Handlers<'core'>,
  'disclosure.show' | 'disclosure.save' | 'disclosure.check' | 'redaction.preview'
>

export const disclosureHandlers = (desk: Desk): DisclosureCalls => ({
  'disclosure.show': withSession(desk, (session) => ok(viewOf(session))),
  'disclosure.save': withSession(desk, (session, { policy, reason }) => {
    const done = session.store.commit((tx) => disclosureOf(session).decide(tx, session, policy, reason))
    return done.ok ? ok(viewOf(session)) : done
  }),
  'disclosure.check': withSession(desk, checked),
  'redaction.preview': withSession(desk, (session, { number, text, hide }) => {
    const found = number === null ? null : findCase(session, number)
    if (found?.ok === false) return fail(found.problem)
    const { texts, done, offered } = previewRedaction(session, { number, texts: [text], hide })
    return ok({ text: texts[0] ?? '', done, offered })
  }),
})

function viewOf(session: Session): DisclosureView {
  const versions = disclosureOf(session)
  const { value: policy, version } = versions.inForce()
  return { policy, version, history: versions.history() }
}

/** Also what the command line asks. */
export function checked(session: Session, ask: Parsed<'disclosure.check'>): Result<Verdict, Saying> {
  const { number, to, classes, channel, tlp, text, disguised, permission, verified } = ask
  const found = number === null ? null : findCase(session, number)
  if (found?.ok === false) return fail(found.problem)
  const marking = tlp ?? found?.value.state.tlp ?? 'AMBER'
  return ok(judge(session, { number, to, classes, channel, tlp: marking, text, disguised }, { permission, verified }))
}
