/** Finds the headings of a text that lost its line breaks and never had numbers: known titles that stand in the order of the template. */
import type { Concept } from './card-reading.ts'
import { skipPunctuation, templateNumbers, unnumberedConcept } from './headings.ts'
import type { RunningHeading } from './running-headings.ts'
import { MAX_TITLE, titleAt, tokensOf } from './title-match.ts'

/** Capital letters that are looked at; words that may be titles. Far above any document, far below a hostile one. */
const MAX_LOOKS = 6000
const MAX_CANDIDATES = 400
/** Fewer titles in order may stand in any text. */
const ENOUGH = 8

const BESIDE: Partial<Readonly<Record<Concept, string>>> = { hours: '2.11', networks: '3.2', web: '2.7' }

/** The place of a part in the template; parts that the template does not know come right after their neighbour. */
export function rankOf(concept: Concept): number {
  const beside = BESIDE[concept]
  const at = templateNumbers.findIndex((number) => number === (beside ?? concept))
  return at * 2 + (beside ? 1 : 0)
}

const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII']

/** Where only the chapters have numbers, theirs belong to the title. */
function startOf(text: string, at: number, concept: Concept): number {
  const number = /(?<=^|\s)(\d|[IVX]{1,4})[.)]?\s{1,3}$/.exec(text.slice(Math.max(0, at - 9), at))
  const own = number?.[1] === concept || number?.[1] === ROMANS[Number(concept)]
  return number && own ? at - number[0].length : at
}

interface Candidate {
  readonly heading: RunningHeading
  readonly rank: number
  readonly weight: number
}

/** A title is followed by its value: a capital letter, a figure, an address; "Address the team" goes on in small letters. */
const VALUE = /^\s?[:–-]?\s["“«(<]{0,2}(?:[\p{Lu}\d+<("“«]|https?:|www\.|\S{1,64}(?:@|\[|\())/u

function candidatesIn(text: string): readonly Candidate[] {
  const found: Candidate[] = []
  let looks = 0
  for (const match of text.matchAll(/(?<![\p{L}\p{N}@./_-])\p{Lu}/gu)) {
    if (++looks > MAX_LOOKS || found.length >= MAX_CANDIDATES) break
    const tokens = tokensOf(text.slice(match.index, match.index + MAX_TITLE))
    const title = titleAt(tokens, 0, () => true)
    if (!title) continue
    const words = title.words.length
    const titleEnd = match.index + (tokens[words - 1]?.end ?? 0)
    if (/[).:;!?|]/.test(text.slice(match.index, titleEnd))) continue
    const after = text.slice(titleEnd, titleEnd + 80)
    if (words < 3 && !VALUE.test(after)) continue
    const endsBefore = /(?:^|[.!?:;)\]>])\s{0,3}$/.test(text.slice(Math.max(0, match.index - 4), match.index))
    const concept = unnumberedConcept(title.concept, title.words.join(' '))
    const heading: RunningHeading = {
      concept,
      number: null,
      start: startOf(text, match.index, concept),
      end: skipPunctuation(text, titleEnd),
      tokens: words,
      whole: false,
    }
    found.push({ heading, rank: rankOf(concept), weight: words + (endsBefore ? 1 : 0) })
  }
  return found
}

/** The heaviest run of titles in the order of the template; a title right behind another is likelier one. */
export function unnumberedHeadings(text: string): readonly RunningHeading[] {
  const all = candidatesIn(text)
  const best = all.map(({ weight }) => weight)
  const before = all.map(() => -1)
  for (const [index, one] of all.entries()) {
    for (let earlier = 0; earlier < index; earlier++) {
      const other = all[earlier]
      if (!other || other.rank >= one.rank || other.heading.end > one.heading.start) continue
      const adjoins = one.heading.start - other.heading.end < 3 ? 1 : 0
      const total = (best[earlier] ?? 0) + one.weight + adjoins
      if (total > (best[index] ?? 0)) {
        best[index] = total
        before[index] = earlier
      }
    }
  }
  const chain: RunningHeading[] = []
  let at = best.indexOf(Math.max(...best, 0))
  while (at >= 0) {
    const one = all[at]
    if (one) chain.unshift(one.heading)
    at = before[at] ?? -1
  }
  return chain.length >= ENOUGH ? chain : []
}
