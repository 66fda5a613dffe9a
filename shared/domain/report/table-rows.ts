/** Cuts text into the rows and cells of tables: commas, semicolons, tabs, bars, or columns that stand apart by blanks. */

/** `blanks`: two or more between cells; `words`: no cell holds any. */
export type Cut = ',' | ';' | '\t' | '|' | 'blanks' | 'words'

const longestRow = 20_000
const mostColumns = 200

export function cutOf(line: string): Cut {
  const counted = ([',', ';', '\t', '|'] as const).map((cut) => ({ cut, count: line.split(cut).length - 1 }))
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most))
  return best.count > 0 ? best.cut : 'blanks'
}

/** Lines; a quoted cell may hold line ends (RFC 4180), up to a limit, so that one open quote does not eat the table. */
export function rowsOf(text: string, most: number): readonly string[] {
  const rows: string[] = []
  let open: string | null = null
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const whole: string = open === null ? line : `${open}\n${line}`
    const unclosed = (whole.length <= longestRow ? whole.split('"').length : 1) % 2 === 0
    // A line of a letter with one quote mark in it opens nothing.
    const opens: boolean = unclosed && /[,;\t|]\s?"|^"/.test(whole)
    open = opens ? whole : null
    if (open === null) rows.push(whole.slice(0, longestRow))
    if (rows.length > most) break
  }
  return rows
}

/** "Time (UTC)" is one word of a head. */
export const wordsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replaceAll(/\s{1,3}(?=\([^)\s]{1,20}\))/g, '')
    .split(/\s+/, mostColumns)

export function splitRow(row: string, cut: Cut): readonly string[] {
  if (cut === 'words') return wordsOf(row)
  if (cut === 'blanks') return row.trim().split(/\s{2,}|\t/, mostColumns)
  const cells = splitQuoted(row, cut)
  const edge = cut === '|' && cells[0] === ''
  const inner = edge ? cells.slice(1) : cells
  return edge && inner.at(-1) === '' ? inner.slice(0, -1) : inner
}

function splitQuoted(row: string, cut: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < row.length && cells.length < mostColumns; at++) {
    const char = row[at] ?? ''
    if (char === '"' && quoted && row[at + 1] === '"') cell += row[++at] ?? ''
    else if (char === '"' && (quoted || cell.trim() === '')) quoted = !quoted
    else if (char === cut && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  return [...cells, cell.trim()]
}

const naming =
  /\b(?:format|fields?|columns?|order|spalten|felder|campos|columnas|champs|colonnes)\b[^:;\n]{0,30}[:=]\s{0,3}([^:;()\n]{10,800})/i

/** The names of columns that a sentence gives: "format: srcaddr dstaddr srcport", "Columns: ip, port, time". */
export function namedColumns(line: string): readonly string[] {
  const list = naming.exec(line)?.[1]?.trim().replace(/[.]$/, '') ?? ''
  return list
    .split(/\s{0,3}[,|]\s{0,3}/.test(list) ? /\s{0,3}[,|]\s{0,3}/ : /\s+/, mostColumns)
    .filter((name) => name !== '')
}
