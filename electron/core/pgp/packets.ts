/** Walks OpenPGP packet headers (RFC 9580, 4.2), to tell binary OpenPGP from noise and to read key rings key by key. */
export interface PacketSpan {
  readonly tag: number
  readonly start: number
  readonly bodyStart: number
  readonly end: number
}

export const TAG = {
  sessionKey: 1,
  signature: 2,
  passwordKey: 3,
  onePass: 4,
  secretKey: 5,
  publicKey: 6,
  compressed: 8,
  noIntegrity: 9,
  marker: 10,
  literal: 11,
  trust: 12,
  publicSubkey: 14,
  protectedData: 18,
  libreProtectedData: 20,
  padding: 21,
} as const

const MAX_PACKETS = 200_000
/** RFC 9580, 4.2.1.4; and as many pieces as make a hundred megabytes of that size. */
const MIN_FIRST_PIECE = 512
const MAX_PIECES = 300_000

/** `whole` is false where a header is malformed or a packet runs past the end; the packets before that are given. */
export function walkPackets(bytes: Uint8Array): { readonly packets: readonly PacketSpan[]; readonly whole: boolean } {
  const packets: PacketSpan[] = []
  for (let at = 0; at < bytes.length;) {
    const packet = packets.length < MAX_PACKETS ? packetAt(bytes, at) : null
    if (!packet) return { packets, whole: false }
    packets.push(packet)
    at = packet.end
  }
  return { packets, whole: true }
}

export function packetAt(bytes: Uint8Array, start: number): PacketSpan | null {
  const first = bytes[start] ?? 0
  if ((first & 0x80) === 0) return null
  return (first & 0x40) === 0 ? oldPacket(bytes, start, first) : newPacket(bytes, start, first & 0x3f)
}

function oldPacket(bytes: Uint8Array, start: number, first: number): PacketSpan | null {
  const size = [1, 2, 4, 0][first & 3] ?? 0
  const bodyStart = start + 1 + size
  const length = size === 0 ? bytes.length - bodyStart : readNumber(bytes, start + 1, size)
  return span(bytes, (first >> 2) & 0xf, start, bodyStart, length)
}

function newPacket(bytes: Uint8Array, start: number, tag: number): PacketSpan | null {
  const first = newLength(bytes, start + 1)
  if (!first.partial) return span(bytes, tag, start, first.bodyStart, first.length)
  if (first.length < MIN_FIRST_PIECE) return null
  let end = first.bodyStart + first.length
  let pieces = 1
  for (let partial = true; partial; pieces += 1) {
    if (pieces > MAX_PIECES) return null
    const next = newLength(bytes, end)
    if (end >= bytes.length) return null
    partial = next.partial
    end = next.bodyStart + next.length
  }
  return span(bytes, tag, start, first.bodyStart, end - first.bodyStart)
}

function newLength(bytes: Uint8Array, at: number): { length: number; bodyStart: number; partial: boolean } {
  const first = bytes[at] ?? 0
  if (first < 192) return { length: first, bodyStart: at + 1, partial: false }
  if (first < 224)
    return { length: ((first - 192) << 8) + (bytes[at + 1] ?? 0) + 192, bodyStart: at + 2, partial: false }
  if (first === 255) return { length: readNumber(bytes, at + 1, 4), bodyStart: at + 5, partial: false }
  return { length: 2 ** (first & 0x1f), bodyStart: at + 1, partial: true }
}

function readNumber(bytes: Uint8Array, at: number, size: number): number {
  let value = 0
  for (let index = 0; index < size; index += 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

const span = (bytes: Uint8Array, tag: number, start: number, bodyStart: number, length: number): PacketSpan | null =>
  bodyStart + length > bytes.length ? null : { tag, start, bodyStart, end: bodyStart + length }

/** The body of a packet in one piece, whatever lengths it came in. */
export function bodyOf(bytes: Uint8Array, { start, bodyStart, end }: PacketSpan): Uint8Array {
  const isNew = ((bytes[start] ?? 0) & 0x40) !== 0
  let chunk = isNew ? newLength(bytes, start + 1) : null
  if (!chunk?.partial) return bytes.subarray(bodyStart, end)
  const chunks: Uint8Array[] = []
  for (; chunk.partial; chunk = newLength(bytes, chunk.bodyStart + chunk.length)) {
    chunks.push(bytes.subarray(chunk.bodyStart, chunk.bodyStart + chunk.length))
  }
  return Buffer.concat([...chunks, bytes.subarray(chunk.bodyStart, end)])
}

/** Markers, padding and trust say nothing; of the others only those from 40 on may be passed over (RFC 9580, 4.3). */
export const saysNothing = ({ tag }: PacketSpan): boolean =>
  tag === TAG.marker || tag === TAG.padding || tag === TAG.trust || tag >= 40

const KEY_VERSIONS = [3, 4, 5, 6]

/** The first octet of the body, by tag: enough to tell a message from noise that happens to begin with a high bit. */
const FIRST_OCTETS: Readonly<Record<number, readonly number[]>> = {
  1: [2, 3, 6],
  2: KEY_VERSIONS,
  3: [4, 5, 6],
  4: [3, 6],
  5: KEY_VERSIONS,
  6: KEY_VERSIONS,
  8: [0, 1, 2, 3],
  10: [0x50],
  11: [0x62, 0x74, 0x75, 0x6c, 0x6d],
  18: [1, 2],
  20: [1],
}

/** What kind of OpenPGP data bytes are, or null if they are none. */
export function binaryKind(bytes: Uint8Array): 'message' | 'public-key' | 'private-key' | 'signature' | null {
  const packet = packetAt(bytes, 0)
  if (!packet || !FIRST_OCTETS[packet.tag]?.includes(bytes[packet.bodyStart] ?? -1)) return null
  if (packet.tag === TAG.publicKey) return 'public-key'
  if (packet.tag === TAG.secretKey) return 'private-key'
  return packet.tag === 2 && walkPackets(bytes).packets.every(({ tag }) => tag === 2) ? 'signature' : 'message'
}
