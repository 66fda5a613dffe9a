/** Keeps the zone that a person gave for the times of a report that came without one. */
import { giveZone, type Given } from '../../../shared/domain/intake/give-zone.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { exchangesOf, type ExchangeRecord } from '../exchange/exchange-records.ts'
import { findExchange } from '../exchange/exchange-view.ts'
import { authorOf, type Session } from '../session.ts'

export function sayZone(
  session: Session,
  { exchange, ...given }: { readonly exchange: string } & Omit<Given, 'code'>,
): Result<ExchangeRecord, Saying> {
  const found = findExchange(session, exchange)
  if (!found.ok) return found
  if (found.value.report === null) return fail(saying('report-not-read'))
  const { code } = authorOf(session).actor
  const report = giveZone(found.value.report, { ...given, code })
  if (!report.ok) return report
  const next = { ...found.value, report: report.value }
  const done = session.store.commit((tx) => {
    exchangesOf(session.store).put(tx, next.id, next)
    return ok(next)
  })
  session.news('exchange.changed', null)
  return done
}
