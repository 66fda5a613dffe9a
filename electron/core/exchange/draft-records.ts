/** What the vault keeps of a message that is being written. */
import { z } from 'zod'
import { infoClasses } from '../../../shared/domain/disclosure/classes.ts'
import { messageLanguages, templateNames } from '../../../shared/domain/exchange/template.ts'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'

/** Everything that came after the first format has a default, so that older drafts read. */
const draftSchema = z.object({
  id: z.string(),
  case: z.string().nullable(),
  /** Ids of cards, or whole fingerprints of keys without one. */
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  tlp: z.enum(tlps),
  attachOwnKey: z.boolean(),
  inReplyTo: z.string().nullable(),
  savedAt: z.string(),
  language: z.enum(messageLanguages).default('en'),
  protection: z.enum(['encrypted', 'signed']).default('encrypted'),
  formal: z.boolean().default(false),
  observables: z.enum(['none', 'text', 'csv']).default('none'),
  files: z.array(z.object({ blob: z.string(), name: z.string(), size: z.number(), sha256: z.string() })).default([]),
  /** What it holds, as its writer says; none: what the case says of itself. */
  classes: z.array(z.enum(infoClasses)).default([]),
  /** Items that leave under another name. */
  redact: z.array(z.string()).default([]),
  /** What the text was filled from, how many fields it had, and the case that the draft was begun in where the template keeps it out of that. */
  template: z
    .object({ name: z.enum(templateNames), fields: z.number(), outOf: z.string().nullable().default(null) })
    .nullable()
    .default(null),
})
export type DraftRecord = z.infer<typeof draftSchema>

/** Drafts make no row in the vault log: they are saved with every pause in typing. */
export const draftsOf = (store: Pick<Store, 'db'>): Records<DraftRecord> =>
  recordsOf(store, 'draft', draftSchema, { quiet: true })
