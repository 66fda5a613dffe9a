/** Makes one card of all its sources: each field from the highest source that says something of it, and where it comes from. */
import type { CardFindingCode, CardReading } from './card-reading.ts'
import { sameField } from './difference.ts'
import { emptyReading } from './empty-reading.ts'
import { cardFields, type CardField } from './fields.ts'
import { says } from './layers-says.ts'
import { standing, type Layer, type SeenReading } from './layers-standing.ts'

/** A value that a person wrote; null: the card has none, whatever the sources say. One entry a field. */
export type HandValue =
  | { [F in CardField]: { readonly field: F; readonly value: SeenReading[F] | null } }[CardField]
  | { readonly field: 'closures'; readonly value: readonly { readonly date: string; readonly name: string }[] | null }
  | { readonly field: 'note'; readonly value: string | null }

export type HandWritten = HandValue & {
  /** UTC ISO. */
  readonly at: string
  readonly code: string
}

export interface Provenance {
  readonly field: CardField
  /** Id of a layer; `hand` for an entry of ours. */
  readonly source: string
  readonly at: string
  readonly code: string | null
  /** Standing sources below it that say something else. */
  readonly others: readonly string[]
}

export interface Effective {
  readonly reading: SeenReading
  /** Of the fields that somebody says something of, and of those that a person left empty. */
  readonly provenance: readonly Provenance[]
}

/** `layers` in the order in which they were read. Pure: the same sources and entries always make the same card. */
export function effective(layers: readonly Layer[], hand: readonly HandWritten[]): Effective {
  const speaking = standing(layers)
  const stands = cardFields.map((field) => standOf(field, speaking, hand))
  const values = Object.fromEntries(stands.map(({ field, value }) => [field, value]))
  const reading: SeenReading = { ...emptyReading, ...values }
  const provenance = stands.flatMap((stand) => stand.provenance ?? [])
  return { reading: { ...reading, ...derived(reading, speaking, provenance) }, provenance }
}

interface Stand {
  readonly field: CardField
  readonly value: unknown
  readonly provenance: Provenance | null
}

function standOf(field: CardField, speaking: readonly Layer[], hand: readonly HandWritten[]): Stand {
  const written = hand.find((entry) => entry.field === field)
  const saying = speaking.filter(({ reading }) => says[field](reading))
  const [highest, ...below] = saying
  if (written !== undefined) {
    const value = written.value ?? emptyReading[field]
    const others = saying.filter(({ reading }) => !sameField(field, reading, { ...reading, [field]: value }))
    const { at, code } = written
    return { field, value, provenance: { field, source: 'hand', at, code, others: others.map(({ id }) => id) } }
  }
  // Where nobody says anything that counts, the words that could not be read are still worth showing.
  if (highest === undefined) return { field, value: (speaking[0]?.reading ?? emptyReading)[field], provenance: null }
  const others = below.filter(({ reading }) => !sameField(field, reading, highest.reading)).map(({ id }) => id)
  const value = field === 'networks' ? united(saying) : highest.reading[field]
  return { field, value, provenance: { field, source: highest.id, at: highest.readAt, code: null, others } }
}

/** What a team answers for is told in parts: each list knows some of it. */
function united(layers: readonly Layer[]): CardReading['networks'] {
  const all = layers.map(({ reading }) => reading.networks)
  return {
    cidrs: [...new Set(all.flatMap(({ cidrs }) => cidrs))],
    domains: [...new Set(all.flatMap(({ domains }) => domains))],
    asns: [...new Set(all.flatMap(({ asns }) => asns))],
  }
}

type Derived = Pick<SeenReading, 'availability' | 'responsePromise' | 'sections' | 'findings'>

function derived(reading: SeenReading, speaking: readonly Layer[], provenance: readonly Provenance[]): Derived {
  const from = (field: CardField): Layer | undefined => {
    const source = provenance.find((stand) => stand.field === field)?.source
    return speaking.find(({ id }) => id === source)
  }
  const byHand = (field: CardField): boolean =>
    provenance.some((stand) => stand.field === field && stand.source === 'hand')
  const timed = from('hours') ?? from('coverage') ?? speaking[0]
  const promised = from('responsePromises')?.reading.responsePromise
  return {
    availability:
      byHand('hours') || byHand('coverage') || timed === undefined
        ? availabilityOf(reading)
        : timed.reading.availability,
    responsePromise: promised ?? reading.responsePromises.find(({ audience }) => audience === null) ?? null,
    sections: speaking.find(({ reading: { sections } }) => sections.present.length > 0)?.reading.sections ?? {
      present: [],
      missing: [],
    },
    findings: findingsOf(speaking, provenance),
  }
}

function availabilityOf({ hours, coverage }: SeenReading): CardReading['availability'] {
  const always = coverage.filter(({ osm }) => osm === '24/7')
  if (hours.osm === '24/7' || always.some(({ audience }) => audience === 'public')) return '24x7'
  if (always.length > 0) return 'conditional'
  return hours.osm === null && coverage.length === 0 ? 'unknown' : 'business-hours'
}

/** Says that something is missing or not clear: settled once the field comes from elsewhere. */
const settledBy: ReadonlyMap<CardFindingCode, CardField> = new Map([
  ['hours-unknown', 'hours'],
  ['hours-days-assumed', 'hours'],
  ['zone-unknown', 'timeZone'],
  ['zone-conflict', 'timeZone'],
  ['zone-several', 'timeZone'],
  ['mail-none-for-incidents', 'emails'],
  ['do-not-use', 'emails'],
  ['key-none-in-document', 'keys'],
  ['key-damaged', 'keys'],
  ['key-expired', 'keys'],
  ['phone-no-country', 'phones'],
  ['phone-doubtful', 'phones'],
  ['coverage-conditional', 'coverage'],
])

/** Of the sources whose fields stand, each finding once; without those that another source or a person has settled. */
function findingsOf(speaking: readonly Layer[], provenance: readonly Provenance[]): CardReading['findings'] {
  const source = new Map(provenance.map((stand) => [stand.field, stand.source]))
  const used = new Set(source.values())
  const all = speaking
    .filter(({ id }) => used.has(id))
    .flatMap(({ id, reading }) =>
      reading.findings.filter(({ code }) => {
        const field = settledBy.get(code)
        return field === undefined || (source.get(field) ?? id) === id
      }),
    )
  return [...new Map(all.map((found) => [JSON.stringify(found), found])).values()]
}
