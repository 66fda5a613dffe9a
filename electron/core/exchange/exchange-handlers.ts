/** The calls about exchanges, drafts and what leaves as a file. */
import { fail, ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { journalLines } from '../cases/case-view.ts'
import { caseReport } from '../output/case-report.ts'
import { release } from '../release/release.ts'
import { writeCleared } from '../release/writers.ts'
import { nowOf, profileOf, withSession, type Desk } from '../session.ts'
import { draftView, findDraft, newDraft, releaseDraft, saveDraft } from './drafts.ts'
import { draftsOf } from './exchange-records.ts'
import { exchangeView, findExchange, listExchanges } from './exchange-view.ts'

type ExchangeCalls = Pick<
  Handlers<'core'>,
  Extract<keyof Handlers<'core'>, `exchange.${string}` | `draft.${string}` | 'case.report'>
>

export const exchangeHandlers = (desk: Desk): ExchangeCalls => ({
  'exchange.list': withSession(desk, (session, ask) => ok(listExchanges(session, ask))),
  'exchange.show': withSession(desk, (session, { exchange }) => {
    const found = findExchange(session, exchange)
    return found.ok ? ok(exchangeView(session, found.value)) : found
  }),
  'draft.new': withSession(desk, (session, wish) => newDraft(session, wish)),
  'draft.save': withSession(desk, (session, change) => {
    const found = findDraft(session, change.id)
    return found.ok ? saveDraft(session, { ...found.value, ...change }) : found
  }),
  'draft.show': withSession(desk, (session, { id }) => {
    const found = findDraft(session, id)
    return found.ok ? ok(draftView(session, found.value)) : found
  }),
  'draft.drop': withSession(desk, (session, { id }) =>
    session.store.commit((tx) => {
      draftsOf(session.store).drop(tx, id)
      return ok(null)
    }),
  ),
  'draft.release': withSession(desk, (session, { id, form, to, conditionsAccepted }) =>
    releaseDraft(session, { id, form, grant: to?.grant ?? null, conditionsAccepted }),
  ),
  'case.report': withSession(desk, (session, { number, audience, to }) => {
    const found = findCase(session, number)
    if (!found.ok) return found
    const { state, entries } = found.value
    const { analyst } = profileOf(session)
    const at = nowOf(session)
    const page = caseReport({ state, journal: journalLines(entries), audience, code: analyst.code, at, language: 'en' })
    const cleared = release.report(state.tlp, audience, page)
    if (!cleared.ok) return cleared
    const target = session.ports.redeem(to.grant, 'write')
    return target === null ? fail(saying('grant-unknown')) : writeCleared(target, cleared.value)
  }),
})
