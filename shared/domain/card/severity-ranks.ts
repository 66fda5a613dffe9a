/** Reads an order of work from what names its own ranks: tables with a column of severities, and lines such as "Critical: …", "Level 1: …". */
import type { Item } from './lists.ts'
import type { Piece } from './pieces.ts'

/** "P1", "S2", "Critical", "Muy alta": first words of a rank. From the highest to the lowest, in five languages. */
const DEGREES: readonly RegExp[] = [
  /^(?:critical|crític[oa]s?|critique|kritisch\w{0,2}|emergency|emergencia|notfall|very[ -]high|muy alt[oa]s?|très (?:élevée?|haute)|sehr hoch|muito alt[oa]s?|urgent|highest|severe|extreme|catastrophic|extremo|vital)/iu,
  /^(?:high|alt[oa]s?|élevée?s?|haute?s?|hoch|hohe?r?|major|majeure?s?|serious|grave?s?|schwerwiegend|important[es]{0,2}|muy grave)/iu,
  /^(?:medium|moderate|medi[oa]s?|médi[oa]s?|moyenne?s?|moyens?|modérée?s?|mittel|mittlere?r?|normal|significant|moderad[oa]s?|guarded)/iu,
  /^(?:low|lowest|baj[oa]s?|faibles?|basse?s?|niedrig\w{0,2}|gering\w{0,2}|baix[oa]s?|minor|mineure?s?|menor(?:es)?|leve|informational|informati\w{2,4}|others?|minim\w{1,4}|muy baj[oa]s?|very low)/iu,
]
const CODE =
  /^(?:[PS][ -]?[0-9]\b|(?:level|tier|class|category|priority|severity|nivel|niveau|stufe|klasse|kategorie|prioridad|priorité|priorität|prioridade|nível|catégorie|categoría|categoria|classe|clase)\s(?:\d|[A-E]|[IVX]{1,3})\b)\s?[:.)–-]?\s?/iu
