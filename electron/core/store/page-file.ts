/**
 * Whether each page of the database file is one that was written under our key, at that place: reckoned here from the file itself,
 * a few pages at a time, because SQLCipher's own check cannot be interrupted and takes seconds.
 *
 * A page of SQLCipher 4 ends in 16 bytes of IV and 64 of HMAC-SHA512 over ciphertext, IV and page number (little endian); the first
 * one begins with the salt. The HMAC key comes from the raw key by PBKDF2, two rounds, over the salt with each byte XOR 0x3a
 * (zetetic.net/sqlcipher/design).
 */
import { createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export const pageSize = 4096
const saltLength = 16
const macLength = 64

/** Bytes of what tells one version of a page from another: the end of its HMAC. */
const markLength = 8
export const markOf = (page: Buffer): Buffer => Buffer.from(page.subarray(pageSize - markLength))

export interface PageFile {
  /** Bytes. */
  readonly size: () => number
  /** Numbers, from 1, of the pages among `count` from `first` on that do not verify. A part of a page at the end is one. */
  readonly damaged: (first: number, count: number) => readonly number[]
  /** Whole pages. */
  readonly count: () => number
  /** Of the whole ones among `count` pages from `first` on, one behind the other. */
  readonly marks: (first: number, count: number) => Buffer
  /** Up to `bytes.length` bytes from a place in the file, as they lie. */
  readonly read: (bytes: Buffer, at: number) => number
  readonly close: () => void
}

/**
 * To be closed only after the database: closing any handle on a file lets go of all locks that this process holds on it (POSIX), and
 * so of the one that keeps a second desk out.
 */
export function openPageFile(path: string, key: Uint8Array): PageFile {
  const file = openSync(path, 'r')
  let macKey: Buffer | null = null
  const read = (bytes: Buffer, at: number): number => readFullyAt(file, bytes, at)
  const size = (): number => fstatSync(file).size
  return {
    size,
    read,
    count: () => Math.floor(size() / pageSize),
    marks: (first, count) => {
      const bytes = Buffer.alloc(count * pageSize)
      const whole = Math.floor(read(bytes, (first - 1) * pageSize) / pageSize)
      return Buffer.concat(
        Array.from({ length: whole }, (_, at) => markOf(bytes.subarray(at * pageSize, (at + 1) * pageSize))),
      )
    },
    damaged: (first, count) => {
      const bytes = Buffer.alloc(count * pageSize)
      const length = read(bytes, (first - 1) * pageSize)
      macKey ??= macKeyOf(key, first === 1 ? bytes.subarray(0, saltLength) : saltOf(read))
      const known = macKey
      return Array.from({ length: Math.ceil(length / pageSize) }, (_, index) => first + index).filter((number) => {
        const from = (number - first) * pageSize
        return !verifies(known, number, bytes.subarray(from, Math.min(from + pageSize, length)))
      })
    },
    close: () => closeSync(file),
  }
}

function readFullyAt(file: number, bytes: Buffer, at: number): number {
  let length = 0
  while (length < bytes.length) {
    const got = readSync(file, bytes, length, bytes.length - length, at + length)
    if (got === 0) break
    length += got
  }
  return length
}

function saltOf(read: PageFile['read']): Buffer {
  const salt = Buffer.alloc(saltLength)
  read(salt, 0)
  return salt
}

const macKeyOf = (key: Uint8Array, salt: Buffer): Buffer =>
  pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512')

function verifies(macKey: Uint8Array, number: number, page: Buffer): boolean {
  if (page.length < pageSize) return false
  const place = Buffer.alloc(4)
  place.writeUInt32LE(number)
  const sealed = page.subarray(number === 1 ? saltLength : 0, pageSize - macLength)
  return createHmac('sha512', macKey)
    .update(sealed)
    .update(place)
    .digest()
    .equals(page.subarray(pageSize - macLength))
}
