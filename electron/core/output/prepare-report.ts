/** A case report before it leaves: what it would say, what the gate is asked, and its bytes in the form that was chosen. */
import { anyOf } from '../../../shared/domain/disclosure/supposed.ts'
import { buildReport, type ReportSource } from '../../../shared/domain/output/build-report.ts'
import { textOf, type Audience, type ReportDoc } from '../../../shared/domain/output/report-doc.ts'
import { writeMarkdown } from '../../../shared/domain/output/write-markdown.ts'
import type { RecipientClass } from '../../../shared/domain/disclosure/classes.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { nowOf, type Session } from '../session.ts'
import { hidingIn, neverTold } from './hiding.ts'
import { htmlReport } from './html-report.ts'
import { reportSource } from './output-source.ts'
import { pdfReport } from './pdf-report.ts'
import type { Prepared } from './prepared.ts'

const language = 'en'

const classOf: Readonly<Record<Audience, RecipientClass>> = {
  user: 'users',
  management: 'management',
  csirt: 'csirt',
  vendor: 'vendor',
  police: 'police',
  press: 'press',
}

export type ReportAsk = Pick<Parsed<'report.preview'>, 'number' | 'audience' | 'form' | 'redact'>

/** The management and the police are told whose case it is; a user is told of the own accounts. */
function never(audience: Audience, { state }: ReportSource): readonly string[] {
  if (audience === 'management' || audience === 'police') return []
  const { names, accounts } = neverTold(state, null)
  return audience === 'user' ? names : [...names, ...accounts]
}

/** Refused where there is no such case. */
export function prepareReport(
  session: Session,
  { number, audience, form, redact: hide }: ReportAsk,
): Result<Prepared, Saying> {
  const found = findCase(session, number)
  if (!found.ok) return found
  const source = reportSource(session, found.value, language)
  const plain = textOf(buildReport(source, { audience, language, redact: (text) => text }))
  const hidden = [...hide, ...never(audience, source)]
  const hiding = hidingIn(session, { number: source.state.number, text: plain, hide: hidden })
  const doc = buildReport(source, { audience, language, redact: hiding.redact })
  return ok({
    ask: {
      number: found.value.state.number,
      to: [anyOf(classOf[audience])],
      // What the press gets is what is public already; the rest of the case is not in it (M-32).
      classes: audience === 'press' ? ['statistical'] : null,
      channel: 'file',
      tlp: doc.tlp,
      text: textOf(doc),
      disguised: hiding.disguised,
      found: hiding.found,
    },
    text: form === 'markdown' ? writeMarkdown(doc) : htmlReport(doc, language),
    redacted: hiding.done,
    names: hiding.names,
    form: `report ${audience} ${form}`,
    content: () => contentOf(doc, form, nowOf(session)),
  })
}

async function contentOf(doc: ReportDoc, form: ReportAsk['form'], now: string): Promise<string | Uint8Array> {
  switch (form) {
    case 'html':
      return htmlReport(doc, language)
    case 'markdown':
      return writeMarkdown(doc)
    case 'pdf':
      return pdfReport(doc, language, now)
  }
}
