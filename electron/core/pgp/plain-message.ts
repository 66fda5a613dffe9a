/** Reads an OpenPGP message that is not, or no longer, encrypted: its one text and the signatures over it, and nothing that the grammar does not allow. */
import { inflateRawSync, inflateSync } from 'node:zlib'
import { readMessage, type Message } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { megabytes } from '../mime/limits.ts'
import { messageOf, pgpConfig } from './config.ts'
import { bodyOf, saysNothing, TAG, walkPackets, type PacketSpan } from './packets.ts'

export interface PlainMessage {
  readonly data: Buffer
  /** As the sender wrote it, covered by no signature. */
  readonly fileName: string
  /** Signature packets with their headers; each of them can only be over `data`. */
  readonly signatures: readonly Uint8Array[]
}

class Unreadable extends Error {
  readonly problem: Saying
  constructor(problem: Saying) {
    super(problem.code)
    this.problem = problem
  }
}

/** @returns `message-damaged` or `message-too-large`. Never throws. */
export async function readPlainMessage(bytes: Uint8Array, limit: number): Promise<Result<PlainMessage, Saying>> {
  try {
    return ok(await readLevel(bytes, limit, true))
  } catch (error) {
    return fail(error instanceof Unreadable ? error.problem : saying('message-damaged'))
  }
}

/**
 * RFC 9580, 10.3: signatures, one-pass signatures, then one literal or compressed packet, then as many signatures as were announced.
 * Read by hand, since CVE-2025-47934 was a library that gave one literal and verified another, and since a million empty packets cost it minutes.
 */
async function readLevel(bytes: Uint8Array, limit: number, mayUnpack: boolean): Promise<PlainMessage> {
  const { packets, whole } = walkPackets(bytes)
  if (!whole) throw new Unreadable(saying('message-damaged'))
  const said = packets.filter((packet) => !saysNothing(packet))
  const at = said.findIndex(({ tag }) => tag === TAG.literal || tag === TAG.compressed)
  const core = said[at]
  if (!core || (core.tag === TAG.compressed && !mayUnpack)) throw new Unreadable(saying('message-damaged'))
  const prefix = said.slice(0, at)
  const suffix = said.slice(at + 1)
  const announced = prefix.filter(({ tag }) => tag === TAG.onePass).length
  const isGrammatical =
    /^s*o*$/.test(prefix.map(letter).join('')) &&
    suffix.length === announced &&
    suffix.every(({ tag }) => tag === TAG.signature)
  if (!isGrammatical) throw new Unreadable(saying('message-damaged'))
  const inner = core.tag === TAG.literal ? literal(bodyOf(bytes, core), limit) : await unpacked(bytes, core, limit)
  const around = [...prefix, ...suffix].filter(({ tag }) => tag === TAG.signature)
  return { ...inner, signatures: [...inner.signatures, ...around.map(({ start, end }) => bytes.subarray(start, end))] }
}

const letter = ({ tag }: PacketSpan): string => (tag === TAG.signature ? 's' : tag === TAG.onePass ? 'o' : 'x')

const FORMATS = Buffer.from('btulm1')

/** Format, length and name, four octets of time, then the text (RFC 9580, 5.9). */
function literal(body: Uint8Array, limit: number): PlainMessage {
  const nameLength = body[1] ?? 0
  const start = 2 + nameLength + 4
  if (!FORMATS.includes(body[0] ?? 0) || body.length < start) throw new Unreadable(saying('message-damaged'))
  const data = Buffer.from(body.buffer, body.byteOffset + start, body.length - start)
  if (data.length > limit) throw tooLarge(limit)
  return { data, fileName: Buffer.from(body.subarray(2, 2 + nameLength)).toString('utf8'), signatures: [] }
}

const tooLarge = (limit: number): Unreadable => new Unreadable(saying('message-too-large', { limit: megabytes(limit) }))

async function unpacked(bytes: Uint8Array, packet: PacketSpan, limit: number): Promise<PlainMessage> {
  const body = bodyOf(bytes, packet)
  const algorithm = body[0]
  const packed = body.subarray(1)
  if (algorithm === 0) return readLevel(packed, limit, false)
  if (algorithm === 3) return readLevel(await unpackBzip2(packed, limit), limit, false)
  return readLevel(inflated(packed, algorithm === 1 ? inflateRawSync : inflateSync, limit), limit, false)
}

/** A little more than the text: headers and signatures are packed with it. */
const ROOM = 65_536

/** Both pass over what follows the end of the compressed stream, which Sequoia pads with. */
function inflated(packed: Uint8Array, inflate: typeof inflateSync, limit: number): Uint8Array {
  try {
    return inflate(packed, { maxOutputLength: limit + ROOM })
  } catch (error) {
    const isLimit = error instanceof RangeError
    throw isLimit ? tooLarge(limit) : new Unreadable(saying('message-damaged'))
  }
}

/** bzip2 of the header of a literal packet that runs to the end of all. */
const LITERAL_HEADER = Buffer.from('QlpoOTFBWSZTWY7E1E4AAANBEGAAEAAAAKAAISGgzTTUF4u5IpwoSEdiaicA', 'base64')
/** Half a megabyte a second is what OpenPGP.js unpacks of it; hardly any program writes it unasked. */
const MAX_BZIP2 = 3 * 1024 * 1024
const MAX_FROM_BZIP2 = 32 * 1024 * 1024

/**
 * Only OpenPGP.js has it, and would parse what it unpacks, which a million empty packets make slow. Since bzip2 streams can be joined, a header
 * in front makes all of it one literal packet to OpenPGP.js.
 */
async function unpackBzip2(packed: Uint8Array, limit: number): Promise<Uint8Array> {
  const most = Math.min(limit, MAX_FROM_BZIP2)
  if (packed.length > MAX_BZIP2) throw tooLarge(most)
  const header = Buffer.from([0xc8, 0xff, 0, 0, 0, 0, 3])
  header.writeUInt32BE(1 + LITERAL_HEADER.length + packed.length, 2)
  try {
    const binaryMessage = Buffer.concat([header, LITERAL_HEADER, packed])
    const message: Message<Uint8Array> = await readMessage({ binaryMessage, config: pgpConfig(most + ROOM) })
    const data: unknown = message.getLiteralData()
    return data instanceof Uint8Array ? data : new Uint8Array()
  } catch (error) {
    throw /Maximum decompressed/.test(messageOf(error)) ? tooLarge(most) : new Unreadable(saying('message-damaged'))
  }
}
