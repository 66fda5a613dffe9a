/** The calls about exchanges, and the report of a case as a file. */
import { fail, ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { journalLines } from '../cases/case-view.ts'
import { caseReport } from '../output/case-report.ts'
import { release } from '../release/release.ts'
import { writeCleared } from '../release/writers.ts'
import { nowOf, profileOf, withSession, type Desk } from '../session.ts'
import { lookAtAttachment, saveAttachment } from './attachments.ts'
import { exchangeView, findExchange, listExchanges } from './exchange-view.ts'
import { partnerList } from './partner-numbers.ts'
import { checkAgain } from './reread.ts'
import { markSent } from './sent.ts'
import { addSignature } from './signature-beside.ts'

type ExchangeCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `exchange.${string}` | 'case.report'>>

export const exchangeHandlers = (desk: Desk): ExchangeCalls => ({
  'exchange.list': withSession(desk, (session, ask) => ok(listExchanges(session, ask))),
  'exchange.show': withSession(desk, (session, { exchange }) => {
    const found = findExchange(session, exchange)
    return found.ok ? ok(exchangeView(session, found.value)) : found
  }),
  'exchange.again': withSession(desk, async (session, { exchange }) => {
    const read = await checkAgain(session, exchange)
    return read.ok ? ok(exchangeView(session, read.value)) : read
  }),
  'exchange.signature': withSession(desk, async (session, { exchange, file }) => {
    const read = await addSignature(session, exchange, file)
    return read.ok ? ok(exchangeView(session, read.value)) : read
  }),
  'exchange.look': withSession(desk, (session, wanted) => lookAtAttachment(session, wanted)),
  'exchange.save': withSession(desk, (session, { to, ...wanted }) =>
    saveAttachment(session, { ...wanted, grant: to.grant }),
  ),
  'exchange.sent': withSession(desk, (session, { exchange }) => markSent(session, exchange)),
  'exchange.partners': withSession(desk, (session) => ok(partnerList(session))),
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
