/** Which of a card's sources speak, in what order, how old what they say is, and when that is too old. */
import type { KeyState } from '../key/key.ts'
import type { CardKey, CardReading } from './card-reading.ts'
import type { SourceKind } from './fields.ts'

/** A reading whose printed keys the key doctor has seen; a plain `CardReading` is one too. */
export type SeenReading = Omit<CardReading, 'keys'> & {
  readonly keys: readonly (Omit<CardKey, 'state'> & { readonly state: KeyState })[]
}

export interface Layer {
  readonly id: string
  readonly kind: SourceKind
  /** UTC ISO. */
  readonly readAt: string
  /** The key of the entry in the list that it came from. */
  readonly entry: string | null
  readonly reading: SeenReading
}

/** A team's own description above what it publishes in other forms, that above lists that copied it, a table of ours last. */
const rank: Readonly<Record<SourceKind, number>> = {
  hand: 0,
  document: 1,
  pdf: 1,
  html: 1,
  'security.txt': 2,
  vcard: 2,
  signet: 2,
  'trusted-introducer': 3,
  first: 3,
  'global-irt': 3,
  csv: 4,
}

export const isDocument = ({ kind }: Pick<Layer, 'kind'>): boolean => rank[kind] === 1
const isList = ({ kind }: Pick<Layer, 'kind'>): boolean => rank[kind] >= 3

/** Sources of one line replace one another: all forms of the team's document are one line, each entry of a list is one. */
const lineOf = (layer: Layer): string => (isDocument(layer) ? 'document' : `${layer.kind} ${layer.entry ?? ''}`)

/** Both say a date, and this one an earlier: it may have been read later, but it does not bring the other up to date. */
export function isOlder(layer: Pick<Layer, 'reading'>, than: Pick<Layer, 'reading'>): boolean {
  const [date, other] = [layer.reading.document.date, than.reading.document.date]
  return date !== null && other !== null && date < other
}

/**
 * The sources that speak, highest first: of each line the newest alone, because what a newer document no longer says is gone.
 * `layers` in the order in which they were read. The others stay with the card and are silent.
 */
export function standing<L extends Layer>(layers: readonly L[]): readonly L[] {
  const newest = new Map<string, L>()
  for (const layer of layers) {
    const before = newest.get(lineOf(layer))
    if (before === undefined || !isOlder(layer, before)) newest.set(lineOf(layer), layer)
  }
  return [...newest.values()]
    .toReversed()
    .toSorted((a, b) => rank[a.kind] - rank[b.kind] || (a.readAt < b.readAt ? 1 : a.readAt > b.readAt ? -1 : 0))
}

/** The rule of age, in days: a team's own description is renewed seldom, a list that copied it should be fetched anew. */
const staleAfter = { document: 730, list: 180 } as const

const dayMs = 86_400_000

/** By its own date, else since it was read. */
function since({ reading, readAt }: Layer): number {
  const own = Date.parse(reading.document.date ?? '')
  return Number.isNaN(own) ? Date.parse(readAt) : own
}

/** UTC ISO: from then on what it says may no longer be true. */
export const staleAt = (layer: Layer): string =>
  new Date(since(layer) + (isList(layer) ? staleAfter.list : staleAfter.document) * dayMs).toISOString()

/** How old the highest source is; null for a card written by hand alone. */
export function ageOf(
  [highest]: readonly Layer[],
  now: string,
): { readonly days: number | null; readonly stale: boolean } {
  if (highest === undefined) return { days: null, stale: false }
  const days = Math.max(0, Math.floor((Date.parse(now) - since(highest)) / dayMs))
  return { days, stale: staleAt(highest) < now }
}
