/** The calls about messages that came in, drafts, what leaves, and announcements. */
import { z } from 'zod'
import { messageLanguages, templateNames } from '../domain/exchange/template.ts'
import { infoClasses } from '../domain/disclosure/classes.ts'
import { tlps } from '../domain/marking/tlp.ts'
import { core } from './call.ts'
import {
  bulletinKinds,
  type AttachmentLook,
  type BulletinRow,
  type BulletinView,
  type DraftSplit,
  type PartnerNumbers,
} from './exchange-views.ts'
import { caseNumber, file, id, none, short, target, text } from './inputs.ts'
import type { DraftView, ExchangeRow, ExchangeView, Released } from './views.ts'

const page = { from: z.int().min(0).default(0), count: z.int().min(1).max(500).default(100) }
/** The name of an attachment as the message view gives it: unique in the message. */
const attachment = { exchange: id, name: short }

export const exchangeCalls = {
  'exchange.list': core<{ total: number; rows: readonly ExchangeRow[] }>()(
    z.object({ search: short.default(''), ...page }),
  ),
  'exchange.show': core<ExchangeView>()(z.object({ exchange: id })),
  /** Opens and checks the sealed original once more, with the keys of now. */
  'exchange.again': core<ExchangeView>()(z.object({ exchange: id })),
  /** A detached signature that came later, or beside the message: checked over its bytes as they came. */
  'exchange.signature': core<ExchangeView>()(z.object({ exchange: id, file })),
  'exchange.look': core<AttachmentLook>()(z.object(attachment)),
  /** An attachment to a file that a person chose; judged like everything that leaves, and noted in its cases. */
  'exchange.save': core<{ file: string; sha256: string }>()(z.object({ ...attachment, to: target })),
  /** A released message was sent by the mail program. */
  'exchange.sent': core<ExchangeView>()(z.object({ exchange: id })),
  'exchange.partners': core<readonly PartnerNumbers[]>()(none),

  'draft.new': core<DraftView>()(
    z.object({ case: caseNumber.nullable(), to: z.array(id).max(50), inReplyTo: id.nullable() }),
  ),
  'draft.save': core<DraftView>()(
    z.object({
      id,
      to: z.array(id).max(50),
      subject: short,
      text,
      tlp: z.enum(tlps),
      attachOwnKey: z.boolean(),
      language: z.enum(messageLanguages),
      protection: z.enum(['encrypted', 'signed']),
      formal: z.boolean(),
      observables: z.enum(['none', 'text', 'csv']),
      classes: z.array(z.enum(infoClasses)).default([]),
      redact: z.array(short).max(2_000).default([]),
    }),
  ),
  /** Subject and text from a template in that language, from the case; saved at once. What was there the page has for its undo. */
  'draft.fill': core<DraftView>()(
    z.object({ id, template: z.enum(templateNames), language: z.enum(messageLanguages) }),
  ),
  'draft.attach': core<DraftView>()(z.object({ id, file })),
  'draft.detach': core<DraftView>()(z.object({ id, blob: id })),
  /** usable: those who can read it in this one, the others in a new one; each: one draft a recipient. */
  'draft.split': core<DraftSplit>()(z.object({ id, by: z.enum(['usable', 'each']) })),
  'draft.show': core<DraftView>()(z.object({ id })),
  'draft.drop': core<null>()(z.object({ id })),
  /** Through the release point: checked again, signed and encrypted, written, journalled. */
  'draft.release': core<Released>()(
    z.object({
      id,
      form: z.enum(['eml', 'asc', 'pgp', 'clipboard']),
      to: target.optional(),
      conditionsAccepted: z.boolean().default(false),
      /** Against the gate's "stop": the reason and the personal code, both journalled. Never against a key that cannot encrypt. */
      override: z
        .object({ reason: text.min(1), code: short.min(1) })
        .nullable()
        .default(null),
    }),
  ),

  'bulletin.list': core<readonly BulletinRow[]>()(none),
  'bulletin.new': core<BulletinView>()(z.object({ case: caseNumber.nullable(), kind: z.enum(bulletinKinds) })),
  'bulletin.save': core<BulletinView>()(
    z.object({
      id,
      kind: z.enum(bulletinKinds),
      title: short,
      text,
      language: z.enum(messageLanguages),
      tlp: z.enum(tlps),
      to: z.array(id).max(2_000),
    }),
  ),
  'bulletin.show': core<BulletinView>()(z.object({ id })),
  'bulletin.drop': core<null>()(z.object({ id })),
  /** Signs it once, writes a message for each mail recipient into the chosen folder, and keeps it in the archive. */
  'bulletin.release': core<BulletinView>()(z.object({ id, to: target })),
  /** The signed text to the clipboard, for a web page or a mailing list: what everybody (CLEAR) or the community (GREEN) may read. */
  'bulletin.copy': core<null>()(z.object({ id })),
  /** What became of it at one constituent. */
  'bulletin.mark': core<BulletinView>()(
    z.object({ id, card: id, state: z.enum(['sent', 'acknowledged', 'failed']), note: text }),
  ),
} as const
