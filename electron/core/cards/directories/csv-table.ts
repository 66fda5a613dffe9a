/** Cuts the text of a CSV file into rows, whatever its separator; a row whose quotes never close costs itself, not the rows after it. */
import { parse } from 'csv-parse/sync'
import { DIRECTORY_ENTRIES } from './directory-reading.ts'

export interface CsvRow {
  readonly cells: readonly string[]
  /** 1-based: where the row begins in the file. */
  readonly line: number
  /** 1-based: the row as a spreadsheet counts it. */
  readonly row: number
}

export interface CsvTable {
  readonly rows: readonly CsvRow[]
  /** Lines that begin a row which never ends, or not soon enough. */
  readonly broken: readonly number[]
}

const SEPARATORS = [';', '\t', ',', '|'] as const
const SAMPLE_LINES = 30

const countOutsideQuotes = (line: string, separator: string): number =>
  line.replaceAll(/"[^"]{0,2000}"/g, '').split(separator).length - 1

/** The separator that cuts most of the first lines into the same number of cells; null where none does. */
export function separatorOf(text: string): string | null {
  const lines = text
    .slice(0, 60_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
  const scored = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => countOutsideQuotes(line, separator))
    const usual = counts[0] ?? 0
    return { separator, cells: usual, same: usual > 0 ? counts.filter((count) => count === usual).length : 0 }
  })
  const best = scored.toSorted((a, b) => b.same - a.same || b.cells - a.cells)[0]
  return best && best.same >= Math.max(2, lines.length / 2) ? best.separator : null
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** The library's types do not know what `info: true` gives. */
const isParsed = (value: unknown): value is Parsed =>
  typeof value === 'object' && value !== null && 'record' in value && Array.isArray(value.record) && 'info' in value

/** Characters: the cells of a row are few, and the values in them too. */
const MAX_ROW = 500_000

interface Cut {
  readonly records: readonly Parsed[]
  /** The library gave up at the row after these: it never ends, or is too long. */
  readonly gaveUp: boolean
}

function parsed(text: string, delimiter: string): Cut {
  let gaveUp = false
  const found: unknown = parse(text, {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_ROW,
    to: DIRECTORY_ENTRIES + 2,
    on_skip: () => void (gaveUp = true),
  })
  return { records: Array.isArray(found) ? found.filter(isParsed) : [], gaveUp }
}

const newlines = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)

/** A quote that is never closed swallows lines until the next one: no address has so many. */
const MAX_LINES_IN_ROW = 20
const MAX_BROKEN = 50

const offsetOfLine = (text: string, line: number): number => {
  let at = 0
  for (let count = 1; count < line && at >= 0; count++) at = text.indexOf('\n', at) + 1 || -1
  return at < 0 ? text.length : at
}

export function readTable(source: string, delimiter: string): CsvTable {
  let text = source.replaceAll(/\r\n?/g, '\n')
  let base = 0
  const rows: CsvRow[] = []
  const broken: number[] = []
  for (let tries = 0; tries <= MAX_BROKEN; tries++) {
    const { records, gaveUp } = parsed(text, delimiter)
    const long = records.findIndex(({ record }) => newlines(record) > MAX_LINES_IN_ROW)
    const good = long < 0 ? records : records.slice(0, long)
    for (const { record, info } of good)
      rows.push({ cells: record, line: base + info.lines - newlines(record), row: rows.length + broken.length + 1 })
    if (rows.length > DIRECTORY_ENTRIES + 1 || (long < 0 && !gaveUp)) break
    const bad = (good.at(-1)?.info.lines ?? 0) + 1
    broken.push(base + bad)
    text = text.slice(offsetOfLine(text, bad + 1))
    base += bad
  }
  return { rows, broken }
}
