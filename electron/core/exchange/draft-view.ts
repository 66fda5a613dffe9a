/** A draft as the window sees it: who can read it, what the release point says of it, and the very text that would be sealed. */
import { nextDue, clocksOf } from '../../../shared/domain/clock/case-clocks.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { ReleaseRequest } from '../../../shared/domain/disclosure/recipient-facts.ts'
import { firstRule } from '../../../shared/domain/disclosure/first-rule.ts'
import { filledOf } from '../../../shared/domain/exchange/fill-template.ts'
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { calendarHere } from '../cases/calendar-here.ts'
import { findCase } from '../cases/case-book.ts'
import { nowOf, type Session } from '../session.ts'
import type { DraftRecord } from './draft-records.ts'
import { bodyOf } from './draft-text.ts'
import { recipientsOf, type KnownRecipient } from './recipients.ts'

export function draftView(session: Session, record: DraftRecord): DraftView {
  const recipients = recipientsOfDraft(session, record)
  const { template, ...draft } = record
  const { outer, inner } = subjectsOf(session, record)
  return {
    draft,
    recipients: recipients.map(({ shown }) => shown),
    verdict: firstRule(requestOf(session, record, recipients), nowOf(session)),
    outerSubject: outer,
    innerSubject: inner,
    preview: bodyOf(session, record, recipients).text,
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

export const caseOf = (session: Session, { case: number }: Pick<DraftRecord, 'case'>): CaseState | null => {
  const found = number === null ? null : findCase(session, number)
  return found?.ok === true ? found.value.state : null
}

export function recipientsOfDraft(session: Session, draft: DraftRecord): readonly KnownRecipient[] {
  const state = caseOf(session, draft)
  const due = state === null ? null : nextDue(clocksOf(state, calendarHere(session), nowOf(session)))
  return recipientsOf(session, draft.to, due?.due ?? null)
}

/** `loosenedBecause`: the recorded reason of an override. What is only signed travels as a mail in clear. */
export function requestOf(
  session: Session,
  draft: DraftRecord,
  recipients: readonly KnownRecipient[],
  loosenedBecause: string | null = null,
): ReleaseRequest {
  return {
    marking: draft.tlp,
    caseMarking: caseOf(session, draft)?.tlp ?? null,
    loosenedBecause,
    recipients: recipients.map(({ facts }) => facts),
    channel: draft.protection === 'signed' ? 'email-plain' : 'email-pgp',
    purpose: draft.case === null ? 'general' : 'incident',
    sensitivity: null,
    text: draft.text,
  }
}

/**
 * Outside any mail server reads it: number and marking, "urgent" where the case is, no word of the case (RFC 9788: the real one is
 * inside). A mail in clear has one subject.
 */
export function subjectsOf(session: Session, draft: DraftRecord): { readonly outer: string; readonly inner: string } {
  const urgent = caseOf(session, draft)?.urgent === true ? ' urgent' : ''
  const outer = `${draft.case === null ? '' : `[${draft.case}] `}${tlpLabel(draft.tlp)}${urgent}`
  const inner = `${outer} ${draft.subject}`.trim()
  return { outer: draft.protection === 'signed' ? inner : outer, inner }
}
