/** Which keys belong to a card, and which of them it still stands by: one that its sources gave up is never written to again. */
import type { Card, CardRow } from '../../../shared/ipc/card-views.ts'
import type { KeyRecord } from '../keyring/key-records.ts'
import type { Shelved } from './shelf.ts'

/** The keys in the keyring that belong to the card, and the fingerprints that it prints without a key. */
export function keysOfCard(
  { id, reading }: Pick<Shelved, 'id' | 'reading'>,
  keys: readonly KeyRecord[],
): CardRow['keys'] {
  const own = keys.filter(({ card, role }) => card === id && role !== 'desk')
  const held = own.map(({ fingerprint, inspected, trust }) => ({ fingerprint, state: inspected.state, trust }))
  const printed = reading.keys.flatMap(({ fingerprint, state }) =>
    fingerprint === null || own.some((key) => key.fingerprint === fingerprint)
      ? []
      : [{ fingerprint, state, trust: null }],
  )
  return [...held, ...printed]
}

/**
 * Those of its keys that a message to the team may be encrypted to. Not one that only signs, and not one that some source of the
 * card printed and the card no longer has: a replaced key stays in the keyring with what people decided about it, and does not come
 * back by itself. A key that no source ever printed was given to the card by a person, and counts.
 */
export function keysToWriteTo(
  { id, reading, record }: Pick<Shelved, 'id' | 'reading' | 'record'>,
  keys: readonly KeyRecord[],
): readonly KeyRecord[] {
  const given = new Set(fingerprintsIn(reading, 'team'))
  const silent = new Set(
    [...record.layers.map((layer) => layer.reading), reading].flatMap((one) => fingerprintsIn(one)),
  )
  return keys.filter(
    ({ card, role, fingerprint }) =>
      card === id && role !== 'desk' && (given.has(fingerprint) || !silent.has(fingerprint)),
  )
}

const fingerprintsIn = ({ keys }: Pick<Card, 'keys'>, use?: Card['keys'][number]['use']): readonly string[] =>
  keys.flatMap((key) => (use === undefined || key.use === use ? (key.fingerprint ?? []) : []))
