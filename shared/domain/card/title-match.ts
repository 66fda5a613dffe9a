/** Compares the words of a heading with the known titles, small spelling mistakes forgiven. */
import type { Concept } from './card-reading.ts'
import { titles } from './titles.ts'

export interface Token {
  readonly word: string
  readonly end: number
}

export const MAX_TITLE = 160

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f'’‐‑-]/g, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()

export function tokensOf(text: string): readonly Token[] {
  const words = text.slice(0, MAX_TITLE).matchAll(/[\p{L}\p{N}]+(?:['’‐‑-][\p{L}\p{N}]+)*/gu)
  return [...words].map((match) => ({ word: plain(match[0]), end: match.index + match[0].length }))
}

export interface Title {
  readonly concept: Concept
  readonly words: readonly string[]
}

const conceptOf = ([concept, variants]: readonly [string, readonly string[]]): readonly Title[] =>
  variants.flatMap((list) => list.split('|')).map((title) => ({ concept: concept as Concept, words: title.split(' ') }))

/** Longest first, so that "public keys and encryption information" is not cut to "public keys". */
const all: readonly Title[] = Object.entries(titles)
  .flatMap(conceptOf)
  .sort((a, b) => b.words.length - a.words.length)

/** By first letter and first word: a hostile text asks for titles half a million times. */
const byLetter = new Map(
  [...Map.groupBy(all, ({ words }) => words[0]?.[0] ?? '')].map(([letter, titlesOfLetter]) => [
    letter,
    [...Map.groupBy(titlesOfLetter, ({ words }) => words[0] ?? '')],
  ]),
)

/** Damerau-Levenshtein distance, given up above `limit`. Words are short, so the square is small. */
function near(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let older: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const step = Math.min(
        (previous[column] ?? 99) + 1,
        (current[column - 1] ?? 99) + 1,
        (previous[column - 1] ?? 99) + (same ? 0 : 1),
        swapped ? (older[column - 2] ?? 99) + 1 : 99,
      )
      current.push(step)
    }
    older = previous
    previous = current
  }
  return (previous[b.length] ?? 99) <= limit
}

function sameWord(printed: string, known: string): boolean {
  if (printed === known) return true
  if (known.length < 6 || printed.length > 30 || printed[0] !== known[0]) return false
  return near(printed, known, known.length >= 8 ? 2 : 1)
}

type Group = readonly [word: string, titles: readonly Title[]]

const MAX_KNOWN = 2000
const remembered = new Map<string, readonly Group[]>()

/** Titles whose first word is like the given one; remembered, since the lines of a text begin with few words. */
function groupsLike(first: string): readonly Group[] {
  const before = remembered.get(first)
  if (before) return before
  const groups = (byLetter.get(first[0] ?? '') ?? []).filter(([word]) => sameWord(first, word))
  if (remembered.size >= MAX_KNOWN) remembered.clear()
  remembered.set(first, groups)
  return groups
}

/** "affiliation" must not be taken for "affiliations" of another part: exact words go before similar ones. */
export function titleAt(tokens: readonly Token[], from: number, allowed: (title: Title) => boolean): Title | null {
  const first = tokens[from]?.word ?? ''
  const longest = (a: Title | null, b: Title | undefined): Title | null =>
    b && b.words.length > (a?.words.length ?? 0) ? b : a
  let exact: Title | null = null
  let similar: Title | null = null
  for (const [word, group] of groupsLike(first)) {
    const fits = (same: (printed: string, known: string) => boolean) => (title: Title) =>
      allowed(title) &&
      title.words.every((known, index) => index === 0 || same(tokens[from + index]?.word ?? '', known))
    if (first === word) exact = longest(exact, group.find(fits((printed, known) => printed === known)))
    similar = longest(similar, group.find(fits(sameWord)))
  }
  return similar && similar.words.length > (exact?.words.length ?? 0) ? similar : (exact ?? null)
}
