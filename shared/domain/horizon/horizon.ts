/** What lapses soon: keys, cards and checks, and above all what lapses before an open case is due that needs it. */
import { assertNever } from '../../kit/assert-never.ts'
import { saying, type Saying } from '../../words/say.ts'

export const lapsingKinds = ['key', 'own-key', 'card', 'check'] as const
export type LapsingKind = (typeof lapsingKinds)[number]

export interface Lapsing {
  readonly kind: LapsingKind
  /** Of the key (full fingerprint) or the check; of the card where the card itself is meant. */
  readonly id: string
  /** null: an own key, or one that stands on no card. */
  readonly card: { readonly id: string; readonly name: string } | null
  /** UTC ISO. */
  readonly lapsesAt: string
}

/** An open case, the instant it must stand until, and the cards that it works with. */
export interface Need {
  readonly number: string
  /** UTC ISO. */
  readonly due: string
  readonly cards: ReadonlySet<string>
}

export const horizonGroups = ['before-due', 'lapsed', '7', '30', '90'] as const
export type HorizonGroup = (typeof horizonGroups)[number]

export interface HorizonItem extends Lapsing {
  readonly group: HorizonGroup
  /** Whole days from now, negative once it is past. */
  readonly days: number
  /** The open case that needs it longer than it lasts, and by how many days it falls short. */
  readonly short: { readonly number: string; readonly due: string; readonly days: number } | null
  /** What happens if nobody acts, and the next step. */
  readonly otherwise: Saying
  readonly next: Saying
}

export interface Horizon {
  /** Open cases due within the 90 days, soonest first: what the rest is held against. */
  readonly dues: readonly { readonly number: string; readonly due: string }[]
  /** By group, then the one that lapses first. */
  readonly items: readonly HorizonItem[]
  /** Lapsed, before a case is due, or within 7 days: what the badge counts. */
  readonly pressing: number
}

const dayMs = 86_400_000
const daysFrom = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / dayMs)

/** `now` is UTC ISO. What lapses later than in 90 days and before no case is due is left out. */
export function horizonOf(lapsing: readonly Lapsing[], needs: readonly Need[], now: string): Horizon {
  const items = lapsing.flatMap((one) => {
    const days = daysFrom(now, one.lapsesAt)
    const short = shortOf(one, needs)
    const group = short === null ? groupOf(days) : 'before-due'
    return group === null ? [] : [{ ...one, group, days, short, ...wordsOf(one) }]
  })
  const sorted = items.toSorted((a, b) => rank(a.group) - rank(b.group) || (a.lapsesAt < b.lapsesAt ? -1 : 1))
  const farthest = new Date(Date.parse(now) + 90 * dayMs).toISOString()
  const dues = needs.filter(({ due }) => due <= farthest).map(({ number, due }) => ({ number, due }))
  return {
    dues: dues.toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    items: sorted,
    pressing: sorted.filter(({ group }) => rank(group) <= rank('7')).length,
  }
}

const rank = (group: HorizonGroup): number => horizonGroups.indexOf(group)

const groupOf = (days: number): HorizonGroup | null => {
  if (days < 0) return 'lapsed'
  return (['7', '30', '90'] as const).find((within) => days <= Number(within)) ?? null
}

/** The case that is due soonest after it has lapsed: every message of every case needs our own key. */
function shortOf({ kind, card, lapsesAt }: Lapsing, needs: readonly Need[]): HorizonItem['short'] {
  const [first] = needs
    .filter(({ due, cards }) => due > lapsesAt && (kind === 'own-key' || (card !== null && cards.has(card.id))))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
  return first === undefined
    ? null
    : { number: first.number, due: first.due, days: Math.max(1, daysFrom(lapsesAt, first.due)) }
}

function wordsOf({ kind, card }: Lapsing): Pick<HorizonItem, 'otherwise' | 'next'> {
  const name = card?.name ?? ''
  switch (kind) {
    case 'key':
      return { otherwise: saying('horizon.key-then', { name }), next: saying('horizon.key-next', { name }) }
    case 'own-key':
      return { otherwise: saying('horizon.own-key-then'), next: saying('horizon.own-key-next') }
    case 'card':
      return { otherwise: saying('horizon.card-then', { name }), next: saying('horizon.card-next') }
    case 'check':
      return { otherwise: saying('horizon.check-then', { name }), next: saying('horizon.check-next') }
    default:
      return assertNever(kind)
  }
}
