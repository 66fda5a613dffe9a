/** Reads OpenPGP numbers (RFC 9580, 3.2) strictly: the bit count must be that of the number. */
export interface Mpi {
  readonly value: Uint8Array
  readonly end: number
}

/** @returns the number, or the offset of the first octet that cannot be. */
export function readMpi(bytes: Uint8Array, at: number, end: number, leastBits: number, mostBits: number): Mpi | number {
  if (at + 2 >= end) return Math.min(at + 1, end - 1)
  const bits = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  const last = at + 2 + ((bits + 7) >> 3)
  if (bits < leastBits || bits > mostBits || last > end) return at + 1
  const topBits = 32 - Math.clz32(bytes[at + 2] ?? 0)
  if (topBits !== ((bits - 1) & 7) + 1) return at + 2
  return { value: bytes.subarray(at + 2, last), end: last }
}
