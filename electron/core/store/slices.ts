/** Reads a table some rows at a time and past what does not read, so that neither its size nor one damaged page stops a check. */
import type { Saying } from '../../../shared/words/say.ts'
import { isDamage } from './connection.ts'

/** A finding, or how many more things were looked at: there a check may pause, and goes on when it is asked for more. */
export type Looked = Saying | number
export type Looking = Generator<Looked, void>

export interface Slice<T> {
  readonly rows: readonly T[]
  /** How many row numbers it spans. */
  readonly count: number
  /** Row numbers whose page does not read. */
  readonly unread: readonly number[]
}

/** First and last row of a span, and its length: neither the page before the first nor the one behind the last is turned, which may not read. */
export const within = 'WHERE rowid >= ? AND rowid <= ? LIMIT ?'

/** `query` gives the rows above the one number and up to the other; `last` is asked again each time, because the table may grow. */
export function* inSlices<T>(
  query: (above: number, upTo: number) => readonly T[],
  last: () => number,
  size: number,
): Generator<Slice<T>, void> {
  for (let above = 0; above < last(); above += size) {
    const upTo = Math.min(above + size, last())
    yield { ...readAround(query, above, upTo), count: upTo - above }
  }
}

/** Halves the span until what does not read stands alone. */
function readAround<T>(
  query: (above: number, upTo: number) => readonly T[],
  above: number,
  upTo: number,
): Pick<Slice<T>, 'rows' | 'unread'> {
  try {
    return { rows: query(above, upTo), unread: [] }
  } catch (error) {
    if (!isDamage(error)) throw error
    if (upTo - above === 1) return { rows: [], unread: [upTo] }
    const middle = above + Math.floor((upTo - above) / 2)
    const [left, right] = [readAround(query, above, middle), readAround(query, middle, upTo)]
    return { rows: [...left.rows, ...right.rows], unread: [...left.unread, ...right.unread] }
  }
}
