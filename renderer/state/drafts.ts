/** Drafts of messages: made, kept sealed while they are typed, dropped, released. */
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { DraftView } from '../../shared/ipc/views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror } from './mirror.ts'

/** `drafts.use(id)`; keys and cards change the verdict. */
export const drafts = createKeyedMirror<DraftView, 'key.changed' | 'card.changed'>(
  (id) => client['draft.show']({ id }),
  [{ feed: 'key.changed' }, { feed: 'card.changed' }],
)

async function taking(asking: Promise<Answer<DraftView>>): Promise<Answer<DraftView>> {
  const answer = await asking
  if (answer.ok) drafts.take(answer.value.draft.id, answer.value)
  return answer
}

/** The new draft; go to `{ page: 'composer', params: { draft: view.draft.id } }` with it. */
export const newDraft = (about: Input<'draft.new'>): Promise<Answer<DraftView>> => taking(client['draft.new'](about))

export const saveDraft = (draft: Input<'draft.save'>): Promise<Answer<DraftView>> => taking(client['draft.save'](draft))

export const dropDraft = (id: string): Promise<Answer<null>> => client['draft.drop']({ id })

export const releaseDraft = (release: Input<'draft.release'>): Promise<Answer<Output<'draft.release'>>> =>
  client['draft.release'](release)
