/** A card as the writers take it: a reading, or one whose keys the key doctor has examined. */
import type { CardKey, CardReading } from '../card-reading.ts'

export type WritableCard = Omit<CardReading, 'keys'> & {
  readonly keys: readonly (Omit<CardKey, 'state'> & { readonly state: string })[]
}
