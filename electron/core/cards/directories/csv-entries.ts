/** Reads a CSV list of teams: each row a card, each bad cell named by its column and place, by a mapping that is proposed or given. */
import type { Purpose } from '../../../../shared/domain/card/card-reading.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { isCsvField, type CsvField } from '../../../../shared/domain/card/csv-fields.ts'
import { readTable, separatorOf, type CsvRow } from './csv-table.ts'
import { DIRECTORY_ENTRIES, type DirectoryColumn, type DirectoryReading } from './directory-reading.ts'
import { fieldOfCells, fieldOfHeader, guessMapping } from './guess-mapping.ts'
import { entryOf } from './reading-of-facts.ts'
import { LOOKS, printed, valuesIn, type EmailFact, type Fact, type PhoneFact, type TeamFacts } from './team-facts.ts'

/** Column name to field, or null for a column to leave out; columns that are not named keep what is proposed. */
export type CsvMapping = Readonly<Record<string, string | null>>

const MAX_COLUMNS = 200
const SAMPLE_ROWS = 50
const EXAMPLES = 3
const MAX_CELL = 5000

/** A, B, … Z, AA: as a spreadsheet names its columns. */
function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest >= 0 ? letters(rest) : '') + String.fromCodePoint(65 + (index % 26))
}

/** A first row that holds addresses or networks is no header. */
const isHeader = (cells: readonly string[]): boolean => {
  const looks = cells.map((cell) => fieldOfCells([cell])?.field ?? null)
  return (
    !looks.some(
      (field) =>
        field === 'email' || field === 'cidr' || field === 'phone' || field === 'fingerprint' || field === 'url',
    ) &&
    (cells.some((cell) => fieldOfHeader(cell) !== null) ||
      looks.every((field) => field === null || field === 'country'))
  )
}

/** Two columns of one name are told apart by the second's letter. */
function columnNames(header: readonly string[] | null, width: number): readonly string[] {
  const seen = new Set<string>()
  return Array.from({ length: Math.min(width, MAX_COLUMNS) }, (_, index) => {
    const own = printed(header?.[index] ?? '').slice(0, 100) || letters(index)
    const name = seen.has(own) ? `${own} (${letters(index)})` : own
    seen.add(name)
    return name
  })
}

function columnsOf(
  names: readonly string[],
  rows: readonly CsvRow[],
  mapping: CsvMapping,
): Result<readonly DirectoryColumn[], Saying> {
  const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells)
  const proposed = guessMapping(names, sample)
  const wrong = Object.values(mapping).find((field) => field !== null && !isCsvField(field))
  if (wrong) return fail(saying('mapping-field-unknown', { field: wrong.slice(0, 60) }))
  return ok(
    names.map((name, index): DirectoryColumn => {
      const own = Object.hasOwn(mapping, name) ? mapping[name] : undefined
      const guess = proposed[index]
      const chosen = own === undefined ? (guess?.field ?? null) : own !== null && isCsvField(own) ? own : null
      const examples = sample.map((cells) => (cells[index] ?? '').slice(0, 100)).filter((cell) => printed(cell) !== '')
      const because = own === undefined && guess ? guess.because : saying('column-by-hand', { column: name })
      return { name, field: chosen, because, examples: [...new Set(examples)].slice(0, EXAMPLES) }
    }),
  )
}

type Cells = ReadonlyMap<CsvField, readonly Fact[]>

/** The cells of a row by what they mean, each with its column and its place as a spreadsheet names it. */
function cellsOf(row: CsvRow, columns: readonly DirectoryColumn[]): Cells {
  const found = new Map<CsvField, Fact[]>()
  for (const [index, { name, field }] of columns.entries()) {
    const text = field === null ? '' : printed((row.cells[index] ?? '').slice(0, MAX_CELL))
    if (field === null || text === '') continue
    const fact = { text, at: `${name} (${letters(index)}${row.row})` }
    found.set(field, [...(found.get(field) ?? []), fact])
  }
  return found
}

const MAX_VALUES = 500

const SIGNS = /[;,|\n]+/

const split = (facts: readonly Fact[] | undefined, looks: RegExp = LOOKS.never): readonly Fact[] =>
  (facts ?? [])
    .flatMap(({ text, at }) => valuesIn(text, SIGNS, looks).map((part) => ({ text: part, at })))
    .slice(0, MAX_VALUES)

