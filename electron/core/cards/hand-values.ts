/** Turns what a person wrote on a card into the shape of a reading, checked; what is not right is refused by name and not half kept. */
import ipaddr from 'ipaddr.js'
import { IANAZone } from 'luxon'
import type { CardMember, CardPhone } from '../../../shared/domain/card/card-reading.ts'
import type { HandValue } from '../../../shared/domain/card/layers.ts'
import { normalNumber } from '../../../shared/domain/card/numbers.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { normaliseDomain } from '../../../shared/domain/observable/domain-name.ts'
import type { CardEdit } from '../../../shared/ipc/card-edits.ts'
import type { Card } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'

/** Of a value that no source printed: an entry by hand has no lines. */
const line = 0

/** What the card says now, and the keys that any source of it knows. */
export interface Around {
  readonly reading: Card
  readonly keys: Card['keys']
}

export type FieldEdit = Exclude<CardEdit, { readonly field: 'roles' }>

/** Null clears the field. Refused with the code of the value that is wrong. */
export function handValueOf(edit: FieldEdit, around: Around): Result<HandValue, Saying> {
  if (edit.value === null) return ok({ field: edit.field, value: null })
  switch (edit.field) {
    case 'names':
      return ok({ field: 'names', value: { ...edit.value, others: unique(edit.value.others) } })
    case 'country':
      return isCountry(edit.value) ? ok({ field: 'country', value: edit.value }) : refused('edit-country', edit.value)
    case 'subdivision':
      return subdivision(edit.value, around.reading.country)
    case 'languages':
      return all(edit.value, languageTag, (value) => ({ field: 'languages', value: unique(value) }))
    case 'address':
    case 'constituency':
    case 'note':
      return ok(textValue(edit.field, edit.value.trim()))
    case 'timeZone':
      return IANAZone.isValidZone(edit.value)
        ? ok({ field: 'timeZone', value: { iana: edit.value, text: edit.value, reason: 'zone-named', line: null } })
        : fail(saying('zone-not-known', { zone: edit.value }))
    case 'emails':
      return ok({ field: 'emails', value: edit.value.map((email) => ({ ...email, line })) })
    case 'phones':
      return all(
        edit.value,
        (phone) => phoneOf(phone, around.reading.country),
        (value) => ({ field: 'phones', value }),
      )
    case 'forms':
      return all(edit.value, webForm, (value) => ({ field: 'forms', value }))
    case 'keys':
      return ok({ field: 'keys', value: unique(edit.value).map((fingerprint) => keyOf(fingerprint, around.keys)) })
    case 'hours':
      return hoursOf(edit.value, (osm) => ({ field: 'hours', value: { osm, text: osm, line: null } }))
    case 'coverage':
      return all(
        edit.value,
        ({ audience, osm }) => hoursOf(osm, (read) => ({ audience, osm: read, text: read, line })),
        (value) => ({ field: 'coverage', value }),
      )
    case 'responsePromises':
      return all(edit.value, promise, (value) => ({ field: 'responsePromises', value }))
    case 'urgent':
      return ok({ field: 'urgent', value: { text: edit.value, line, subjectKeyword: edit.value } })
    case 'preferred':
      return ok({ field: 'preferred', value: { channel: edit.value, line } })
    case 'tlp':
      return ok({ field: 'tlp', value: edit.value })
    case 'networks':
      return networks(edit.value)
    case 'members':
      return all(edit.value, member, (value) => ({ field: 'members', value }))
    case 'channelRules':
      return ok({ field: 'channelRules', value: edit.value.map((rule) => ({ ...rule, line })) })
    case 'priorities':
      return ok({ field: 'priorities', value: edit.value })
    case 'closures':
      return ok({
        field: 'closures',
        value: [...new Map(edit.value.map((day) => [day.date, day])).values()].toSorted((a, b) =>
          a.date < b.date ? -1 : 1,
        ),
      })
  }
}

type Refusal =
  | 'edit-country'
  | 'edit-language'
  | 'edit-phone'
  | 'edit-url'
  | 'edit-duration'
  | 'edit-network'
  | 'edit-domain'
  | 'edit-fingerprint'

const refused = (code: Refusal, value: string): Result<never, Saying> =>
  fail(saying(code, { value: value.slice(0, 100) }))

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** The first that is not right refuses them all. */
function all<T, U, V>(
  items: readonly T[],
  one: (item: T) => Result<U, Saying>,
  made: (values: U[]) => V,
): Result<V, Saying> {
  const values: U[] = []
  for (const item of items) {
    const read = one(item)
    if (!read.ok) return read
    values.push(read.value)
  }
  return ok(made(values))
}

