/** The acts of a person about a report in the tray: each one call, then on to where the work goes on. */
import type { Intake } from '../../../shared/ipc/views.ts'
import { word } from '../../../shared/words/say.ts'
import { client } from '../../bridge/client.ts'
import { pick } from '../../state/desk.ts'
import { newDraft, saveDraft } from '../../state/drafts.ts'
import { intakes } from '../../state/exchanges.ts'
import { openCases } from '../../state/open-case.ts'
import { go, replaceRoute } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { saying } from '../../../shared/words/say.ts'
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
  if (number === null || intake.sender === null) return
  await goToDraft(number, intake)
}

async function goToDraft(number: string | null, { exchange, sender }: Intake): Promise<string | null> {
  const to = sender === null ? [] : [sender.id]
  const view = told(await newDraft({ case: number, to, inReplyTo: exchange.id }))
  if (view === null) return null
  go({ page: 'composer', params: { draft: view.draft.id } })
  return view.draft.id
}

/** A reply that asks for what the report left open; a person still reads, changes and releases it. */
export async function askForMissing(intake: Intake): Promise<void> {
  const id = await goToDraft(null, intake)
  const missing = intake.report?.completeness.missing ?? []
  if (id === null) return
  const facts = missing.map((field) => `- ${word('en', `intake.field.${field}`)}`).join('\n')
  const { exchange, sender, proposal } = intake
  told(
    await saveDraft({
      id,
      to: sender === null ? [] : [sender.id],
      subject: word('en', 'template.complete.subject', { title: exchange.subject }).slice(0, 900),
      text: word('en', 'template.complete.bare', { missing: facts }),
      tlp: proposal.tlp.value,
      attachOwnKey: false,
    }),
  )
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

/** For a message that could not be opened or checked: takes the key in and opens the kept original again. */
export async function importKeyFor(exchange: string): Promise<void> {
  const [file] = told(await pick('open', 'key')) ?? []
  if (file === undefined || told(await client['key.import']({ file })) === null) return
  await intakes.refresh(exchange)
  showDone(saying('intake.key-imported'))
}
