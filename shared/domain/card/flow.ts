/** Joins the lines of a part to one text in which every position still knows its line, and cuts it into sentences. */
import type { Piece } from './pieces.ts'

export interface Flow {
  readonly text: string
  readonly lineAt: (offset: number) => number
}

export interface Sentence {
  readonly text: string
  readonly start: number
  readonly line: number
}

/** At a line's end: the word goes on in the next line. */
const SOFT_HYPHEN = '\u00ad'
/** No line ends with such a word of its own accord. */
const LEADS_ON =
  /\s(?:of|the|a|an|to|and|or|for|with|by|in|on|at|from|within|de|del|la|el|los|las|y|o|en|con|por|para|du|des|le|les|et|ou|à|au|dans|der|die|das|den|dem|des|und|oder|von|für|mit|bei|im|zu|da|do|dos|das|e|em|no|na|com)$/i
const ENDS = /[.!?:;>)\d]["”’]?$/
/** A line was broken by the width of the page where the next word would not have fitted into it. */
export const isFull = (length: number, next: string, width: number): boolean =>
  length + 1 + (/^\S*/.exec(next)?.[0].length ?? 0) > width

/** The longest line of a part, which is the width of its page as far as its text shows it. */
export const widthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((width, { text }) => Math.max(width, text.length), 0)

const wraps = (previous: string, next: Piece, width: number): boolean =>
  previous.length >= 45 &&
  next.text !== '' &&
  !next.bullet &&
  !/^[^:]{1,40}:/.test(next.text) &&
  !/^[\w.+-]{1,64}\s?(?:@|[([]\s?(?:at|@|a|arroba|ät)\s?[)\]])/i.test(next.text) &&
  (/^[\p{Ll}(]/u.test(next.text) ||
    LEADS_ON.test(previous) ||
    (previous.length >= 48 &&
      isFull(previous.length, next.text, width) &&
      !ENDS.test(previous) &&
      !/[@/]\S{0,80}$/.test(previous)))

/** A paragraph cut by the end of a page goes on with a small letter after the gap. */
const cutByPage = (previous: string, next: Piece): boolean =>
  previous.length > 60 && /[\p{L},;]$/u.test(previous) && !next.bullet && /^\p{Ll}{2}/u.test(next.text)

function jointOf(previous: string, gap: boolean, next: Piece, width: number): string {
  if (previous === '' && !gap) return ''
  if (previous.endsWith(SOFT_HYPHEN)) return ''
  if (gap) return cutByPage(previous, next) ? ' ' : '\n\n'
  return wraps(previous, next, width) ? ' ' : '\n'
}

export function flowOf(pieces: readonly Piece[]): Flow {
  const starts: number[] = []
  const lines: number[] = []
  const parts: string[] = []
  let offset = 0
  let previous = ''
  let gap = false
  let line = 0
  const width = widthOf(pieces)
  for (const piece of pieces) {
    gap ||= piece.text === '' && previous !== ''
    if (piece.text === '') continue
    // Two pieces of one line were parted by the markup itself.
    const join = previous !== '' && piece.line === line ? '\n' : jointOf(previous, gap, piece, width)
    line = piece.line
    const text = piece.text.replace(SOFT_HYPHEN, '')
    parts.push(join, text)
    starts.push(offset + join.length)
    lines.push(piece.line)
    offset += join.length + text.length
    previous = piece.text
    gap = false
  }
  return { text: parts.join(''), lineAt: (at) => lines[lastAtOrBefore(starts, at)] ?? pieces[0]?.line ?? 1 }
}

function lastAtOrBefore(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** A full stop ends a sentence when a new one starts after it, not after an abbreviation or inside "S.L." or "8:00 a.m.". */
const END_OF_SENTENCE =
  /\n|(?<![\s.(]\p{L}|\b(?:e\.g|i\.e|resp|approx|incl|No|[Tt]el|St|Dr|Mr|Ms|Av))[.!?]["”)]?\s+(?!(?<=\d\.\s+)(?:Jan|Jän|Feb|März|April|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez|Stock|Etage|OG)\p{L}*\b)(?=["“(<[]?[\p{Lu}\d+•–*-])/gu

export function sentencesOf(flow: Flow): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const add = (end: number) => {
    const raw = flow.text.slice(start, end)
    const text = raw.trim()
    const from = start + (raw.length - raw.trimStart().length)
    if (text !== '') sentences.push({ text, start: from, line: flow.lineAt(from) })
  }
  for (const match of flow.text.matchAll(END_OF_SENTENCE)) {
    add(match.index + 1)
    start = match.index + match[0].length
  }
  add(flow.text.length)
  return sentences
}

/** Where the sentence (or line) begins in which `at` stands. */
export function sentenceStart(sentences: readonly Sentence[], at: number): number {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return sentences[low]?.start ?? 0
}

/** One paragraph of readable text, with the wraps and page breaks taken out. */
export const plainText = (flow: Flow): string => flow.text.replaceAll(/\s*\n\s*/g, ' ').trim()
