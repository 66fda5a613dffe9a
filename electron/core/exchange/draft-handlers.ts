/** The calls about drafts. */
import { ok } from '../../../shared/kit/result.ts'
import type { Reply } from '../../../shared/ipc/call.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { withSession, type Desk, type Session } from '../session.ts'
import { fillDraft } from './draft-fill.ts'
import { attachFile, detachFile } from './draft-files.ts'
import type { DraftRecord } from './draft-records.ts'
import { releaseDraft } from './draft-release.ts'
import { splitDraft } from './draft-split.ts'
import { draftView } from './draft-view.ts'
import { dropDraft, findDraft, newDraft, saveDraft } from './drafts.ts'

type DraftCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `draft.${string}`>>

export const draftHandlers = (desk: Desk): DraftCalls => {
  const withDraft = <Input extends { readonly id: string }, Output>(
    handler: (session: Session, draft: DraftRecord, input: Input) => Promise<Reply<Output>> | Reply<Output>,
  ) =>
    withSession<Input, Output>(desk, (session, input) => {
      const found = findDraft(session, input.id)
      return found.ok ? handler(session, found.value, input) : found
    })
  return {
    'draft.new': withSession(desk, newDraft),
    'draft.save': withDraft((session, draft, change) => saveDraft(session, { ...draft, ...change })),
    'draft.fill': withDraft((session, draft, wish) => fillDraft(session, draft, wish)),
    'draft.attach': withDraft((session, draft, { file }) => attachFile(session, draft, file)),
    'draft.detach': withDraft((session, draft, { blob }) => detachFile(session, draft, blob)),
    'draft.split': withDraft((session, draft, { by }) => splitDraft(session, draft, by)),
    'draft.show': withDraft((session, draft) => ok(draftView(session, draft))),
    'draft.drop': withSession(desk, (session, { id }) => dropDraft(session, id)),
    'draft.release': withDraft((session, draft, { to, ...wish }) =>
      releaseDraft(session, draft, { ...wish, grant: to?.grant ?? null }),
    ),
  }
}
