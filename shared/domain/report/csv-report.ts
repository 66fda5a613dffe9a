/** Reads tables: Shadowserver's and the many that look like them, in files and in letters. One row is one event. */
import { saying, type Saying } from '../../words/say.ts'
import { eventLimit, isEmpty } from './event.ts'
import { plainName, roleOf } from './field-names.ts'
import { eventOf, type Fields, type Reader } from './fields.ts'
import type { ReportEvent } from './report-reading.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Stated, type Structured } from './structured.ts'
import { cutOf, namedColumns, rowsOf, splitRow, wordsOf, type Cut } from './table-rows.ts'
import type { ReadTime } from './times.ts'

const textLimit = 5_000_000
/** A text holds its table near its beginning, and a digest some more. */
const mostTables = 50
const mostLetter = 2_000

/** Every table of the message. `null` where there is none that names addresses, domains or links in its head. */
export function readCsv(source: ReportSource, stated: Stated): Structured | null {
  const parts = textsOf(source)
  const seen = new Set<string>()
  const tables = parts.flatMap(({ text }) => {
    if (text === null || seen.has(text)) return []
    seen.add(text)
    return tablesIn(text.slice(0, textLimit), stated)
  })
  if (tables.length === 0) return null
  const events = tables.flatMap((table) => table.events).slice(0, eventLimit)
  const cut: readonly Saying[] = tables.some((table) => table.cut)
    ? [saying('report.events-cut', { limit: eventLimit })]
    : []
  const byConvention = tables.some(({ convention }) => convention)
  const times = tables.filter(({ convention }) => !convention).flatMap((table) => table.times)
  return {
    kind: 'csv-report',
    events,
    ticket: null,
    reporter: null,
    says: tables
      .map((table) => table.says)
      .join(' ')
      .slice(0, 2_000),
    findings: [...(byConvention ? [saying('report.time-utc-convention')] : []), ...timeFindings(times), ...cut],
  }
}

interface Table {
  readonly events: readonly ReportEvent[]
  readonly times: readonly (ReadTime | null)[]
  /** Its times carry no zone and are UTC, because this family of tables always is. */
  readonly convention: boolean
  readonly cut: boolean
  readonly says: string
}

function tablesIn(text: string, stated: Stated): readonly Table[] {
  const lines = rowsOf(text, eventLimit + mostLetter)
  const tables: Table[] = []
  let from = 0
  while (tables.length < mostTables) {
    const window = lines.slice(from, from + mostLetter)
    const at = window.findIndex(
      (line, nth) => line.length < 8_000 && headCut(bare(line), window[nth + 1] ?? '') !== null,
    )
    const head = window[at]
    const told = toldTable(window, at < 0 ? window.length : head === bare(head ?? '') ? at + 1 : at, stated)
    if (told !== null) {
      tables.push(told.table)
      from += told.end
      continue
    }
    const cut = head === undefined ? null : headCut(bare(head), window[at + 1] ?? '')
    if (head === undefined || cut === null) break
    const end = endOf(lines, from + at + 1, cut)
    const table = readTable(splitRow(bare(head), cut), lines.slice(from + at + 1, end), cut, stated)
    if (table.events.length > 0) tables.push(table)
    from = Math.max(end, from + at + 1)
  }
  return tables
}

/** "Flow log (format: srcaddr dstaddr …):" names the columns of the rows that come some lines below it. */
function toldTable(
  lines: readonly string[],
  most: number,
  stated: Stated,
): { readonly table: Table; readonly end: number } | null {
  for (const [at, line] of lines.slice(0, most).entries()) {
    const columns = line.length > 4_000 ? [] : namedColumns(line)
    if (columns.length < 4 || !isHead(columns)) continue
    const below = lines.slice(at + 1)
    const cut = (['words', ',', ';', '|', '\t', 'blanks'] as const).find((one) =>
      below.slice(0, 8).some((row) => splitRow(row, one).length === columns.length),
    )
    if (cut === undefined) continue
    const start = below.findIndex((row) => splitRow(row, cut).length === columns.length)
    const count = below.slice(start).findIndex((row) => splitRow(row, cut).length !== columns.length)
    const rows = below.slice(start, count < 0 ? undefined : start + count)
    const table = readTable(columns, rows, cut, stated)
    if (table.events.length > 0) return { table, end: at + 1 + start + rows.length }
  }
  return null
}

/** How the head and the row below it are cut; columns that are one blank apart must count the same in both. */
function headCut(head: string, below: string): Cut | null {
  const cut = cutOf(head)
  if (isHead(splitRow(head, cut))) {
    const fits = cut !== 'blanks' || splitRow(below, cut).length === splitRow(head, cut).length
    if (fits) return cut
  }
  const words = wordsOf(head)
  return cut === 'blanks' && words.length >= 3 && words.length === wordsOf(below).length && isHead(words)
    ? 'words'
    : null
}

