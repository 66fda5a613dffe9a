/** Gives each cell of a table the words of its column, so that "0x2FA7A6F4" under "Key ID" reads like "Key ID: 0x2FA7A6F4". */
import type { Piece } from './pieces.ts'

/** Two cells are a label and its value; more stay a row. */
export function rowText(cells: readonly string[]): string {
  const [label = '', value = ''] = cells
  return cells.length === 2 && label.length <= 70 && label !== '' && value !== ''
    ? `${label.replace(/\s?:$/, '')}: ${value.replace(/^:\s*/, '')}`
    : cells.join(' | ')
}

const BAR = /\s\|\s/
const FEWEST_ROWS = 3

/** "Address | 1 Quay Street": bars in several lines in a row, without those at the ends, are a table too. */
export function withBars(pieces: readonly Piece[]): readonly Piece[] {
  const barred = ({ cells, level, text }: Piece): boolean => !cells && level === 0 && BAR.test(text)
  let run = 0
  const runs = pieces.map((piece) => (run = barred(piece) ? run + 1 : 0))
  let length = 0
  const lengths = runs.toReversed().map((count) => (length = count === 0 ? 0 : Math.max(length, count)))
  return pieces.map((piece, index) => {
    if ((lengths[pieces.length - 1 - index] ?? 0) < FEWEST_ROWS) return piece
    const cells = piece.text.split(BAR).map((cell) => cell.trim())
    return { ...piece, cells, text: rowText(cells) }
  })
}

const VALUE = /[@+]|\d{3}/

/** The first row names the columns where nothing in it is a value. */
const isHeader = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.length <= 40 && !VALUE.test(cell)) && cells.some((cell) => /\p{L}{2}/u.test(cell))

const labelled = (cells: readonly string[], header: readonly string[]): string =>
  cells
    .map((cell, index) => (header[index] && cell !== '' ? `${header[index].replace(/:$/, '')}: ${cell}` : cell))
    .filter((cell) => cell !== '')
    .join(' | ')

/** Rows of two cells are a label and its value already, unless the label is a rank. */
export function withColumnNames(pieces: readonly Piece[]): readonly Piece[] {
  let header: readonly string[] | null = null
  let gap = 0
  return pieces.map((piece) => {
    const { cells } = piece
    gap = cells ? 0 : gap + 1
    if (gap > 1 || (gap === 1 && piece.text !== '')) header = null
    if (!cells || cells.length < 3) return piece
    if (!header) {
      header = isHeader(cells) ? cells : []
      return piece
    }
    return { ...piece, text: labelled(cells, header) }
  })
}

const OF_KEYS =
  /^(?:(?:key[- ]?|pgp[- ]?)?id\w*|identifi\w{1,7}|(?:pgp )?(?:finger ?print|fingerabdruck|empreinte|huella|impressão)\b.{0,12}|expir\w{0,6}|valid\w{0,3}\b.{0,12}|gültig.{0,8}|caduc\w{1,5}|vence\w{0,7}|validade)$/iu

const readDown = (rows: readonly Piece[]): readonly Piece[] =>
  Array.from({ length: (rows[0]?.cells?.length ?? 1) - 1 }, (_, column) =>
    rows.map((row) => ({ ...row, cells: null, text: rowText([row.cells?.[0] ?? '', row.cells?.[column + 1] ?? '']) })),
  ).flat()

/** Rows of one width that follow each other; every other piece for itself. */
function runsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const width = piece.cells?.length ?? 0
    const open = runs.at(-1)
    if (open && width > 2 && open[0]?.cells?.length === width) open.push(piece)
    else runs.push([piece])
  }
  return runs
}

/** Keys side by side, one a column: each column is read down, as if it were a list of its own. */
export function withKeysInRows(pieces: readonly Piece[]): readonly Piece[] {
  const areKeys = (rows: readonly Piece[]): boolean =>
    rows.filter(({ cells }) => OF_KEYS.test(cells?.[0] ?? '')).length > 1
  return runsOf(pieces).flatMap((rows) => (areKeys(rows) ? readDown(rows) : rows))
}

const PAGE =
  /(?<!\p{L})(?:page|seite|página|pagina|pág\.) \d{1,3}(?: ?(?:of|\/|de|von|sur) ?\d{1,3})?\W{0,3}$|^\W{0,3}\d{1,3}\s?(?:\/|of|de|von|sur)\s?\d{1,3}\W{0,3}$|^[[(–-]\s?\d{1,3}\s?[\])–-]$/iu
/** A running title with the number of the page in a column of its own; null for any other line. */
const numberedHeader = ({ cells, text }: Piece): string | null =>
  cells && cells.length > 1 && /^\d{1,3}$/.test(cells.at(-1) ?? '') && text.length <= 120
    ? cells.slice(0, -1).join(' ')
    : null
const BARE = /^\d{1,3}$/
const NEAR_EDGE = 3

/** Line by line: the number of a page, a running title with one in a column, a bare figure beside a line that other such figures have too. */
function edgesOf(pieces: readonly Piece[]): readonly number[] {
  const titles = new Map<string, number>()
  const besideFigures = new Map<string, number>()
  const around = (index: number): readonly string[] =>
    pieces
      .slice(Math.max(0, index - 2), index + 3)
      .flatMap(({ text }) => (text === '' || BARE.test(text) ? [] : [text]))
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const [index, piece] of pieces.entries()) {
    const title = numberedHeader(piece)
    if (title !== null) count(titles, title)
    if (BARE.test(piece.text)) for (const text of new Set(around(index))) count(besideFigures, text)
  }
  return pieces.flatMap((piece, index) => {
    const title = numberedHeader(piece)
    const isTitle = title !== null && (titles.get(title) ?? 0) > 1
    const isFigure = BARE.test(piece.text) && around(index).some((text) => (besideFigures.get(text) ?? 0) > 1)
    return isTitle || isFigure || (piece.text.length <= 120 && PAGE.test(piece.text)) ? [index] : []
  })
}

/** Numbers of pages, and the lines beside them that stand on several pages, are no words of the document. */
export function withoutFurniture(pieces: readonly Piece[]): readonly Piece[] {
  const edges = edgesOf(pieces)
  if (edges.length === 0) return pieces
  const beside = new Map<string, number>()
  const near = edges.slice(0, 2000).map((edge) => pieces.slice(Math.max(0, edge - NEAR_EDGE), edge + NEAR_EDGE + 1))
  for (const page of near)
    for (const text of new Set(page.map((piece) => piece.text))) beside.set(text, (beside.get(text) ?? 0) + 1)
  const pages = new Set(edges)
  const repeated = (text: string): boolean => text !== '' && (beside.get(text) ?? 0) > 1
  const nearEdge = new Set(near.flat())
  return pieces.map((piece, index) =>
    pages.has(index) || (nearEdge.has(piece) && repeated(piece.text))
      ? { ...piece, text: '', cells: null, level: 0, bullet: false }
      : piece,
  )
}
