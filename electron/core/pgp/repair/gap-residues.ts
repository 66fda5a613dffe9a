/** What is left of the checksum for each place where a lost character could belong, or one too many be taken out: a handful of additions each. */
import type { Gap } from './packet-chain.ts'
import type { Syndromes } from './syndromes.ts'

export interface GapPlace {
  /** Digit before which a lost one belongs, or that is one too many. */
  readonly at: number
  /** With zero for the lost digit. */
  readonly residue: number
}

/** @param residue of the digits as they are, with the gap at its end. */
export function* gapResidues(
  digits: Uint8Array,
  { shift, from, until, spare }: Gap,
  syndromes: Syndromes,
  residue: number,
): Generator<GapPlace> {
  const digit = (at: number): number => digits[at] ?? 0
  if (shift > 0) {
    let left = residue ^ syndromes.of(until - 1, digit(until - 1))
    yield { at: until - 1, residue: left }
    for (let at = until - 2; at >= from; at -= 1) {
      left ^= syndromes.of(at, digit(at)) ^ syndromes.of(at + 1, digit(at))
      yield { at, residue: left }
    }
    return
  }
  yield { at: until, residue }
  let left = residue ^ syndromes.of(until - 1, digit(until - 1)) ^ syndromes.of(until - 1, spare)
  yield { at: until - 1, residue: left }
  for (let at = until - 2; at >= from; at -= 1) {
    left ^= syndromes.of(at, digit(at)) ^ syndromes.of(at, digit(at + 1))
    if (digit(at) !== digit(at + 1)) yield { at, residue: left }
  }
}

/** The digits with the gap at that place. */
export function fillGap(digits: Uint8Array, { shift, until, spare }: Gap, at: number, digit: number): Uint8Array {
  const filled = digits.slice()
  if (shift > 0) {
    filled.copyWithin(at + 1, at, until - 1)
    filled[at] = digit
  } else if (at < until) {
    filled.copyWithin(at, at + 1, until)
    filled[until - 1] = spare
  }
  return filled
}
