/** One guess at a part of a key: its digits, and the octets that they spell, kept in step so that a changed digit costs next to nothing. */
import { octetAt, octets } from './digits.ts'

export class Reading {
  /** Of the whole key. */
  readonly digits: Uint8Array
  /** Of the part alone. */
  readonly bytes: Uint8Array
  readonly #from: number

  constructor(digits: Uint8Array, from: number, end: number) {
    this.digits = digits
    this.bytes = octets(digits, from, end)
    this.#from = from
  }

  at(place: number): number {
    return this.digits[place] ?? 0
  }

  set(place: number, digit: number): void {
    this.digits[place] = digit
    const first = Math.floor((place * 6) / 8) - this.#from
    if (first >= 0 && first < this.bytes.length) this.bytes[first] = octetAt(this.digits, (first + this.#from) * 8)
    if (first + 1 >= 0 && first + 1 < this.bytes.length)
      this.bytes[first + 1] = octetAt(this.digits, (first + 1 + this.#from) * 8)
  }
}
