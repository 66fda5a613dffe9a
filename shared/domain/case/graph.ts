/** Reading order and ancestry of a case's entries: the one pure function by which every copy reads the same journal. */
import type { Entry, EntryHash } from './entry.ts'

const before = (a: Entry, b: Entry): number =>
  compare(a.clock, b.clock) || compare(a.copy, b.copy) || a.seq - b.seq || compare(a.hash, b.hash)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Parents first, then clock, then copy, then sequence. Entries whose parents are not at hand count as roots: reading never fails. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const known = new Set(entries.map((entry) => entry.hash))
  const waiting = new Map<EntryHash, number>()
  const children = new Map<EntryHash, Entry[]>()
  const ready: Entry[] = []
  for (const entry of entries) {
    const parents = entry.parents.filter((parent) => known.has(parent))
    waiting.set(entry.hash, parents.length)
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), entry])
    if (parents.length === 0) ready.push(entry)
  }
  const ordered: Entry[] = []
  ready.sort(before)
  for (let entry = ready.shift(); entry !== undefined; entry = ready.shift()) {
    ordered.push(entry)
    for (const child of children.get(entry.hash) ?? []) {
      const left = (waiting.get(child.hash) ?? 0) - 1
      waiting.set(child.hash, left)
      if (left === 0) insert(ready, child)
    }
  }
  return ordered
}

function insert(ready: Entry[], entry: Entry): void {
  const at = ready.findIndex((other) => before(entry, other) < 0)
  ready.splice(at === -1 ? ready.length : at, 0, entry)
}

/** The entries that no other entry was written on: what the next entry takes as its parents. */
export function heads(entries: readonly Entry[]): readonly EntryHash[] {
  const parents = new Set(entries.flatMap((entry) => entry.parents))
  return entries
    .map((entry) => entry.hash)
    .filter((hash) => !parents.has(hash))
    .toSorted(compare)
}

/** For each copy, the highest sequence that an entry has seen: it descends from an entry exactly if it has seen its sequence. */
export type Seen = ReadonlyMap<string, number>

export function seenBy(entry: Entry, seenByHash: ReadonlyMap<EntryHash, Seen>): Seen {
  const seen = new Map<string, number>()
  for (const parent of entry.parents) {
    for (const [copy, seq] of seenByHash.get(parent) ?? []) seen.set(copy, Math.max(seq, seen.get(copy) ?? 0))
  }
  return seen.set(entry.copy, entry.seq)
}
