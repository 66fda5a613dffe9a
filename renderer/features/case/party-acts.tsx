/** The acts on one party, as questions that a button or a key opens; and a message to it. */
import { newDraft } from '../../state/drafts.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { AnswerDialog, AskPartyDialog } from './ask-party-dialog.tsx'
import { CallDialog } from './call-dialog.tsx'
import type { Layer, LayerProps } from './case-desk.ts'

export const callParty =
  (party: string): Layer =>
  // A component of its own each: what it asks about is fixed when it is opened.
  (props: LayerProps) => <CallDialog {...props} party={party} />

export const answerParty =
  (party: string): Layer =>
  (props: LayerProps) => <AnswerDialog {...props} party={party} />

export const askParty =
  (party: string | null, what = ''): Layer =>
  (props: LayerProps) => <AskPartyDialog {...props} party={party} what={what} />

/** A draft to the cards named, in the composer. */
export async function compose(number: string, to: readonly string[] = []): Promise<void> {
  const view = told(await newDraft({ case: number, to: [...to], inReplyTo: null }))
  if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
}
