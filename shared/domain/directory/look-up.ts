/** Looks pasted indicators up and groups them by whom to contact. */
import { ok, type Result } from '../../kit/result.ts'
import type { Saying } from '../../words/say.ts'
import { readIndicators, type Indicator } from './indicators.ts'
import type { LookupAnswer, LookupGroup, LookupRow } from './lookup-answer.ts'
import type { Found, NetworkIndex } from './network-index.ts'

/** `rank`: who of the found comes first, the smaller the sooner; equal ones by how much is theirs. @returns `lookup-too-many`. */
export function lookUp(
  text: string,
  index: NetworkIndex,
  rank: (card: string) => number,
): Result<LookupAnswer, Saying> {
  const read = readIndicators(text)
  if (!read.ok) return read
  const { lines, found, setAside } = read.value
  const asked = askedOnce(found)
  const results = found.map((indicator) => rowOf(indicator, index, asked.get(indicator.normal)))
  return ok({
    lines,
    results,
    groups: groupsOf(results, rank),
    unknown: results.filter(({ card, repeats }) => card === null && repeats === null).length,
    setAside,
    searched: { ranges: index.ranges, domains: index.domains, asns: index.asns, cards: index.cards },
  })
}

interface Asked {
  readonly place: number
  readonly line: number
  times: number
}

/** Where each indicator stands first, and how often. Two links to one host are two. */
function askedOnce(found: readonly Indicator[]): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>()
  for (const { normal, line, place } of found) {
    const known = asked.get(normal)
    if (known === undefined) asked.set(normal, { place, line, times: 1 })
    else known.times += 1
  }
  return asked
}

const nothing: Found = { matches: [], count: 0 }

function rowOf(indicator: Indicator, index: NetworkIndex, once: Asked | undefined): LookupRow {
  const { line, place, value, kind, normal, asked, range, special } = indicator
  const { matches, count } =
    kind === 'asn' ? index.numbered(Number(asked.slice(2))) : range === null ? index.named(asked) : index.holding(range)
  const best = matches[0]
  const partly = kind === 'cidr' && range !== null ? index.within(range) : nothing
  return {
    line,
    place,
    value,
    kind,
    normal,
    asked,
    match: best?.match ?? 'none',
    network: best?.network ?? null,
    card: best?.card ?? null,
    broad: best?.broad ?? false,
    others: matches.length < 2 ? nothing.matches : matches.slice(1),
    othersCount: Math.max(0, count - 1),
    partly: partly.matches,
    partlyCount: partly.count,
    nearest: best === undefined && range === null && kind !== 'asn' ? nearestOf(asked, index) : null,
    special,
    private: special === 'private',
    repeats: once === undefined || once.place === place ? null : once.line,
    times: once?.times ?? 1,
  }
}

/** By the country code that the name ends in; some are sold to everybody (".io", ".tv"), so this is a hint and never a match. */
function nearestOf(name: string, index: NetworkIndex): LookupRow['nearest'] {
  const countryCode = /\.([a-z]{2})$/.exec(name)?.[1]
  if (countryCode === undefined) return null
  const card = index.nationalFor(countryCode === 'uk' ? 'gb' : countryCode)
  return card === null ? null : { card, countryCode }
}

/** Repeats count once; no one on file stands last. */
function groupsOf(results: readonly LookupRow[], rank: (card: string) => number): readonly LookupGroup[] {
  const groups = new Map<string | null, { card: LookupGroup['card']; rows: number[] }>()
  results.forEach(({ card, repeats }, position) => {
    if (repeats !== null) return
    const group = groups.get(card?.id ?? null) ?? { card, rows: [] }
    group.rows.push(position)
    groups.set(card?.id ?? null, group)
  })
  const ranked = [...groups.values()].map((group) => ({
    group,
    rank: group.card === null ? Number.POSITIVE_INFINITY : rank(group.card.id),
  }))
  return ranked
    .toSorted((a, b) => compare(a.rank, b.rank) || b.group.rows.length - a.group.rows.length)
    .map(({ group }) => group)
}

/** Infinity less infinity is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
