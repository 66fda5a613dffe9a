/** Proposes what each column of a CSV file means, by its header in five languages or by what its cells look like, with the reason. */
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { mailAddress } from './contact-values.ts'
import { type CsvField } from '../../../../shared/domain/card/csv-fields.ts'
import { headerForm, headers, headerWords } from './csv-fields.ts'
import { asnsOf, cidrsOf, domainsOf } from './network-values.ts'
import { zoneOf } from './place-values.ts'
import { printed } from './team-facts.ts'

export interface ProposedColumn {
  readonly field: CsvField | null
  readonly because: Saying
}

const known = new Map<string, CsvField>()
for (const [field, words] of Object.entries(headers) as [CsvField, string][])
  for (const word of words.split('|')) if (word !== '' && !known.has(word)) known.set(word, field)

const MAIL_PURPOSES: readonly (readonly [CsvField, RegExp])[] = [
  ['email-press', /press|prensa|presse|imprensa|media/],
  ['email-vulnerabilities', /vuln|schwachstelle/],
  ['email-incidents', /incident|abuse|report|vorfall|\birt\b|soc\b/],
  ['email-general', /general|info|allgemein|geral|generale/],
]
const PHONE_PURPOSES: readonly (readonly [CsvField, RegExp])[] = [
  ['phone-after-hours', /after hours|outside|fuera de horario|hors heures|ausserhalb|nacht/],
  ['phone-emergency', /emergenc|urgen|hotline|24|notruf|notfall|guardia/],
  ['phone-backup', /backup|alternat|secondary|second|reserva|ersatz/],
]

function withPurpose(field: CsvField, form: string): CsvField {
  const purposes = field === 'email' ? MAIL_PURPOSES : field === 'phone' ? PHONE_PURPOSES : []
  return purposes.find(([, words]) => words.test(form))?.[0] ?? field
}

export function fieldOfHeader(header: string): CsvField | null {
  const form = headerForm(header)
  const whole = known.get(form)
  if (whole) return whole
  const inside = headerWords.find(([, words]) => words.test(form))?.[0]
  return inside ? withPurpose(inside, form) : null
}

const each = (read: (text: string) => boolean) => (cells: readonly string[]) =>
  cells.filter((cell) => cell.split(/[;,\s]+/).some((part) => part !== '' && read(part))).length

const one = (text: string) => [{ text, at: '' }]

/** What a cell looks like, the narrowest kind first: an address range is no domain, a domain is no name. */
const LOOKS: readonly (readonly [CsvField, (cells: readonly string[]) => number])[] = [
  ['email', each((part) => mailAddress(part) !== null)],
  ['url', each((part) => /^https?:\/\/\S{3}/i.test(part))],
  [
    'fingerprint',
    (cells) =>
      cells.filter((cell) => /^(?:0x)?[0-9A-F]{40}$|^(?:0x)?[0-9A-F]{64}$/i.test(cell.replaceAll(/[\s:]/g, ''))).length,
  ],
  ['cidr', each((part) => cidrsOf(one(part)).values.length > 0)],
  ['asn', each((part) => /^AS\d/i.test(part) && asnsOf(one(part)).values.length > 0)],
  ['zone', each((part) => zoneOf({ text: part, at: '' }, null).zone.iana !== null)],
  [
    'phone',
    (cells) =>
      cells.filter((cell) => /^(?:tel:)?\+?[\d\s()./-]{7,40}$/i.test(cell) && cell.replaceAll(/\D/g, '').length >= 7)
        .length,
  ],
  ['domain', each((part) => part.includes('.') && domainsOf(one(part)).values.length > 0)],
  ['country', (cells) => cells.filter((cell) => /^[A-Z]{2}$/.test(cell)).length],
]

const SHARE = 0.6

export function fieldOfCells(cells: readonly string[]): { readonly field: CsvField; readonly count: number } | null {
  const full = cells.map(printed).filter((cell) => cell !== '')
  if (full.length === 0) return null
  const found = LOOKS.map(([field, count]) => ({ field, count: count(full) })).find(
    ({ count }) => count >= full.length * SHARE,
  )
  return found ?? null
}

/** Names stand once: the first column of that meaning has it, a second "name" is the full one. */
const ONCE: readonly CsvField[] = ['id', 'short', 'full', 'host', 'country', 'address', 'zone', 'hours', 'updated']

/**
 * `columns`: the header, or names given to the columns of a file without one. Every column is answered, with null for one
 * that says nothing the card has a place for.
 */
export function guessMapping(
  columns: readonly string[],
  firstRows: readonly (readonly string[])[],
): readonly ProposedColumn[] {
  const taken = new Set<CsvField>()
  return columns.map((column, index): ProposedColumn => {
    const cells = firstRows.map((row) => row[index] ?? '')
    const byName = fieldOfHeader(column)
    const looks = byName === null ? fieldOfCells(cells) : null
    const wanted = byName ?? looks?.field ?? null
    const field = wanted === 'short' && taken.has('short') && !taken.has('full') ? 'full' : wanted
    if (field === null) return { field: null, because: saying('column-unknown', { column }) }
    if (ONCE.includes(field) && taken.has(field)) return { field: null, because: saying('column-twice', { column }) }
    taken.add(field)
    return looks
      ? { field, because: saying('column-by-cells', { count: looks.count, column }) }
      : { field, because: saying('column-by-name', { column }) }
  })
}
