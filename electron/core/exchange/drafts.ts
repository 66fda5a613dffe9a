/** Drafts: begun from a case or a message, saved with every pause in typing, dropped with the files that only they have. */
import { languageFor } from '../../../shared/domain/exchange/message-language.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { cardWithAddress } from '../cards/shelf.ts'
import { findCase } from '../cases/case-book.ts'
import { keepNames } from '../disclosure/redaction.ts'
import { nowOf, type Session } from '../session.ts'
import { dropFiles } from './draft-files.ts'
import { draftsOf, type DraftRecord } from './draft-records.ts'
import { draftOut } from './draft-out.ts'
import { draftView, recipientsOfDraft } from './draft-view.ts'
import { exchangesOf } from './exchange-records.ts'

export interface NewDraft {
  readonly case: string | null
  readonly to: readonly string[]
  readonly inReplyTo: string | null
}

/** An answer goes to whom the message came from, under the case's own marking, in the language of their card. */
export function newDraft(session: Session, wish: NewDraft): Result<DraftView, Saying> {
  const found = wish.case === null ? null : findCase(session, wish.case)
  if (found !== null && !found.ok) return found
  const state = found?.value.state ?? null
  const answered = wish.inReplyTo ?? state?.exchanges.findLast(({ direction }) => direction === 'in')?.exchange ?? null
  const partner = answered === null ? null : (exchangesOf(session.store).get(answered)?.partner ?? null)
  const to = wish.to.length > 0 ? [...wish.to] : cardsWithAddress(session, partner)
  return saveDraft(session, {
    ...emptyDraft(session, to),
    case: state?.number ?? null,
    subject: state?.title ?? '',
    tlp: state?.tlp ?? 'AMBER',
    classes: [...(state?.classes ?? [])],
    inReplyTo: answered,
  })
}

/** Not kept yet. */
export const emptyDraft = (session: Session, to: readonly string[]): DraftRecord => ({
  id: session.ports.newId(),
  case: null,
  to: [...to],
  subject: '',
  text: '',
  tlp: 'AMBER',
  attachOwnKey: true,
  inReplyTo: null,
  savedAt: nowOf(session),
  language: languageFor(to.flatMap((id) => session.shelf.get(id)?.reading ?? [])),
  protection: 'encrypted',
  formal: false,
  observables: 'none',
  files: [],
  classes: [],
  redact: [],
  template: null,
})

function cardsWithAddress(session: Session, address: string | null): string[] {
  if (address === null) return []
  const found = cardWithAddress(session.shelf, address)
  return found === null ? [] : [found.id]
}

export function findDraft(session: Session, id: string): Result<DraftRecord, Saying> {
  const draft = draftsOf(session.store).get(id)
  return draft === null ? fail(saying('draft-not-found')) : ok(draft)
}

export function saveDraft(session: Session, draft: DraftRecord): Result<DraftView, Saying> {
  const isNew = draftsOf(session.store).get(draft.id) === null
  const saved = { ...draft, savedAt: nowOf(session) }
  const done = session.store.commit((tx) => {
    draftsOf(session.store).put(tx, saved.id, saved)
    keepNames(tx, session, saved.case, draftOut(session, saved, recipientsOfDraft(session, saved)).names)
    return ok(null)
  })
  if (!done.ok) return done
  if (isNew) session.news('exchange.changed', null)
  return ok(draftView(session, saved))
}

export function dropDraft(session: Session, id: string): Result<null, Saying> {
  const files = draftsOf(session.store).get(id)?.files ?? []
  const done = session.store.commit((tx) => {
    draftsOf(session.store).drop(tx, id)
    dropFiles(tx, session, files)
    return ok(null)
  })
  if (done.ok) session.news('exchange.changed', null)
  return done
}
