/** Cuts a document into the parts of the RFC 2350 template, whatever their numbers, order and notation. */
import type { Concept, TemplateNumber } from './card-reading.ts'
import { flowOf, sentencesOf, type Flow, type Sentence } from './flow.ts'
import { conceptByKeywords } from './heading-keywords.ts'
import { headingOfLine, templateNumbers, type Heading } from './headings.ts'
import type { Piece } from './pieces.ts'
import { headingsInText, type RunningHeading } from './running-headings.ts'
import { rankOf, unnumberedHeadings } from './unnumbered-headings.ts'

export interface Section {
  /** Null before the first heading and under headings of the team's own. */
  readonly concept: Concept | null
  /** The template's chapter ("2") that the part stands in. */
  readonly chapter: string | null
  readonly line: number
  readonly pieces: readonly Piece[]
  readonly flow: Flow
  readonly sentences: readonly Sentence[]
}

interface Cut {
  readonly heading: Heading | null
  /** What stands after the heading. */
  readonly piece: Piece
  /** The whole piece, for a heading that turns out to be none. */
  readonly whole: Piece
}

/** In a document with numbers a bare "Address" is a label, not a heading. */
const ENOUGH_NUMBERS = 5
const LONG = 300

/** Text without line breaks: by the numbers of its headings, else (none, or the chapters' alone) by the order of its titles. */
function runningHeadings(text: string): readonly RunningHeading[] {
  const numbered = headingsInText(text)
  if (numbered.filter(({ number }) => number?.includes('.')).length >= ENOUGH_NUMBERS) return numbered
  const unnumbered = unnumberedHeadings(text)
  return unnumbered.length > numbered.length ? unnumbered : numbered
}

function cutLongPiece(piece: Piece): readonly Cut[] {
  const headings = runningHeadings(piece.text)
  if (headings.length < 2) return [{ heading: null, piece, whole: piece }]
  const first = headings[0]?.start ?? 0
  const part = (from: number, to?: number): Piece => ({
    ...piece,
    text: piece.text.slice(from, to).trim(),
    level: 0,
  })
  const cuts = headings.map((heading, index) => ({
    heading,
    piece: part(heading.end, headings[index + 1]?.start),
    whole: part(heading.start, headings[index + 1]?.start),
  }))
  return first > 0 ? [...introduction(part(0, first)), ...cuts] : cuts
}

/** One-line documents often lose the number of their first heading: it still stands before "This document …". */
function introduction(piece: Piece): readonly Cut[] {
  const unnumbered = /(?:Document Information|About this Document)[:.]?\s(?=This document\s)/i.exec(piece.text)
  if (!unnumbered) return [{ heading: null, piece, whole: piece }]
  const after = unnumbered.index + unnumbered[0].length
  const heading: Heading = { concept: '1', number: '1', end: after, tokens: 2, whole: false }
  return [
    { heading: null, piece: { ...piece, text: piece.text.slice(0, unnumbered.index).trim() }, whole: piece },
    { heading, piece: { ...piece, text: piece.text.slice(after) }, whole: piece },
  ]
}

/** A row whose first cell was the heading is one of the other cells. */
function behind(piece: Piece, end: number): Piece {
  const [first = '', ...others] = piece.cells ?? []
  const isFirst = first !== '' && piece.text.startsWith(first) && end >= first.length
  const cells = isFirst ? (others.length > 1 ? others : null) : piece.cells
  return { ...piece, text: piece.text.slice(end), level: 0, cells }
}

function cutPiece(piece: Piece): readonly Cut[] {
  // "1 | Fraud" is a row of ranks.
  const ranked = /^\d{1,2}$/.test(piece.cells?.[0] ?? '')
  const heading = piece.text === '' || ranked ? null : headingOfLine(piece.text, piece.level > 0 && piece.level < 7)
  const rest = heading ? behind(piece, heading.end) : piece
  const [first, ...others] =
    rest.text.length > LONG ? cutLongPiece(rest) : [{ heading: null, piece: rest, whole: rest }]
  if (!heading || !first) return first ? [first, ...others] : []
  if (first.heading) return [{ heading, piece: { ...rest, text: '' }, whole: piece }, first, ...others]
  return [{ heading, piece: first.piece, whole: piece }, ...others]
}

const BARE_NUMBER = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?$/

