/** Parses a JSON list within limits that are checked before the parser builds anything, and finds the entries in it. */
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { DIRECTORY_ENTRIES } from './directory-reading.ts'
import { fieldForm, type Loose } from './loose-record.ts'

const MAX_NESTING = 40
/** Values in the whole file: 100 a team would still be few. */
const MAX_VALUES = 6_000_000

const QUOTE = 0x22
const BACKSLASH = 0x5c
const opens = (code: number): boolean => code === 0x7b || code === 0x5b
const closes = (code: number): boolean => code === 0x7d || code === 0x5d

/** Nesting and number of values, by the brackets and commas outside strings: a 32 MB run of "[" would fill the memory. */
function tooComplex(text: string): boolean {
  let [depth, values, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quoted) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE) quoted = true
    else if (opens(code)) {
      if (++depth > MAX_NESTING || ++values > MAX_VALUES) return true
    } else if (closes(code)) depth--
    else if (code === 0x2c && ++values > MAX_VALUES) return true
  }
  return false
}

export interface JsonList {
  readonly entries: readonly unknown[]
  /** The object round the list, with the date of the edition. */
  readonly envelope: Loose | null
}

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
const LISTS = new Set(
  'data teams results items entries records cards irts objects object directory list response'.split(' '),
)
const MAX_ENVELOPES = 4

/** `[…]`, `{"data":[…]}`, `{"objects":{"object":[…]}}`, `{"id-1":{…},"id-2":{…}}`, or one entry alone. */
function listIn(value: unknown, depth = 0): JsonList {
  if (Array.isArray(value)) return { entries: value, envelope: null }
  if (!isLoose(value) || depth > MAX_ENVELOPES) return { entries: [value], envelope: null }
  if (value['schema'] === 'signet.card/1') return { entries: [value], envelope: null }
  const fields = Object.entries(value)
  const named = fields.find(([name, inner]) => LISTS.has(fieldForm(name)) && Array.isArray(inner))
  if (named && Array.isArray(named[1])) return { entries: named[1], envelope: value }
  const nested = fields.find(([name, inner]) => LISTS.has(fieldForm(name)) && isLoose(inner))
  if (nested) return { ...listIn(nested[1], depth + 1), envelope: value }
  if (fields.length > 1 && fields.every(([, inner]) => isLoose(inner)))
    return { entries: fields.map(([id, inner]) => (isLoose(inner) ? { id, ...inner } : inner)), envelope: null }
  return { entries: [value], envelope: null }
}

/** Refused with `directory-complex`, `directory-not-json` or `directory-too-many`; entries may be anything yet. */
export function readJsonList(name: string, text: string): Result<JsonList, Saying> {
  if (tooComplex(text)) return fail(saying('directory-complex', { name }))
  const parsed = parse(text)
  if (parsed === undefined) return fail(saying('directory-not-json', { name }))
  const found = listIn(parsed)
  if (found.entries.length > DIRECTORY_ENTRIES)
    return fail(saying('directory-too-many', { name, count: found.entries.length, limit: DIRECTORY_ENTRIES }))
  return ok(found)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
