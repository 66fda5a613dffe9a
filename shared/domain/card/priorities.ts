/** Reads the lists of a document: the order in which the team works, and the facts that it wants in a report. */
import { saying } from '../../words/say.ts'
import type { CardFinding } from './card-reading.ts'
import { finding } from './finding.ts'
import type { Piece } from './markup.ts'
import { sectionsOf, type Section } from './sections.ts'

interface Item {
  readonly text: string
  readonly line: number
}

const NUMBERED = /^(?:\d{1,2}|[a-z])[.)]\s+(?=\S)/

/** One-line documents keep their bullets inside the text. */
function spread(piece: Piece): readonly Piece[] {
  const parts = piece.text.length > 200 ? piece.text.split(/\s[-*•]\s(?=["“(]?\p{Lu})/u) : [piece.text]
  return parts.map((text, index) => ({ ...piece, text: text.trim(), bullet: index > 0 || piece.bullet }))
}

const isItem = ({ bullet, text }: Piece): boolean => text !== '' && (bullet || NUMBERED.test(text))

/** Items from the first bullet on; a blank line (a page break) ends nothing, a new paragraph does. */
function listAfter(pieces: readonly Piece[], lead: RegExp): readonly Item[] {
  const spreadPieces = pieces.flatMap(spread)
  const start = spreadPieces.findIndex(({ text }) => lead.test(text))
  const items: Item[] = []
  let blank = false
  for (const piece of start < 0 ? [] : spreadPieces.slice(start + 1)) {
    const last = items.at(-1)
    if (piece.text === '') blank = true
    else if (isItem(piece)) {
      items.push({ text: piece.text.replace(NUMBERED, ''), line: piece.line })
      blank = false
    } else if (last && (!blank || /^[\p{Ll}(]/u.test(piece.text)))
      items[items.length - 1] = { ...last, text: `${last.text} ${piece.text}` }
    else if (last) break
    if (items.length > MAX_ITEMS) break
  }
  return items
}

const MAX_ITEMS = 60
const PRIORITIES =
  /following (?:order of )?priorit|priorit\w{0,6}[^.\n]{0,60}(?:decreasing|descending|order)|siguientes prioridades|orden (?:decreciente )?de prioridad|priorités suivantes|ordre (?:décroissant )?de priorité|folgenden prioritäten|reihenfolge der prioritäten|seguintes prioridades|ordem (?:decrescente )?de prioridade/i
const FIELDS =
  /(?:should|must|please|shall|need to)\b[^.\n]{0,60}(?:contain|include|provide|following)[^\n]{0,80}$|following information|siguiente información|informations suivantes|folgende (?:angaben|informationen)|seguinte informação|seguintes informações/i

const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const ABOVE = /(?:above|previous|preceding|first)\s(\w{1,6})\s(?:items|points|categories|priorities|entries|cases)/i

function countFinding({ text, line }: Item, index: number): readonly CardFinding[] {
  const word = ABOVE.exec(text)?.[1]?.toLowerCase() ?? ''
  const said = NUMBERS[word] ?? Number(word)
  if (!(said > 0) || said === index) return []
  return [finding('warning', line, saying('count-contradiction', { said, counted: index, rank: index + 1 }))]
}

export function readPriorities(sections: readonly Section[]): {
  readonly priorities: readonly string[]
  readonly findings: readonly CardFinding[]
} {
  const lists = [...sectionsOf(sections, '4.1'), ...sectionsOf(sections, '4', '5.1')].map(({ pieces }) =>
    listAfter(pieces, PRIORITIES),
  )
  const items = lists.find((list) => list.length > 1) ?? []
  return { priorities: items.map(({ text }) => text), findings: items.flatMap(countFinding) }
}

export function readReportFields(sections: readonly Section[]): readonly string[] {
  const lists = sectionsOf(sections, '6', '2.11').map(({ pieces }) => listAfter(pieces, FIELDS))
  return (lists.find((list) => list.length > 1) ?? []).map(({ text }) => text)
}
