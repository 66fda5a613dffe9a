/** Fills a draft from a template: the facts come from its case, the answered report, the recipients and our own card. */
import { incidentAddress } from '../../../shared/domain/card/contact-name.ts'
import { clocksOf } from '../../../shared/domain/clock/case-clocks.ts'
import { workingDayDue } from '../../../shared/domain/clock/working-day.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { fillTemplate, type TemplateFacts } from '../../../shared/domain/exchange/fill-template.ts'
import type { MessageLanguage, TemplateName } from '../../../shared/domain/exchange/template.ts'
import type { Result } from '../../../shared/kit/result.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { calendarHere } from '../cases/calendar-here.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import type { DraftRecord } from './draft-records.ts'
import { caseOf } from './draft-out.ts'
import { recipientsOfDraft } from './draft-view.ts'
import { saveDraft } from './drafts.ts'
import { exchangesOf } from './exchange-records.ts'

/** Templates whose readers have to act on the indicators; the others tell no more than that there is a matter. */
const tellsObservables: readonly TemplateName[] = ['notification', 'request', 'takedown', 'advisory']

export function fillDraft(
  session: Session,
  draft: DraftRecord,
  { template, language }: { readonly template: TemplateName; readonly language: MessageLanguage },
): Result<DraftView, Saying> {
  return saveDraft(session, filledDraft(session, draft, template, language))
}

export function filledDraft(
  session: Session,
  draft: DraftRecord,
  name: TemplateName,
  language: MessageLanguage,
): DraftRecord {
  const isApart = name === 'dead-key'
  const about = isApart ? outOfCase(draft) : backInCase(session, draft)
  const { subject, text, filled } = fillTemplate(name, language, factsOf(session, about))
  const shown = about.observables === 'none' ? 'text' : about.observables
  const observables = tellsObservables.includes(name) && about.case !== null ? shown : 'none'
  const outOf = isApart ? (draft.case ?? draft.template?.outOf ?? null) : null
  return { ...about, subject, text, language, observables, template: { name, fields: filled.of, outOf } }
}

/** Nothing can be encrypted to them, so it goes signed and in clear; then it must not belong to a case, whose marking it would carry. */
const outOfCase = (draft: DraftRecord): DraftRecord => ({
  ...draft,
  case: null,
  tlp: 'CLEAR',
  protection: 'signed',
  attachOwnKey: true,
})

/** Another template was meant after all. */
function backInCase(session: Session, draft: DraftRecord): DraftRecord {
  const state = caseOf(session, { case: draft.template?.outOf ?? null })
  if (state === null) return draft
  return { ...draft, case: state.number, tlp: state.tlp, protection: 'encrypted' }
}

function factsOf(session: Session, draft: DraftRecord): TemplateFacts {
  const state = caseOf(session, draft)
  const { zone, ownCard, teamKey } = profileOf(session)
  const own = ownCard === null ? null : session.shelf.get(ownCard)
  const answered = draft.inReplyTo === null ? null : exchangesOf(session.store).get(draft.inReplyTo)
  return {
    case: state,
    report:
      answered === null || answered.report === null
        ? null
        : { subject: answered.subject, missing: answered.report.completeness.missing },
    theirKey: theirKey(session, draft),
    until: untilFor(session, state),
    own: { address: own === null ? null : incidentAddress(own.reading), fingerprint: teamKey },
    zone,
  }
}

/** The first recipient that nothing can be encrypted to. */
function theirKey(session: Session, draft: DraftRecord): TemplateFacts['theirKey'] {
  const cannot = recipientsOfDraft(session, draft).find(({ shown }) => !shown.encrypts.today)
  if (cannot === undefined) return null
  const { fingerprint, keyState, expires } = cannot.facts
  return { fingerprint, expires, state: keyState }
}

/** When somebody is to be woken for it anyway, else a working day where it presses, else three. */
function untilFor(session: Session, state: CaseState | null): string {
  const [now, calendar] = [nowOf(session), calendarHere(session)]
  const wake =
    state === null
      ? undefined
      : clocksOf(state, calendar, now, clockSettingsOf(session)).find(({ kind }) => kind === 'wake')
  if (wake !== undefined && wake.due > now) return wake.due
  const band = state === null ? null : (session.queue.placed(state.id, now)?.band ?? null)
  const presses = state?.urgent === true || band === 'P1' || band === 'P2'
  return workingDayDue(now, presses ? 1 : 3, calendar)
}
