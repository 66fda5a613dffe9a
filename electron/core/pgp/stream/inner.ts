/** Reads what is not, or no longer, encrypted: the one text of the message goes to the sink and through the hashes, its signatures are kept. */
import { saying } from '../../../../shared/words/say.ts'
import { megabytes } from '../../mime/limits.ts'
import { saysNothing } from '../packets.ts'
import { byteReader, type ByteReader } from './byte-reader.ts'
import { hashes, type Hashing } from './hashing.ts'
import { inflated } from './inflate.ts'
import type { Natives } from './natives.ts'
import { nextPacket, tags, wholeBody, type Packet } from './packet-reader.ts'
import { Refused, Surprise } from './stops.ts'
import { textForm } from './text-form.ts'

export interface InnerWork {
  readonly natives: Natives
  readonly mostBytes: number
  /** Hashes by Node's names. */
  readonly hashing: (names: readonly string[]) => Hashing
  readonly write: (bytes: Uint8Array) => void
}

export interface Inner {
  /** As the sender wrote it. */
  readonly fileName: string
  readonly size: number
  /** SHA-256, hex. */
  readonly sha256: string
  readonly signatures: readonly HashedSignature[]
}

export interface HashedSignature {
  /** Of the signature packet. */
  readonly body: Uint8Array
  /** Null for a kind that signs no text. */
  readonly digest: Uint8Array | null
}

const MOST_SIGNATURES = 16
const MOST_SIGNATURE_BYTES = 65_536

/** Markers and padding are passed over. */
export function nextSpeaking(reader: ByteReader): Packet | null {
  for (;;) {
    const packet = nextPacket(reader)
    if (packet === null || !saysNothing({ tag: packet.tag, start: 0, bodyStart: 0, end: 0 })) return packet
    wholeBody(packet, MOST_SIGNATURE_BYTES)
  }
}

/**
 * RFC 9580, 10.3: signatures, one-pass signatures, one literal or compressed packet, as many signatures as were announced, and the end.
 * Throws `Surprise` on anything else.
 */
export function readInner(reader: ByteReader, work: InnerWork, first = nextSpeaking(reader), mayUnpack = true): Inner {
  const leading: Uint8Array[] = []
  const announced: Uint8Array[] = []
  let packet = first
  for (; packet?.tag === tags.signature && announced.length === 0; packet = nextSpeaking(reader)) {
    leading.push(kept(packet, leading))
  }
  for (; packet?.tag === tags.onePass; packet = nextSpeaking(reader)) announced.push(kept(packet, announced))
  if (packet?.tag === tags.compressed && mayUnpack && leading.length + announced.length === 0) {
    const unpacked = byteReader(inflated(packet, work.mostBytes + MOST_SIGNATURE_BYTES))
    const inner = readInner(unpacked, work, undefined, false)
    wholeBody(packet, MOST_SIGNATURE_BYTES)
    mustEnd(reader)
    return inner
  }
  if (packet?.tag !== tags.literal) throw new Surprise('no literal')
  const needs = [...leading.map(ofSignature), ...announced.map(ofOnePass)]
  return literalAndEnd(reader, packet, needs, { leading, announced: announced.length }, work)
}

function mustEnd(reader: ByteReader): void {
  if (nextSpeaking(reader) !== null) throw new Surprise('more packets')
}

function kept(packet: Packet, others: readonly unknown[]): Uint8Array {
  if (others.length >= MOST_SIGNATURES) throw new Surprise('many signatures')
  return wholeBody(packet, MOST_SIGNATURE_BYTES)
}

interface Need {
  /** Null for a kind of signature that covers no text. */
  readonly form: 'binary' | 'text' | null
  /** OpenPGP's number of the hash. */
  readonly hash: number
}

const FORMS = ['binary', 'text'] as const

function ofSignature(body: Uint8Array): Need {
  if (body[0] !== 4) throw new Surprise('signature version')
  return { form: FORMS[body[1] ?? 0xff] ?? null, hash: body[3] ?? 0 }
}

function ofOnePass(body: Uint8Array): Need {
  if (body[0] !== 3) throw new Surprise('one-pass version')
  return { form: FORMS[body[1] ?? 0xff] ?? null, hash: body[2] ?? 0 }
}

interface Around {
  readonly leading: readonly Uint8Array[]
  readonly announced: number
}

