/** Finds out which ciphers and hashes this program's crypto really has: Electron's BoringSSL has fewer than Node's OpenSSL. */
import { createCipheriv, createDecipheriv, createHash, getCiphers, getHashes } from 'node:crypto'

export interface Natives {
  /** AES in bulk, as the fast ways need it. */
  readonly hasAes: boolean
  /** By the number that OpenPGP gives a hash (RFC 9580, 9.5): Node's name for it. */
  readonly hashes: ReadonlyMap<number, string>
}

const HASHES: Readonly<Record<number, string>> = {
  1: 'md5',
  2: 'sha1',
  3: 'ripemd160',
  8: 'sha256',
  9: 'sha384',
  10: 'sha512',
  11: 'sha224',
  12: 'sha3-256',
  14: 'sha3-512',
}

/** The first eight hex digits of the hash of "abc" (FIPS 180-4 and 202, RFC 1321, RIPEMD-160). */
const OF_ABC: Readonly<Record<string, string>> = {
  md5: '90015098',
  sha1: 'a9993e36',
  ripemd160: '8eb208f7',
  sha256: 'ba7816bf',
  sha384: 'cb00753f',
  sha512: 'ddaf35a1',
  sha224: '23097d22',
  'sha3-256': '3a985da7',
  'sha3-512': 'b751850b',
}

/** FIPS 197, appendix C: one block by key length. */
const AES_OF_BLOCK: Readonly<Record<number, string>> = {
  16: '69c4e0d86a7b0430d8cdb78070b4c55a',
  24: 'dda97ca4864cdfe06eaf70a0ec0d7191',
  32: '8ea2b7ca516745bfeafc49904b496089',
}

const block = Buffer.from('00112233445566778899aabbccddeeff', 'hex')

/** What is listed is believed only after it gave a known answer. */
export function probeNatives(
  ciphers: readonly string[] = getCiphers(),
  hashes: readonly string[] = getHashes(),
): Natives {
  const names = new Set(hashes.map((name) => name.toLowerCase()))
  const working = Object.entries(HASHES).filter(([, name]) => names.has(name) && hashWorks(name))
  return {
    hasAes: [16, 24, 32].every((bytes) => aesWorks(bytes, ciphers)),
    hashes: new Map(working.map(([number, name]) => [Number(number), name])),
  }
}

function hashWorks(name: string): boolean {
  try {
    return createHash(name).update('abc').digest('hex').slice(0, 8) === OF_ABC[name]
  } catch {
    return false
  }
}

function aesWorks(keyBytes: number, ciphers: readonly string[]): boolean {
  const [ecb, cbc] = [`aes-${keyBytes * 8}-ecb`, `aes-${keyBytes * 8}-cbc`]
  if (!ciphers.includes(ecb) || !ciphers.includes(cbc)) return false
  const key = Uint8Array.from({ length: keyBytes }, (_, at) => at)
  const known = AES_OF_BLOCK[keyBytes]
  try {
    const there = createCipheriv(ecb, key, null).setAutoPadding(false).update(block)
    const back = createDecipheriv(ecb, key, null).setAutoPadding(false).update(there)
    const chained = createCipheriv(cbc, key, Buffer.alloc(16)).setAutoPadding(false).update(block)
    return there.toString('hex') === known && chained.equals(there) && back.equals(block)
  } catch {
    return false
  }
}
