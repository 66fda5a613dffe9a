/** Opens a file with the processor's own AES and hashes: every packet that programs write for files; all else is a `Surprise`. */
import { saying } from '../../../../shared/words/say.ts'
import { safeFileName } from '../../mime/file-name.ts'
import type { KeyRing } from '../key-ring.ts'
import { fits, openAead, readAeadHead } from './aead.ts'
import { byteReader, type ByteReader, type Pieces } from './byte-reader.ts'
import { dearmoured } from './dearmour.ts'
import { nextSpeaking, readInner, type Inner, type InnerWork } from './inner.ts'
import { openMdc } from './mdc.ts'
import { tags, wholeBody, writePacket, type Packet } from './packet-reader.ts'
import { findSessionKey, recipientOf, type FoundKey } from './session-keys.ts'
import { Refused, Surprise } from './stops.ts'
import type { OpenedFile } from './stream-job.ts'
import { judge, protectionOf, type Encryption } from './verdict.ts'

export interface OpenWork extends InnerWork {
  readonly pieces: () => Pieces
  readonly ring: KeyRing
  readonly now: Date
}

const MOST_SESSION_KEY_BYTES = 16_384
const NO_INTEGRITY = 9

/** Writes what was inside; throws `Refused` or `Surprise`, and then nothing of what was written counts. */
export async function openNatively(work: OpenWork): Promise<OpenedFile> {
  if (!work.natives.hasAes) throw new Surprise('no native AES')
  const reader = byteReader(dearmoured(work.pieces()))
  const { packet, bodies, packets } = readHead(reader)
  if (packet === null) throw new Surprise('no data')
  if (packets.length === 0 && !isProtected(packet)) return finish(readInner(reader, work, packet), null, work)
  if (packet.tag === NO_INTEGRITY) throw new Refused(saying('message-no-integrity'))
  if (!isProtected(packet)) throw new Surprise('no data')
  const found = await findSessionKey(bodies, packets, work.ring, work.now)
  const inner = readProtected(packet, found, work)
  if (nextSpeaking(reader) !== null) throw new Surprise('more packets')
  return finish(inner, { recipients: bodies.map(recipientOf), decryptedWith: found.openedWith }, work)
}

const isProtected = ({ tag }: Packet): boolean => tag === tags.protectedData || tag === tags.aeadData

interface Head {
  /** The first packet that is no session key. */
  readonly packet: Packet | null
  readonly bodies: readonly Uint8Array[]
  readonly packets: readonly Uint8Array[]
}

function readHead(reader: ByteReader): Head {
  const bodies: Uint8Array[] = []
  const packets: Uint8Array[] = []
  for (;;) {
    const packet = nextSpeaking(reader)
    const isKey = packet?.tag === tags.encryptedSessionKey
    if (packet === null || (!isKey && packet.tag !== tags.passwordSessionKey)) return { packet, bodies, packets }
    const body = wholeBody(packet, MOST_SESSION_KEY_BYTES)
    if (isKey) bodies.push(body)
    packets.push(writePacket(packet.tag, body))
    if (packets.length > 1000) throw new Surprise('many session keys')
  }
}

/** The text counts only once the integrity check held; whatever else was found before that is of no interest. */
function readProtected(packet: Packet, found: FoundKey, work: InnerWork): Inner {
  let isChecked = false
  const plain = decrypted(packet, found, () => {
    isChecked = true
  })
  try {
    const inner = readInner(byteReader(plain), work)
    if (isChecked) return inner
  } catch (error) {
    if (error instanceof Surprise) while (plain.next().done !== true);
    throw error
  }
  throw new Refused(saying('message-tampered'))
}

function decrypted(packet: Packet, { data, algorithm }: FoundKey, onChecked: () => void): Pieces {
  const version = new Uint8Array(1)
  packet.readInto(version)
  const [number = 0] = version
  if (packet.tag === tags.protectedData && number === 1) {
    if (algorithm !== `aes${data.length * 8}`) throw new Surprise('cipher')
    return openMdc(packet, data, onChecked)
  }
  if (packet.tag !== tags.aeadData || number !== 1) throw new Surprise('version')
  const head = readAeadHead(packet, number)
  if (algorithm !== `aes${data.length * 8}` || !fits(head, data)) throw new Surprise('cipher')
  return openAead(packet, head, data, onChecked)
}

async function finish(
  inner: Inner,
  encryption: (Encryption & { readonly decryptedWith: string }) | null,
  { ring, now }: OpenWork,
): Promise<OpenedFile> {
  const openedWith = encryption ? [encryption.decryptedWith] : []
  const verdict = await judge(inner.signatures, ring, now, openedWith)
  return {
    fileName: inner.fileName === '' ? '' : safeFileName(inner.fileName, ''),
    size: inner.size,
    sha256: inner.sha256,
    protection: protectionOf(encryption, verdict),
    findings: verdict.findings,
  }
}