/** Pages put the number of a heading on a line of its own, before its words. */
function withNumbersJoined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1]?.text === '' ? pieces[index - 2] : pieces[index - 1]
    const after = pieces[index + 1]?.text === '' ? pieces[index + 2] : pieces[index + 1]
    const joins = (number: string, words: Piece | undefined): boolean =>
      BARE_NUMBER.test(number) &&
      words !== undefined &&
      words.text.length <= 100 &&
      Boolean(headingOfLine(`${number} ${words.text}`, false)?.concept)
    if (joins(piece.text, after)) return []
    return before && joins(before.text, piece) ? [{ ...piece, text: `${before.text} ${piece.text}` }] : [piece]
  })
}

interface Marked extends Cut {
  readonly level: number
}

/** Parts in which "Name:", "Phone:" or "Key:" are about a person or a key. */
const PERSONAL: readonly (Concept | null)[] = ['2.8', '2.9']
const OWN_LABELS: readonly (Concept | null)[] = ['2', '2.1', '2.4', '2.5', '2.7', '2.8']
const CHAPTERS: readonly (Concept | null)[] = ['1', '2', '3', '4', '5']

/** "Coordination: Ada Q" among the members is no part of chapter 5: labels follow the order of the chapters. */
function isNear(open: Open, concept: Concept | null): boolean {
  const [here, there] = [Number(open.head.chapter ?? 0), Number(concept?.split('.')[0] ?? Number.NaN)]
  return Number.isNaN(there) || here === 0 || (there >= here && there <= here + 1)
}

/** A label is a heading in a document without numbers, and under a chapter that has no numbered parts. */
function labelCounts(open: Open, heading: Heading, level: number, manyNumbers: boolean): boolean {
  // Two words of a title in bold are no role of a person.
  if (!isNear(open, heading.concept) && !(level === 7 && heading.tokens > 1 && !manyNumbers)) return false
  if (!manyNumbers) return level > 0 || !PERSONAL.includes(open.head.concept) || !OWN_LABELS.includes(heading.concept)
  return CHAPTERS.includes(open.head.concept) || open.label
}

/** "5. Denial of service attacks" after "4. …" is an item of a list; a chapter comes after the one before it. */
function chapterComesNext({ number }: Heading, open: Open): boolean {
  const last = open.pieces.findLast(({ text }) => text !== '')?.text ?? ''
  const inList = new RegExp(`^${Number(number) - 1}\\s?[.)]`).test(last)
  return !inList && Number(number) === Number(open.head.chapter ?? 0) + 1
}

/** "b) Address" after "a) Name of the team", in the order of the template: letters count as long as both go on. */
function letterComesNext({ letter, concept }: Heading, open: Open): boolean {
  if (!letter || !concept || !sameChapter(concept, open.head.chapter)) return false
  const here = open.head.concept
  const begins = letter === 'a' && CHAPTERS.includes(here)
  return begins || (open.letter !== null && letter > open.letter && (here === null || rankOf(concept) > rankOf(here)))
}

function counts({ heading, level }: Marked, manyNumbers: boolean, open: Open): boolean {
  if (!heading) return false
  if (heading.letter) return letterComesNext(heading, open)
  if (heading.guess && !heading.number?.includes('.') && level === 0) return chapterComesNext(heading, open)
  if (heading.label) return labelCounts(open, heading, level, manyNumbers)
  if (heading.number !== null || !manyNumbers || (level > 0 && level < 7)) return true
  return heading.whole && heading.tokens >= 3
}

const chapterOf = (heading: Heading, before: string | null): string | null => {
  if (heading.concept && /^\d/.test(heading.concept)) return heading.concept.split('.')[0] ?? null
  return heading.number?.split('.')[0] ?? before
}

const sameChapter = (concept: Concept, chapter: string | null): boolean =>
  concept.split('.')[0] === chapter || (concept === 'hours' && chapter === '2')

interface Open {
  readonly head: Omit<Section, 'pieces' | 'flow' | 'sentences'>
  readonly number: string | null
  /** Of "b) Address". */
  readonly letter: string | null
  readonly level: number
  /** Opened by a label; others may follow. */
  readonly label: boolean
  readonly pieces: Piece[]
}

const LABEL = /^([^:]{3,70}?)\s?:(?:\s+|$)/

const LETTER = /^([a-z])\)\s{1,3}(?=\p{Lu})/u

/** "d) Fuso": a lettered line that may be a heading of the chapter that it stands in. */
function lettered(cut: Marked, chapter: string): Marked {
  const found = LETTER.exec(cut.whole.text)
  const title = cut.whole.text.slice(found?.[0].length ?? 0)
  if (!found || title.length > 70 || /[.;,]$/.test(title)) return cut
  const known = headingOfLine(title, false)?.concept
  const concept = known && sameChapter(known, chapter) ? known : conceptByKeywords(title, `${chapter}.1`)
  if (!concept) return cut
  const heading: Heading = {
    concept,
    number: null,
    end: cut.whole.text.length,
    tokens: 1,
    whole: true,
    letter: found[1] ?? '',
  }
  return { ...cut, heading, piece: { ...cut.whole, text: '', level: 0 } }
}

