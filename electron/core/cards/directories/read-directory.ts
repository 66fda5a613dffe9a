/** Reads a list of teams of any known kind, told apart by its content; a bad entry is refused with its number and stops nothing. */
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { csvSeparator, readCsv, type CsvMapping } from './csv-entries.ts'
import {
  DIRECTORY_BYTES,
  type DirectoryEntry,
  type DirectoryFile,
  type DirectoryKind,
  type DirectoryReading,
} from './directory-reading.ts'
import { readJsonList, type JsonList } from './json-list.ts'
import { record, textOf } from './loose-record.ts'
import { entryOf } from './reading-of-facts.ts'
import { recognise } from './recognise.ts'
import { isSignetCard, readSignetCard } from './signet-cards.ts'
import { teamFacts } from './team-entry.ts'
import { textOfBytes } from './text-of-bytes.ts'

function readEntry(kind: DirectoryKind, value: unknown): Result<DirectoryEntry, Saying> {
  if (kind === 'signet') return readSignetCard(value)
  const entry = record.safeParse(value)
  return entry.success ? entryOf(teamFacts(entry.data)) : fail(saying('entry-not-an-object'))
}

/** A second entry with the key of an earlier one gets a key of its own, by their order. */
function withOwnKeys(entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const count = (seen.get(entry.key) ?? 0) + 1
    seen.set(entry.key, count)
    return count === 1 ? entry : { ...entry, key: `${entry.key}#${count}` }
  })
}

function instant(text: string | null): string | null {
  const at = text === null || text.length > 60 || !/\d{4}/.test(text) ? Number.NaN : Date.parse(text)
  if (Number.isNaN(at) || text === null) return null
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : new Date(at).toISOString()
}

/** What the list says of its own edition, else its newest entry. */
function updatedAt({ envelope }: JsonList, entries: readonly DirectoryEntry[]): string | null {
  const names = [
    'last-modified',
    'last_modified',
    'lastModified',
    'updated',
    'generated',
    'date',
    'timestamp',
    'exported',
  ]
  const own = names.map((name) => instant(textOf(envelope?.[name]))).find((at) => at !== null)
  const newest = entries.flatMap(({ reading }) => reading.document.date ?? []).reduce((a, b) => (a > b ? a : b), '')
  return own ?? (newest === '' ? null : newest)
}

function readJson(name: string, text: string): Result<DirectoryReading, Saying> {
  const list = readJsonList(name, text)
  if (!list.ok) return list
  const { entries } = list.value
  const kind = entries.some(isSignetCard) ? 'signet' : recognise(name, entries)
  if (kind === null)
    return fail(saying(entries.length === 0 ? 'directory-empty' : 'directory-not-recognised', { name }))
  const read = entries.map((value, index) => ({ at: index + 1, result: readEntry(kind, value) }))
  const good = read.flatMap(({ result }) => (result.ok ? [result.value] : []))
  return ok({
    kind,
    updated: kind === 'signet' ? null : updatedAt(list.value, good),
    entries: withOwnKeys(good),
    refused: read.flatMap(({ at, result }) => (result.ok ? [] : [{ at, problem: result.problem }])),
  })
}

/** Other formats of contacts that have lines with separators of their own. */
const NOT_A_TABLE = /^\s*(?:BEGIN:VCARD|-----BEGIN|<[!?a-z]|%PDF)/i

/**
 * Pure work for a worker thread: no files, no network, bounded by 32 MB and 50,000 entries. `mapping` is for CSV: column
 * name to field. Refused as a whole with `directory-too-large`, `-complex`, `-not-json`, `-too-many`, `-empty` or
 * `-not-recognised`, or `mapping-field-unknown`.
 */
export function readDirectory({
  name,
  bytes,
  mapping = {},
}: DirectoryFile & { readonly mapping?: CsvMapping }): Result<DirectoryReading, Saying> {
  if (bytes.length > DIRECTORY_BYTES)
    return fail(
      saying('directory-too-large', {
        name,
        size: Math.ceil(bytes.length / 1_048_576),
        limit: DIRECTORY_BYTES / 1_048_576,
      }),
    )
  const text = textOfBytes(bytes)
  if (text === null || text.trim() === '')
    return fail(saying(text === null ? 'directory-not-recognised' : 'directory-empty', { name }))
  if (/^\s*[[{]/.test(text)) return readJson(name, text)
  const separator = NOT_A_TABLE.test(text) ? null : csvSeparator(text)
  if (separator === null) return fail(saying('directory-not-recognised', { name }))
  const read = readCsv(name, text, separator, mapping)
  return read.ok ? ok({ ...read.value, entries: withOwnKeys(read.value.entries) }) : read
}
