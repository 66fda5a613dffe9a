/**
 * Decryption in OCB (RFC 7253) by the bulk AES that every build of Node and Electron has: OpenPGP.js needs 40 s for 100 MB, Electron has no
 * OCB of its own.
 */
import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto'
import { release, words } from './xor.ts'

const BLOCK = 16
export const TAG_BYTES = 16
/** Blocks of one stretch, a power of two: within it the offsets differ from its first one by the same table each time. */
const STRETCH = 4096
const STRETCH_LOG = 12
/** A multiple of what is fed at once, so that only the end of a chunk is no whole stretch. */
export const stretchBytes = STRETCH * BLOCK

export interface Ocb {
  /** One message of many under this key. */
  readonly start: (nonce: Uint8Array, associated: Uint8Array) => OcbMessage
}

export interface OcbMessage {
  /** Whole stretches but for the last call. The answer is good until the next call. */
  readonly update: (cipher: Uint8Array) => Uint8Array
  readonly tagHolds: (tag: Uint8Array) => boolean
}

type Block = Int32Array

const newBlock = (): Block => new Int32Array(4)

function into(target: Block, other: Block): void {
  for (let at = 0; at < 4; at += 1) target[at] = (target[at] ?? 0) ^ (other[at] ?? 0)
}

const bytesOf = (block: Block): Uint8Array => new Uint8Array(block.buffer, block.byteOffset, BLOCK)

/** Multiplication by x in GF(2^128). */
function doubled(block: Block): Block {
  const [from, to] = [bytesOf(block), newBlock()]
  const target = bytesOf(to)
  for (let at = 0; at < BLOCK; at += 1) target[at] = ((from[at] ?? 0) << 1) | ((from[at + 1] ?? 0) >> 7)
  if ((from[0] ?? 0) >> 7) target[15] = (target[15] ?? 0) ^ 0x87
  return to
}

const trailingZeros = (value: number): number => 31 - Math.clz32(value & -value)

export function ocbDecryption(key: Uint8Array): Ocb {
  const name = `aes-${key.length * 8}-ecb`
  const forth = createCipheriv(name, key, null).setAutoPadding(false)
  const back = createDecipheriv(name, key, null).setAutoPadding(false)
  const encrypted = (block: Block): Block => words(Uint8Array.from(forth.update(bytesOf(block))))
  const star = encrypted(newBlock())
  const dollar = doubled(star)
  const ladder: Block[] = [doubled(dollar)]
  for (let at = 1; at < 40; at += 1) ladder.push(doubled(ladder[at - 1] ?? newBlock()))
  const rung = (at: number): Block => ladder[at] ?? newBlock()
  const table = offsetTable(rung)
  const masked = new Uint8Array(stretchBytes)
  const plain = new Uint8Array(stretchBytes + BLOCK)
  const [source, target] = [words(masked), words(plain)]

  /** RFC 7253, 4.1. */
  const hashOf = (associated: Uint8Array): Block => {
    const [sum, offset] = [newBlock(), newBlock()]
    for (let at = 0; at < associated.length; at += BLOCK) {
      const block = newBlock()
      const rest = associated.subarray(at, at + BLOCK)
      bytesOf(block).set(rest)
      if (rest.length < BLOCK) bytesOf(block)[rest.length] = 0x80
      into(offset, rest.length < BLOCK ? star : rung(trailingZeros(at / BLOCK + 1)))
      into(block, offset)
      into(sum, encrypted(block))
    }
    return sum
  }

  const start: Ocb['start'] = (nonce, associated) => {
    const offset = firstOffset(nonce, encrypted)
    const sum = newBlock()
    let stretches = 0
    const update = (cipher: Uint8Array): Uint8Array => {
      const count = Math.floor(cipher.length / BLOCK)
      masked.set(cipher.subarray(0, count * BLOCK))
      if (count === STRETCH) {
        stretches += 1
        const last = table.subarray(-4)
        last.set(table.subarray(-8, -4))
        into(last, rung(STRETCH_LOG + trailingZeros(stretches)))
      }
      mask(source, source, table, offset, count)
      const made = back.update(masked.subarray(0, count * BLOCK))
      unmask(target, words(made), { table, offset, count, sum })
      release(made)
      if (count > 0) into(offset, table.subarray((count - 1) * 4, count * 4))
      const rest = cipher.subarray(count * BLOCK)
      if (rest.length > 0) lastPiece(rest, plain.subarray(count * BLOCK))
      return plain.subarray(0, cipher.length)
    }
    const lastPiece = (rest: Uint8Array, target: Uint8Array): void => {
      into(offset, star)
      const pad = bytesOf(encrypted(offset))
      const block = newBlock()
      rest.forEach((value, at) => {
        target[at] = value ^ (pad[at] ?? 0)
      })
      bytesOf(block).set(target.subarray(0, rest.length))
      bytesOf(block)[rest.length] = 0x80
      into(sum, block)
    }
    return {
      update,
      tagHolds: (tag) => {
        const last = Int32Array.from(sum)
        into(last, offset)
        into(last, dollar)
        const expected = encrypted(last)
        into(expected, hashOf(associated))
        return tag.length === TAG_BYTES && timingSafeEqual(bytesOf(expected), tag)
      },
    }
  }
  return { start }
}

