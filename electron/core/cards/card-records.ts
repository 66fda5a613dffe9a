/** The contact cards that the vault keeps: the reading, and the document it came from. */
import { z } from 'zod'
import type { Card } from '../../../shared/ipc/views.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'

const cardSchema = z.object({
  id: z.string(),
  reading: z.custom<Card>((value) => typeof value === 'object' && value !== null),
  source: z.object({ name: z.string(), sha256: z.string(), readAt: z.string() }),
  text: z.string(),
})
export type CardRecord = z.infer<typeof cardSchema>

export const cardsOf = (store: Pick<Store, 'db'>): Records<CardRecord> => recordsOf(store, 'card', cardSchema)
