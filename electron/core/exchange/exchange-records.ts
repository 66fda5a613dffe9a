/** What the vault keeps of every message in or out: the sealed original by its blob, what was read of it, where it went. */
import { z } from 'zod'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import type { MessageView } from '../../../shared/ipc/views.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { exchangeLines, withLines, type ExchangeLines } from './exchange-lines.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'

/** Written by us into our own sealed store, so the parts that are long in shape are trusted as they come back. */
const trusted = <T>(): z.ZodType<T> => z.custom<T>((value) => value !== undefined)

/** The bytes of attachments stay in the sealed original; everything that is shown is kept. */
export type KeptMessage = Omit<MessageView, 'signerTrust' | 'signerCard'>

/** Messages that were read before several signatures were told apart. */
const withSignatures = (message: KeptMessage): KeptMessage => ({
  ...message,
  protection: { ...message.protection, signatures: message.protection.signatures ?? [] },
})

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
  message: trusted<KeptMessage | null>().transform((message) => message && withSignatures(message)),
  report: trusted<ReportReading | null>(),
  problem: trusted<Saying | null>(),
  released: z
    .object({ form: z.string(), sha256: z.string(), to: z.array(z.string()), text: z.string(), tlp: z.enum(tlps) })
    .nullable(),
  setAsideReason: z.string().nullable(),
  /** What the message itself says of its number among those from its sender, and which of ours that sender has. */
  numbered: z
    .object({ number: z.number(), received: z.array(z.number()) })
    .nullable()
    .default(null),
  /** The numbers of a message out, one for each partner that it went to. */
  numbers: z.array(z.object({ partner: z.string(), number: z.number() })).default([]),
  /** UTC ISO: a person said that the mail program has sent it. */
  sentAt: z.string().nullable().default(null),
  /** A detached signature that came with the message or later; sealed as it came. */
  beside: z.object({ blob: z.string(), name: z.string() }).nullable().default(null),
  /** Bare OpenPGP that is too large to be opened in memory. */
  large: z.boolean().default(false),
  /** What such a file held, sealed: its one attachment. */
  content: z.object({ blob: z.string(), sha256: z.string() }).nullable().default(null),
  /** A report by telephone or out of a log: the sealed original is its text. */
  call: z
    .object({
      channel: z.enum(['phone', 'log']),
      from: z.string(),
      card: z.string().nullable(),
      number: z.string(),
      pin: z.enum(['right', 'wrong', 'none']),
      takenBy: z.string(),
      urgent: z.boolean(),
      text: z.string(),
    })
    .nullable()
    .default(null),
  /** Attachments that a person took out of the vault. */
  saved: z.array(z.object({ name: z.string(), sha256: z.string(), at: z.string(), code: z.string() })).default([]),
})
export type ExchangeRecord = z.infer<typeof exchangeSchema>

/** Whatever is not given is as in a message of which nothing has been said yet. */
export const newExchange = (fields: z.input<typeof exchangeSchema>): ExchangeRecord => exchangeSchema.parse(fields)

export const exchangesOf = (store: Pick<Store, 'db'>): Records<ExchangeRecord> =>
  withLines(store, recordsOf(store, 'exchange', exchangeSchema))

/** What lists show and look-ups search, without reading the records. */
export const linesOf = (store: Pick<Store, 'db'>): ExchangeLines =>
  exchangeLines(store, recordsOf(store, 'exchange', exchangeSchema))
