/** Checks one signature with the system's cryptography: cheap enough for thousands of guesses; the last word is OpenPGP.js's. */
import { createPublicKey, hash as hashOf, verify, type KeyObject } from 'node:crypto'
import type { KeyFields } from './key-fields.ts'
import type { SignatureFields } from './signature-fields.ts'

/** MD5 and RIPEMD-160 are not here: what they bind is not proved. */
const HASH_NAMES: Readonly<Record<number, string>> = {
  2: 'sha1',
  8: 'sha256',
  9: 'sha384',
  10: 'sha512',
  11: 'sha224',
  12: 'sha3-256',
  14: 'sha3-512',
}

const CURVE_SIZES: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }

/** @param values the numbers of the signature. */
export type Check = (hash: number, signed: Uint8Array, digest: Uint8Array, values: readonly Uint8Array[]) => boolean

const number32 = (value: number): Uint8Array =>
  Uint8Array.of((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)

/** A key as it goes into a hash (RFC 9580, 5.2.4). */
export const hashedKey = (body: Uint8Array): Uint8Array =>
  body[0] === 6
    ? Buffer.concat([Uint8Array.of(0x9b), number32(body.length), body])
    : Buffer.concat([Uint8Array.of(0x99, body.length >> 8, body.length & 0xff), body])

/** @param tag of the packet that carries the name: a text or a picture. */
export const hashedUser = (tag: number, body: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.of(tag === 17 ? 0xd1 : 0xb4), number32(body.length), body])

/** @param head what is signed besides the signature itself. */
export function signedOctets(bytes: Uint8Array, fields: SignatureFields, head: readonly Uint8Array[]): Uint8Array {
  const own = bytes.subarray(fields.from, fields.hashedEnd)
  return Buffer.concat([fields.salt, ...head, own, Uint8Array.of(own[0] ?? 4, 0xff), number32(own.length)])
}

/** @returns null for a hash that proves nothing. */
export function digestOf(hash: number, signed: Uint8Array): Uint8Array | null {
  const name = HASH_NAMES[hash]
  return name === undefined ? null : hashOf(name, signed, 'buffer')
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

const padded = (value: Uint8Array, size: number): Uint8Array =>
  value.length >= size ? value : Buffer.concat([new Uint8Array(size - value.length), value])

/** @returns null for a key that cannot sign, or whose signatures cannot be checked here. Never throws. */
export function checkFor(key: KeyFields): Check | null {
  try {
    return makeCheck(key)
  } catch {
    return null
  }
}

function makeCheck({ algorithm, curve, values }: KeyFields): Check | null {
  const [first = new Uint8Array(0), second = new Uint8Array(0)] = values
  if (algorithm === 1 || algorithm === 3) {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: base64url(first), e: base64url(second) } })
    return (hash, signed, _, [value = first]) => works(HASH_NAMES[hash], signed, key, padded(value, first.length))
  }
  if (algorithm === 27 || (algorithm === 22 && curve === 'ed25519')) {
    const point = algorithm === 27 ? first : first.subarray(1)
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: base64url(point) } })
    return (_, __, digest, numbers) =>
      works(
        null,
        digest,
        key,
        Buffer.concat(numbers.length === 1 ? numbers : numbers.map((value) => padded(value, 32))),
      )
  }
  const size = CURVE_SIZES[curve ?? ''] ?? 0
  if (algorithm !== 19 || size === 0 || first[0] !== 4) return null
  const [x, y] = [first.subarray(1, 1 + size), first.subarray(1 + size)]
  const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: curve ?? '', x: base64url(x), y: base64url(y) } })
  return (hash, signed, _, numbers) =>
    works(HASH_NAMES[hash], signed, key, Buffer.concat(numbers.map((value) => padded(value, size))))
}

function works(hash: string | null | undefined, data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  if (hash === undefined) return false
  try {
    return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature)
  } catch {
    return false
  }
}
