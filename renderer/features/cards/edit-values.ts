/** Reads the texts of the edit sheet back into what core takes; a line that cannot be read is named, and nothing is half kept. */
import { cardRoles } from '../../../shared/domain/card/fields.ts'
import type { CardEdit } from '../../../shared/ipc/card-edits.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import {
  closureLine,
  coverageLine,
  emailLine,
  fingerprintLine,
  formLine,
  memberLine,
  phoneLine,
  promiseLine,
  ruleLine,
} from './edit-lines.ts'
import type { PartId, Texts } from './edit-texts.ts'

export type EditField = CardEdit['field']

/** "names.full" belongs to names. */
export const fieldOfPart = (part: PartId): EditField => {
  const [field = part] = part.split('.')
  return fields.find((one) => one === field) ?? 'note'
}

type Read = Result<CardEdit, Saying>

/** An empty text gives the field no value: the card has none, whatever its sources say. */
export function editOf(field: EditField, texts: Texts): Read {
  return readers[field](texts)
}

const trimmed = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const words = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Null where there is no line at all. */
function items<T>(text: string, one: (line: string) => T | null): Result<T[] | null, Saying> {
  const lines = linesOf(text)
  const read: T[] = []
  for (const [at, line] of lines.entries()) {
    const item = one(line)
    if (item === null) return bad(at + 1, line)
    read.push(item)
  }
  return ok(read.length === 0 ? null : read)
}

const bad = (line: number, text: string): Result<never, Saying> =>
  fail(saying('cardedit.line-bad', { line, text: text.slice(0, 60) }))

function made<T>(value: Result<T, Saying>, edit: (value: T) => CardEdit): Read {
  return value.ok ? ok(edit(value.value)) : value
}

const oneOf = <T extends string>(all: readonly T[], text: string): T | null => all.find((one) => one === text) ?? null

function hoursOf(text: string): Result<string | null, Saying> {
  const osm = trimmed(text)
  if (osm === null) return ok(null)
  const read = parseHours(osm)
  return read.ok ? ok(osm) : read
}

const readers: { readonly [F in EditField]: (texts: Texts) => Read } = {
  names: (texts) => {
    const value = {
      short: trimmed(texts['names.short']),
      full: trimmed(texts['names.full']),
      host: trimmed(texts['names.host']),
      others: [...linesOf(texts['names.others'])],
    }
    const isEmpty = value.short === null && value.full === null && value.host === null && value.others.length === 0
    return ok({ field: 'names', value: isEmpty ? null : value })
  },
  country: ({ country }) => {
    const value = trimmed(country)?.toUpperCase() ?? null
    return value === null || /^[A-Z]{2}$/.test(value) ? ok({ field: 'country', value }) : bad(1, country)
  },
  subdivision: ({ subdivision }) => {
    const value = trimmed(subdivision)?.toUpperCase() ?? null
    return value === null || /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value)
      ? ok({ field: 'subdivision', value })
      : bad(1, subdivision)
  },
  languages: ({ languages }) => ok({ field: 'languages', value: languages.trim() === '' ? null : words(languages) }),
  address: ({ address }) => ok({ field: 'address', value: trimmed(address) }),
  timeZone: ({ timeZone }) => ok({ field: 'timeZone', value: trimmed(timeZone) }),
  emails: ({ emails }) => made(items(emails, emailLine), (value) => ({ field: 'emails', value })),
  phones: ({ phones }) => made(items(phones, phoneLine), (value) => ({ field: 'phones', value })),
  forms: ({ forms }) => made(items(forms, formLine), (value) => ({ field: 'forms', value })),
  keys: ({ keys }) => made(items(keys, fingerprintLine), (value) => ({ field: 'keys', value })),
  hours: ({ hours }) => made(hoursOf(hours), (value) => ({ field: 'hours', value })),
  coverage: ({ coverage }) => made(items(coverage, coverageLine), (value) => ({ field: 'coverage', value })),
  responsePromises: ({ responsePromises }) =>
    made(items(responsePromises, promiseLine), (value) => ({ field: 'responsePromises', value })),
  urgent: ({ urgent }) => ok({ field: 'urgent', value: trimmed(urgent) }),
  preferred: ({ preferred }) => ok({ field: 'preferred', value: oneOf(['email', 'phone', 'form'], preferred) }),
  tlp: ({ tlp }) => ok({ field: 'tlp', value: tlp === '' ? null : tlp === 'yes' }),
  constituency: ({ constituency }) => ok({ field: 'constituency', value: trimmed(constituency) }),
  networks: (texts) => {
    const asns = items(texts['networks.asns'].replaceAll(/[\s,]+/g, '\n'), asnOf)
    return made(asns, (numbers) => {
      const value = {
        cidrs: words(texts['networks.cidrs']),
        domains: words(texts['networks.domains']),
        asns: numbers ?? [],
      }
      const isEmpty = value.cidrs.length + value.domains.length + value.asns.length === 0
      return { field: 'networks', value: isEmpty ? null : value }
    })
  },
  members: ({ members }) => made(items(members, memberLine), (value) => ({ field: 'members', value })),
  channelRules: ({ channelRules }) =>
    made(items(channelRules, ruleLine), (value) => ({ field: 'channelRules', value })),
  priorities: ({ priorities }) =>
    made(
      items(priorities, (line) => line),
      (value) => ({ field: 'priorities', value }),
    ),
  roles: ({ roles }) => ok({ field: 'roles', value: words(roles).flatMap((role) => oneOf(cardRoles, role) ?? []) }),
  closures: ({ closures }) => made(items(closures, closureLine), (value) => ({ field: 'closures', value })),
  note: ({ note }) => ok({ field: 'note', value: trimmed(note) }),
}

function asnOf(text: string): number | null {
  const digits = /^(?:AS)?(\d{1,10})$/i.exec(text)?.[1]
  return digits === undefined || Number(digits) > 4_294_967_295 ? null : Number(digits)
}

const fields = Object.keys(readers) as readonly EditField[]
