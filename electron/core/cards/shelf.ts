/** The cards in memory while the vault is open: read once, kept in step with every commit, each made of its sources only once. */
import { marksOf, tracesOf, type Traces } from '../../../shared/domain/card/alike.ts'
import { nameOf } from '../../../shared/domain/card/contact-name.ts'
import type { SourceKind } from '../../../shared/domain/card/fields.ts'
import { effective, type Effective } from '../../../shared/domain/card/layers.ts'
import type { Card } from '../../../shared/ipc/card-views.ts'
import type { Session } from '../session.ts'
import type { Store, Tx } from '../store/store.ts'
import { cardsOf, type CardRecord } from './card-records.ts'
import { searchText } from './search-text.ts'

export interface Shelved {
  readonly id: string
  readonly record: CardRecord
  readonly name: string
  readonly reading: Card
  readonly provenance: Effective['provenance']
  /** Lower case: what a search looks in. */
  readonly search: string
  readonly traces: Traces
}

export interface Shelf {
  /** The card that took this one in, if one did. A removed card too: what names it can still say whose it was. */
  readonly get: (id: string) => Shelved | null
  /** Those of the directory, by name: neither merged into another nor removed. */
  readonly all: () => readonly Shelved[]
  /** Of the directory, by a mark of alike.ts. */
  readonly marked: (mark: string) => readonly Shelved[]
  /** Of the directory, the card that an entry of a list made or went into. */
  readonly entry: (kind: SourceKind, key: string) => Shelved | null
  /** Written with the commit; in memory once the commit is on disk. */
  readonly put: (tx: Tx, record: CardRecord) => void
  /** Goes up with every change: for what is worked out from all cards. */
  readonly edition: () => number
}

/** Nothing is read before somebody asks for more than one card. */
export function openShelf(store: Pick<Store, 'db'>): Shelf {
  const records = cardsOf(store)
  let cards: Map<string, Shelved> | null = null
  let sorted: readonly Shelved[] | null = null
  let marks: Map<string, readonly Shelved[]> | null = null
  let edition = 0
  const load = (): Map<string, Shelved> =>
    (cards ??= new Map(records.all().map((record) => [record.id, shelved(record)])))
  const one = (id: string): Shelved | null => {
    if (cards !== null) return cards.get(id) ?? null
    const record = records.get(id)
    return record === null ? null : shelved(record)
  }
  const byMarks = (mark: string): readonly Shelved[] => (marks ??= byMark(all())).get(mark) ?? []
  const all = (): readonly Shelved[] => (sorted ??= [...load().values()].filter(isListed).toSorted(byName))
  return {
    get: (id) => followed(id, one),
    all,
    marked: byMarks,
    entry: (kind, key) => byMarks(entryMark(kind, key))[0] ?? null,
    put: (tx, record) => {
      records.put(tx, record.id, record)
      tx.after(() => {
        const before = cards?.get(record.id)
        const now = shelved(record)
        cards?.set(record.id, now)
        marks = marks === null ? null : marked(marks, before, now)
        sorted = null
        edition += 1
      })
    },
    edition: () => edition,
  }
}

export const putCard = (tx: Tx, { shelf }: Pick<Session, 'shelf'>, record: CardRecord): void => shelf.put(tx, record)

const isListed = ({ record }: Shelved): boolean => record.mergedInto === null && record.removed === null

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const byName = (a: Shelved, b: Shelved): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

/** More merges in a row than any desk makes: a circle, which none of ours writes, would otherwise never end. */
const mostMerges = 100

function followed(id: string, one: (id: string) => Shelved | null): Shelved | null {
  let card = one(id)
  for (let left = mostMerges; left > 0 && typeof card?.record.mergedInto === 'string'; left--) {
    card = one(card.record.mergedInto)
  }
  return card
}

/** Worked out when it is first asked for: most cards of a long directory are never looked at. */
function shelved(record: CardRecord): Shelved {
  let made: Effective | null = null
  let search: string | null = null
  let traces: Traces | null = null
  const card = (): Effective => (made ??= effective(record.layers, record.hand))
  return {
    id: record.id,
    record,
    get name() {
      return nameOf(card().reading)
    },
    get reading() {
      return card().reading
    },
    get provenance() {
      return card().provenance
    },
    get search() {
      return (search ??= searchText(record, card().reading))
    },
    get traces() {
      return (traces ??= tracesOf(card().reading))
    },
  }
}

const entryMark = (kind: SourceKind, key: string): string => `entry ${kind} ${key}`

const marksHere = ({ traces, record }: Shelved): readonly string[] => [
  ...marksOf(traces),
  ...record.layers.flatMap(({ kind, entry }) => (entry === null ? [] : [entryMark(kind, entry)])),
]

function byMark(cards: readonly Shelved[]): Map<string, readonly Shelved[]> {
  const marks = new Map<string, Shelved[]>()
  for (const card of cards) {
    for (const mark of marksHere(card)) {
      const same = marks.get(mark)
      if (same === undefined) marks.set(mark, [card])
      else same.push(card)
    }
  }
  return marks
}

function marked(
  marks: Map<string, readonly Shelved[]>,
  before: Shelved | undefined,
  now: Shelved,
): Map<string, readonly Shelved[]> {
  for (const mark of before === undefined ? [] : marksHere(before)) {
    marks.set(
      mark,
      (marks.get(mark) ?? []).filter(({ id }) => id !== now.id),
    )
  }
  for (const mark of isListed(now) ? new Set(marksHere(now)) : []) marks.set(mark, [...(marks.get(mark) ?? []), now])
  return marks
}

/** The first card that has it, in the order of the directory. */
export function cardWithAddress({ marked }: Pick<Shelf, 'marked'>, address: string): Shelved | null {
  const sought = address.toLowerCase()
  const near = marked(`domain ${sought.slice(sought.lastIndexOf('@') + 1)}`)
  return near.find(({ reading }) => reading.emails.some((email) => email.address.toLowerCase() === sought)) ?? null
}
