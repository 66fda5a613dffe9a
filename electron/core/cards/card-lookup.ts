/** Whose is this address, network or name: an index of all cards in memory, made anew only when a card has changed. */
import type { CardRole } from '../../../shared/domain/card/fields.ts'
import { lookUp } from '../../../shared/domain/directory/look-up.ts'
import type { LookupAnswer, LookupGroup } from '../../../shared/domain/directory/lookup-answer.ts'
import { buildIndex, type NetworkIndex } from '../../../shared/domain/directory/network-index.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { nowOf, type Session } from '../session.ts'
import { openNow } from './card-clock.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** Who is told first where several have a claim: those whom we serve, then who coordinates, then who runs the network. */
const order: readonly CardRole[] = ['constituent', 'csirt', 'national-csirt', 'provider']

const rankOf = (card: Shelved | null): number => {
  const ranks = (card?.record.roles ?? []).map((role) => order.indexOf(role)).filter((rank) => rank >= 0)
  return Math.min(...ranks, order.length)
}

const indexes = new WeakMap<Shelf, { readonly edition: number; readonly index: NetworkIndex }>()

function indexOf(shelf: Shelf): NetworkIndex {
  const edition = shelf.edition()
  const known = indexes.get(shelf)
  if (known?.edition === edition) return known.index
  const owners = shelf
    .all()
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map(({ id, name, reading: { networks, country }, record: { roles } }) => {
      return { id, name, networks, nationalFor: roles.includes('national-csirt') ? country : null }
    })
  const index = buildIndex(owners)
  indexes.set(shelf, { edition, index })
  return index
}

/** Who can be reached now stands first, no one on file last. */
export async function lookUpCards(session: Session, text: string): Promise<Result<LookupAnswer, Saying>> {
  const { shelf } = session
  const answer = lookUp(text, indexOf(shelf), (id) => rankOf(shelf.get(id)))
  if (!answer.ok) return answer
  const { groups } = answer.value
  const cards = groups.slice(0, mostAsked).flatMap(({ card }) => (card === null ? [] : (shelf.get(card.id) ?? [])))
  const now = nowOf(session)
  const open = new Map(await Promise.all(cards.map(async (card) => [card.id, await openNow(card, now)] as const)))
  const late = ({ card }: LookupGroup): number =>
    card === null ? lateness.length : lateness.indexOf(open.get(card.id) ?? 'unknown')
  return ok({ ...answer.value, groups: groups.toSorted((a, b) => late(a) - late(b)) })
}

/** Whose each of these values is, as the directory says first: its constituent, else who coordinates or runs it. Values of nobody are left out. */
export function ownersOf(session: Pick<Session, 'shelf'>, values: readonly string[]): ReadonlyMap<string, Shelved> {
  const { shelf } = session
  const owners = new Map<string, Shelved>()
  for (const value of new Set(values)) {
    const answer = lookUp(value, indexOf(shelf), (id) => rankOf(shelf.get(id)))
    const row = answer.ok ? answer.value.results[0] : undefined
    const card = row === undefined || row.card === null || row.broad ? null : shelf.get(row.card.id)
    if (card !== null) owners.set(value, card)
  }
  return owners
}

const lateness = ['yes', 'unknown', 'no'] as const
/** Nobody looks through more, and each one's hours and holidays have to be worked out. */
const mostAsked = 300
