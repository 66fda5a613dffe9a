/** What the vault keeps of a contact: every source as it was read, what people of ours wrote over it, and who checked whom. */
import { z } from 'zod'
import { checkMethods } from '../../../shared/domain/card/bona-fide.ts'
import type { DocumentSignature } from '../../../shared/domain/card/document-signature.ts'
import { unsigned } from '../../../shared/domain/card/document-signature.ts'
import { cardRoles, sourceKinds } from '../../../shared/domain/card/fields.ts'
import type { HandWritten } from '../../../shared/domain/card/layers.ts'
import type { Card } from '../../../shared/ipc/card-views.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
const reading = z.custom<Card>(isObject)

/** One source of a card. Its reading is kept as it was made, so that a value can be traced to the line that it came from. */
const layer = z.object({
  id: z.string(),
  kind: z.enum(sourceKinds),
  name: z.string(),
  sha256: z.string(),
  /** UTC ISO. */
  readAt: z.string(),
  /** The key of the entry in the list that it came from: the next issue of that list brings this layer up to date. */
  entry: z.string().nullable(),
  reading,
  /** null: it had none (an entry of a directory). */
  text: z.string().nullable(),
  signature: z.custom<DocumentSignature>(isObject),
})
export type CardLayer = z.infer<typeof layer>

/**
 * One field as a person wrote it, in the shape of a reading; a newer entry of the same field takes its place. Not as it was
 * typed: fields that no form offers are kept here too, when a person keeps an old value against a newer document.
 */
export type HandEntry = HandWritten & { readonly reason: string }
const handEntry = z.custom<HandEntry>(isObject)

const check = z.object({
  id: z.string(),
  method: z.enum(checkMethods),
  who: z.string(),
  channel: z.string().nullable(),
  note: z.string(),
  at: z.string(),
  code: z.string(),
  lapses: z.string().nullable(),
  withdrawn: z.object({ at: z.string(), code: z.string(), reason: z.string() }).nullable(),
})
export type CheckRecord = z.infer<typeof check>

const newest = z.object({
  id: z.string(),
  roles: z.array(z.enum(cardRoles)),
  /** Oldest first. */
  layers: z.array(layer),
  hand: z.array(handEntry),
  checks: z.array(check),
  /** The card that took this one in; it is kept so that what names it still finds its way. */
  mergedInto: z.string().nullable(),
  removed: z.object({ at: z.string(), code: z.string(), reason: z.string() }).nullable(),
})
export type CardRecord = z.infer<typeof newest>

/** Until version 0.1.0 a card had one document and nothing else. */
const first = z
  .object({
    id: z.string(),
    reading,
    source: z.object({ name: z.string(), sha256: z.string(), readAt: z.string() }),
    text: z.string(),
  })
  .transform(({ id, reading: read, source, text }): CardRecord => ({
    id,
    roles: [],
    layers: [
      {
        ...source,
        id: `${id}.1`,
        kind: 'document',
        entry: null,
        reading: { ...read, subdivision: null, languages: [], responsePromises: promisesOf(read) },
        text,
        signature: unsigned,
      },
    ],
    hand: [],
    checks: [],
    mergedInto: null,
    removed: null,
  }))

const promisesOf = ({ responsePromise }: Card): Card['responsePromises'] =>
  responsePromise === null ? [] : [{ ...responsePromise, audience: null }]

export const cardsOf = (store: Pick<Store, 'db'>): Records<CardRecord> =>
  recordsOf(store, 'card', z.union([newest, first]))

/** A client's PIN: only its slow hash is kept. The tries are counted apart, so that counting never rewrites the hash. */
const pin = z.object({
  id: z.string(),
  card: z.string(),
  holder: z.string(),
  setAt: z.string(),
  code: z.string(),
  /** Base64. */
  salt: z.string(),
  hash: z.string(),
  cost: z.object({ memory: z.number(), passes: z.number(), lanes: z.number() }),
  tries: z.object({ count: z.int(), at: z.number() }),
})
export type PinRecord = z.infer<typeof pin>
export const pinsOf = (store: Pick<Store, 'db'>): Records<PinRecord> => recordsOf(store, 'pin', pin)
