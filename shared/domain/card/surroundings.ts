/** The words that stand round an address or number and speak of it: its own label, brackets and sentence, not those of the next one. */
import { sentenceStart } from './flow.ts'
import type { Section } from './sections.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Surroundings {
  readonly before: string
  readonly after: string
}

const BRACKETS = /^[\s,>]{0,3}\([^()]{1,160}\)/
/** What joins two addresses of one purpose: "a@x.example and b@x.example". */
const LABEL_BEFORE_NEXT = /[^.;,)\n]{2,60}[:=]\s{0,3}[<(]?$/

/** "a@x.example for incidents; b@x.example for …": what stands between the two is about the first. */
const OF_THE_LAST =
  /^\s(?:for|to|für|zum|zur|pour|para|per|si|wenn|bei|in case|em caso|en caso|en cas)\s[^;,:]{2,120};\s{1,3}$/iu

/** Where the words about the hit before end: after its brackets. */
const ownStart = (text: string, previous: Span | undefined): number =>
  previous ? previous.end + (BRACKETS.exec(text.slice(previous.end, previous.end + 180))?.[0].length ?? 0) : 0

function ownEnd(section: Section, hit: Span, next: Span | undefined, reach: number): number {
  const { text } = section.flow
  const limit = Math.min(text.length, hit.end + reach)
  if (!next || next.start > limit) return limit
  const sentence = sentenceStart(section.sentences, next.start)
  if (sentence > hit.end) return Math.min(limit, sentence)
  const between = text.slice(hit.end, next.start)
  const brackets = BRACKETS.exec(between)?.[0].length
  if (brackets) return hit.end + brackets
  const label = LABEL_BEFORE_NEXT.exec(between)
  const clause = /[;,]\s/.exec(between)
  return hit.end + (clause ? clause.index : label ? label.index : 0)
}

/** `reach`: characters after the hit that may still speak of it. */
export function around(section: Section, hits: readonly Span[], index: number, reach: number): Surroundings {
  const { text } = section.flow
  const hit = hits[index] ?? { start: 0, end: 0 }
  const from = Math.max(ownStart(text, hits[index - 1]), sentenceStart(section.sentences, hit.start), hit.start - 300)
  const words = text.slice(Math.min(from, hit.start), hit.start)
  return {
    before: index > 0 && OF_THE_LAST.test(words) ? '' : words,
    after: text.slice(hit.end, ownEnd(section, hit, hits[index + 1], reach)),
  }
}
