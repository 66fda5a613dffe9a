/** One report that concerns several constituents becomes one case for each, so that none learns of the other; the message is in all of them. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { findCase, openCaseIn } from '../cases/case-book.ts'
import { shown } from '../cases/case-handlers.ts'
import { exchangesOf } from '../exchange/exchange-records.ts'
import type { Session } from '../session.ts'
import { actsFor, stillWaiting, type Accepted } from './intake.ts'
import { sharesOf } from './falls-to.ts'

interface Part {
  readonly accepted: Accepted
  readonly events: ReportReading['events']
}

/** All cases are made in one step, or none. @returns `split-nothing` where the events fall to fewer than two. */
export function splitReport(session: Session, accepted: Accepted): Result<readonly CaseView[], Saying> {
  const waiting = stillWaiting(session, accepted.exchange)
  if (!waiting.ok) return waiting
  const record = waiting.value
  const parts = partsOf(session, accepted, record.report)
  if (parts.length < 2) return fail(saying('split-nothing'))
  const made = session.store.commit((tx) => {
    const numbers: string[] = []
    for (const { accepted: one, events } of parts) {
      const acts = actsFor(session, record, one, events)
      const opened = openCaseIn(tx, session, { title: one.title, kind: one.kind, acts })
      if (!opened.ok) return opened
      numbers.push(opened.value.number)
    }
    exchangesOf(session.store).put(tx, record.id, { ...record, state: 'in-case', cases: numbers })
    return ok(numbers)
  })
  if (!made.ok) return made
  session.news('exchange.changed', null)
  const views = made.value.map((number) => {
    const found = findCase(session, number)
    return shown(session, found.ok ? ok(found.value.state) : found)
  })
  return ok(views.flatMap((view) => (view.ok ? [view.value] : [])))
}

/** Events that fall to nobody make a case of their own, which names no constituent. */
function partsOf(session: Session, accepted: Accepted, report: ReportReading | null): readonly Part[] {
  if (report === null) return []
  const shares = sharesOf(session, report)
  const taken = new Set(shares.flatMap(({ events }) => events))
  const { title } = accepted
  const named = shares.map(({ card: { id, name }, events }): Part => ({
    accepted: {
      ...accepted,
      title: say('en', saying('split-of', { title, name })),
      constituent: name,
      affected: [id],
    },
    events: report.events.filter((_, at) => events.includes(at)),
  }))
  const rest = report.events.filter((_, at) => !taken.has(at))
  if (rest.length === 0) return named
  const others = { ...accepted, title: say('en', saying('split-rest', { title })), constituent: null, affected: [] }
  return [...named, { accepted: others, events: rest }]
}
