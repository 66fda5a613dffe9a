/** The directory as lists show it: rows by position, found by words and by what the parties are to us. */
import type { CardRole } from '../../../shared/domain/card/fields.ts'
import { incidentAddress } from '../../../shared/domain/card/contact-name.ts'
import { standing } from '../../../shared/domain/card/layers-standing.ts'
import type { CardList, CardRow } from '../../../shared/ipc/card-views.ts'
import { keysNow, type KeyRecord } from '../keyring/key-records.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { openNow } from './card-clock.ts'
import { keysOfCard } from './card-keys.ts'
import { searchWords } from './search-text.ts'
import type { Shelved } from './shelf.ts'

export const listCards = (session: Session, search: string): Promise<readonly CardRow[]> =>
  rowsOf(session, found(session, { search, roles: [] }))

export interface Asked {
  readonly search: string
  /** Any of them; none asks for all. */
  readonly roles: readonly CardRole[]
  readonly from: number
  readonly count: number
}

export async function windowOfCards(session: Session, { from, count, ...asked }: Asked): Promise<CardList> {
  const cards = found(session, asked)
  const rows = await rowsOf(session, cards.slice(from, from + count))
  return { total: session.shelf.all().length, found: cards.length, rows }
}

function found({ shelf }: Session, { search, roles }: Pick<Asked, 'search' | 'roles'>): readonly Shelved[] {
  const words = searchWords(search)
  if (words.length === 0 && roles.length === 0) return shelf.all()
  return shelf
    .all()
    .filter(
      (card) =>
        (roles.length === 0 || card.record.roles.some((role) => roles.includes(role))) &&
        words.every((word) => card.search.includes(word)),
    )
}

async function rowsOf(session: Session, cards: readonly Shelved[]): Promise<readonly CardRow[]> {
  const now = nowOf(session)
  const { ownCard } = profileOf(session)
  const keys = Map.groupBy(keysNow(session), ({ card }) => card)
  return Promise.all(
    cards.map(async (card) => ({
      ...rowOf(card, keys.get(card.id) ?? []),
      own: card.id === ownCard,
      open: await openNow(card, now),
    })),
  )
}

/** `keys`: of the card alone. */
function rowOf(card: Shelved, keys: readonly KeyRecord[]): Omit<CardRow, 'own' | 'open'> {
  const { id, name, reading, record } = card
  const [highest] = standing(record.layers)
  return {
    id,
    name,
    fullName: reading.names.full,
    country: reading.country,
    incidentAddress: incidentAddress(reading),
    roles: record.roles,
    keys: keysOfCard(card, keys),
    availability: reading.availability,
    findings: reading.findings.length,
    source: highest?.kind ?? 'hand',
    readAt: record.layers.at(-1)?.readAt ?? record.hand.at(-1)?.at ?? '',
  }
}
