/** Why a draft cannot leave yet, in one sentence, and which conditions a person has to accept. */
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import type { DraftForm } from '../../state/drafts.ts'
import { sentence, t } from '../../ui/t.ts'

export const reasonsOf = ({ verdict }: DraftView, level: VerdictReason['level']): readonly VerdictReason[] =>
  verdict.reasons.filter((reason) => reason.level === level)

/** The conditions word for word: what was accepted holds for these, not for others that come up later. */
export const conditionsOf = (view: DraftView): string => JSON.stringify(reasonsOf(view, 'condition'))

/** What no override lifts; null where there is nothing of it. */
export function waitsAnyway(view: DraftView, form: DraftForm): string | null {
  if (form.to.length === 0) return t('compose.waits-nobody')
  return form.text.trim() === '' && view.draft.files.length === 0 ? t('compose.waits-text') : null
}

/** null where it may go. */
export function waitsFor(view: DraftView, form: DraftForm, acceptedOf: string | null): string | null {
  const anyway = waitsAnyway(view, form)
  if (anyway !== null) return anyway
  const [stop, ...others] = reasonsOf(view, 'stop')
  if (stop !== undefined) return stopWords(stop, others.length)
  const conditions = reasonsOf(view, 'condition').length
  return conditions > 0 && acceptedOf !== conditionsOf(view) ? t('compose.waits-condition', { n: conditions }) : null
}

function stopWords({ said }: VerdictReason, others: number): string {
  const what = t('compose.waits-stop', { what: firstSentence(sentence(said)) })
  return others === 0 ? what : `${what} ${t('compose.waits-more', { n: others })}`
}

const firstSentence = (text: string): string => /^.{1,200}?\.(?= |$)/.exec(text)?.[0] ?? text
