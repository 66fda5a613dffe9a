/** The calls about evidence, retention and the journal's own soundness. */
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { shown } from '../cases/case-handlers.ts'
import { checkJournal } from '../cases/check-journal.ts'
import { withSession, type Desk } from '../session.ts'
import { handleEvidence, lookAtEvidence, verifyEvidence } from './custody.ts'
import { purgeCase } from './purge.ts'
import { releaseEvidence } from './release-evidence.ts'
import { retentionList } from './retention.ts'
import { takeEvidence } from './take-evidence.ts'

type EvidenceCalls = Pick<
  Handlers<'core'>,
  | 'case.evidence'
  | 'case.purge'
  | 'evidence.verify'
  | 'evidence.look'
  | 'evidence.note'
  | 'evidence.export'
  | 'retention.list'
  | 'journal.check'
>

export const evidenceHandlers = (desk: Desk): EvidenceCalls => ({
  'case.evidence': withSession(desk, (session, input) => shown(session, takeEvidence(session, input))),
  'case.purge': withSession(desk, (session, wish) => {
    const done = purgeCase(session, wish)
    if (done.ok) session.news('case.changed', { number: done.value.number })
    if (done.ok) session.news('queue.changed', null)
    return done
  }),
  'evidence.verify': withSession(desk, (session, piece) => shown(session, verifyEvidence(session, piece))),
  'evidence.look': withSession(desk, async (session, piece) => {
    const looked = await lookAtEvidence(session, piece)
    session.news('case.changed', { number: piece.number })
    return looked
  }),
  'evidence.note': withSession(desk, (session, input) => shown(session, handleEvidence(session, input))),
  'evidence.export': withSession(desk, releaseEvidence),
  'retention.list': withSession(desk, (session) => ok(retentionList(session))),
  'journal.check': withSession(desk, checkJournal),
})
