/** Where in a text things stand, in any writing: for underlining what the gate stops at. */
import { bones, isWhole, patternOf } from './item-pattern.ts'

export interface Span {
  readonly from: number
  readonly to: number
}

const most = 500

/** In order, none inside another; at most 500 things are looked for. */
export function itemSpans(text: string, items: readonly string[]): readonly Span[] {
  const inside = bones(text)
  const found = items
    .slice(0, most)
    .filter((item) => inside.includes(bones(item)))
    .flatMap((item) =>
      [...text.matchAll(patternOf(item))]
        .map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
        .filter(({ from, to }) => isWhole(text, from, to, /^[\d.]+$/.test(item) ? 'address' : 'other')),
    )
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  return found.filter(({ from, to }) => {
    const isFree = from >= end
    if (isFree) end = to
    return isFree
  })
}
