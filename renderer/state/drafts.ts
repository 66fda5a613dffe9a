/** Drafts of messages: made, filled, kept sealed while they are typed, split, dropped, released. */
import { create } from 'zustand'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { Draft, DraftView } from '../../shared/ipc/views.ts'
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

/** A draft that another call made. */
export const takeDraft = (view: DraftView): void => drafts.take(view.draft.id, view)

/** What a person writes in a draft; the files beside it come and go by calls of their own. */
export type DraftForm = Omit<Draft, 'id' | 'case' | 'inReplyTo' | 'savedAt' | 'files'>

export function formOf({ draft }: DraftView): DraftForm {
  const { to, subject, text, tlp, attachOwnKey, language, protection, formal, observables, classes, redact } = draft
  return { to, subject, text, tlp, attachOwnKey, language, protection, formal, observables, classes, redact }
}

/** The new draft; go to `{ page: 'composer', params: { draft: view.draft.id } }` with it. */
export const newDraft = (about: Input<'draft.new'>): Promise<Answer<DraftView>> => taking(client['draft.new'](about))

export const saveDraft = (id: string, form: DraftForm): Promise<Answer<DraftView>> =>
  taking(client['draft.save']({ ...form, id, to: [...form.to], classes: [...form.classes], redact: [...form.redact] }))

/** Subject and text from a template; what was typed before is the caller's to keep. */
export const fillDraft = (wish: Input<'draft.fill'>): Promise<Answer<DraftView>> => taking(client['draft.fill'](wish))

export const attachFile = (id: string, file: Input<'draft.attach'>['file']): Promise<Answer<DraftView>> =>
  taking(client['draft.attach']({ id, file }))

export const detachFile = (id: string, blob: string): Promise<Answer<DraftView>> =>
  taking(client['draft.detach']({ id, blob }))

/** Drafts that were split off one another, and which of them are done: as long as this window is open. */
const useSplits = create<{ readonly groups: readonly (readonly string[])[]; readonly gone: readonly string[] }>()(
  () => ({ groups: [], gone: [] }),
)

const done = (id: string): void => useSplits.setState(({ gone }) => ({ gone: [...gone, id] }))

/** Drafts that the rest of this one went to and that still wait. */
export function useSplitOff(id: string): readonly string[] {
  const { groups, gone } = useSplits()
  const together = groups.findLast((group) => group.includes(id)) ?? []
  return together.filter((other) => other !== id && !gone.includes(other))
}

export async function splitDraft(id: string, by: 'usable' | 'each'): Promise<Answer<Output<'draft.split'>>> {
  const answer = await client['draft.split']({ id, by })
  if (!answer.ok) return answer
  const views = answer.value.drafts
  for (const view of views) drafts.take(view.draft.id, view)
  const group = views.map(({ draft }) => draft.id)
  useSplits.setState(({ groups }) => ({ groups: [...groups, group.includes(id) ? group : [id, ...group]] }))
  return answer
}

export async function dropDraft(id: string): Promise<Answer<null>> {
  const answer = await client['draft.drop']({ id })
  if (answer.ok) done(id)
  return answer
}

export async function releaseDraft(release: Input<'draft.release'>): Promise<Answer<Output<'draft.release'>>> {
  const answer = await client['draft.release'](release)
  if (answer.ok) done(release.id)
  return answer
}
