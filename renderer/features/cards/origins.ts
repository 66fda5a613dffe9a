/** Where the fields of a card come from: a row for those of one source that belong together, and one for each that is contradicted. */
import type { CardField } from '../../../shared/domain/card/fields.ts'
import type { CardSource, CardView, FieldProvenance } from '../../../shared/ipc/card-views.ts'

export interface Origin {
  readonly fields: readonly CardField[]
  /** null: an entry of ours. */
  readonly source: CardSource | null
  readonly code: string | null
  /** UTC ISO or a date: by what it says of itself, else when it was read or written. */
  readonly at: string
  /** Sources that say otherwise and stand below. */
  readonly others: readonly CardSource[]
}

export function originsOf({ provenance, sources }: Pick<CardView, 'provenance' | 'sources'>): readonly Origin[] {
  const named = (id: string): CardSource | undefined => sources.find((source) => source.id === id)
  const rows = Map.groupBy(provenance, keyOf)
  return [...rows.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const source = named(first.source) ?? null
    return {
      fields: same.map(({ field }) => field),
      source,
      code: first.code,
      at: source?.dated ?? first.at,
      others: first.others.flatMap((id) => named(id) ?? []),
    }
  })
}

const keyOf = ({ field, source, code, at, others }: FieldProvenance): string =>
  JSON.stringify([
    familyOf(field),
    source,
    code,
    source === 'hand' ? at.slice(0, 10) : '',
    others.length > 0 ? field : '',
  ])

const families: readonly (readonly CardField[])[] = [
  ['names', 'country', 'subdivision', 'languages', 'address', 'document'],
  ['phones', 'fax', 'emails', 'forms', 'preferred', 'urgent'],
  ['timeZone', 'hours', 'coverage'],
  ['keys'],
  ['channelRules', 'responsePromises', 'tlp', 'priorities', 'reportFields'],
  ['constituency', 'charter', 'networks', 'members'],
]

const familyOf = (field: CardField): number => families.findIndex((family) => family.includes(field))