/** "# ip,port", "// ip | port": a head that is marked as a comment. */
const bare = (line: string): string =>
  line
    .replace(/^\s{0,8}(?:#|\/\/|;|>)+\s{0,3}/, '')
    .replace(/^(?:fields?|columns?|format|header|spalten|felder|campos|champs)(?:\s{0,3}[:=]\s{0,3}|\t)/i, '')

const rule = /^[\s|+=_#*-]{0,500}$/

/** A table ends where two lines in a row have not its form, rules and empty lines between its rows aside. */
function endOf(lines: readonly string[], start: number, cut: Cut): number {
  let odd = 0
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (rule.test(line)) odd += line.trim() === '' && cut !== ',' ? 0.5 : 0
    else if (splitRow(line, cut).length > 1) odd = 0
    else odd += 1
    if (odd >= 2) return at
  }
  return lines.length
}

function readTable(columns: readonly string[], lines: readonly string[], cut: Cut, stated: Stated): Table {
  const reader = readerFor(columns, stated)
  const rows = lines
    .filter((line) => !rule.test(line) && !/^\s{0,3}[#;]/.test(line))
    .map((line) => splitRow(line, cut))
    .filter((row) => row.length > 1 && row.length >= columns.length / 2)
  const read = rows.slice(0, eventLimit).map((row) => eventOf(toFields(columns, row), reader))
  const kept = read.filter(({ event }) => !isEmpty(event))
  return {
    events: kept.map(({ event }) => event),
    times: kept.map(({ time }) => time),
    convention: kept.some(({ event, time }) => event.at !== null && time?.trouble === 'no-zone'),
    cut: rows.length > eventLimit,
    says: rows
      .slice(0, 3)
      .map((row) => sayingCells(columns, row))
      .join(' '),
  }
}

/** Shadowserver's tables, and those made after them, say "timestamp" and carry the network beside the address; they are in UTC. */
function readerFor(columns: readonly string[], { zone, hints, day, attacks }: Stated): Reader {
  const has = new Set(columns.map(plainName))
  const roles = new Set(columns.map((column) => roleOf(sided(column))))
  const address = ['ip', 'src_ip', 'source_ip', 'cc_ip'].some((name) => has.has(name))
  const network = ['asn', 'geo', 'tag', 'src_asn', 'source_asn'].some((name) => has.has(name))
  const placed = ['asn', 'geo', 'country', 'cc', 'region'].filter((name) => has.has(name)).length > 1
  const timed = ['first_seen', 'last_seen', 'detected'].some((name) => has.has(name))
  return {
    zone,
    hints,
    day,
    convention: address && ((has.has('timestamp') && network) || (timed && placed)),
    // A table with both ends says of which the port is, or means the one that was attacked; so does one about attacks.
    portIs: attacks || (roles.has('destination') && !roles.has('destination-port')) ? 'destination' : 'source',
  }
}

/** Above a column "from" and "to" name the ends; above a cell of words they are any. */
const sided = (column: string): string =>
  /^\s{0,3}(?:from|von|desde|origen|depuis|attacker)\s{0,3}$/i.test(column)
    ? 'source'
    : /^\s{0,3}(?:to|nach|hacia|destino|vers)\s{0,3}$/i.test(column)
      ? 'destination ip'
      : column

function isHead(columns: readonly string[]): boolean {
  if (columns.length < 2 || columns.some((column) => column.length > 60 || /:\/\/|\d[.:]\d/.test(column))) return false
  const roles = columns.map((column) => roleOf(sided(column)))
  const known = roles.filter((role) => role !== undefined).length
  return (
    roles.some((role) => role === 'source' || role === 'value' || role === 'destination' || role === 'hash') &&
    known >= 2 &&
    known * 8 >= columns.length &&
    // A sentence with commas in it names things, too.
    columns.every((column) => column.split(/\s+/).length <= 5)
  )
}

const toFields = (columns: readonly string[], row: readonly string[]): Fields =>
  columns.flatMap((column, at) => {
    const cell = (row[at] ?? '').trim()
    return [[sided(column), cell] as const, ...fieldsWithin(cell)]
  })

/** "family: X; dest_addr: 192.0.2.1; dest_port: 80": what had no column of its own. */
const fieldsWithin = (cell: string): Fields =>
  /[A-Za-z]\w{1,30}\s?[:=]\s?[^;,]{1,200}[;,]/.test(cell) && !cell.includes('://')
    ? [...cell.slice(0, 2_000).matchAll(/([A-Za-z][\w -]{1,30})\s?[:=]\s?([^;,]{1,200})/g)].map(
        ([, name = '', value = '']) => [name, value.trim()] as const,
      )
    : []

const telling = new Set([
  'tag',
  'type',
  'infection',
  'infection_type',
  'report_type',
  'malware',
  'family',
  'category',
  'application',
  'threat',
  'virusname',
  'taxonomy',
  'classification',
  'classification_type',
  'event_type',
  'attack_type',
  'description',
  'reason',
  'comment',
])

/** The names of the columns are those of every table of that desk, and tell nothing of this one. */
const sayingCells = (columns: readonly string[], row: readonly string[]): string =>
  columns
    .map((column, at) => (telling.has(plainName(column)) || roleOf(column) === 'category' ? (row[at] ?? '') : ''))
    .join(' ')
