/** Cuts a document into the parts of the RFC 2350 template, whatever their numbers, order and notation. */
import type { Concept, TemplateNumber } from './card-reading.ts'
import { flowOf, sentencesOf, type Flow, type Sentence } from './flow.ts'
import { headingOfLine, headingsInText, templateNumbers, type Heading } from './headings.ts'
import type { Piece } from './markup.ts'

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
    heading: false,
  })
  const cuts = headings.map((heading, index) => ({
    heading,
    piece: part(heading.end, headings[index + 1]?.start),
    whole: piece,
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
  const heading = piece.text === '' ? null : headingOfLine(piece.text, piece.heading)
  const rest = heading ? { ...piece, text: piece.text.slice(heading.end), heading: false } : piece
  const [first, ...others] =
    rest.text.length > LONG ? cutLongPiece(rest) : [{ heading: null, piece: rest, whole: rest }]
  if (!heading || !first) return first ? [first, ...others] : []
  if (first.heading) return [{ heading, piece: { ...rest, text: '' }, whole: piece }, first, ...others]
  return [{ heading, piece: first.piece, whole: piece }, ...others]
}

function counts(cut: Cut, manyNumbers: boolean, marked: boolean): boolean {
  const { heading } = cut
  if (!heading) return false
  if (heading.number !== null || marked || !manyNumbers) return true
  return heading.whole && heading.tokens >= 3
}

const chapterOf = (heading: Heading, before: string | null): string | null => {
  if (heading.concept && /^\d/.test(heading.concept)) return heading.concept.split('.')[0] ?? null
  return heading.number?.split('.')[0] ?? before
}

const emptySection = { concept: null, chapter: null, line: 1 } as const

export function readSections(pieces: readonly Piece[]): readonly Section[] {
  const cuts = pieces.flatMap((piece) => cutPiece(piece).map((cut) => ({ ...cut, marked: piece.heading })))
  const manyNumbers = cuts.filter(({ heading }) => heading?.number).length >= ENOUGH_NUMBERS
  const open: { head: Omit<Section, 'pieces' | 'flow' | 'sentences'>; pieces: Piece[] }[] = [
    { head: emptySection, pieces: [] },
  ]
  for (const cut of cuts) {
    const current = open.at(-1)
    if (cut.heading && counts(cut, manyNumbers, cut.marked)) {
      const chapter = chapterOf(cut.heading, current?.head.chapter ?? null)
      const head = { concept: cut.heading.concept, chapter, line: cut.piece.line }
      open.push({ head, pieces: [cut.piece] })
    } else current?.pieces.push(cut.heading ? cut.whole : cut.piece)
  }
  return open.map(({ head, pieces }) => {
    const flow = flowOf(pieces)
    return { ...head, pieces, flow, sentences: sentencesOf(flow) }
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
