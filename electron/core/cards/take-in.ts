/** Takes a source into a card: what it changes, what has to be confirmed first, and the one step that writes it. */
import { difference } from '../../../shared/domain/card/difference.ts'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import { effective, type HandValue } from '../../../shared/domain/card/layers.ts'
import { says } from '../../../shared/domain/card/layers-says.ts'
import { isDocument, isOlder, standing } from '../../../shared/domain/card/layers-standing.ts'
import type { Card, CardView, FieldChange, KeyChange } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, word, type Saying } from '../../../shared/words/say.ts'
import { isReadable, keyRecordOf } from '../keyring/take-key.ts'
import { keysOf, type KeyRecord } from '../keyring/key-records.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { cardView } from './card-book.ts'
import { withEntries, written } from './card-edit.ts'
import type { CardLayer, CardRecord, HandEntry } from './card-records.ts'
import { keepCard } from './keep-card.ts'
import type { SourceRead } from './read-source.ts'
import type { Shelved } from './shelf.ts'

export interface Plan {
  readonly next: CardRecord
  /** The very same source is here already. */
  readonly known: boolean
  readonly changes: readonly FieldChange[]
  readonly keyChanges: readonly Pick<KeyChange, 'fingerprint' | 'kind' | 'state'>[]
  readonly keyChanged: boolean
  readonly older: boolean
}

export const layerOf = (session: Session, id: string, read: SourceRead): CardLayer => ({
  id,
  kind: read.kind,
  name: read.name,
  sha256: read.sha256,
  readAt: nowOf(session),
  entry: null,
  reading: read.card,
  text: read.text,
  signature: read.signature,
})

const fresh = (id: string): CardRecord => ({
  id,
  roles: [],
  layers: [],
  hand: [],
  checks: [],
  mergedInto: null,
  removed: null,
})

/** `kept`: entries by hand that hold old values against the source. Against no card everything is new and nothing a change. */
export function planOf(card: Shelved | null, layer: CardLayer, newId: string, kept: readonly HandEntry[] = []): Plan {
  const record = card?.record ?? fresh(newId)
  const isSame = (one: CardLayer): boolean =>
    one.sha256 === layer.sha256 && one.kind === layer.kind && one.entry === layer.entry
  const known = record.layers.some(isSame)
  const hand = withEntries(record.hand, kept)
  const next = known ? record : { ...record, hand, layers: [...record.layers, layer] }
  const before = effective(record.layers, record.hand).reading
  const after = effective(next.layers, next.hand).reading
  const document = standing(record.layers).find(isDocument)
  return {
    next,
    known,
    changes: card === null ? [] : changesOf(record, next),
    keyChanges: keyChangesOf(before, after),
    keyChanged: isKeyChanged(before, after),
    older: document !== undefined && isDocument(layer) && isOlder(layer, document),
  }
}

/** What people wrote stays; where the sources now say something else than before and than they, that is shown too. */
function changesOf(record: CardRecord, next: CardRecord): readonly FieldChange[] {
  const before = effective(record.layers, record.hand).reading
  const after = effective(next.layers, []).reading
  const news = new Set(difference(effective(record.layers, []).reading, after).map(({ field }) => field))
  const written = new Set<string>(record.hand.map(({ field }) => field))
  return difference(before, after).flatMap((change) => {
    const byHand = written.has(change.field)
    return byHand && !news.has(change.field) ? [] : [{ ...change, byHand }]
  })
}

const fingerprints = ({ keys }: Card): readonly string[] => keys.flatMap(({ fingerprint }) => fingerprint ?? [])

function keyChangesOf(before: Card, after: Card): Plan['keyChanges'] {
  const [had, has] = [fingerprints(before), fingerprints(after)]
  return [...new Set([...has, ...had])].map((fingerprint) => ({
    fingerprint,
    kind: !had.includes(fingerprint) ? 'new' : has.includes(fingerprint) ? 'same' : 'gone',
    state: [...after.keys, ...before.keys].find((key) => key.fingerprint === fingerprint)?.state ?? 'not-included',
  }))
}

