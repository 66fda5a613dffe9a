/** The calls about contact cards; contract.ts takes them in, so that every call is still declared once. */
import { z } from 'zod'
import { checkMethods } from '../domain/card/bona-fide.ts'
import { cardFields, cardRoles } from '../domain/card/fields.ts'
import type { LookupAnswer } from '../domain/directory/lookup-answer.ts'
import type { Horizon } from '../domain/horizon/horizon.ts'
import type { Reach } from '../domain/reach/reach.ts'
import { core } from './call.ts'
import { cardEdit } from './card-edits.ts'
import {
  type CardList,
  type CardPreview,
  type CardRow,
  type CardView,
  type DirectoryPreview,
  type ExportedCard,
  type Job,
  type PinAnswer,
  type ReadCard,
} from './card-views.ts'
import { date, file, id, none, short, target, text } from './inputs.ts'

const ownCard = z.object({ name: short.min(1), address: short, phone: short, zone: short, hours: short })
const card = { card: short }
const fields = z.array(z.enum(cardFields)).max(cardFields.length).default([])

export const cardCalls = {
  /** Any source of cards but a directory, to a card; `beside` is a detached signature. Stores nothing. */
  'card.read': core<ReadCard>()(z.object({ file, beside: file.optional() })),
  /** Read and taken in at once, for scripts; a changed key is refused unless it is confirmed by its full fingerprint. */
  'card.import': core<CardView>()(
    z.object({
      file,
      beside: file.optional(),
      own: z.boolean().default(false),
      confirmKeys: z.array(short).max(50).default([]),
    }),
  ),
  /** A card typed by hand, for the first run: our own team. */
  'card.own': core<CardView>()(ownCard),
  'card.list': core<readonly CardRow[]>()(z.object({ search: short.default('') })),
  /** The list by position, for as many cards as there are. */
  'card.window': core<CardList>()(
    z.object({
      search: short.default(''),
      roles: z.array(z.enum(cardRoles)).max(20).default([]),
      from: z.int().min(0).default(0),
      count: z.int().min(1).max(500).default(100),
    }),
  ),
  'card.show': core<CardView>()(z.object({ id: short })),
  /** The text of one source, to be shown beside the card. */
  'card.source': core<{ text: string }>()(z.object({ ...card, source: id })),

  /** Reads a source and says what it would change; nothing is stored until card.accept. The token lives until lock. */
  'card.preview': core<CardPreview>()(
    z.object({ file, beside: file.optional(), against: short.nullable().default(null) }),
  ),
  'card.accept': core<CardView>()(
    z.object({
      token: id,
      /** The card to bring up to date, or null for a new one. */
      into: short.nullable(),
      /** Fields whose old value stays, as an entry by hand. */
      keep: fields,
      confirmKeys: z.array(short).max(50).default([]),
      own: z.boolean().default(false),
    }),
  ),
  'card.discard': core<null>()(z.object({ token: id })),

  'card.create': core<CardView>()(z.object({ name: short.min(1), role: z.enum(cardRoles) })),
  'card.edit': core<CardView>()(z.object({ ...card, edits: z.array(cardEdit).min(1).max(50), reason: short })),
  /** Gives up entries by hand: the sources speak again. */
  'card.unedit': core<CardView>()(z.object({ ...card, fields })),
  /** `from` goes into `into`: its sources, keys, checks and PINs; the fields named win over those of `into`. */
  'card.merge': core<CardView>()(z.object({ from: short, into: short, take: fields })),
  'card.compare': core<CardPreview['changes']>()(z.object({ from: short, into: short })),
  'card.remove': core<null>()(z.object({ ...card, reason: short.min(1) })),

  'card.reach': core<Reach>()(
    z.object({
      ...card,
      /** UTC ISO; null: now. */
      at: z.iso.datetime().nullable().default(null),
      urgency: z.enum(['urgent', 'normal']).default('normal'),
      sensitivity: z.enum(['high', 'low']).default('low'),
      purpose: z.enum(['incident', 'general']).default('incident'),
      audience: z.enum(['public', 'constituent', 'csirt']).default('csirt'),
    }),
  ),
  'card.lookup': core<LookupAnswer>()(z.object({ text })),
  'card.export': core<ExportedCard>()(
    z.object({
      ...card,
      format: z.enum(['vcard', 'json', 'rfc2350']),
      to: target.optional(),
      members: z.enum(['code', 'name', 'none']).default('code'),
    }),
  ),

  'check.add': core<CardView>()(
    z.object({
      ...card,
      method: z.enum(checkMethods),
      who: short.min(1),
      channel: short.nullable(),
      note: text,
      lapses: date.nullable(),
    }),
  ),
  'check.withdraw': core<CardView>()(z.object({ ...card, check: id, reason: short.min(1) })),
  'pin.set': core<CardView>()(z.object({ ...card, holder: short.min(1), pin: z.string().min(4).max(64) })),
  'pin.check': core<PinAnswer>()(z.object({ ...card, pin: id, said: z.string().max(64) })),
  'pin.drop': core<CardView>()(z.object({ ...card, pin: id })),

  /** Reads a list of teams (Trusted Introducer, FIRST, Global-IRT, CSV) and says what it would do. */
  'directory.preview': core<DirectoryPreview>()(z.object({ file })),
  /** CSV: the same file under another mapping of its columns. */
  'directory.map': core<DirectoryPreview>()(z.object({ token: id, mapping: z.record(short, short.nullable()) })),
  'directory.import': core<Job>()(z.object({ token: id })),
  'job.list': core<readonly Job[]>()(none),
  'job.cancel': core<Job>()(z.object({ id })),

  'horizon.show': core<Horizon>()(none),
} as const
