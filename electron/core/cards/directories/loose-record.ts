/** Reads JSON of which only the rough shape is known: fields by any of their spellings, at any of their usual depths, of any type. */
import { z } from 'zod'
import { remembered } from './remembered.ts'
import { LOOKS, printed, valuesIn, type Fact, type LabelledFact } from './team-facts.ts'

/** An entry of a list is an object; what its fields hold is looked at one by one. */
export const record = z.record(z.string(), z.unknown())
export type Loose = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** "short-team-name", "short_team_name" and "shortTeamName" are one field. */
export const fieldForm = remembered((name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))

/** Objects that only group fields: their fields count as fields of the entry itself. */
const CONTAINERS = new Set(
  'attributes data details profile info information general team contact contacts contactinfo contactinformation contactdetails communication names identity publicinfo'.split(
    ' ',
  ),
)
const CONTACT = /contacts?(?:[ _-]?info\w{0,10}|[ _-]?details)?$/i
const MAX_DEPTH = 4
const MAX_FIELDS = 2000

export interface Field {
  /** As the list calls it, with the objects that it stands in: "constituency.asns". */
  readonly at: string
  readonly value: unknown
}

export type Fields = ReadonlyMap<string, Field>

/** RIPE's `{"attribute":[{"name":"e-mail","value":"…"}]}` as the object that it stands for. */
function attributeList(value: Loose): Loose | null {
  const list: unknown = value['attribute'] ?? value['attributes']
  if (!Array.isArray(list) || !list.every((item) => isRecord(item) && typeof item['name'] === 'string')) return null
  const pairs = list.filter(isRecord).map((item): [string, unknown] => [String(item['name']), item['value']])
  const groups = [...Map.groupBy(pairs, ([name]) => name)]
  return Object.fromEntries(groups.map(([name, same]) => [name, same.map(([, one]) => one)]))
}

/** Every field under its own name and, inside an object, under the object's name before it. The first of a name counts. */
export function fieldsOf(entry: Loose): Fields {
  const found = new Map<string, Field>()
  const add = (name: string, field: Field) => {
    if (found.size < MAX_FIELDS && !found.has(name)) found.set(name, field)
  }
  const walk = (value: Loose, path: string, prefix: string, depth: number) => {
    const own = attributeList(value) ?? value
    for (const [name, inner] of Object.entries(own)) {
      const form = fieldForm(name)
      const at = path === '' ? name : `${path}.${name}`
      // A person's name inside "contact" is not the team's.
      if (!(form === 'name' && path !== '' && CONTACT.test(path))) add(prefix + form, { at, value: inner })
      if (depth >= MAX_DEPTH || !isRecord(inner)) continue
      if (CONTAINERS.has(form)) walk(inner, at, prefix, depth + 1)
      walk(inner, at, prefix + form, depth + 1)
    }
  }
  walk(entry, '', '', 0)
  return found
}

const scalar = (value: unknown): string | null =>
  typeof value === 'string'
    ? printed(value) || null
    : typeof value === 'number' && Number.isFinite(value)
      ? String(value)
      : null

const INNER = ['code', 'value', 'name', 'text', 'title', 'short', 'description'] as const

/** The text of a field, also where it is a list with one entry or an object round the value. */
export function textOf(value: unknown, prefer: readonly string[] = INNER): string | null {
  const own = scalar(value)
  if (own !== null) return own
  if (Array.isArray(value)) return value.map((one) => textOf(one, prefer)).find((one) => one !== null) ?? null
  if (!isRecord(value)) return null
  return prefer.map((name) => scalar(value[name])).find((one) => one !== null) ?? null
}

/** The first spelling that has a value. */
export function field(fields: Fields, names: readonly string[]): Field | null {
  return names.map((name) => fields.get(name)).find((one) => one !== undefined && textlike(one.value)) ?? null
}

const textlike = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isRecord(value) ? Object.keys(value).length > 0 : scalar(value) !== null

export const MAX_TEXT = 5000

export function text(fields: Fields, names: readonly string[], prefer?: readonly string[]): string | null {
  return (
    names
      .map((name) => textOf(fields.get(name)?.value, prefer))
      .find((one) => one !== null)
      ?.slice(0, MAX_TEXT) ?? null
  )
}

export function fact(fields: Fields, names: readonly string[], prefer?: readonly string[]): Fact | null {
  for (const name of names) {
    const one = fields.get(name)
    const found = textOf(one?.value, prefer)
    if (one && found !== null) return { text: found.slice(0, MAX_TEXT), at: one.at }
  }
  return null
}

const LABELS = [
  'usage',
  'use',
  'type',
  'purpose',
  'label',
  'kind',
  'role',
  'description',
  'comment',
  'comments',
  'hours',
]

const labelIn = (value: Loose): string =>
  LABELS.map((name) => (Array.isArray(value[name]) ? value[name].map(String).join(' ') : scalar(value[name])))
    .filter((one) => one)
    .join(' ')
    .slice(0, 300)

const MAX_ITEMS = 2000
const MAX_ITEM = 500

/**
 * The values of a list field with what is said beside each: strings, lists, objects with a value and its use, objects
 * whose fields are the uses. `looks` tells the values that blanks may part.
 */
export function list(
  { at, value }: Field,
  inner: readonly string[],
  looks: RegExp = LOOKS.never,
  label = '',
  depth = 0,
): readonly LabelledFact[] {
  const own = scalar(value)
  if (own !== null) {
    const signs = looks === LOOKS.never ? /[;\n]+/ : /[;,\n]+/
    return valuesIn(own.slice(0, MAX_TEXT * 4), signs, looks).map((text) => ({
      text: text.slice(0, MAX_ITEM),
      at,
      label,
    }))
  }
  if (depth > MAX_DEPTH) return []
  const deeper = (one: unknown, name: string, said: string) =>
    list({ at: `${at}${name}`, value: one }, inner, looks, `${label} ${said}`.trim(), depth + 1)
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).flatMap((one, index) => deeper(one, `.${index + 1}`, ''))
  if (!isRecord(value)) return []
  const named = Object.entries(value).find(([name, one]) => inner.includes(fieldForm(name)) && textlike(one))
  if (named) return deeper(named[1], '', labelIn(value))
  return Object.entries(value).flatMap(([name, one]) => deeper(one, `.${name}`, name))
}
