/**
 * CRC-24 as algebra: it is linear, so each changed digit adds a known value to the checksum, and the changes that turn one checksum into
 * another are found by looking up instead of trying (RFC 9580, 6.1.1).
 */
import { crc24 } from '../armour.ts'
import { octetCount, octets } from './digits.ts'

/** x^(24+n) modulo the polynomial: what the bit that has n bits after it adds. */
function powers(bits: number): Uint32Array {
  const all = new Uint32Array(bits)
  let value = 0x864cfb
  for (let n = 0; n < bits; n += 1) {
    all[n] = value
    value = value & 0x800000 ? ((value << 1) ^ 0x1864cfb) & 0xffffff : value << 1
  }
  return all
}

export interface Change {
  readonly at: number
  /** What is added to the digit, bit by bit. */
  readonly xor: number
}

const FILTER_BITS = 24
const BUCKET_BITS = 18

/** For bodies of one length, in digits. */
export class Syndromes {
  readonly length: number
  readonly #table: Uint32Array
  #filter: Uint8Array | null = null
  #starts = new Uint32Array(0)
  #entries = new Uint32Array(0)

  constructor(length: number) {
    this.length = length
    const bits = octetCount(length) * 8
    const power = powers(bits)
    this.#table = new Uint32Array(length * 64)
    for (let at = 0; at < length; at += 1) {
      for (let value = 1; value < 64; value += 1) {
        const low = value & -value
        const after = bits - 1 - (at * 6 + 5 - (31 - Math.clz32(low)))
        this.#table[at * 64 + value] = (this.#table[at * 64 + (value ^ low)] ?? 0) ^ (power[after] ?? 0)
      }
    }
  }

  /** What a digit of this value at this place adds to the checksum; also what changing a digit by that value adds. */
  of(at: number, value: number): number {
    return this.#table[at * 64 + value] ?? 0
  }

  checksum(digits: Uint8Array): number {
    return crc24(octets(digits))
  }

  /** Whether any single change adds `syndrome`; may say yes for none. */
  has(syndrome: number): boolean {
    const filter = this.#filter ?? this.#index()
    return ((filter[syndrome >> 3] ?? 0) & (1 << (syndrome & 7))) !== 0
  }

  /** Every single change that adds `syndrome`. */
  single(syndrome: number): readonly Change[] {
    if (syndrome === 0 || !this.has(syndrome)) return []
    const found: Change[] = []
    const bucket = syndrome >> (FILTER_BITS - BUCKET_BITS)
    for (let index = this.#starts[bucket] ?? 0; index < (this.#starts[bucket + 1] ?? 0); index += 1) {
      const entry = this.#entries[index] ?? 0
      if (this.#table[entry] === syndrome) found.push({ at: entry >> 6, xor: entry & 63 })
    }
    return found
  }

  /** A bitmap answers most questions with no; the rest are few per bucket. */
  #index(): Uint8Array {
    const filter = new Uint8Array(1 << (FILTER_BITS - 3))
    const starts = new Uint32Array((1 << BUCKET_BITS) + 1)
    const bucketOf = (syndrome: number): number => syndrome >> (FILTER_BITS - BUCKET_BITS)
    for (let entry = 0; entry < this.#table.length; entry += 1) {
      const syndrome = this.#table[entry] ?? 0
      if (syndrome === 0) continue
      filter[syndrome >> 3] = (filter[syndrome >> 3] ?? 0) | (1 << (syndrome & 7))
      starts[bucketOf(syndrome) + 1] = (starts[bucketOf(syndrome) + 1] ?? 0) + 1
    }
    for (let bucket = 1; bucket < starts.length; bucket += 1)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
    const next = starts.slice()
    this.#entries = new Uint32Array(starts.at(-1) ?? 0)
    for (let entry = 0; entry < this.#table.length; entry += 1) {
      const syndrome = this.#table[entry] ?? 0
      if (syndrome === 0) continue
      const bucket = bucketOf(syndrome)
      this.#entries[next[bucket] ?? 0] = entry
      next[bucket] = (next[bucket] ?? 0) + 1
    }
    this.#starts = starts
    return (this.#filter = filter)
  }
}
