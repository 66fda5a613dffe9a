/** Every way to put back a lost character, or to take out one too many, between two places whose distance is known. */
import { MERGED } from './alike.ts'
import type { Gap } from './packet-chain.ts'

/** The array that is given out is written over by the next one. */
export function* placements(digits: Uint8Array, { shift, from, until, spare }: Gap): Generator<Uint8Array> {
  const placed = digits.slice()
  for (let at = until - 1; at >= from; at -= 1) {
    placed.set(digits)
    if (shift > 0) {
      placed.copyWithin(at + 1, at, until - 1)
      yield* insertions(placed, digits, at, until)
    } else {
      placed.copyWithin(at, at + 1, until)
      placed[until - 1] = spare
      if (at === until - 1 || placed[at] !== digits[at]) yield placed
      yield* mergers(placed, digits, at)
    }
  }
  // The one that is too many may be the last.
  if (shift < 0) yield digits.slice()
}

function* insertions(placed: Uint8Array, digits: Uint8Array, at: number, until: number): Generator<Uint8Array> {
  const moved = digits[at] ?? 0
  for (let digit = 0; digit < 64; digit += 1) {
    // Before an equal digit it would be the same as after it.
    if (digit === moved && at < until - 1) continue
    placed[at] = digit
    yield placed
  }
  for (const [one, [first, second]] of MERGED) {
    if (moved !== one || at + 1 >= until) continue
    placed[at] = first
    placed[at + 1] = second
    yield placed
    placed[at + 1] = moved
  }
}

function* mergers(placed: Uint8Array, digits: Uint8Array, at: number): Generator<Uint8Array> {
  const was = placed[at] ?? 0
  for (const [one, [first, second]] of MERGED) {
    if (digits[at] !== first || digits[at + 1] !== second) continue
    placed[at] = one
    yield placed
    placed[at] = was
  }
}
