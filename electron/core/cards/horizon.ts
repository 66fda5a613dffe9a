/** Gathers what lapses (keys, checks, what cards say) and what open cases need, for the horizon. */
import { readerOf } from '../order/reader.ts'
import { horizonOf, type Horizon, type Lapsing, type Need } from '../../../shared/domain/horizon/horizon.ts'
import { staleAt, standing } from '../../../shared/domain/card/layers-standing.ts'
import { keysNow } from '../keyring/key-records.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { cardWithAddress, type Shelved } from './shelf.ts'

export function horizonHere(session: Session): Horizon {
  const { ownCard } = profileOf(session)
  const cards = session.shelf.all().filter(({ id }) => id !== ownCard)
  return horizonOf([...keysLapsing(session), ...cards.flatMap(lapsingOf)], needsOf(session), nowOf(session))
}

const named = ({ id, name }: Shelved): Lapsing['card'] => ({ id, name })

/** Keys that people rejected or that are dead anyway lapse for nobody. */
function keysLapsing(session: Session): readonly Lapsing[] {
  return keysNow(session).flatMap(({ fingerprint, role, inspected, trust, card }): readonly Lapsing[] => {
    if (inspected.expires === null || inspected.state === 'revoked' || trust === 'rejected') return []
    const of = card === null ? null : session.shelf.get(card)
    const kind = role === 'other' ? 'key' : 'own-key'
    return [
      {
        kind,
        id: fingerprint,
        card: of === null || kind === 'own-key' ? null : named(of),
        lapsesAt: inspected.expires,
      },
    ]
  })
}

/** Only cards that somebody works with: a list of 5,000 teams that grows old is one matter, not 5,000. */
function lapsingOf(shelved: Shelved): readonly Lapsing[] {
  const { layers, hand, checks } = shelved.record
  const card = named(shelved)
  const [highest] = standing(layers)
  const isWorkedWith = hand.length > 0 || checks.length > 0 || highest?.entry === null
  const stale: readonly Lapsing[] =
    highest === undefined || !isWorkedWith ? [] : [{ kind: 'card', id: shelved.id, card, lapsesAt: staleAt(highest) }]
  // The check that holds longest counts: an older one may lapse without loss.
  const [longest] = checks
    .flatMap(({ id, lapses, withdrawn }) => (withdrawn === null && lapses !== null ? [{ id, lapses }] : []))
    .toSorted((a, b) => (a.lapses < b.lapses ? 1 : -1))
  if (longest === undefined) return stale
  return [...stale, { kind: 'check', id: longest.id, card, lapsesAt: `${longest.lapses}T23:59:59.000Z` }]
}

/** Every open case with an instant that it waits for, and whose cards its messages came from or went to. */
function needsOf(session: Session): readonly Need[] {
  const cards = cardsByCase(session)
  const { rows } = session.queue.window(
    { order: 'due', filter: '', from: 0, count: 100_000 },
    readerOf(session),
    nowOf(session),
  )
  return rows.flatMap(({ number, due }) =>
    due === null ? [] : [{ number, due, cards: cards.get(number) ?? new Set() }],
  )
}

function cardsByCase(session: Session): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map(
    keysNow(session).flatMap(({ fingerprint, card }) => (card === null ? [] : [[fingerprint, card]])),
  )
  const cardOf = (mark: string): readonly string[] => {
    const owner = mark.includes('@') ? (cardWithAddress(session.shelf, mark)?.id ?? null) : (owners.get(mark) ?? null)
    return owner === null ? [] : [owner]
  }
  return new Map(
    [...session.contacts.inCases()].map(([number, marks]) => [number, new Set([...marks].flatMap(cardOf))]),
  )
}