function literalAndEnd(
  reader: ByteReader,
  literal: Packet,
  needs: readonly Need[],
  { leading, announced }: Around,
  work: InnerWork,
): Inner {
  const fileName = literalHead(literal)
  const tally = tallyOf(needs, work)
  try {
    const size = pour(literal, tally, work)
    const trailing: Uint8Array[] = []
    for (let left = announced; left > 0; left -= 1) {
      const packet = nextSpeaking(reader)
      if (packet?.tag !== tags.signature) throw new Surprise('signature missing')
      trailing.push(kept(packet, trailing))
    }
    mustEnd(reader)
    if (leading.length + trailing.length > MOST_SIGNATURES) throw new Surprise('many signatures')
    const signatures = [...leading, ...trailing].map((body) => ({ body, digest: tally.digest(body) }))
    return { fileName, size, sha256: Buffer.from(tally.sha256()).toString('hex'), signatures }
  } finally {
    tally.hashing.close()
  }
}

const FORMATS = new Set(Buffer.from('btulm1'))

/** Format, length and name, four octets of time (RFC 9580, 5.9). @returns the name. */
function literalHead(literal: Packet): string {
  const [format = 0, length = 0] = exactly(literal, 2)
  if (!FORMATS.has(format)) throw new Surprise('literal format')
  const name = exactly(literal, length)
  exactly(literal, 4)
  return Buffer.from(name).toString('utf8')
}

function exactly(packet: Packet, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  if (packet.readInto(bytes) < length) throw new Surprise('short literal')
  return bytes
}

function pour(literal: Packet, { hashing, addText }: Tally, { mostBytes, write }: InnerWork): number {
  for (let size = 0; ;) {
    const slot = hashing.slot()
    const length = literal.readInto(slot)
    if (length === 0) return size
    size += length
    if (size > mostBytes) throw new Refused(saying('message-too-large', { limit: megabytes(mostBytes) }))
    const piece = slot.subarray(0, length)
    addText(piece)
    hashing.add(length)
    write(piece)
  }
}

interface Tally {
  readonly hashing: {
    readonly slot: () => Uint8Array
    readonly add: (length: number) => void
    readonly close: () => void
  }
  readonly addText: (piece: Uint8Array) => void
  readonly sha256: () => Uint8Array
  readonly digest: (signature: Uint8Array) => Uint8Array | null
}

/** Every hash once: SHA-256 of the text for the record, then what the signatures need. Texts with their own line ends are hashed here. */
function tallyOf(needs: readonly Need[], { natives, hashing }: InnerWork): Tally {
  const namesOf = (form: Need['form']): readonly string[] =>
    needs.filter((need) => need.form === form).map(({ hash }) => natives.hashes.get(hash) ?? unknownHash())
  const binary = [...new Set(['sha256', ...namesOf('binary')])]
  const text = [...new Set(namesOf('text'))]
  const running = hashing(binary)
  const all = binary.map((_, at) => at)
  const texts = hashes()
  text.forEach((name) => texts.open(name))
  const normalised = textForm()
  return {
    hashing: { slot: running.slot, add: (length) => running.add(length, all), close: running.close },
    addText: (piece) => text.length > 0 && texts.add(normalised(piece), 2 ** text.length - 1),
    sha256: () => running.digest(0, new Uint8Array()),
    digest: (signature) => {
      const { form, hash } = ofSignature(signature)
      if (form === null) return null
      const name = natives.hashes.get(hash) ?? unknownHash()
      const at = (form === 'binary' ? binary : text).indexOf(name)
      // Announced otherwise than it is: OpenPGP.js may say what that means.
      if (at < 0) throw new Surprise('announced hash')
      return (form === 'binary' ? running : texts).digest(at, suffixOf(signature))
    },
  }
}

function unknownHash(): never {
  throw new Surprise('hash')
}

/** What a version 4 signature hashes after the text: its own hashed part, and how long that is (RFC 9580, 5.2.4). */
export function suffixOf(body: Uint8Array): Uint8Array {
  const length = 6 + (body[4] ?? 0) * 256 + (body[5] ?? 0)
  if (length > body.length) throw new Surprise('short signature')
  const suffix = Buffer.alloc(length + 6)
  suffix.set(body.subarray(0, length))
  suffix.set([4, 0xff], length)
  suffix.writeUInt32BE(length, length + 2)
  return suffix
}
