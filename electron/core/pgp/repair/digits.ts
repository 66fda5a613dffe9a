/** Base64 as numbers of six bits, because faults happen to printed characters and not to bytes. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const VALUES = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)))

/** @returns 0 to 63, or -1 for a character that is no base64. */
export const digitOf = (character: string): number => VALUES[character.charCodeAt(0)] ?? -1

export const textOf = (digits: Uint8Array): string =>
  Array.from(digits, (digit) => ALPHABET.charAt(digit & 63)).join('')

/** Whole octets only: bits that fill none are left out, as every decoder does. */
export const octetCount = (digits: number): number => Math.floor((digits * 6) / 8)

/** How many characters, padding apart, hold so many octets. */
export const digitCount = (octets: number): number => Math.ceil((octets * 8) / 6)

/** Octets `from` to `to` of what the digits spell. */
export function octets(digits: Uint8Array, from = 0, to = octetCount(digits.length)): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, to - from))
  let index = Math.floor((from * 8) / 6)
  let used = from * 8 - index * 6
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = (((digits[index] ?? 0) << 6) | (digits[index + 1] ?? 0)) >> (4 - used)
    used += 2
    index += used > 4 ? 2 : 1
    used %= 6
  }
  return bytes
}

/** Eight bits from any even bit offset; outside of the digits lie zeros. */
export function octetAt(digits: Uint8Array, bit: number): number {
  const index = Math.floor(bit / 6)
  const pair = ((digits[index] ?? 0) << 6) | (digits[index + 1] ?? 0)
  return (pair >> (4 - (bit - index * 6))) & 0xff
}

/** Bits after the last whole octet must be zero; a fault there is one that nothing else would show. */
export function endsClean(digits: Uint8Array): boolean {
  const rest = digits.length % 4
  const last = digits.at(-1) ?? 0
  return rest === 0 || (rest === 2 && (last & 15) === 0) || (rest === 3 && (last & 3) === 0)
}
