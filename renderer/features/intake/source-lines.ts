/** Cuts a message's text into numbered lines with the places that were read, so that a person sees what a reading rests on. */
import type { ReportEvent } from '../../../shared/domain/report/report-reading.ts'

export interface Piece {
  readonly text: string
  readonly mark: 'read' | 'needs' | null
}

export interface SourceLine {
  readonly number: number
  readonly pieces: readonly Piece[]
}

type Marks = ReadonlyMap<string, 'read' | 'needs'>

/** Values shorter than this stand in too many places to be worth marking (a port, "tcp"). */
const shortest = 4
/** Enough for any mail a person reads; a list of thousands is read by its table. */
const mostValues = 300

/** Lines are 1-based, as in `lines` of an event. */
export function sourceLines(text: string, events: readonly ReportEvent[]): readonly SourceLine[] {
  const marks = marksOf(events)
  const pattern = patternOf(marks)
  return text.split('\n').map((line, at) => ({ number: at + 1, pieces: cut(line.replace(/\r$/, ''), marks, pattern) }))
}

function marksOf(events: readonly ReportEvent[]): Marks {
  const marks = new Map<string, 'read' | 'needs'>()
  for (const event of events) {
    const values = [event.sourceIps, event.destinationIps, event.urls, event.domains, event.hashes, event.cves].flat()
    for (const value of values) marks.set(value.toLowerCase(), 'read')
    if (event.atText !== null) marks.set(event.atText.toLowerCase(), event.zoneKnown ? 'read' : 'needs')
  }
  return marks
}

/** The longest value first, so that an address inside a link does not split the link. */
function patternOf(marks: Marks): RegExp | null {
  const values = [...marks.keys()]
    .filter(({ length }) => length >= shortest)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostValues)
    .map((value) => value.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return values.length === 0 ? null : new RegExp(values.join('|'), 'gi')
}

function cut(line: string, marks: Marks, pattern: RegExp | null): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of pattern === null ? [] : line.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: line.slice(from, match.index), mark: null })
    pieces.push({ text: match[0], mark: marks.get(match[0].toLowerCase()) ?? 'read' })
    from = match.index + match[0].length
  }
  if (from < line.length) pieces.push({ text: line.slice(from), mark: null })
  return pieces
}
