/** Announcements as they are kept: a draft until it is released, then the archive with what became of it at each constituent (P-37). */
import { z } from 'zod'
import { messageLanguages } from '../../../shared/domain/exchange/template.ts'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import { bulletinKinds } from '../../../shared/ipc/exchange-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'

const delivery = z.object({
  card: z.string(),
  name: z.string(),
  channel: z.enum(['email-pgp', 'email-signed', 'phone', 'form', 'none']),
  value: z.string().nullable(),
  /** Written by us into our own sealed store. */
  said: z.custom<readonly Saying[]>((value) => Array.isArray(value)),
  state: z.enum(['waiting', 'written', 'sent', 'acknowledged', 'failed']),
  at: z.string().nullable(),
  note: z.string(),
  exchange: z.string().nullable(),
})

const bulletinSchema = z.object({
  id: z.string(),
  number: z.string().nullable(),
  kind: z.enum(bulletinKinds),
  title: z.string(),
  text: z.string(),
  language: z.enum(messageLanguages),
  tlp: z.enum(tlps),
  case: z.string().nullable(),
  to: z.array(z.string()),
  savedAt: z.string(),
  releasedAt: z.string().nullable(),
  signer: z.string().nullable(),
  /** The text as it was signed, in the clear-signed form. */
  signed: z.string().nullable(),
  deliveries: z.array(delivery),
})
export type BulletinRecord = z.infer<typeof bulletinSchema>

export const bulletinsOf = (store: Pick<Store, 'db'>): Records<BulletinRecord> =>
  recordsOf(store, 'bulletin', bulletinSchema)
