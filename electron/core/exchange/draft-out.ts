/** A draft as it would leave: subjects, text and table after redaction, and what the gate is asked about it. Pure, so that the preview is exactly it. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import type { Hidden, Redacted } from '../../../shared/domain/redaction/redaction.ts'
import { findCase } from '../cases/case-book.ts'
import type { GateAsk } from '../disclosure/gate.ts'
import { fileReasons, type LookedFile } from '../disclosure/redacted-files.ts'
import { redactionOf } from '../disclosure/redaction.ts'
import type { Session } from '../session.ts'
import { readWholeBlob } from '../store/blobs.ts'
import type { DraftRecord } from './draft-records.ts'
import { bodyOf, type DraftBody } from './draft-text.ts'
import type { KnownRecipient } from './recipients.ts'

export interface DraftOut extends DraftBody {
  /** What any mail server reads: number and marking, "urgent" where the case is, no word of the case (RFC 9788). A mail in clear has one subject. */
  readonly outer: string
  readonly inner: string
  readonly redacted: readonly Redacted[]
  readonly names: readonly Hidden[]
  readonly ask: GateAsk
}

export const caseOf = (session: Session, { case: number }: Pick<DraftRecord, 'case'>): CaseState | null => {
  const found = number === null ? null : findCase(session, number)
  return found?.ok === true ? found.value.state : null
}

/** `more`: files beside those that the draft holds. */
export function draftOut(
  session: Session,
  draft: DraftRecord,
  recipients: readonly KnownRecipient[],
  more: readonly LookedFile[] = [],
): DraftOut {
  const body = bodyOf(session, draft, recipients)
  const tables = body.made.map(({ bytes }) => new TextDecoder().decode(bytes))
  const { case: number, redact: hide, to } = draft
  const hidden = redactionOf(session, { number, texts: [draft.subject, body.text, ...tables], hide, to })
  const [subject = '', text = '', ...cleaned] = hidden.texts
  const made = body.made.map((file, at) => ({ ...file, bytes: Buffer.from(cleaned[at] ?? '') }))
  const files = hide.length === 0 ? [] : [...filesOf(session, draft), ...more]
  const outer = outerSubject(session, draft)
  const inner = `${outer} ${subject}`.trim()
  return {
    ...body,
    text,
    made,
    outer: draft.protection === 'signed' ? inner : outer,
    inner,
    redacted: hidden.done,
    names: hidden.names,
    ask: {
      number,
      to,
      classes: draft.classes,
      // What is only signed travels as a mail in clear.
      channel: draft.protection === 'signed' ? 'email-plain' : 'email-pgp',
      tlp: draft.tlp,
      text: [subject, text, ...cleaned].join('\n'),
      // A file beside it may tell what the text hides.
      disguised: hidden.disguised && draft.files.length + more.length === 0,
      found: [...hidden.found, ...fileReasons(files, hidden.names)],
    },
  }
}

function outerSubject(session: Session, draft: DraftRecord): string {
  const urgent = caseOf(session, draft)?.urgent === true ? ' urgent' : ''
  return `${draft.case === null ? '' : `[${draft.case}] `}${tlpLabel(draft.tlp)}${urgent}`
}

/** Larger ones are not looked through (redacted-files.ts), so they are not read either. */
const mostLooked = 8 * 1_048_576

const filesOf = ({ store }: Session, { files }: DraftRecord): readonly LookedFile[] =>
  files.map(({ blob, name, size }) => ({ name, bytes: size > mostLooked ? null : readWholeBlob(store, blob) }))