/** How the offset of each block of a stretch differs from the offset before the stretch. The last entry is set for each stretch. */
function offsetTable(rung: (at: number) => Block): Int32Array {
  const table = new Int32Array(STRETCH * 4)
  const offset = newBlock()
  for (let number = 1; number < STRETCH; number += 1) {
    into(offset, rung(trailingZeros(number)))
    table.set(offset, (number - 1) * 4)
  }
  return table
}

/** RFC 7253, 4.2: the nonce's encryption, shifted by its last six bits. */
function firstOffset(nonce: Uint8Array, encrypted: (block: Block) => Block): Block {
  const top = newBlock()
  const bytes = bytesOf(top)
  bytes.set(nonce, BLOCK - nonce.length)
  bytes[BLOCK - 1 - nonce.length] = (bytes[BLOCK - 1 - nonce.length] ?? 0) | 1
  const bottom = (bytes[15] ?? 0) & 63
  bytes[15] = (bytes[15] ?? 0) & 0xc0
  const once = bytesOf(encrypted(top))
  const stretch = Uint8Array.from([...once, ...once.subarray(0, 8).map((value, at) => value ^ (once[at + 1] ?? 0))])
  const offset = newBlock()
  const [skip, shift] = [bottom >> 3, bottom & 7]
  bytesOf(offset).forEach((_, at, all) => {
    all[at] = ((stretch[at + skip] ?? 0) << shift) | ((stretch[at + skip + 1] ?? 0) >> (8 - shift))
  })
  return offset
}

function mask(target: Int32Array, source: Int32Array, table: Int32Array, offset: Block, count: number): void {
  const [a = 0, b = 0, c = 0, d = 0] = offset
  for (let at = 0; at < count * 4; at += 4) {
    target[at] = (source[at] ?? 0) ^ (table[at] ?? 0) ^ a
    target[at + 1] = (source[at + 1] ?? 0) ^ (table[at + 1] ?? 0) ^ b
    target[at + 2] = (source[at + 2] ?? 0) ^ (table[at + 2] ?? 0) ^ c
    target[at + 3] = (source[at + 3] ?? 0) ^ (table[at + 3] ?? 0) ^ d
  }
}

interface Unmasking {
  readonly table: Int32Array
  readonly offset: Block
  readonly count: number
  /** Gets the sum of the plaintext. */
  readonly sum: Block
}

function unmask(target: Int32Array, source: Int32Array, { table, offset, count, sum }: Unmasking): void {
  mask(target, source, table, offset, count)
  let [a = 0, b = 0, c = 0, d = 0] = sum
  for (let at = 0; at < count * 4; at += 4) {
    a ^= target[at] ?? 0
    b ^= target[at + 1] ?? 0
    c ^= target[at + 2] ?? 0
    d ^= target[at + 3] ?? 0
  }
  sum.set([a, b, c, d])
}
