/** Cuts a document into the parts of the RFC 2350 template, whatever their numbers, order and notation. */
import type { Concept, TemplateNumber } from './card-reading.ts'
import { flowOf, sentencesOf, type Flow, type Sentence } from './flow.ts'
import { conceptByKeywords } from './heading-keywords.ts'
import { headingOfLine, templateNumbers, type Heading } from './headings.ts'
import type { Piece } from './pieces.ts'
import { headingsInText } from './running-headings.ts'

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

function cutLongPiece(piece: Piece): readonly Cut[] {
  const headings = headingsInText(piece.text)
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

function cutPiece(piece: Piece): readonly Cut[] {
  // "1 | Fraud" is a row of ranks.
  const ranked = /^\d{1,2}$/.test(piece.cells?.[0] ?? '')
  const heading = piece.text === '' || ranked ? null : headingOfLine(piece.text, piece.level > 0 && piece.level < 7)
  const rest = heading ? { ...piece, text: piece.text.slice(heading.end), level: 0 } : piece
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
  if (!isNear(open, heading.concept)) return false
  if (!manyNumbers) return level > 0 || !PERSONAL.includes(open.head.concept) || !OWN_LABELS.includes(heading.concept)
  return CHAPTERS.includes(open.head.concept) || open.label
}

/** "5. Denial of service attacks" after "4. …" is an item of a list; a chapter comes after the one before it. */
function chapterComesNext({ number }: Heading, open: Open): boolean {
  const last = open.pieces.findLast(({ text }) => text !== '')?.text ?? ''
  const inList = new RegExp(`^${Number(number) - 1}\\s?[.)]`).test(last)
  return !inList && Number(number) === Number(open.head.chapter ?? 0) + 1
}

function counts({ heading, level }: Marked, manyNumbers: boolean, open: Open): boolean {
  if (!heading) return false
  if (heading.guess && !heading.number?.includes('.') && level === 0) return chapterComesNext(heading, open)
  if (heading.label) return labelCounts(open, heading, level, manyNumbers)
  if (heading.number !== null || !manyNumbers || (level > 0 && level < 7)) return true
  return heading.whole && heading.tokens >= 3
}

const chapterOf = (heading: Heading, before: string | null): string | null => {
  if (heading.concept && /^\d/.test(heading.concept)) return heading.concept.split('.')[0] ?? null
  return heading.number?.split('.')[0] ?? before
}

interface Open {
  readonly head: Omit<Section, 'pieces' | 'flow' | 'sentences'>
  readonly number: string | null
  readonly level: number
  /** Opened by a label; others may follow. */
  readonly label: boolean
  readonly pieces: Piece[]
}

const LABEL = /^([^:]{3,70}?)\s?:(?:\s+|$)/

/** A marked heading or a bold label that no list knows: the chapter that it stands in helps its words. */
function inContext(cut: Marked, chapter: string | null): Marked {
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

/** Headings that are taken: five times what the longest known description has. */
const MAX_SECTIONS = 500

function opened(cuts: readonly Marked[]): readonly Open[] {
  const manyNumbers = cuts.filter(({ heading }) => heading?.number && !heading.roman).length >= ENOUGH_NUMBERS
  const open: Open[] = [
    { head: { concept: null, chapter: null, line: 1 }, number: null, level: 0, label: false, pieces: [] },
  ]
  for (const printed of cuts) {
    const current = open.at(-1)
    if (!current) continue
    const cut = inContext(printed, current.head.chapter)
    const { heading } = cut
    if (heading && counts(cut, manyNumbers, current) && !isInside(current, cut) && open.length < MAX_SECTIONS) {
      const chapter = chapterOf(heading, current.head.chapter)
      const head = { concept: heading.concept, chapter, line: cut.piece.line }
      open.push({ head, number: heading.number, level: cut.level, label: heading.label ?? false, pieces: [cut.piece] })
    } else current.pieces.push(heading ? cut.whole : cut.piece)
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
