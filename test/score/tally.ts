/** Counts what was found, missed and invented, for single values, sets, and lists whose order matters. */

export interface Miss {
  readonly field: string
  readonly expected: string | null
  readonly got: string | null
}

export interface Tally {
  readonly field: string
  readonly found: number
  readonly missed: number
  readonly invented: number
  readonly misses: readonly Miss[]
}

export type Same = (expected: string, got: string) => boolean

const words = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]{1,60}/gu) ?? []

/** Share of the words of one text that stand in the other, as often as they stand there: 0 to 1. */
export function covered(text: string, by: string): number {
  const all = words(text)
  if (all.length === 0) return words(by).length === 0 ? 1 : 0
  const left = new Map<string, number>()
  for (const word of words(by)) left.set(word, (left.get(word) ?? 0) + 1)
  const hits = all.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
  return hits.length / all.length
}

export const exact: Same = (expected, got) => expected === got
export const anyCase: Same = (expected, got) => words(expected).join(' ') === words(got).join(' ')
/** Neither text may lack, or add, more than a fifth of the words. */
export const alike: Same = (expected, got) => covered(expected, got) >= 0.8 && covered(got, expected) >= 0.8
/** A person's paraphrase: a third of its words must stand in the text. */
export const paraphrased: Same = (expected, got) => covered(expected, got) >= 1 / 3

const tally = (field: string, found: number, misses: readonly Miss[]): Tally => ({
  field,
  found,
  missed: misses.filter(({ expected }) => expected !== null).length,
  invented: misses.filter(({ got }) => got !== null).length,
  misses,
})

/** One value: nothing expected and nothing found counts for nothing; a wrong value is missed and invented. */
export function single(field: string, expected: string | null, got: string | null, same: Same = exact): Tally {
  if (expected === null && got === null) return tally(field, 0, [])
  const right = expected !== null && got !== null && same(expected, got)
  return right ? tally(field, 1, []) : tally(field, 0, [{ field, expected, got }])
}

/** A set, or a bag: each value found answers one expected value. */
export function bag(field: string, expected: readonly string[], got: readonly string[], same: Same = exact): Tally {
  const left = [...got]
  const missed = expected.filter((one) => {
    const at = left.findIndex((other) => same(one, other))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return tally(field, expected.length - missed.length, [
    ...missed.map((one) => ({ field, expected: one, got: null })),
    ...left.map((one) => ({ field, expected: null, got: one })),
  ])
}

/** A list in order: what is found is the longest run of expected items that stand in the same order. */
export function list(field: string, expected: readonly string[], got: readonly string[], same: Same = alike): Tally {
  const pairs = longest(expected, got, same)
  const lost = expected.filter((_, index) => !pairs.some(([e]) => e === index))
  const extra = got.filter((_, index) => !pairs.some(([, g]) => g === index))
  return tally(field, pairs.length, [
    ...lost.map((one) => ({ field, expected: one, got: null })),
    ...extra.map((one) => ({ field, expected: null, got: one })),
  ])
}

type Pairs = readonly (readonly [expected: number, got: number])[]

function longest(expected: readonly string[], got: readonly string[], same: Same): Pairs {
  let row: readonly Pairs[] = Array.from({ length: got.length + 1 }, () => [])
  for (const [e, one] of expected.entries()) {
    const next: Pairs[] = [[]]
    for (const [g, other] of got.entries()) {
      const both: Pairs = same(one, other) ? [...(row[g] ?? []), [e, g]] : []
      const best = [both, row[g + 1] ?? [], next[g] ?? []].toSorted((a, b) => b.length - a.length)[0] ?? []
      next.push(best)
    }
    row = next
  }
  return row.at(-1) ?? []
}

export function sum(field: string, tallies: readonly Tally[]): Tally {
  const total = (pick: (one: Tally) => number): number => tallies.reduce((count, one) => count + pick(one), 0)
  return {
    field,
    found: total(({ found }) => found),
    missed: total(({ missed }) => missed),
    invented: total(({ invented }) => invented),
    misses: tallies.flatMap(({ misses }) => misses),
  }
}

/** Of a field of which nothing was expected and nothing found, all three are 1. */
export function rates({ found, missed, invented }: Tally): {
  readonly precision: number
  readonly recall: number
  readonly f1: number
} {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
  return {
    precision: share(found, found + invented),
    recall: share(found, found + missed),
    f1: share(2 * found, 2 * found + missed + invented),
  }
}