/** A marked heading or a bold label that no list knows: the chapter that it stands in helps its words. */
function inContext(cut: Marked, chapter: string | null): Marked {
  if (chapter && LETTER.test(cut.whole.text)) return lettered(cut, chapter)
  if (cut.level === 0 || cut.heading?.concept || cut.heading?.number || !chapter) return cut
  const label = LABEL.exec(cut.whole.text)
  const title = label?.[1] ?? cut.whole.text
  const concept = title.length <= 70 ? conceptByKeywords(title, `${chapter}.1`) : null
  if (!concept || (cut.level === 7 && !label)) return cut
  const end = label ? label[0].length : cut.whole.text.length
  const heading: Heading = { concept, number: null, end, tokens: 1, whole: !label, label: label !== null }
  return { ...cut, heading, piece: { ...cut.whole, text: cut.whole.text.slice(end), level: 0 } }
}

/** "4.3.1 Encryption" under 4.3, or a smaller heading under a bigger one, says more about the same part. */
function isInside(open: Open, { heading, level }: Marked): boolean {
  if (!heading || heading.concept !== null || open.head.concept === null) return false
  if (heading.number !== null)
    return open.number !== null && open.number.includes('.') && heading.number.startsWith(`${open.number}.`)
  return (
    level > 0 && open.level > 0 && level > open.level && (open.head.concept.includes('.') || open.head.concept === '6')
  )
}

/** "2.1.1 The team …" under 2.1: paragraphs have numbers too. */
function withoutNumber(piece: Piece, number: string | null): Piece {
  const own =
    number && piece.text.startsWith(`${number}.`)
      ? /^\.\d{1,2}\.?\s{1,9}(?=\S)/.exec(piece.text.slice(number.length))
      : null
  return own && number ? { ...piece, text: piece.text.slice(number.length + own[0].length) } : piece
}

/** Headings that are taken: five times what the longest known description has. */
const MAX_SECTIONS = 500

function opened(cuts: readonly Marked[]): readonly Open[] {
  const manyNumbers = cuts.filter(({ heading }) => heading?.number && !heading.roman).length >= ENOUGH_NUMBERS
  const open: Open[] = [
    { head: { concept: null, chapter: null, line: 1 }, number: null, letter: null, level: 0, label: false, pieces: [] },
  ]
  for (const printed of cuts) {
    const current = open.at(-1)
    if (!current) continue
    const cut = inContext(printed, current.head.chapter)
    const { heading } = cut
    if (heading && counts(cut, manyNumbers, current) && !isInside(current, cut) && open.length < MAX_SECTIONS) {
      const chapter = chapterOf(heading, current.head.chapter)
      const head = { concept: heading.concept, chapter, line: cut.piece.line }
      const { number, letter = null, label = false } = heading
      open.push({ head, number, letter, level: cut.level, label, pieces: [cut.piece] })
    } else current.pieces.push(withoutNumber(heading ? cut.whole : cut.piece, current.number))
  }
  return open
}

export function readSections(pieces: readonly Piece[]): readonly Section[] {
  const cuts = withNumbersJoined(pieces).flatMap((piece) =>
    cutPiece(piece).map((cut, index) => ({ ...cut, level: index === 0 ? piece.level : 0 })),
  )
  return opened(cuts).map(({ head, pieces: own }) => {
    const flow = flowOf(own)
    return { ...head, pieces: own, flow, sentences: sentencesOf(flow) }
  })
}

export const sectionsOf = (sections: readonly Section[], ...concepts: readonly Concept[]): readonly Section[] =>
  sections.filter(({ concept }) => concept !== null && concepts.includes(concept))

/** Parts of the template that are there, even if empty. Hours stand for 2.11, where the template asks for them. */
export function presence(sections: readonly Section[]): {
  readonly present: readonly TemplateNumber[]
  readonly missing: readonly TemplateNumber[]
} {
  const found = new Set<string>(sections.map(({ concept }) => (concept === 'hours' ? '2.11' : (concept ?? ''))))
  const withChapters = new Set([...found, ...[...found].map((number) => number.split('.')[0] ?? '')])
  return {
    present: templateNumbers.filter((number) => withChapters.has(number)),
    missing: templateNumbers.filter((number) => !withChapters.has(number)),
  }
}
