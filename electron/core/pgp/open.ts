/** Opens any file that may hold a message: finds out what it is and hands back the opened message or the reason why not. Runs in a worker. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { looksLikeText, tryDecode } from '../mime/decode.ts'
import { readFields } from '../mime/header-fields.ts'
import { megabytes, type ReadLimits } from '../mime/limits.ts'
import type { MimePart } from '../mime/split.ts'
import { assemble } from './assemble.ts'
import { keyRing, type SecretKeyInput } from './key-ring.ts'
import { binaryKind } from './packets.ts'
import { Refused } from './gathering.ts'
import { Walk } from './walk.ts'

export interface OpenInput {
  readonly bytes: Uint8Array
  /** Only its ending is used, and only as a hint. */
  readonly fileName: string
  readonly secretKeys: readonly SecretKeyInput[]
  readonly publicKeys: readonly string[]
  /** UTC ISO. */
  readonly now: string
  readonly limits: ReadLimits
}

/** Never throws. A bad signature is a state of the message, not a problem; no problem carries content. */
export async function open(input: OpenInput): Promise<Result<OpenedMessage, Saying>> {
  try {
    return ok(await openOrThrow(input))
  } catch (error) {
    return fail(error instanceof Refused ? error.problem : saying('message-damaged'))
  }
}

async function openOrThrow({
  bytes,
  fileName,
  secretKeys,
  publicKeys,
  now,
  limits,
}: OpenInput): Promise<OpenedMessage> {
  if (bytes.length > limits.messageBytes) {
    throw new Refused(saying('message-too-large', { limit: megabytes(limits.messageBytes) }))
  }
  const source = prepare(bytes)
  const walk = new Walk(keyRing(secretKeys, publicKeys), new Date(now), limits)
  const root = await walkSource(walk, source, fileName)
  return assemble(root, await walk.result(), limits.headerBytes)
}

async function walkSource(walk: Walk, source: Buffer, fileName: string): Promise<MimePart | null> {
  if (looksLikeMail(source, fileName)) return walk.mime(source, [])
  if (binaryKind(source) === null && (isScrap(source) || !looksLikeText(source)))
    throw new Refused(saying('message-not-recognised'))
  await walk.bare(source)
  return null
}

const SCRAP = 16

/** The first octets of something binary, which are no text in any coding that is likely. */
const isScrap = (source: Buffer): boolean =>
  source.length < SCRAP && (source[0] ?? 0) >= 0x80 && tryDecode(source, 'utf-8', true) === null

/** Undoes what mail stores and editors put around a message: UTF-16, a byte order mark, blank lines, mbox's "From " line. */
function prepare(bytes: Uint8Array): Buffer {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wide = raw[0] === 0xff && raw[1] === 0xfe ? 'utf-16le' : raw[0] === 0xfe && raw[1] === 0xff ? 'utf-16be' : null
  const text = wide ? Buffer.from(new TextDecoder(wide).decode(raw)) : raw
  let start = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? 3 : 0
  while (start < text.length && [0x20, 0x09, 0x0a, 0x0d].includes(text[start] ?? 0)) start += 1
  if (start === text.length) throw new Refused(saying('message-empty'))
  const trimmed = text.subarray(start)
  if (!trimmed.subarray(0, 5).equals(Buffer.from('From '))) return trimmed
  const newline = trimmed.indexOf('\n')
  return newline < 0 ? trimmed : trimmed.subarray(newline + 1)
}

const SURE = new Set(['from', 'received', 'return-path', 'mime-version', 'content-type', 'message-id', 'delivered-to'])

/** A header block with a field that only mails have. A report in YAML has fields, too, but not these. */
function looksLikeMail(source: Buffer, fileName: string): boolean {
  const head =
    source
      .subarray(0, 65_536)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? ''
  const isNamedSo = /\.(?:eml|mbox)$/i.test(fileName)
  // A mail that was cut in its first word.
  if (isNamedSo && /^[!-9;-~]{1,80}$/.test(head)) return true
  if (!/^[!-9;-~]{1,80}[ \t]{0,20}:/.test(head)) return false
  return isNamedSo || readFields(head).some(({ name }) => SURE.has(name))
}
