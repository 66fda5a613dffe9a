/** Finds the headings of a team document by the meaning of their words; the printed numbers only help to see that a line is one. */
import { conceptByKeywords, conceptByWords } from './heading-keywords.ts'
import { titleAt, tokensOf } from './title-match.ts'
import type { Concept, TemplateNumber } from './card-reading.ts'

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
  /** "b" of "b) Address": a heading only where it goes on from the one before. */
  readonly letter?: string
  /** The title is in no list; its words only hint at the part. */
  readonly guess?: boolean
}

const NUMBER =
  /^(?:(?:section|chapter|sección|seccion|abschnitt|kapitel|article|artículo|artigo|artikel|part|parte|partie|teil|título|titre|§)\s{0,3}|\()?([1-7](?:-\d{1,2}){1,2}(?=\s{1,3}(?:[–—-]\s)?\p{Lu})|\d{1,2}(?:\.\d{1,2}){0,3}|(?<=\()\d(?:\.\d{1,2}){0,3}(?=\)))\s{0,2}[.)|:]?\s{0,3}[|–—-]?\s{0,3}(?=\S)/iu
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']
/** "II.1 Nombre del equipo", "IV. POLÍTICAS". */
const ROMAN = /^(VIII|VII|VI|V|IV|III|II|I)((?:\.\d{1,2}){0,3})\.?\s{1,3}(?=\p{Lu})/u
/** "B.2. Address": chapters by letter, parts by figure. */
const LETTER_PART = /^([A-H])\.(\d{1,2}(?:\.\d{1,2})?)\.?\s{1,3}(?=["“¿]?\p{Lu})/u
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
const GOES_ON_WITH =
  /^(?:(?:and|or|of|for|the|to|y|e|et|und|de|des|du|do|da|del|para|pour|für|with|que|that|which|al|a la)\b|\/|&|\()/i
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
    // "2.11 Contato com clientes: …": the words before the colon belong to the title.
    const label = deep ? (/^\s\p{Ll}[^:.;,]{1,50}(?=:\s)/u.exec(text.slice(titleEnd))?.[0].length ?? 0) : 0
    const end = skipPunctuation(text, titleEnd + label)
    const rest = text.slice(end)
    const colon = text.slice(titleEnd + label, end).includes(':')
    const short = text.length <= 100 && !/[.;]$/.test(text)
    const done =
      !colon &&
      short &&
      (GOES_ON_WITH.test(rest) ||
        ((deep || !title.concept.includes('.')) && title.concept !== 'networks' && SMALL.test(rest)))
    if (deep || rest === '' || done || colon) {
      return {
        concept: ofItsDepth(title.concept, number, done ? body : body.slice(0, titleEnd + label - from)),
        number,
        end: done ? text.length : end,
        tokens: title.words.length,
        whole: rest === '' || done,
      }
    }
  }
  return unknownTitle(text, number, from)
}

/** A numbered heading whose title is in no list: its words may still tell the part. A value may stand behind a colon. */
function unknownTitle(text: string, number: string, from: number): Heading | null {
  const deep = number.includes('.')
  const body = text.slice(from)
  const colon = /^[^:.;]{3,80}?\s?:\s/.exec(body)
  const title = colon?.[0] ?? body
  if (title.length > 90 || !/^["“(¿]?\p{Lu}/u.test(title) || (!colon && /[.;,]$/.test(title)) || isContentsEntry(body))
    return null
  const own = tokensOf(title)
  const inside = own
    .map((_, index) => titleAt(own, index, ({ words }) => words.length > 1))
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

/** "Auftrag" over a text is the mission; only a number makes it the chapter. */
export const unnumberedConcept = (concept: Concept, title: string): Concept =>
  concept === '3' && conceptByKeywords(title, '3.1') === '3.1' ? '3.1' : concept

/** Is this whole line a heading? `marked`: Markdown or HTML say so. */
export function headingOfLine(text: string, marked: boolean): Heading | null {
  const roman = ROMAN.exec(text)
  if (roman) {
    const found = numbered(text, `${ROMANS.indexOf(roman[1] ?? '') + 1}${roman[2] ?? ''}`, roman[0].length)
    const isChapter = found?.concept === found?.number
    if (found?.concept && (roman[2] || isChapter)) return { ...found, roman: !roman[2] }
  }
  const part = LETTER_PART.exec(text)
  if (part) {
    const chapter = 'ABCDEFGH'.indexOf(part[1] ?? '') + 1
    const found = numbered(text, `${chapter}.${part[2] ?? ''}`, part[0].length)
    if (found?.concept) return found
  }
  const number = NUMBER.exec(text)
  if (number) {
    const found = numbered(text, (number[1] ?? '').replaceAll('-', '.'), number[0].length)
    // "(3) Availability" is an item of a list; "(3) Charter" is a chapter.
    const listed = text.startsWith('(') && !number[1]?.includes('.') && found?.concept !== number[1]
    if ((found && !listed) || !marked) return listed ? null : found
  }
  const label = labelOf(text)
  if (label) return label
  if (text.length > 90) return null
  const from = LETTERED.exec(text)?.[0].length ?? 0
  const tokens = tokensOf(text.slice(from))
  // "I. Personnes" is an item of a list; "I. CONTACT" is a chapter.
  const title = titleAt(tokens, 0, ({ concept, words }) => from === 0 || words.length > 1 || !concept.includes('.'))
  const rest = title ? text.slice(from + (tokens[title.words.length - 1]?.end ?? 0)) : ''
  // "Date of Last Update / Fecha de la última actualización"
  const twice = title !== null && /^\s?(?:\/|\||–|\()/.test(rest) && (marked || title.words.length > 1)
  const whole = title !== null && (title.words.length === tokens.length || twice) && !/[?!,;.]$/.test(text)
  if (whole)
    return {
      concept: unnumberedConcept(title.concept, text),
      number: null,
      end: text.length,
      tokens: tokens.length,
      whole,
    }
  return marked ? { concept: conceptByWords(text), number: null, end: text.length, tokens: 0, whole: true } : null
}

/** The numbers of the template in the order of RFC 2350, Appendix D (1.4 is of Appendix E). */
export const templateNumbers: readonly TemplateNumber[] = [
  '1',
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '2',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
  '2.7',
  '2.8',
  '2.9',
  '2.10',
  '2.11',
  '3',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4',
  '4.1',
  '4.2',
  '4.3',
  '5',
  '5.1',
  '5.1.1',
  '5.1.2',
  '5.1.3',
  '5.2',
  '6',
  '7',
]
