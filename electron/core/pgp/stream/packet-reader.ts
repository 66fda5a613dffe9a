/** Reads OpenPGP packets from a stream (RFC 9580, 4.2) and puts bodies together again that were cut into partial lengths. */
import { saying } from '../../../../shared/words/say.ts'
import type { ByteReader } from './byte-reader.ts'
import { Refused, Surprise } from './stops.ts'

export const tags = {
  encryptedSessionKey: 1,
  signature: 2,
  passwordSessionKey: 3,
  onePass: 4,
  compressed: 8,
  literal: 11,
  protectedData: 18,
  aeadData: 20,
} as const

export interface Packet {
  readonly tag: number
  /** Fills `target` from the body, less only at its end. @returns how many bytes it wrote; throws where the file ends within the body. */
  readonly readInto: (target: Uint8Array) => number
}

/** The tags that may be cut into partial lengths, as OpenPGP.js has it. */
const MAY_BE_PARTIAL: readonly number[] = [tags.compressed, tags.literal, tags.protectedData, tags.aeadData]

/** RFC 9580, 4.2.1.4. */
const LEAST_FIRST_PART = 512

/** @returns null at the end. The body of one packet must be read before the next packet is asked for. */
export function nextPacket(reader: ByteReader): Packet | null {
  if (reader.isAtEnd()) return null
  const first = octet(reader)
  if ((first & 0x80) === 0) throw new Surprise('no packet')
  const isNew = (first & 0x40) !== 0
  const tag = isNew ? first & 0x3f : (first >> 2) & 0xf
  const length = isNew ? newLength(reader) : oldLength(reader, first & 3)
  const isOpenEnded = length.isPartial || length.bytes === Number.POSITIVE_INFINITY
  if (isOpenEnded && (!MAY_BE_PARTIAL.includes(tag) || length.bytes < LEAST_FIRST_PART)) throw new Surprise('length')
  return { tag, readInto: bodyReader(reader, length) }
}

interface Length {
  readonly bytes: number
  readonly isPartial: boolean
}

const truncated = (): Refused => new Refused(saying('message-damaged'))

function octet(reader: ByteReader): number {
  const [value] = reader.take(1) ?? []
  if (value === undefined) throw truncated()
  return value
}

function bigEndian(reader: ByteReader, size: number): number {
  let value = 0
  for (let index = 0; index < size; index += 1) value = value * 256 + octet(reader)
  return value
}

/** Type 3 is a body that runs to the end: GnuPG still writes it around compressed data. */
const oldLength = (reader: ByteReader, type: number): Length => ({
  bytes: type === 3 ? Number.POSITIVE_INFINITY : bigEndian(reader, 2 ** type),
  isPartial: false,
})

function newLength(reader: ByteReader): Length {
  const first = octet(reader)
  if (first < 192) return { bytes: first, isPartial: false }
  if (first < 224) return { bytes: (first - 192) * 256 + octet(reader) + 192, isPartial: false }
  if (first === 255) return { bytes: bigEndian(reader, 4), isPartial: false }
  return { bytes: 2 ** (first & 0x1f), isPartial: true }
}

function bodyReader(reader: ByteReader, first: Length): Packet['readInto'] {
  let { bytes: left, isPartial } = first
  return (target) => {
    let at = 0
    while (at < target.length) {
      if (left === 0 && isPartial) ({ bytes: left, isPartial } = newLength(reader))
      if (left === 0) {
        if (isPartial) continue
        break
      }
      const wanted = Math.min(left, target.length - at)
      const got = reader.readInto(target.subarray(at, at + wanted))
      at += got
      left -= got
      if (got < wanted) {
        if (left !== Number.POSITIVE_INFINITY) throw truncated()
        left = 0
      }
    }
    return at
  }
}

/** The whole body of a small packet. */
export function wholeBody(packet: Packet, mostBytes: number): Uint8Array {
  const body = new Uint8Array(mostBytes + 1)
  const length = packet.readInto(body)
  if (length > mostBytes) throw new Surprise('large packet')
  return body.slice(0, length)
}

/** In new format with a length of five octets. */
export function writePacket(tag: number, body: Uint8Array): Uint8Array {
  const packet = Buffer.allocUnsafe(6 + body.length)
  packet[0] = 0xc0 | tag
  packet[1] = 255
  packet.writeUInt32BE(body.length, 2)
  packet.set(body, 6)
  return packet
}

/** All of a body, piece by piece in one memory. */
export function* bodyPieces(packet: Packet, pieceBytes: number): Generator<Uint8Array, void> {
  const buffer = new Uint8Array(pieceBytes)
  for (let length = packet.readInto(buffer); length > 0; length = packet.readInto(buffer)) {
    yield buffer.subarray(0, length)
  }
}