/** Another key where there was one, in its place or beside it: the one change by which a forged document pays. */
function isKeyChanged(before: Card, after: Card): boolean {
  const had = fingerprints(before)
  return had.length > 0 && fingerprints(after).some((fingerprint) => !had.includes(fingerprint))
}

export interface Wish {
  /** The card to bring up to date; null for a new one. */
  readonly into: Shelved | null
  readonly keep: readonly CardField[]
  readonly confirmKeys: readonly string[]
  readonly own: boolean
}

/** All in one step, or refused with `card-key-changed` and nothing written. */
export async function takeIn(session: Session, read: SourceRead, wish: Wish): Promise<Result<CardView, Saying>> {
  const id = wish.into?.id ?? session.ports.newId()
  const refusal = refuse(session, read, wish)
  if (refusal !== null) return fail(refusal)
  const keys = await printedKeys(session, read, id)
  // As the card is now: it may have changed while the keys were looked at.
  const into = wish.into === null ? null : session.shelf.get(wish.into.id)
  const again = refuse(session, read, { ...wish, into })
  if (again !== null) return fail(again)
  const { next, known } = planned(session, read, { ...wish, into }, id)
  if (known && (!wish.own || profileOf(session).ownCard === next.id)) return ok(await cardView(session, next))
  return keepCard(session, next, { own: wish.own, keys: known ? [] : keys })
}

function planned(session: Session, read: SourceRead, { into, keep }: Wish, newId: string): Plan {
  const layer = layerOf(session, session.ports.newId(), read)
  return planOf(into, layer, newId, into === null ? [] : keptEntries(session, into, keep, read))
}

/** A value that is kept becomes an entry of ours, so that the next document does not take it away either. */
function keptEntries(
  session: Session,
  { reading, record }: Shelved,
  keep: readonly CardField[],
  { name }: SourceRead,
): readonly HandEntry[] {
  const free = keep.filter((field) => !record.hand.some((entry) => entry.field === field))
  return written(session, valuesOf(reading, free), word('en', 'card-store.kept', { source: name }))
}

/** The values of a reading as entries by hand; what it does not say is an entry without a value. */
export const valuesOf = (reading: Card, fields: readonly CardField[]): readonly HandValue[] =>
  fields.map((field) => valueOf(reading, field))

// A field and its value out of the same reading belong together, which the type of a union of fields cannot say.
const valueOf = (reading: Card, field: CardField): HandValue =>
  ({ field, value: says[field](reading) ? reading[field] : null }) as HandValue

/** Before anything is written. */
export function refuse(session: Session, read: SourceRead, wish: Wish): Saying | null {
  const { keyChanged, keyChanges } = planned(session, read, wish, '')
  if (!keyChanged || wish.into === null) return null
  const confirmed = new Set(wish.confirmKeys.map((one) => one.replaceAll(/\s/g, '').toUpperCase()))
  const news = keyChanges.filter(({ kind }) => kind === 'new').map(({ fingerprint }) => fingerprint)
  if (news.every((fingerprint) => confirmed.has(fingerprint))) return null
  return saying('card-key-changed', { name: wish.into.name, fingerprints: news.join(', ') })
}

/**
 * A key that a source prints comes undecided; what people decided about one that is here stays, and newer parts of it are merged in.
 * One that another card of the directory has already stays with that card.
 */
async function printedKeys(session: Session, { keys }: SourceRead, id: string): Promise<readonly KeyRecord[]> {
  return Promise.all(
    keys.filter(isReadable).map((key) => {
      const owner = keysOf(session.store).get(key.inspected.fingerprint)?.card ?? null
      const card = owner === null ? null : session.shelf.get(owner)
      const isHeld = card !== null && card.record.removed === null
      return keyRecordOf(session, key, { card: isHeld ? card.id : id })
    }),
  )
}