function textValue(field: 'address' | 'constituency' | 'note', text: string): HandValue {
  if (text === '') return { field, value: null }
  return field === 'address' ? { field, value: { text, line } } : { field, value: text }
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const isCountry = (code: string): boolean => regions.of(code) !== undefined

function subdivision(code: string, country: string | null): Result<HandValue, Saying> {
  return country !== null && !code.startsWith(`${country}-`)
    ? fail(saying('edit-subdivision', { value: code, country }))
    : ok({ field: 'subdivision', value: code })
}

function languageTag(tag: string): Result<string, Saying> {
  try {
    return ok(Intl.getCanonicalLocales(tag.trim())[0] ?? tag)
  } catch {
    return refused('edit-language', tag)
  }
}

type TypedPhone = Omit<CardPhone, 'e164' | 'line'>

function phoneOf(phone: TypedPhone, country: string | null): Result<CardPhone, Saying> {
  const { e164 } = normalNumber(phone.text.trim(), country)
  return e164 === null ? refused('edit-phone', phone.text) : ok({ ...phone, e164, line })
}

/** A form is filled in with a browser elsewhere: nothing but the web is meant. */
const webForm = <T extends { readonly url: string }>(form: T): Result<T & { readonly line: number }, Saying> =>
  /^https?:\/\//i.test(form.url) ? ok({ ...form, line }) : refused('edit-url', form.url)

/** What a source knows of a key (its state, its block) stays known. */
const keyOf = (fingerprint: string, known: Card['keys']): Card['keys'][number] =>
  known.find((key) => key.fingerprint === fingerprint) ?? {
    fingerprint,
    keyIdPrinted: null,
    state: 'not-included',
    expires: null,
    use: 'team',
    block: null,
    blockLines: null,
    line,
  }

function hoursOf<V>(text: string, made: (osm: string) => V): Result<V, Saying> {
  const read = parseHours(text)
  return read.ok ? ok(made(read.value.osm)) : read
}

/** ISO 8601, and the reader's own form for working days. */
const durationForm = /^P(?:\d{1,3}WD|\d{1,3}W|(?=\d|T\d)(?:\d{1,3}D)?(?:T(?=\d)(?:\d{1,3}H)?(?:\d{1,4}M)?)?)$/

const promise = <T extends { readonly duration: string }>(
  promised: T,
): Result<T & { readonly text: string; readonly line: number }, Saying> => {
  const duration = promised.duration.trim().toUpperCase()
  return durationForm.test(duration)
    ? ok({ ...promised, duration, text: duration, line })
    : refused('edit-duration', promised.duration)
}

function networks(typed: {
  readonly cidrs: readonly string[]
  readonly domains: readonly string[]
  readonly asns: readonly number[]
}): Result<HandValue, Saying> {
  const cidrs = all(typed.cidrs, cidr, unique)
  if (!cidrs.ok) return cidrs
  const domains = all(typed.domains, domain, unique)
  if (!domains.ok) return domains
  return ok({ field: 'networks', value: { cidrs: cidrs.value, domains: domains.value, asns: unique(typed.asns) } })
}

/** One address is a network of its own; one that has bits beyond its length was mistyped in one of the two. */
function cidr(text: string): Result<string, Saying> {
  const typed = text.trim()
  if (ipaddr.isValid(typed)) {
    const one = ipaddr.parse(typed)
    return ok(`${one.toString()}/${one.kind() === 'ipv4' ? 32 : 128}`)
  }
  if (!ipaddr.isValidCIDR(typed)) return refused('edit-network', text)
  const [address, bits] = ipaddr.parseCIDR(typed)
  const first =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(typed) : ipaddr.IPv6.networkAddressFromCIDR(typed)
  return first.toString() === address.toString() ? ok(`${address.toString()}/${bits}`) : refused('edit-network', text)
}

function domain(text: string): Result<string, Saying> {
  const typed = text.trim()
  const wild = typed.startsWith('*.')
  const name = normaliseDomain(wild ? typed.slice(2) : typed)
  return name === null ? refused('edit-domain', text) : ok(wild ? `*.${name}` : name)
}

interface TypedMember {
  readonly name: string
  readonly role: string | null
  readonly code?: string | undefined
  readonly tier?: CardMember['tier'] | undefined
  readonly deskKey?: string | undefined
}

function member({ name, role, code, tier, deskKey }: TypedMember): Result<CardMember, Saying> {
  const fingerprint = deskKey?.replaceAll(/\s/g, '').toUpperCase()
  if (fingerprint && !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(fingerprint)) {
    return refused('edit-fingerprint', fingerprint)
  }
  return ok({
    name: name.trim(),
    role,
    ...(code ? { code } : {}),
    ...(tier ? { tier } : {}),
    ...(fingerprint ? { deskKey: fingerprint } : {}),
    line,
  })
}
