/** What reports and exports are made from: the case as it is now, our own team, what the reports said, what was announced. */
import { incidentAddress } from '../../../shared/domain/card/contact-name.ts'
import type { Team } from '../../../shared/domain/output/export-content.ts'
import type { ReportSource } from '../../../shared/domain/output/build-report.ts'
import type { ReportEvent } from '../../../shared/domain/report/report-reading.ts'
import { phaseSpans } from '../../../shared/domain/statistics/phase-spans.ts'
import { say, type Language } from '../../../shared/words/say.ts'
import { bulletinsOf } from '../bulletins/bulletin-records.ts'
import type { OpenCase } from '../cases/case-book.ts'
import { caseView } from '../cases/case-view.ts'
import { exchangesOf } from '../exchange/exchange-records.ts'
import { nowOf, profileOf, type Session } from '../session.ts'

/** A name that RFC 2606 keeps free: for a team whose card has no address. */
const noDomain = 'team.invalid'

export function teamHere(session: Session): Team {
  const { ownCard } = profileOf(session)
  const card = ownCard === null ? null : session.shelf.get(ownCard)
  const address = card === null ? '' : (incidentAddress(card.reading) ?? '')
  return { name: card?.name ?? profileOf(session).analyst.code, address, domain: address.split('@')[1] ?? noDomain }
}

export function reportSource(session: Session, found: OpenCase, language: Language): ReportSource {
  const { state, clocks, journal } = caseView(session, found)
  return {
    state,
    clocks,
    spans: phaseSpans(found.entries),
    journal: journal.map(({ at, code, tier, said, hash }) => ({
      at,
      who: `${code}·${tier}`,
      text: say(language, said),
      hash,
    })),
    released: released(session, state.number),
    team: teamHere(session),
    code: profileOf(session).analyst.code,
    now: nowOf(session),
  }
}

/** Announcements about the case that anybody may read. */
const released = (session: Session, number: string): ReportSource['released'] =>
  bulletinsOf(session.store)
    .all()
    .flatMap((one) =>
      one.case === number && one.releasedAt !== null && one.tlp === 'CLEAR'
        ? [{ number: one.number ?? '', title: one.title, at: one.releasedAt }]
        : [],
    )

/** A digest of thousands of events belongs into the CSV of its reporter. */
const mostFlows = 1_000

/** Events of the reports in the case, as they were read. */
export function flowsOf(session: Session, { state }: OpenCase): readonly ReportEvent[] {
  const exchanges = exchangesOf(session.store)
  return state.exchanges.flatMap(({ exchange }) => exchanges.get(exchange)?.report?.events ?? []).slice(0, mostFlows)
}
