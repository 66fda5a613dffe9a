/** An export of a case before it leaves: its text in the format that was asked for, and what the gate is asked. */
import { anyOf, kindOf } from '../../../shared/domain/disclosure/supposed.ts'
import { exportCase } from '../../../shared/domain/output/export-case.ts'
import { exportContent } from '../../../shared/domain/output/export-content.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { nowOf, type Session } from '../session.ts'
import { hidingIn, neverTold } from './hiding.ts'
import { flowsOf, teamHere } from './output-source.ts'
import type { Prepared } from './prepared.ts'
import { stableTools } from './stable-ids.ts'

export type ExportAsk = Pick<Parsed<'export.preview'>, 'number' | 'format' | 'recipient' | 'redact'>

/** Refused where there is no such case, or none that this format can tell (`export-no-source`, `export-no-address`). */
export function prepareExport(
  session: Session,
  { number, format, recipient, redact: hide }: ExportAsk,
): Result<Prepared, Saying> {
  const found = findCase(session, number)
  if (!found.ok) return found
  const { state } = found.value
  const now = nowOf(session)
  const card = recipient === null || kindOf(recipient) !== null ? null : recipient
  const written = (redact: (text: string) => string) => {
    const around = { flows: flowsOf(session, found.value), team: teamHere(session), withAccounts: card !== null }
    const content = exportContent({ state, redact, ...around })
    return { content, text: exportCase(format, content, stableTools(state.id), now) }
  }
  const plain = written((text) => text).text
  if (!plain.ok) return plain
  const { names } = neverTold(state, card)
  const to = card === null ? [] : [card]
  const hiding = hidingIn(session, { number: state.number, text: plain.value, hide: [...hide, ...names], to })
  const { content, text } = written(hiding.redact)
  if (!text.ok) return text
  return ok({
    ask: {
      number: state.number,
      to: [recipient ?? anyOf('csirt')],
      classes: null,
      channel: 'file',
      tlp: content.tlp,
      text: text.value,
      disguised: hiding.disguised,
      found: hiding.found,
    },
    text: text.value,
    redacted: hiding.done,
    names: hiding.names,
    form: `export ${format}`,
    content: () => Promise.resolve(text.value),
  })
}
