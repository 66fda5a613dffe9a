/** The reply that asks a reporter for the fields of M-46 which their report does not have: a draft, ready to be looked at. */
import { fail, type Result } from '../../../shared/kit/result.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { cardWithAddress } from '../cards/shelf.ts'
import { filledDraft } from '../exchange/draft-fill.ts'
import { emptyDraft, saveDraft } from '../exchange/drafts.ts'
import { findExchange } from '../exchange/exchange-view.ts'
import type { Session } from '../session.ts'

/** To the card of whom it came from, where there is one. @returns `complete-nothing` where nothing is missing. */
export function askForMissing(
  session: Session,
  { exchange }: { readonly exchange: string },
): Result<DraftView, Saying> {
  const found = findExchange(session, exchange)
  if (!found.ok) return found
  const { partner, report, cases, call } = found.value
  if (report === null || report.completeness.missing.length === 0) return fail(saying('complete-nothing'))
  const card = call?.card ?? cardWithAddress(session.shelf, report.replyTo ?? partner)?.id
  const to = card === undefined ? [] : [card]
  const draft = { ...emptyDraft(session, to), case: cases[0] ?? null, inReplyTo: exchange }
  return saveDraft(session, filledDraft(session, draft, 'complete', draft.language))
}
