/** One card as it is found and shown: every field from the source that stands highest, and all that is known around it. */
import { ageOf, standing } from '../../../shared/domain/card/layers-standing.ts'
import type { CardSource, CardView } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keysNow } from '../keyring/key-records.ts'
import { rowsOf } from '../keyring/keyring.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { clockOf, closuresOf, noteOf } from './card-clock.ts'
import type { CardLayer, CardRecord, HandEntry } from './card-records.ts'
import { checksOn } from './checks.ts'
import { pinsOn } from './pins.ts'
import type { Shelved } from './shelf.ts'

/** By id, or by a name or address that only one card has. */
export function findCard(session: Pick<Session, 'shelf'>, wanted: string): Result<CardRecord, Saying> {
  const found = findShelved(session, wanted)
  return found.ok ? ok(found.value.record) : found
}

export function findShelved({ shelf }: Pick<Session, 'shelf'>, wanted: string): Result<Shelved, Saying> {
  const exact = shelf.get(wanted)
  if (exact !== null && exact.record.removed === null) return ok(exact)
  const text = wanted.trim().toLowerCase()
  const [only, ...others] = shelf.all().filter((card) => isCalled(card, text))
  return only === undefined || others.length > 0 ? fail(saying('card-not-found', { id: wanted })) : ok(only)
}

const isCalled = ({ reading: { names, emails } }: Shelved, text: string): boolean =>
  [names.short, names.full, ...names.others].some((name) => name?.toLowerCase() === text) ||
  emails.some(({ address }) => address.toLowerCase() === text)

/** As the card is on disk now; the record says only which one is meant. */
export async function cardView(session: Session, { id }: Pick<CardRecord, 'id'>): Promise<CardView> {
  const card = session.shelf.get(id)
  if (card === null) throw new Error('a card that was just found')
  const { record, reading, provenance } = card
  const now = nowOf(session)
  const { source, text } = mainSource(record)
  const age = ageOf(standing(record.layers), now)
  const keys = keysNow(session).filter((key) => key.card === card.id)
  return {
    id: card.id,
    own: card.id === profileOf(session).ownCard,
    roles: record.roles,
    reading,
    source,
    text,
    sources: sourcesOf(record),
    provenance,
    note: noteOf(record),
    closures: closuresOf(record),
    keys: rowsOf(session, keys),
    checks: checksOn(session, record),
    pins: pinsOn(session, card.id),
    ...(await clockOf(card, now)),
    contact: session.contacts.with([
      ...reading.emails.map(({ address }) => address.toLowerCase()),
      ...keys.map(({ fingerprint }) => fingerprint),
    ]),
    ageDays: age.days,
    stale: age.stale,
  }
}

export const sourceOf = ({ id, kind, name, sha256, readAt, reading, signature, text }: CardLayer): CardSource => ({
  id,
  kind,
  name,
  sha256,
  readAt,
  dated: reading.document.date,
  signature,
  hasText: text !== null,
})

/** What people of ours wrote is a source too, without a document. */
const handSource = (hand: readonly HandEntry[]): CardSource => ({
  id: 'hand',
  kind: 'hand',
  name: '',
  sha256: '',
  readAt:
    hand
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? '',
  dated: null,
  signature: { kind: 'none' },
  hasText: false,
})

/** Newest first, entries by hand before all. */
function sourcesOf({ layers, hand }: CardRecord): readonly CardSource[] {
  const read = layers.toReversed().map(sourceOf)
  return hand.length === 0 ? read : [handSource(hand), ...read]
}

/** The highest source with a text to show; where none has one, the highest. */
export function mainSource({ layers, hand }: CardRecord): { readonly source: CardSource; readonly text: string } {
  const speaking = standing(layers)
  const main = speaking.find(({ text }) => text !== null) ?? speaking[0]
  return main === undefined ? { source: handSource(hand), text: '' } : { source: sourceOf(main), text: main.text ?? '' }
}
