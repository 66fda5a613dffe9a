/** Holds the nested ranges of one address family in sorted typed arrays: 100,000 of them cost some megabytes and build in a moment. */
import type { Cidr } from '../observable/ip-address.ts'

/**
 * Two ranges are nested or apart, never half over each other. So the smallest range around an address is the last one that
 * begins at or before it, or one of those that this one lies in: a binary search, then a few steps outwards.
 */
export interface RangeTable {
  /** Ranges with their owners: one of two teams counts twice. */
  readonly size: number
  /** Position of the smallest range that holds all of the asked one; -1 for none. */
  readonly smallest: (asked: Cidr) => number
  /** Position of the next wider range around one; -1 for none. */
  readonly wider: (position: number) => number
  /** Positions of the ranges that lie within the asked one and are not it: from, and up to before. */
  readonly inside: (asked: Cidr) => readonly [from: number, to: number]
  /** Slots of the owners of the ranges at positions from, up to before to. */
  readonly slots: (from: number, to?: number) => readonly [from: number, to: number]
  readonly owner: (slot: number) => number
  readonly range: (position: number) => Cidr
}

/** Ranges as they come, in columns: 100,000 objects would cost more than all the rest. */
export interface RangeList {
  /** 32-bit numbers an address: one for IPv4, four for IPv6. */
  readonly width: 1 | 4
  /** First addresses, `width` numbers each. */
  readonly words: number[]
  readonly bits: number[]
  readonly owners: number[]
}

export const emptyList = (width: 1 | 4): RangeList => ({ width, words: [], bits: [], owners: [] })

export function addRange({ words, bits, owners }: RangeList, range: Cidr, owner: number): void {
  words.push(...keyOf(range.ip.words))
  bits.push(range.bits)
  owners.push(owner)
}

/** Address as 32-bit numbers. */
type Key = readonly number[]

function keyOf(words: readonly number[]): Key {
  const key: number[] = []
  for (let at = 0; at < words.length; at += 2) key.push((words[at] ?? 0) * 65_536 + (words[at + 1] ?? 0))
  return key
}

const maskOf = (bits: number): number => (bits <= 0 ? 0 : bits >= 32 ? 0xffff_ffff : (0xffff_ffff << (32 - bits)) >>> 0)

const lastOf = (key: Key, bits: number): Key => key.map((word, at) => (word | ~maskOf(bits - at * 32)) >>> 0)

/** All of one family, host bits cleared. Owners of one range stay in the order given; the same owner counts once. */
export function rangeTable(list: RangeList): RangeTable {
  const { width } = list
  const { columns, bits, owners, firstSlot, count } = sortedColumns(list)
  const parent = new Int32Array(count)

  const compare = (position: number, key: Key, length: number): number => {
    for (let at = 0; at < width; at++) {
      const by = (columns[at]?.[position] ?? 0) - (key[at] ?? 0)
      if (by !== 0) return by
    }
    return (bits[position] ?? 0) - length
  }
  /** How many ranges begin before the key, or there and are not longer than `length`. */
  const upTo = (key: Key, length: number): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(middle, key, length) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
  const holds = (position: number, key: Key, length: number): boolean => {
    const own = bits[position] ?? 0
    if (own > length) return false
    for (let at = 0; at * 32 < own; at++) {
      if ((((columns[at]?.[position] ?? 0) ^ (key[at] ?? 0)) & maskOf(own - at * 32)) !== 0) return false
    }
    return true
  }
  const around = (start: number, key: Key, length: number): number => {
    let position = start
    while (position >= 0 && !holds(position, key, length)) position = parent[position] ?? -1
    return position
  }
  const keyAt = (position: number): Key => columns.map((column) => column[position] ?? 0)
  for (let position = 0; position < count; position++) {
    parent[position] = around(position - 1, keyAt(position), bits[position] ?? 0)
  }

  return {
    size: owners.length,
    smallest: ({ ip, bits: length }) => {
      const key = keyOf(ip.words)
      return around(upTo(key, length) - 1, key, length)
    },
    wider: (position) => parent[position] ?? -1,
    inside: ({ ip, bits: length }) => {
      const key = keyOf(ip.words)
      return [upTo(key, length), upTo(lastOf(key, length), 128)]
    },
    slots: (from, to = from + 1) => [firstSlot[from] ?? owners.length, firstSlot[to] ?? owners.length],
    owner: (slot) => owners[slot] ?? 0,
    range: (position) => ({
      ip: {
        version: width === 1 ? 4 : 6,
        words: keyAt(position).flatMap((word) => [word >>> 16, word & 0xffff]),
      },
      bits: bits[position] ?? 0,
    }),
  }
}

/** Each range once, by first address and then the wider first; its owners stand together from `firstSlot` on. */
function sortedColumns({ width, words, bits, owners: given }: RangeList): Columns {
  const word = (index: number, at: number): number => words[index * width + at] ?? 0
  const compareAll = (a: number, b: number): number => {
    for (let at = 0; at < width; at++) if (word(a, at) !== word(b, at)) return word(a, at) - word(b, at)
    return (bits[a] ?? 0) - (bits[b] ?? 0)
  }
  // One number tells most of them apart: 32 bits of the address and the length, or 48 bits of the address.
  const lead = Float64Array.from(bits, (length, index) =>
    width === 1 ? word(index, 0) * 64 + length : word(index, 0) * 65_536 + (word(index, 1) >>> 16),
  )
  const compare = (a: number, b: number): number => (lead[a] ?? 0) - (lead[b] ?? 0) || compareAll(a, b)
  // The sort is stable: owners of one range keep their order.
  const order = Uint32Array.from(bits.keys()).sort(compare)
  const first: number[] = []
  const firstSlot: number[] = []
  const owners: number[] = []
  let last = -1
  for (const index of order) {
    const owner = given[index] ?? 0
    const isNew = last < 0 || compare(last, index) !== 0
    if (isNew) {
      first.push(index)
      firstSlot.push(owners.length)
    }
    if (isNew || owners.at(-1) !== owner) owners.push(owner)
    last = index
  }
  return {
    count: first.length,
    columns: Array.from({ length: width }, (_, at) => Uint32Array.from(first, (index) => word(index, at))),
    bits: Uint8Array.from(first, (index) => bits[index] ?? 0),
    firstSlot: Uint32Array.from([...firstSlot, owners.length]),
    owners: Uint32Array.from(owners),
  }
}

interface Columns {
  readonly count: number
  readonly columns: readonly Uint32Array[]
  readonly bits: Uint8Array
  /** One more than there are ranges. */
  readonly firstSlot: Uint32Array
  readonly owners: Uint32Array
}
