/** A released message went on its way: the mail program sent it, and a person says so. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { ExchangeView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Session } from '../session.ts'
import { noteInCases } from './case-notes.ts'
import { exchangesOf } from './exchange-records.ts'
import { exchangeView, findExchange } from './exchange-view.ts'

/** Said twice it stays as it was said first. `exchange-not-released` for what came in. */
export function markSent(session: Session, exchange: string): Result<ExchangeView, Saying> {
  const found = findExchange(session, exchange)
  if (!found.ok) return found
  const record = found.value
  if (record.state !== 'released') return fail(saying('exchange-not-released'))
  if (record.sentAt !== null) return ok(exchangeView(session, record))
  const done = session.store.commit((tx) => {
    const sent = { ...record, sentAt: tx.at }
    exchangesOf(session.store).put(tx, sent.id, sent)
    const { subject, partner } = sent
    noteInCases(tx, session, sent, () => saying('exchange.note.sent', { subject, partner }))
    return ok(sent)
  })
  if (!done.ok) return done
  session.news('exchange.changed', null)
  return ok(exchangeView(session, done.value))
}
