/** Sources of cards that were read and wait for a person: core holds them under a token until they are accepted or the desk locks. */
import { create } from 'zustand'
import type { CardPreview, CardView } from '../../shared/ipc/card-views.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { client, type Answer } from '../bridge/client.ts'
import { openCards } from './cards.ts'

const useStore = create<Readonly<Record<string, CardPreview>>>()(() => ({}))

/** null: not known, or no longer. */
export const usePreview = (token: string): CardPreview | null => useStore((all) => all[token] ?? null)

/** Reads a source and keeps what it would change; go to `{ page: 'card-import', params: { token } }` with it. */
export async function previewCard(
  file: Input<'card.preview'>['file'],
  against: string | null,
): Promise<Answer<CardPreview>> {
  const answer = await client['card.preview']({ file, against })
  if (answer.ok) useStore.setState({ [answer.value.token]: answer.value })
  return answer
}

export async function acceptCard(wish: Input<'card.accept'>): Promise<Answer<CardView>> {
  const answer = await client['card.accept'](wish)
  if (!answer.ok) return answer
  openCards.take(answer.value.id, answer.value)
  forget(wish.token)
  return answer
}

export async function discardCard(token: string): Promise<void> {
  forget(token)
  await client['card.discard']({ token })
}

const forget = (token: string): void =>
  useStore.setState(Object.fromEntries(Object.entries(useStore.getState()).filter(([key]) => key !== token)), true)
