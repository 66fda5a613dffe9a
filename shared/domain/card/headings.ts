/** Finds the headings of a team document by the meaning of their words; the printed numbers only help to see that a line is one. */
import { conceptByKeywords, conceptByWords } from './heading-keywords.ts'
import { titles } from './titles.ts'
import type { Concept } from './card-reading.ts'

export interface Heading {
  /** Null: a heading of the team's own, which ends the part before it. */
  readonly concept: Concept | null
  readonly number: string | null
  /** Where the text of the part begins, counted from the start of the given text. */
  readonly end: number
  /** Words of the title that the matcher used. */
  readonly tokens: number
  /** Nothing stands after the title. */
  readonly whole: boolean
  /** "Address: 1 Quay Street" without a number: a heading only where such labels are the document's way. */
  readonly label?: boolean
  /** Chapters in Roman figures say nothing of how the parts are numbered. */
  readonly roman?: boolean
  /** The title is in no list; its words only hint at the part. */
  readonly guess?: boolean
}

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

/** "affiliation" must not be taken for "affiliations" of another part: exact words go before similar ones. */
export function titleAt(tokens: readonly Token[], from: number, allowed: (title: Title) => boolean): Title | null {
  const first = tokens[from]?.word ?? ''
  const longest = (a: Title | null, b: Title | undefined): Title | null =>
    b && b.words.length > (a?.words.length ?? 0) ? b : a
  let exact: Title | null = null
  let similar: Title | null = null
  for (const [word, group] of byLetter.get(first[0] ?? '') ?? []) {
    if (!sameWord(first, word)) continue
    const fits = (same: (printed: string, known: string) => boolean) => (title: Title) =>
      allowed(title) &&
      title.words.every((known, index) => index === 0 || same(tokens[from + index]?.word ?? '', known))
    if (first === word) exact = longest(exact, group.find(fits((printed, known) => printed === known)))
    similar = longest(similar, group.find(fits(sameWord)))
  }
  return similar && similar.words.length > (exact?.words.length ?? 0) ? similar : (exact ?? null)
}

const NUMBER =
  /^(?:(?:section|chapter|sección|seccion|abschnitt|kapitel|§)\s{0,3})?(\d{1,2}(?:\.\d{1,2}){0,3})\s{0,2}[.)|:]?\s{0,3}[|–—-]?\s{0,3}(?=\S)/i
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']
/** "II.1 Nombre del equipo", "IV. POLÍTICAS". */
const ROMAN = /^(VIII|VII|VI|V|IV|III|II|I)((?:\.\d{1,2}){0,3})\.?\s{1,3}(?=\p{Lu})/u
const LETTERED = /^(?:[IVX]{1,4}|[A-H])[.)]\s{1,3}(?=\S)/
const CONTENTS_ENTRY = /^[\s.·…_]{0,200}\d{1,3}$/

const isContentsEntry = (rest: string): boolean =>
  rest.length > 0 && CONTENTS_ENTRY.test(rest) && /^[\s.·…_]{2}|^\s?\d{1,3}$/.test(rest)

