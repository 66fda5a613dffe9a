/** What a search for a card looks in: names, addresses, numbers, networks, members and keys as one lower-case text. */
import type { Card } from '../../../shared/ipc/card-views.ts'
import type { CardRecord } from './card-records.ts'

/** A card with thousands of networks is found by the lookup; here only the first ones count. */
const most = 2_000

/** Words stand on lines of their own, so that a search never matches across two values. */
export function searchText({ roles }: Pick<CardRecord, 'roles'>, reading: Card): string {
  const { names, country, emails, phones, forms, keys, networks, members, constituency, languages, address } = reading
  const { cidrs, domains, asns } = networks
  return [
    names.short,
    names.full,
    names.host,
    ...names.others,
    country,
    address?.text,
    constituency?.slice(0, most),
    ...languages,
    ...roles,
    ...emails.map((email) => email.address),
    ...phones.flatMap(({ e164, text }) => [e164, text]),
    ...forms.map(({ url }) => url),
    ...keys.map(({ fingerprint }) => fingerprint),
    ...cidrs.slice(0, most),
    ...domains.slice(0, most),
    ...asns.slice(0, most).map((asn) => `as${asn}`),
    ...members.slice(0, most).flatMap(({ name, code }) => [name, code]),
  ]
    .flatMap((value) => value ?? [])
    .join('\n')
    .normalize('NFKC')
    .toLowerCase()
}

/** Every one of them must be found. */
export function searchWords(search: string): readonly string[] {
  return search
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}
