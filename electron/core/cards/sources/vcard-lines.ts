/** Cuts a file into vCards and their lines into properties, by ical.js line by line: one bad line costs no other, and each value keeps its line. */
import ICAL from 'ical.js'

export interface Property {
  /** Lower case. */
  readonly name: string
  /** Lower-case words of its TYPE parameters. */
  readonly types: readonly string[]
  readonly group: string | null
  /** 1 is best (RFC 6350, 5.3); 101 where nothing is said. */
  readonly pref: number
  /** The values; parts of structured ones in order. */
  readonly values: readonly string[]
  /** 1-based line of the file. */
  readonly line: number
}

export interface VCard {
  readonly from: number
  readonly to: number
  readonly complete: boolean
  readonly version: string
  readonly properties: readonly Property[]
  /** Lines that are no property, the first by its number. */
  readonly unreadable: { readonly count: number; readonly first: number }
}

interface LogicalLine {
  readonly text: string
  readonly line: number
}

const MAX_LINE = 200_000

/** RFC 6350, 3.2: a line that begins with a blank goes on the one before. */
function unfold(text: string): readonly LogicalLine[] {
  const lines: { parts: string[]; line: number; length: number }[] = []
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    const last = lines.at(-1)
    if (/^[ \t]/.test(raw) && last) {
      last.length += raw.length
      if (last.length <= MAX_LINE) last.parts.push(raw.slice(1))
    } else if (raw.trim() !== '') lines.push({ parts: [raw], line: index + 1, length: raw.length })
  })
  return lines.map(({ parts, line }) => ({ text: parts.join(''), line }))
}

/** What a card has no place for, portraits first of all, is never taken apart. */
const WANTED =
  /^(?:[\w-]{1,60}\.)?(version|fn|n|nickname|org|kind|email|tel|adr|tz|lang|url|source|key|rev|title|role|note|x-ablabel|x-abshowas)(?=[;:])/i

/** Types of ical.js that cut or bend what does not fit them: these are taken as text. */
const asText = Object.fromEntries(
  ['tz', 'rev', 'tel', 'key', 'url', 'source'].map((name) => [name, { defaultType: 'text' }]),
)
const known: unknown = ICAL.design.vcard.property
const design = { ...ICAL.design.vcard, property: Object.assign({}, known, asText) }

/** `null`: no property at all; `undefined`: one that a card has no place for. */
function propertyOf({ text, line }: LogicalLine): Property | null | undefined {
  if (!/^[\w.-]{1,80}[;:]/.test(text)) return null
  if (!WANTED.test(text) || text.length > MAX_LINE) return undefined
  try {
    const parsed: unknown = ICAL.parse.property(text, design)
    return Array.isArray(parsed) ? shaped(parsed, line) : null
  } catch {
    return null
  }
}

/** From jCard (RFC 7095, 3.3): name, parameters, type, values. */
function shaped([name, parameters, , ...values]: readonly unknown[], line: number): Property | null {
  if (typeof name !== 'string' || typeof parameters !== 'object' || parameters === null) return null
  const parameter = (wanted: string): readonly string[] => {
    const value: unknown = Object.entries(parameters).find(([key]) => key === wanted)?.[1]
    return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
  }
  const types = parameter('type').flatMap((type) => type.toLowerCase().split(','))
  const pref = Number.parseInt(parameter('pref')[0] ?? '', 10)
  return {
    name,
    types,
    group: parameter('group')[0]?.toLowerCase() ?? null,
    pref: pref >= 1 && pref <= 100 ? pref : types.includes('pref') ? 1 : 101,
    values: values.flat(3).map(text).slice(0, 100),
    line,
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.replaceAll(/\\([;,\\])/g, '$1').trim() : '')

/** @param limit of cards; those beyond it are counted, not read. */
export function readVCards(file: string, limit: number): { readonly cards: readonly VCard[]; readonly count: number } {
  const lines = unfold(file)
  const starts = lines.flatMap(({ text: words }, index) => (/^BEGIN:VCARD\s*$/i.test(words) ? [index] : []))
  const cards =
    starts.length > limit
      ? []
      : starts.map((start, index) => cardOf(lines.slice(start + 1, starts[index + 1]), lines[start]))
  return { cards, count: starts.length }
}

function cardOf(lines: readonly LogicalLine[], begin: LogicalLine | undefined): VCard {
  const end = lines.findIndex(({ text: words }) => /^END:VCARD\s*$/i.test(words))
  const inside = end < 0 ? lines : lines.slice(0, end)
  const read = inside.map((line) => ({ line: line.line, property: propertyOf(line) }))
  const properties = read.flatMap(({ property }) => property ?? [])
  const bad = read.filter(({ property }) => property === null)
  const from = begin?.line ?? 1
  return {
    from,
    to: lines[end]?.line ?? inside.at(-1)?.line ?? from,
    complete: end >= 0,
    version: properties.find(({ name }) => name === 'version')?.values[0] ?? '',
    properties,
    unreadable: { count: bad.length, first: bad[0]?.line ?? from },
  }
}
