/** Sorts 100,000 things in small pieces, so that who works meanwhile is not kept waiting, and mends an order where little has changed. */

export type Compare<T> = (a: T, b: T) => number

/** So many are sorted, or merged, in one piece: some milliseconds. */
const piece = 4_000

/** How often `sortedInPieces` handles each of so many things, for a progress bar. */
export const passesOver = (count: number): number => 1 + Math.max(0, Math.ceil(Math.log2(count / piece)))

/** Merge sort that yields after each piece how many things it has handled in it, and returns the sorted list. */
export function* sortedInPieces<T>(items: readonly T[], compare: Compare<T>): Generator<number, T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += piece) {
    runs.push(items.slice(from, from + piece).sort(compare))
    yield Math.min(piece, items.length - from)
  }
  while (runs.length > 1) {
    const longer: T[][] = []
    for (let at = 0; at < runs.length; at += 2)
      longer.push(yield* mergedInPieces(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = longer
  }
  return runs[0] ?? []
}

function* mergedInPieces<T>(a: readonly T[], b: readonly T[], compare: Compare<T>): Generator<number, T[]> {
  const out: T[] = []
  let [atA, atB] = [0, 0]
  while (atA < a.length || atB < b.length) {
    const until = Math.min(out.length + piece, a.length + b.length)
    const before = out.length
    while (out.length < until) {
      const one = a[atA]
      const other = b[atB]
      const takeA = other === undefined || (one !== undefined && compare(one, other) <= 0)
      if (takeA) atA++
      else atB++
      const taken = takeA ? one : other
      if (taken !== undefined) out.push(taken)
    }
    yield out.length - before
  }
  return out
}

/** Where `one` stands in a sorted list, or would stand. */
export function placeIn<T>(sorted: readonly T[], one: T, compare: Compare<T>): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = sorted[middle]
    if (there !== undefined && compare(there, one) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** So few are taken out and put in one by one; more than that in one pass over the whole. */
const few = 32

/** The sorted list without `gone` and with `fresh`; `gone` is compared as it was when the list was sorted. */
export function mended<T>(sorted: T[], gone: ReadonlySet<T>, fresh: readonly T[], compare: Compare<T>): T[] {
  if (gone.size + fresh.length <= few) {
    for (const one of gone) {
      const at = placeIn(sorted, one, compare)
      if (sorted[at] === one) sorted.splice(at, 1)
    }
    for (const one of fresh) sorted.splice(placeIn(sorted, one, compare), 0, one)
    return sorted
  }
  const rest = gone.size === 0 ? sorted : sorted.filter((one) => !gone.has(one))
  const merging = mergedInPieces(rest, fresh.toSorted(compare), compare)
  for (;;) {
    const step = merging.next()
    if (step.done === true) return step.value
  }
}