const MAIL: readonly (readonly [CsvField, Purpose | null])[] = [
  ['email-incidents', 'incidents'],
  ['email', null],
  ['email-general', 'general'],
  ['email-vulnerabilities', 'vulnerabilities'],
  ['email-press', 'press'],
]
const PHONE: readonly (readonly [CsvField, PhoneFact['purpose']])[] = [
  ['phone', 'main'],
  ['phone-emergency', 'emergency'],
  ['phone-after-hours', 'after-hours'],
  ['phone-backup', 'backup'],
  ['fax', 'fax'],
]

/** The header is part of what is said about an address: "do not use for incidents" may stand there. */
const emails = (cells: Cells): readonly EmailFact[] =>
  MAIL.flatMap(([field, purpose]) =>
    split(cells.get(field), LOOKS.mail).map((fact) => ({ ...fact, label: fact.at, purpose })),
  )

const phones = (cells: Cells): readonly PhoneFact[] =>
  PHONE.flatMap(([field, purpose]) =>
    split(cells.get(field), LOOKS.phone).map((fact) => ({ ...fact, label: '', purpose })),
  )

const keys = (cells: Cells): TeamFacts['keys'] =>
  split(cells.get('fingerprint'), LOOKS.fingerprint).map((fact) => ({
    ...fact,
    keyId: null,
    expires: null,
    block: null,
  }))

function factsOf(cells: Cells): TeamFacts {
  const first = (field: CsvField): Fact | null => cells.get(field)?.[0] ?? null
  const words = (field: CsvField): string | null => first(field)?.text ?? null
  return {
    id: words('id'),
    short: words('short')?.slice(0, 200) ?? null,
    full: words('full')?.slice(0, 300) ?? null,
    host: words('host')?.slice(0, 300) ?? null,
    country: first('country'),
    address: words('address'),
    emails: emails(cells),
    phones: phones(cells),
    keys: keys(cells),
    zone: first('zone'),
    hours: first('hours'),
    cidrs: split(cells.get('cidr'), LOOKS.network),
    asns: split(cells.get('asn'), LOOKS.asn),
    domains: split(cells.get('domain'), LOOKS.domain),
    constituency:
      cells
        .get('constituency')
        ?.map(({ text }) => text)
        .join('; ')
        .slice(0, 3000) ?? null,
    languages: split(cells.get('language'), LOOKS.language),
    urls: split(cells.get('url'), LOOKS.url),
    modified: first('updated'),
    membership: null,
  }
}

/** Is this text a table at all: a separator that cuts most of its first lines alike, or one column whose header is known? */
export function csvSeparator(text: string): string | null {
  const separator = separatorOf(text)
  if (separator) return separator
  const [first = '', second = ''] = text.slice(0, 2000).split(/\r\n|\n|\r/)
  return fieldOfHeader(first) !== null && second.trim() !== '' && first.length < 60 ? ';' : null
}

/** Refused with `directory-too-many`, `directory-empty`, `directory-not-recognised` or `mapping-field-unknown`; rows that say nothing are refused one by one. */
export function readCsv(
  name: string,
  text: string,
  separator: string,
  mapping: CsvMapping,
): Result<DirectoryReading, Saying> {
  const { rows, broken } = readTable(text, separator)
  const header = rows[0] && isHeader(rows[0].cells) ? rows[0] : null
  const body = (header ? rows.slice(1) : rows).filter(({ cells }) => cells.some((cell) => printed(cell) !== ''))
  if (body.length === 0) return fail(saying('directory-empty', { name }))
  if (body.length > DIRECTORY_ENTRIES)
    return fail(saying('directory-too-many', { name, count: text.split('\n').length, limit: DIRECTORY_ENTRIES }))
  const width = header?.cells.length ?? Math.max(...body.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.length))
  const columns = columnsOf(columnNames(header?.cells ?? null, width), body, mapping)
  if (!columns.ok) return columns
  // Prose with commas is cut into columns too, which then mean nothing.
  if (!/\.(?:csv|tsv)$/i.test(name) && columns.value.every(({ field }) => field === null))
    return fail(saying('directory-not-recognised', { name }))
  const read = body.map((row) => ({ row, entry: entryOf(factsOf(cellsOf(row, columns.value))) }))
  const refused = [
    ...read.flatMap(({ row, entry }) => (entry.ok ? [] : [{ at: row.line, problem: entry.problem }])),
    ...broken.map((at) => ({ at, problem: saying('row-not-closed') })),
  ]
  return ok({
    kind: 'csv',
    updated: null,
    entries: read.flatMap(({ entry }) => (entry.ok ? [entry.value] : [])),
    refused: refused.toSorted((a, b) => a.at - b.at),
    columns: columns.value,
  })
}