const RANK_COLUMN =
  /^(?:severity|priority|level|rank|class|category|urgency|criticality|impact|tier|severidad|gravedad|prioridad|nivel|criticidad|peligrosidad|impacto|gravité|priorité|niveau|criticité|sévérité|schweregrad|priorität|stufe|rang|dringlichkeit|kritikalität|klasse|severidade|gravidade|prioridade|nível|criticidade|#|no\.?|nr\.?|n[º°])(?:\s(?:level|class|of incident|de incidente|d['’]incident))?$/iu
/** What is no words for a rank, but what follows from it. */
const OTHER_COLUMN =
  /time|response|reaction|target|acknowledg|delay|hours|\bsla\b|channel|contact|fix|workaround|remediation|resolution|notif|escalat|plazo|tiempo|respuesta|délai|delai|réponse|zeit|frist|reaktion|antwort|prazo|tempo|resposta|coverage|cobertura|support/iu
const TIME =
  /^(?:<|≤|within |max\.? |up to |en |dans |sous |innerhalb (?:von )?|binnen |em (?:até )?|hasta )?\s?(?:\d{1,3}|one|two|four|next|una?|une?|eine?[rsmn]?|uma?)\s?(?:working |business |calendar )?(?:minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|minutos?|horas?|días?|semanas?|heures?|jours?|semaines?|minuten|stunden?|tage?|arbeitstage?|werktage?|dias?)\b.{0,24}$/iu

const bareCell = (cell: string): string =>
  cell
    .replace(CODE, '')
    .replace(RANK_FIRST, '')
    .replace(/^\s?[–:-]\s?/, '')
    .trim()

/** "Prioridade alta", "High priority", "Nivel alto": the word for rank itself says nothing of the degree. */
const RANK_FIRST =
  /^(?:level|tier|class|category|priority|severity|nivel|niveau|stufe|klasse|kategorie|prioridad|priorité|priorität|prioridade|nível|catégorie|categoría|categoria|classe|clase|gravité|gravedad|gravidade|incidents?|incidentes?|vorfälle)\s(?=\p{L}{3})/iu

const degreeOf = (text: string): number => DEGREES.findIndex((words) => words.test(bareCell(text)))
const isRank = (text: string): boolean =>
  text.length <= 60 && (CODE.test(text) || degreeOf(text) >= 0 || /^\(?\d{1,2}[.)]?$/.test(text))

interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

/** Tables of a part, each a run of rows of as many cells. */
function tablesIn(pieces: readonly Piece[]): readonly (readonly Row[])[] {
  const tables: Row[][] = []
  let gap = true
  for (const { text, cells, line } of pieces) {
    const open = tables.at(-1)
    if (!cells) gap ||= text !== ''
    else if (!gap && open?.[0]?.cells.length === cells.length) open.push({ cells, line })
    else {
      tables.push([{ cells, line }])
      gap = false
    }
  }
  return tables.filter((rows) => rows.length > 1)
}

const FEWEST = 3

function ranksOfTable(rows: readonly Row[]): readonly Item[] {
  const [head, ...body] = rows
  if (!head || body.length + 1 < FEWEST) return []
  const named = RANK_COLUMN.test(head.cells[0] ?? '')
  const all = named || !isRank(head.cells[0] ?? '') ? body : rows
  if (all.length < 2 || !all.every(({ cells }) => isRank(cells[0] ?? ''))) return []
  if (!named && all.every(({ cells }) => degreeOf(cells[0] ?? '') < 0 && !CODE.test(cells[0] ?? ''))) return []
  return all.map(({ cells, line }): Item => {
    const [rank = '', ...others] = cells
    const said = others.filter(
      (cell, index) =>
        cell !== '' && !TIME.test(cell) && !(head !== all[0] && OTHER_COLUMN.test(head.cells[index + 1] ?? '')),
    )
    const label = said.length > 0 ? bareCell(rank).replace(/^\(?\d{1,2}[.)]?$/, '') : rank
    return { text: [label, said.join('; ')].filter((part) => part !== '').join(': '), line }
  })
}

/** "Critical: attacks on …", "Alta (nivel 2) – …" */
const LABELLED = /^(.{2,40}?)\s?(?:\([^()]{1,40}\)\s?)?(?::|\s[–—-])\s(?=\S.{3})/u

/** Lines that begin with a severity and fall (or, listed upwards, rise) from line to line. */
function ranksOfLines(pieces: readonly Piece[]): readonly Item[] {
  const runs: { items: Item[]; degrees: number[] }[] = []
  let open = false
  for (const { text, line, cells } of pieces) {
    const label = cells ? null : (LABELLED.exec(text)?.[1] ?? null)
    const words = label === null ? '' : bareCell(label)
    const degree = DEGREES.findIndex((one) => one.test(words))
    const last = runs.at(-1)
    const item = last?.items.at(-1)
    if (label !== null && degree >= 0 && words.split(/\s+/).length <= 4) {
      if (open && last) {
        last.items.push({ text, line })
        last.degrees.push(degree)
      } else runs.push({ items: [{ text, line }], degrees: [degree] })
      open = true
    } else if (open && last && item && /^\p{Ll}/u.test(text) && item.text.length < 600) {
      last.items[last.items.length - 1] = { ...item, text: `${item.text} ${text}` }
    } else if (text !== '') open = false
  }
  const falling = runs.find(
    ({ degrees }) =>
      degrees.length >= FEWEST &&
      new Set(degrees).size >= 2 &&
      degrees.every((degree, index) => degree >= (degrees[index - 1] ?? 0)),
  )
  return falling?.items ?? []
}

const MAX_PIECES = 2000

export const severityTable = (pieces: readonly Piece[]): readonly Item[] =>
  tablesIn(pieces.slice(0, MAX_PIECES))
    .map(ranksOfTable)
    .find((items) => items.length > 1) ?? []

export const severityLines = (pieces: readonly Piece[]): readonly Item[] => ranksOfLines(pieces.slice(0, MAX_PIECES))
