/** What the vault keeps of every message in or out: the sealed original by its blob, what was read of it, where it went. */
import { z } from 'zod'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import type { MessageView } from '../../../shared/ipc/views.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'

/** Written by us into our own sealed store, so the parts that are long in shape are trusted as they come back. */
const trusted = <T>(): z.ZodType<T> => z.custom<T>((value) => value !== undefined)

const exchangeSchema = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  state: z.enum(['tray', 'in-case', 'set-aside', 'released']),
  at: z.string(),
  partner: z.string(),
  subject: z.string(),
  messageId: z.string(),
  cases: z.array(z.string()),
  /** The original bytes of a message in, the released bytes of a message out. */
  blob: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number(),
  message: trusted<Omit<MessageView, 'signerTrust' | 'signerCard'> | null>(),
  report: trusted<ReportReading | null>(),
  problem: trusted<Saying | null>(),
  released: z
    .object({ form: z.string(), sha256: z.string(), to: z.array(z.string()), text: z.string(), tlp: z.enum(tlps) })
    .nullable(),
  setAsideReason: z.string().nullable(),
})
export type ExchangeRecord = z.infer<typeof exchangeSchema>

export const exchangesOf = (store: Pick<Store, 'db'>): Records<ExchangeRecord> =>
  recordsOf(store, 'exchange', exchangeSchema)

const draftSchema = z.object({
  id: z.string(),
  case: z.string().nullable(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  tlp: z.enum(tlps),
  attachOwnKey: z.boolean(),
  inReplyTo: z.string().nullable(),
  savedAt: z.string(),
})
export type DraftRecord = z.infer<typeof draftSchema>

/** Drafts make no row in the vault log: they are saved with every pause in typing. */
export const draftsOf = (store: Pick<Store, 'db'>): Records<DraftRecord> =>
  recordsOf(store, 'draft', draftSchema, { quiet: true })
