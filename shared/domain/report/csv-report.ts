/** Reads tables: Shadowserver's and the many that look like them. One row is one event. */
import { saying, type Saying } from '../../words/say.ts'
import { eventLimit, isEmpty } from './event.ts'
import { eventOf, plainName, roleOf, type Fields, type Reader } from './fields.ts'
import type { ReportEvent } from './report-reading.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Structured } from './structured.ts'
import type { ReadTime } from './times.ts'

const textLimit = 5_000_000
const longestRow = 20_000
const mostColumns = 200

/** Every table of the message. `null` where there is none that names addresses, domains or links in its head. */
export function readCsv(source: ReportSource): Structured | null {
  const tables = textsOf(source).flatMap(({ text }) =>
    text === null ? [] : (readTable(text.slice(0, textLimit)) ?? []),
  )
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

function readTable(text: string): Table | null {
  const lines = rowsOf(text)
  const at = lines.slice(0, 200).findIndex((line) => isHead(splitRow(line, delimiterOf(line))))
  const head = lines[at]
  if (head === undefined) return null
  const cut = delimiterOf(head)
  const columns = splitRow(head, cut)
  const reader = readerFor(columns)
  const rows = lines
    .slice(at + 1)
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
function readerFor(columns: readonly string[]): Reader {
  const has = new Set(columns.map(plainName))
  const family = has.has('timestamp') && has.has('ip') && (has.has('asn') || has.has('geo') || has.has('tag'))
  return { zone: family ? 'utc-by-convention' : null, portIs: 'source' }
}

const isHead = (columns: readonly string[]): boolean =>
  columns.length >= 2 &&
  columns.every((column) => column.length <= 60) &&
  columns.some((column) => ['source', 'value', 'destination'].includes(roleOf(column) ?? '')) &&
  columns.filter((column) => roleOf(column) !== undefined).length >= 2

const toFields = (columns: readonly string[], row: readonly string[]): Fields =>
  columns.map((column, at) => [column, (row[at] ?? '').trim()] as const)

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
])

const sayingCells = (columns: readonly string[], row: readonly string[]): string =>
  columns
    .map((column, at) =>
      telling.has(plainName(column)) && row[at] !== '' ? `${plainName(column)} ${row[at] ?? ''}` : '',
    )
    .join(' ')

function delimiterOf(line: string): string {
  const counted = [',', ';', '\t', '|'].map((cut) => ({ cut, count: line.split(cut).length }))
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).cut
}

/** Lines; a quoted cell may hold line ends (RFC 4180), up to a limit, so that one open quote does not eat the table. */
function rowsOf(text: string): readonly string[] {
  const rows: string[] = []
  let open: string | null = null
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const whole: string = open === null ? line : `${open}\n${line}`
    const unclosed = (whole.length <= longestRow ? whole.split('"').length : 1) % 2 === 0
    open = unclosed ? whole : null
    if (open === null && whole.trim() !== '' && !/^[#;]/.test(whole)) rows.push(whole.slice(0, longestRow))
    if (rows.length > eventLimit + 60) break
  }
  return rows
}

function splitRow(row: string, cut: string): readonly string[] {
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
  const edge = cut === '|' && cells[0] === ''
  return edge ? [...cells.slice(1), ...(cell.trim() === '' ? [] : [cell.trim()])] : [...cells, cell.trim()]
}
