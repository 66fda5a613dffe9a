/** The calls about exchanges. */
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { withSession, type Desk } from '../session.ts'
import { lookAtAttachment, saveAttachment } from './attachments.ts'
import { exchangeView, findExchange, listExchanges } from './exchange-view.ts'
import { partnerList } from './partner-numbers.ts'
import { checkAgain } from './reread.ts'
import { markSent } from './sent.ts'
import { addSignature } from './signature-beside.ts'

type ExchangeCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `exchange.${string}`>>

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
})
