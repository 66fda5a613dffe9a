/** What redaction is about: things in a text that tell who or where, and the names that stand in their place. */
export const hiddenKinds = ['address', 'host', 'link', 'user', 'person', 'organisation', 'other'] as const
export type HiddenKind = (typeof hiddenKinds)[number]

/** One thing that can be hidden, and what stands in its place everywhere in the case: "host-1", "user-2". */
export interface Hidden {
  /** As it is, not defanged. */
  readonly item: string
  readonly kind: HiddenKind
  readonly as: string
}

/** `times`: how often it stood in the text. */
export interface Redacted extends Hidden {
  readonly times: number
}

/** Found in a text. */
export interface Candidate {
  readonly item: string
  readonly kind: HiddenKind
  /** Somebody can be told from it: not so of what is the attacker's, or ours. */
  readonly identifies: boolean
}

/** Two spellings of one thing. */
export const keyOf = (item: string): string => item.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

const stems: Readonly<Record<HiddenKind, string>> = {
  address: 'address',
  host: 'host',
  link: 'link',
  user: 'user',
  person: 'person',
  organisation: 'org',
  other: 'item',
}

const nameForm = new RegExp(`^(?:${Object.values(stems).join('|')})-\\d{1,5}$`)

/** What stands in the place of something already. */
export const isName = (item: string): boolean => nameForm.test(item)

/** Names for those that have none yet, in their order; who has one keeps it, whatever it is called now. */
export function named(wanted: readonly Pick<Hidden, 'item' | 'kind'>[], known: readonly Hidden[]): readonly Hidden[] {
  const byKey = new Map(known.map((one) => [keyOf(one.item), one]))
  const counts = new Map<string, number>()
  for (const { as } of known) counts.set(stemOf(as), (counts.get(stemOf(as)) ?? 0) + 1)
  return wanted.map(({ item, kind }) => {
    const before = byKey.get(keyOf(item))
    if (before !== undefined) return before
    const count = (counts.get(stems[kind]) ?? 0) + 1
    counts.set(stems[kind], count)
    const made = { item, kind, as: `${stems[kind]}-${String(count)}` }
    byKey.set(keyOf(item), made)
    return made
  })
}

const stemOf = (as: string): string => as.replace(/-\d+$/, '')

const kindWord = /^kind:([a-z]{4,12})$/

/** What a person picked (an item, or `kind:host` for all of a kind) among what was found; what is found nowhere is their own choice. */
export function picked(hide: readonly string[], found: readonly Candidate[]): readonly Pick<Hidden, 'item' | 'kind'>[] {
  const kinds = hide.map((one) => kindWord.exec(one)?.[1])
  const items = hide.filter((one) => keyOf(one) !== '' && !hiddenKinds.some((kind) => one === `kind:${kind}`))
  const wanted = new Set(items.map(keyOf))
  const among = found.filter(({ item, kind }) => wanted.has(keyOf(item)) || kinds.includes(kind))
  const seen = new Set(among.map(({ item }) => keyOf(item)))
  return [
    ...among,
    ...items.filter((item) => !seen.has(keyOf(item))).map((item) => ({ item: item.trim(), kind: 'other' as const })),
  ]
}
