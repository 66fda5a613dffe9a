/** A draft as the window sees it: who can read it, what the gate says of it, and the very text that would be sealed. */
import { nextDue, clocksOf } from '../../../shared/domain/clock/case-clocks.ts'
import { proposedClasses } from '../../../shared/domain/disclosure/propose.ts'
import { filledOf } from '../../../shared/domain/exchange/fill-template.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { calendarHere } from '../cases/calendar-here.ts'
import { judge } from '../disclosure/gate.ts'
import { identityIn } from '../disclosure/redaction.ts'
import { nowOf, type Session } from '../session.ts'
import { caseOf, draftOut } from './draft-out.ts'
import type { DraftRecord } from './draft-records.ts'
import { recipientsOf, type KnownRecipient } from './recipients.ts'

export function draftView(session: Session, record: DraftRecord): DraftView {
  const recipients = recipientsOfDraft(session, record)
  const { template, ...draft } = record
  const { outer, inner, text, redacted, ask } = draftOut(session, record, recipients)
  const { people, places } = identityIn(session, { number: record.case, text: ask.text, to: record.to })
  return {
    draft,
    recipients: recipients.map(({ shown }) => shown),
    verdict: judge(session, ask),
    outerSubject: outer,
    innerSubject: inner,
    preview: text,
    redacted,
    classesProposed: proposedClasses({ state: caseOf(session, record), text: ask.text, people, places }),
    filled:
      template === null
        ? null
        : {
            template: template.name,
            done: filledOf(`${draft.subject}\n${draft.text}`, template.fields),
            of: template.fields,
          },
  }
}

export function recipientsOfDraft(session: Session, draft: DraftRecord): readonly KnownRecipient[] {
  const state = caseOf(session, draft)
  const due =
    state === null ? null : nextDue(clocksOf(state, calendarHere(session), nowOf(session), clockSettingsOf(session)))
  return recipientsOf(session, draft.to, due?.due ?? null)
}
