/**
 * The rules by which the journals of two copies become one: nothing is ever taken away, no hash changes, and whoever unites the same
 * entries in whatever order and however often has the same journal.
 */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import type { Entry } from '../case/entry.ts'

export interface Union {
  readonly all: readonly Entry[]
  /** What was not here. */
  readonly added: readonly Entry[]
}

/**
 * Entries of one case. All or none: one beginning, every parent known, every copy's sequence without a gap. Once two persons have purged
 * a case its skeleton wins, whichever copy still has its contents.
 * @returns `entries-incomplete`.
 */
export function unite(here: readonly Entry[], theirs: readonly Entry[]): Result<Union, Saying> {
  const known = new Set(here.map(({ hash }) => hash))
  const news = [...new Map(theirs.map((entry) => [entry.hash, entry])).values()].filter(({ hash }) => !known.has(hash))
  const all = [...here, ...news]
  const purged = isPurged(all)
  // A payload may be missing for one reason only.
  const isWithheld = !purged && news.some(({ payload }) => payload === null)
  if (isWithheld || !isWhole(all)) return fail(saying('entries-incomplete'))
  return ok(purged ? { all: all.map(skeleton), added: news.map(skeleton) } : { all, added: news })
}

export const isPurged = (entries: readonly Entry[]): boolean =>
  entries.some(({ payload }) => payload?.kind === 'purged')

/** The act of purging itself stays: it holds the number, who and why. */
const skeleton = (entry: Entry): Entry =>
  entry.payload === null || entry.payload.kind === 'purged' ? entry : { ...entry, salt: '', payload: null }

/** A second beginning could stand before the first one and give the case another number. */
function isWhole(entries: readonly Entry[]): boolean {
  const known = new Set(entries.map(({ hash }) => hash))
  const roots = entries.filter(({ parents }) => parents.length === 0)
  if (roots.length !== 1 || new Set(entries.map(({ id }) => id)).size < entries.length) return false
  if (entries.some(({ parents }) => parents.some((parent) => !known.has(parent)))) return false
  return [...Map.groupBy(entries, ({ copy }) => copy).values()].every(isGapless)
}

/** The numbers from 1 to their count, each once. */
function isGapless(entries: readonly Entry[]): boolean {
  const seqs = new Set(entries.map(({ seq }) => seq))
  return seqs.size === entries.length && entries.every(({ seq }) => seq <= entries.length)
}
