/** Finds headings inside running text, for documents that lost their line breaks. */
import type { Concept } from './card-reading.ts'
import { conceptByKeywords } from './heading-keywords.ts'
import { ofItsDepth, skipPunctuation, type Heading } from './headings.ts'
import { MAX_TITLE, titleAt, tokensOf, type Title, type Token } from './title-match.ts'

export interface RunningHeading extends Heading {
  readonly start: number
}

const REFERENCE =
  /(?<!\p{L})(?:(?:sections?|see|per|in|chapter|sección|apartado|punto|kapitel|abschnitt|article|and|or|under|version|of)\s{0,2}|(?:sec|cf|art|no)\.?\s{0,2}|§\s{0,2})$/iu
const CHAPTER: Readonly<Record<string, string>> = { hours: '2', networks: '3', web: '2' }
const chapterOf = (concept: Concept): string => CHAPTER[concept] ?? concept.split('.')[0] ?? ''

/** Figures before a capital letter that are looked at in one line: far above any document, far below a hostile one. */
const MAX_CANDIDATES = 1000

/** Is this the number that comes next after the one before: 2.4 after 2.3, 3 after 2.11, 5.1 after 5, 5.1.1 after 5.1? */
function follows(before: string | null, number: string): boolean {
  if (!before) return false
  const [a, b] = [before.split('.').map(Number), number.split('.').map(Number)]
  const at = b.length - 1
  if (b.length === a.length + 1) return number === `${before}.1`
  return b.length <= a.length && b.slice(0, at).join('.') === a.slice(0, at).join('.') && b[at] === (a[at] ?? 0) + 1
}

const CONNECTS =
  /^(?:de|del|da|do|du|des|la|el|los|las|y|e|et|und|of|and|the|or|der|die|das|zu|fur|for|para|pour|a|o|en|in|d|l|dincident|dincidents)$/

const MAX_WORDS = 7

/** In running text an unknown title ends before a capital letter; the shortest that names a part, with the small words behind it. */
function byKeywords(tokens: readonly Token[], text: string, number: string) {
  const capital = (index: number): boolean => {
    const token = tokens[index]
    return token !== undefined && /\p{Lu}/u.test(text.charAt(token.end - token.word.length))
  }
  const ends = tokens
    .map((_, index) => index + 1)
    .filter((words) => words <= MAX_WORDS && capital(words) && !CONNECTS.test(tokens[words - 1]?.word ?? ''))
  for (const words of ends) {
    if (!number.includes('.') && words > 5) return null
    const concept = conceptByKeywords(text.slice(0, tokens[words - 1]?.end ?? 0), number)
    if (concept) return { concept, words }
  }
  return null
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']
const arabic = (figure: string): string => (ROMANS.includes(figure) ? String(ROMANS.indexOf(figure) + 1) : figure)

/** Headings inside running text: a number of the right chapter, not referred to, right before the words of a title. */
export function headingsInText(text: string): readonly RunningHeading[] {
  const found: RunningHeading[] = []
  let looked = 0
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}.,/:+-])(\d{1,2}|[IVX]{1,4}(?=\.\d))((?:\.\d{1,2}){0,2})[.)]?\s{1,3}(?:[-–—|]\s{1,2})?(?=["“¿]?\p{Lu})/gu,
  )) {
    const number = `${arabic(match[1] ?? '')}${match[2] ?? ''}`
    if (++looked > MAX_CANDIDATES) break
    if (REFERENCE.test(text.slice(Math.max(0, match.index - 14), match.index))) continue
    const from = match.index + match[0].length
    const tokens = tokensOf(text.slice(from, from + MAX_TITLE))
    const fits = ({ concept }: Title): boolean =>
      chapterOf(concept) === number.split('.')[0] && (number.includes('.') || !concept.includes('.'))
    const title = titleAt(tokens, 0, fits)
    const head = title
      ? { concept: ofItsDepth(title.concept, number, title.words.join(' ')), words: title.words.length }
      : follows(found.at(-1)?.number ?? null, number)
        ? byKeywords(tokens, text.slice(from, from + MAX_TITLE), number)
        : null
    if (!head) continue
    const end = skipPunctuation(text, from + (tokens[head.words - 1]?.end ?? 0))
    found.push({ concept: head.concept, number, start: match.index, end, tokens: head.words, whole: false })
  }
  return found
}
