/** Finds what in a text tells who it is about: addresses, hosts, links, accounts, persons, organisations. Linear, with limits. */
import { extractObservables } from '../observable/extract.ts'
import { hostOfUrl } from '../observable/normalise.ts'
import type { ObservableType } from '../observable/observable.ts'
import { bones } from './item-pattern.ts'
import { itemSpans } from './spans.ts'
import { isName, keyOf, type Candidate, type HiddenKind } from './redaction.ts'

/** What the case and the cards say of the names in it. */
export interface KnownNames {
  readonly persons: readonly string[]
  readonly organisations: readonly string[]
  /** Values of the attacker's: hiding them hides nobody who has a right to it. */
  readonly hostile: readonly string[]
  /** Our own names, hosts and addresses, and those of who gets it. */
  readonly ours: readonly string[]
}

const most = 2_000

const kinds: Readonly<Partial<Record<ObservableType, HiddenKind>>> = {
  ip: 'address',
  cidr: 'address',
  domain: 'host',
  url: 'link',
  email: 'user',
}

/** Each once, in the order in which they come in the text, at most 2,000. */
export function itemsIn(text: string, known: KnownNames): readonly Candidate[] {
  const hostile = new Set(known.hostile.map(keyOf))
  const ours = new Set(known.ours.map(keyOf))
  const found = new Map<string, Candidate>()
  for (const { item, kind } of [...addressesIn(text), ...accountsIn(text), ...namesIn(text, known)]) {
    const key = keyOf(item)
    if (key.length < 2 || isName(key) || found.has(key)) continue
    found.set(key, { item, kind, identifies: !ours.has(key) && !hostile.has(key) && !isOfOurs(key, ours) })
  }
  return [...found.values()].slice(0, most)
}

type Item = Pick<Candidate, 'item' | 'kind'>

/** `www.` and mailboxes of a host of ours are ours too. */
const isOfOurs = (key: string, ours: ReadonlySet<string>): boolean =>
  ours.has(key.replace(/^.{1,64}@/, '')) || ours.has(key.replace(/^www\./, '')) || ours.has(hostOfUrl(key) ?? '')

function addressesIn(text: string): readonly Item[] {
  return extractObservables(text).flatMap(({ type, value }) => {
    const kind = kinds[type]
    if (kind === undefined) return []
    const host = type === 'url' ? hostOfUrl(value) : type === 'email' ? (value.split('@')[1] ?? null) : null
    const inside: readonly Item[] =
      host === null ? [] : [{ item: host, kind: /[a-z]/i.test(host) ? 'host' : 'address' }]
    return [{ item: value, kind }, ...inside]
  })
}

const account =
  /(?:\b(?:user(?:name)?|account|login|uid|usuario|cuenta|benutzer|konto|utilisateur|compte)[ \t]{0,3}[:=][ \t]{0,3}["'«]?|\/home\/|\\Users\\)([\p{L}\p{N}][\p{L}\p{N}._$-]{1,63})/giu

const accountsIn = (text: string): readonly Item[] =>
  [...text.matchAll(account)]
    .slice(0, most)
    .flatMap(({ 1: item }) =>
      item === undefined ? [] : [{ item: item.replace(/[.$-]+$/, ''), kind: 'user' as const }],
    )

/** "Ana Ruiz <ana@…>", "Mr Ruiz", "Frau Ruiz"; and the names that the case knows, where they stand in the text. */
const beforeAddress = /((?:\p{Lu}[\p{L}'’.-]{1,30}[ \t]){1,3}\p{Lu}[\p{L}'’-]{1,30})[ \t]{0,2}<[^<>@\s]{1,64}@/gu
const afterTitle =
  /\b(?:Mr|Mrs|Ms|Dr|Sr|Sra|Herr|Frau|Mme|Mlle)\.?[ \t]((?:\p{Lu}[\p{L}'’-]{1,30}[ \t]){0,2}\p{Lu}[\p{L}'’-]{1,30})/gu

function namesIn(text: string, { persons, organisations }: KnownNames): readonly Item[] {
  const inside = bones(text)
  const stands = (item: string): boolean =>
    bones(item).length > 2 && inside.includes(bones(item)) && itemSpans(text, [item]).length > 0
  const written = [...text.matchAll(beforeAddress), ...text.matchAll(afterTitle)].flatMap(({ 1: name }) => name ?? [])
  return [
    ...organisations.filter(stands).map((item) => ({ item, kind: 'organisation' as const })),
    ...[...persons.filter(stands), ...written].map((item) => ({ item, kind: 'person' as const })),
  ]
}
