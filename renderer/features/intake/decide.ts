/** The acts of a person about a report in the tray: each one call, then on to where the work goes on. */
import type { TemplateName } from '../../../shared/domain/exchange/template.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { Intake } from '../../../shared/ipc/views.ts'
import { client } from '../../bridge/client.ts'
import { saying } from '../../../shared/words/say.ts'
import { fillDraft, newDraft, takeDraft } from '../../state/drafts.ts'
import { openCases } from '../../state/open-case.ts'
import { go, replaceRoute } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import type { CaseForm } from './case-form.ts'

/** Makes the case and goes to it; null where it was refused, with the reason on the screen. */
export async function createCase(exchange: string, form: CaseForm): Promise<string | null> {
  const view = told(await client['intake.case']({ exchange, ...form }))
  if (view === null) return null
  const { number } = view.state
  openCases.take(number, view)
  replaceRoute({ page: 'case', params: { number } })
  return number
}

/** Makes the case, then a draft that tells the sender so. */
export async function createAndAnswer(intake: Intake, form: CaseForm): Promise<void> {
  const number = await createCase(intake.exchange.id, form)
  if (number !== null && intake.sender !== null) await answerWith('acknowledgement', number, intake)
}

/** A reply that asks for what the report left open; a person still reads, changes and releases it. */
export async function askForMissing({ exchange }: Intake): Promise<void> {
  const view = told(await client['intake.complete']({ exchange: exchange.id }))
  if (view === null) return
  takeDraft(view)
  go({ page: 'composer', params: { draft: view.draft.id } })
}

/** One case for each constituent that the report concerns, then to the queue, where all of them stand. */
export async function splitCases(exchange: string, form: CaseForm): Promise<void> {
  const views = told(await client['intake.split']({ exchange, ...form }))
  if (views === null) return
  for (const view of views) openCases.take(view.state.number, view)
  showDone(saying('intake.split-done', { n: views.length, numbers: views.map(({ state }) => state.number).join(', ') }))
  replaceRoute({ page: 'queue', params: {} })
}

async function answerWith(template: TemplateName, number: string, intake: Intake): Promise<void> {
  const { exchange, sender } = intake
  const to = sender === null ? [] : [sender.id]
  const view = told(await newDraft({ case: number, to, inReplyTo: exchange.id }))
  if (view === null) return
  const { id, language } = view.draft
  told(await fillDraft({ id, template, language }))
  go({ page: 'composer', params: { draft: id } })
}

export async function attachTo(exchange: string, numbers: readonly string[]): Promise<boolean> {
  const views = told(await client['intake.attach']({ exchange, numbers: [...numbers] }))
  const first = views?.[0]
  if (views === null || first === undefined) return false
  for (const view of views) openCases.take(view.state.number, view)
  replaceRoute({ page: 'case', params: { number: first.state.number } })
  return true
}

export async function setAside(exchange: string, reason: string): Promise<boolean> {
  if (told(await client['intake.setAside']({ exchange, reason })) === null) return false
  replaceRoute({ page: 'tray', params: {} })
  return true
}

/** Each as if alone; what could not go stays in the tray. */
export async function sendMany(exchanges: readonly string[], to: Input<'intake.many'>['to']): Promise<boolean> {
  const rows = told(await client['intake.many']({ exchanges: [...exchanges], to }))
  if (rows === null) return false
  const gone = rows.filter(({ state }) => state !== 'tray').length
  showDone(saying('intake.many-done', { n: gone, of: exchanges.length }))
  return true
}
