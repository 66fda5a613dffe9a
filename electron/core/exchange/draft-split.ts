/** Splits a draft, so that one recipient without a usable key does not keep the others from being written to. */
import { keyRules } from '../../../shared/domain/disclosure/key-rules.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { DraftSplit } from '../../../shared/ipc/exchange-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { nowOf, type Session } from '../session.ts'
import { draftsOf, type DraftRecord } from './draft-records.ts'
import { draftView, recipientsOfDraft } from './draft-view.ts'

/** The first part stays in this draft; the new ones keep everything else, files too, which lie once and belong to all of them. */
export function splitDraft(session: Session, draft: DraftRecord, by: 'usable' | 'each'): Result<DraftSplit, Saying> {
  const parts = by === 'each' ? eachOf(session, draft) : byUse(session, draft)
  if (parts.length < 2) return fail(saying('draft-nothing-to-split'))
  const done = session.store.commit((tx) => {
    const drafts = parts.map((to, at) => ({
      ...draft,
      id: at === 0 ? draft.id : session.ports.newId(),
      to: [...to],
      savedAt: tx.at,
    }))
    for (const one of drafts) draftsOf(session.store).put(tx, one.id, one)
    return ok(drafts)
  })
  return done.ok ? ok({ drafts: done.value.map((one) => draftView(session, one)) }) : done
}

const eachOf = (session: Session, draft: DraftRecord): readonly (readonly string[])[] =>
  recipientsOfDraft(session, draft).map(({ facts }) => [facts.id])

function byUse(session: Session, draft: DraftRecord): readonly (readonly string[])[] {
  const now = nowOf(session)
  const can = ({ facts }: ReturnType<typeof recipientsOfDraft>[number]): boolean =>
    !keyRules(facts, now).some(({ level }) => level === 'stop')
  const recipients = recipientsOfDraft(session, draft)
  const parts = [recipients.filter(can), recipients.filter((one) => !can(one))]
  return parts.filter((part) => part.length > 0).map((part) => part.map(({ facts }) => facts.id))
}
