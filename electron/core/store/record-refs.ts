/** How the vault log names what was written to a record: which one, and what, neither of them readable from it. */
import { sha256 } from './canonical.ts'

/** Behind the kind in the row of a record that was dropped; its `ref` is the hash of the id. */
export const droppedKind = '.dropped'

const placeLength = 16
const withPlace = /^[0-9a-f]{16}:[0-9a-f]{64}$/

/** Which record of its kind. */
export const placeOf = (id: string): string => placeIn(sha256(id))
export const placeIn = (ref: string): string => ref.slice(0, placeLength)

/** In format 1 it was the second part alone, so that an older version of a record could not be told from the last one. */
export const recordRef = (id: string, body: string): string => `${placeOf(id)}:${writtenOf(id, body)}`
export const writtenOf = (id: string, body: string): string => sha256(`${id} ${body}`)

export const isRecordRef = (ref: string): boolean => withPlace.test(ref)
