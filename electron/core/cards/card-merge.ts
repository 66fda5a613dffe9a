/** Makes one card of two: the sources, keys, checks and PINs of the one go over, and nothing of either is lost. */
import { difference } from '../../../shared/domain/card/difference.ts'
import { cardFields, type CardField } from '../../../shared/domain/card/fields.ts'
import { effective } from '../../../shared/domain/card/layers.ts'
import { says } from '../../../shared/domain/card/layers-says.ts'
import type { CardView, FieldChange } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, word, type Saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import { profileOf, type Session } from '../session.ts'
import type { Tx } from '../store/store.ts'
import { findShelved } from './card-book.ts'
import { withEntries, written } from './card-edit.ts'
import { pinsOf, type CardRecord, type HandEntry } from './card-records.ts'
import { keepCard } from './keep-card.ts'
import type { Shelved } from './shelf.ts'
import { valuesOf } from './take-in.ts'

interface Pair {
  readonly from: Shelved
  readonly into: Shelved
}

function pairOf(session: Session, from: string, into: string): Result<Pair, Saying> {
  const [one, other] = [findShelved(session, from), findShelved(session, into)]
  if (!one.ok) return one
  if (!other.ok) return other
  if (one.value.id === other.value.id) return fail(saying('card-merge-self'))
  return ok({ from: one.value, into: other.value })
}

/** What `from` says otherwise than `into`. */
export function compareCards(
  session: Session,
  { from, into }: { readonly from: string; readonly into: string },
): Result<readonly FieldChange[], Saying> {
  const pair = pairOf(session, from, into)
  if (!pair.ok) return pair
  const written = new Set<string>(pair.value.into.record.hand.map(({ field }) => field))
  const changes = difference(pair.value.into.reading, pair.value.from.reading)
  return ok(changes.map((change) => ({ ...change, byHand: written.has(change.field) })))
}

export interface Merging {
  readonly from: string
  readonly into: string
  readonly take: readonly CardField[]
}

export async function mergeCards(session: Session, { take, ...ids }: Merging): Promise<Result<CardView, Saying>> {
  const pair = pairOf(session, ids.from, ids.into)
  if (!pair.ok) return pair
  const { from, into } = pair.value
  if (from.id === profileOf(session).ownCard) return fail(saying('card-is-own'))
  return keepCard(session, mergedRecord(session, pair.value, take), {
    also: (tx) => {
      session.shelf.put(tx, { ...from.record, mergedInto: into.id })
      giveOver(tx, session, from.id, into.id)
    },
  })
}

function mergedRecord(session: Session, { from, into }: Pair, take: readonly CardField[]): CardRecord {
  const layers = [...from.record.layers, ...into.record.layers].toSorted((a, b) => (a.readAt < b.readAt ? -1 : 1))
  const taken = written(session, valuesOf(from.reading, take), word('en', 'card-store.taken', { name: from.name }))
  const hand = withEntries(handOf(from.record, into), [...into.record.hand, ...taken])
  return {
    ...into.record,
    roles: [...new Set([...into.record.roles, ...from.record.roles])],
    layers,
    hand: withEntries(hand, held(session, { from, into }, { layers, hand })),
    checks: [...from.record.checks, ...into.record.checks].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  }
}

/** What people wrote on the card that goes: for fields of which the other says nothing. */
const handOf = ({ hand }: CardRecord, { reading }: Shelved): readonly HandEntry[] =>
  hand.filter((entry) => {
    const field = cardFields.find((one) => one === entry.field)
    return field === undefined || !says[field](reading)
  })

/** Where a source that comes along would now stand above what the card said, the card's own value is held as an entry. */
function held(
  session: Session,
  { from, into }: Pair,
  { layers, hand }: Pick<CardRecord, 'layers' | 'hand'>,
): readonly HandEntry[] {
  const { reading } = effective(layers, hand)
  const byHand = new Set<string>(hand.map(({ field }) => field))
  const lost = difference(into.reading, reading)
    .map(({ field }) => field)
    .filter((field) => field !== 'networks' && !byHand.has(field) && says[field](into.reading))
  return written(session, valuesOf(into.reading, lost), word('en', 'card-store.merged', { name: from.name }))
}

function giveOver(tx: Tx, session: Session, from: string, into: string): void {
  const [keys, pins] = [keysOf(session.store), pinsOf(session.store)]
  for (const key of keys.all()) if (key.card === from) keys.put(tx, key.fingerprint, { ...key, card: into })
  for (const pin of pins.all()) if (pin.card === from) pins.put(tx, pin.id, { ...pin, card: into })
}