export function skipPunctuation(text: string, from: number): number {
  return (
    from + (/^["”»)\]*]{0,2}\s{0,3}[.:|]?\s{0,3}(?:[–—-]\s)?\s{0,3}/.exec(text.slice(from, from + 16))?.[0].length ?? 0)
  )
}

/** A title goes on with such a word: "… and abbreviation" is no value. */
const GOES_ON_WITH = /^(?:(?:and|or|of|for|the|to|y|e|et|und|de|des|du|do|da|del|para|pour|für|with)\b|\/|&|\()/i
/** Small letters to the end of the line: "… a la que presta servicio". */
const SMALL = /^\p{Ll}[\p{Ll}\s,'’-]{8,60}$/u

/** "3.1 Auftrag" is the mission, though "3 Auftrag" is the charter; "2.11 Kontakt" is the point of contact. */
export function ofItsDepth(concept: Concept, number: string, title: string): Concept {
  if (concept.includes('.') || !number.includes('.')) return concept
  return conceptByKeywords(title, number) ?? (concept === '2' && number.startsWith('2.') ? '2.11' : concept)
}

function numbered(text: string, number: string, from: number): Heading | null {
  const body = text.slice(from)
  const tokens = tokensOf(body)
  const deep = number.includes('.')
  const title = titleAt(tokens, 0, () => true)
  if (title) {
    const titleEnd = from + (tokens[title.words.length - 1]?.end ?? 0)
    if (isContentsEntry(text.slice(titleEnd))) return null
    const end = skipPunctuation(text, titleEnd)
    const rest = text.slice(end)
    const colon = text.slice(titleEnd, end).includes(':')
    const short = text.length <= 100 && !/[.;]$/.test(text)
    const done =
      !colon &&
      short &&
      (GOES_ON_WITH.test(rest) ||
        ((deep || !title.concept.includes('.')) && title.concept !== 'networks' && SMALL.test(rest)))
    if (deep || rest === '' || done || colon) {
      return {
        concept: ofItsDepth(title.concept, number, done ? body : body.slice(0, titleEnd - from)),
        number,
        end: done ? text.length : end,
        tokens: title.words.length,
        whole: rest === '' || done,
      }
    }
  }
  return unknownTitle(text, number, from, tokens)
}

/** A numbered heading whose title is in no list: its words may still tell the part. A value may stand behind a colon. */
function unknownTitle(text: string, number: string, from: number, tokens: readonly Token[]): Heading | null {
  const deep = number.includes('.')
  const body = text.slice(from)
  const colon = /^[^:.;]{3,80}?\s?:\s/.exec(body)
  const title = colon?.[0] ?? body
  if (title.length > 90 || !/^["“(¿]?\p{Lu}/u.test(title) || (!colon && /[.;,]$/.test(title)) || isContentsEntry(body))
    return null
  const inside = tokens
    .map((_, index) => titleAt(tokens, index, ({ words }) => words.length > 1))
    .find((found) => found && (deep || found.concept === number))
  const concept = inside?.concept ?? conceptByKeywords(title, number)
  if ((!deep && (!concept || (!inside && colon))) || (colon && !concept)) return null
  const end = colon ? from + colon[0].length : text.length
  return { concept, number, end, tokens: inside?.words.length ?? 0, whole: !colon, guess: !inside }
}

const LABEL = /^(?:(?:[IVX]{1,4}|[A-H])[.)]\s{1,3})?([^:|]{2,70}?)\s?:(?:\s+(?=\S)|$)/

/** A title before a colon, with its value behind. */
function labelOf(text: string): Heading | null {
  const found = LABEL.exec(text)
  if (!found) return null
  const tokens = tokensOf(found[1] ?? '')
  const title = titleAt(tokens, 0, () => true)
  return title && title.words.length === tokens.length
    ? { concept: title.concept, number: null, end: found[0].length, tokens: tokens.length, whole: false, label: true }
    : null
}

/** Is this whole line a heading? `marked`: Markdown or HTML say so. */
export function headingOfLine(text: string, marked: boolean): Heading | null {
  const roman = ROMAN.exec(text)
  if (roman) {
    const found = numbered(text, `${ROMANS.indexOf(roman[1] ?? '') + 1}${roman[2] ?? ''}`, roman[0].length)
    if (found?.concept && (roman[2] || !found.guess)) return { ...found, roman: !roman[2] }
  }
  const number = NUMBER.exec(text)
  if (number) {
    const found = numbered(text, number[1] ?? '', number[0].length)
    if (found || !marked) return found
  }
  const label = labelOf(text)
  if (label) return label
  if (text.length > 90) return null
  const from = LETTERED.exec(text)?.[0].length ?? 0
  const tokens = tokensOf(text.slice(from))
  const title = titleAt(tokens, 0, () => true)
  const rest = title ? text.slice(from + (tokens[title.words.length - 1]?.end ?? 0)) : ''
  // "Date of Last Update / Fecha de la última actualización"
  const twice = title !== null && /^\s?(?:\/|\||–|\()/.test(rest) && (marked || title.words.length > 1)
  const whole = title !== null && (title.words.length === tokens.length || twice) && !/[?!,;.]$/.test(text)
  if (whole) return { concept: title.concept, number: null, end: text.length, tokens: tokens.length, whole }
  return marked ? { concept: conceptByWords(text), number: null, end: text.length, tokens: 0, whole: true } : null
}
