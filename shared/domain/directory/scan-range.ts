/** Reads "192.0.2.0/24" straight into numbers: the reader in observable/ is for one of them, this one for 100,000. */
import type { RangeList } from './range-table.ts'

const zero = 48
const dot = 46
const slash = 47

/** IPv4 in plain decimal alone; adds nothing and gives false for anything else, which the other reader judges. Host bits are cleared. */
export function scanRange(text: string, { words, bits, owners }: RangeList, owner: number): boolean {
  if (text.length < 7 || text.length > 18) return false
  let address = 0
  let parts = 0
  let number = 0
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const value = code - zero
    if (value >= 0 && value <= 9) {
      // "010" is eight to some programs.
      if (digits > 0 && number === 0) return false
      number = number * 10 + value
      digits += 1
      if (number > 255) return false
    } else {
      const isEnd = code === slash
      if (digits === 0 || !(isEnd ? parts === 3 : code === dot && parts < 3)) return false
      address = address * 256 + number
      parts += 1
      number = 0
      digits = 0
    }
  }
  if (digits === 0 || parts < 3 || (parts === 4 && number > 32)) return false
  const length = parts === 4 ? number : 32
  if (parts === 3) address = address * 256 + number
  words.push(length === 0 ? 0 : (address & (0xffff_ffff << (32 - length))) >>> 0)
  bits.push(length)
  owners.push(owner)
  return true
}
