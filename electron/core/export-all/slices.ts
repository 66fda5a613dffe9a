/** Reads a table in slices, between which the desk is served. */
import { setImmediate } from 'node:timers/promises'

/** `read` gives the rows after the last one's key, none at the end. */
export async function* slicesOf<Row>(read: (last: Row | null) => readonly Row[]): AsyncGenerator<readonly Row[], void> {
  let last: Row | null = null
  for (;;) {
    const rows: readonly Row[] = read(last)
    const end = rows.at(-1)
    if (end === undefined) return
    yield rows
    last = end
    await setImmediate()
  }
}
