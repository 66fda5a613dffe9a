/** Turns the body of a part into bytes and text. postal-mime is not used for bodies: it takes minutes for 50 MB of short lines. */
import { firstField } from './header-fields.ts'
import type { MimePart } from './split.ts'

/** The decoded bytes of a part. An unknown transfer encoding leaves them as they are. */
export function decodeBody(part: MimePart): Buffer {
  const encoding = firstField(part.fields, 'content-transfer-encoding').toLowerCase().trim()
  if (encoding === 'base64') return Buffer.from(part.body.toString('latin1'), 'base64')
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(part.body)
  return part.body
}

/** By arithmetic: tens of millions of escapes in one body are an attack, and a call for each of them would be one. */
function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

const EQUALS = 0x3d

/** RFC 2045, 6.7. What is not a valid escape stays as it is, as every mail program does. */
function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length)
  let length = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    const code = byte === EQUALS ? hexDigit(body[at + 1]) * 16 + hexDigit(body[at + 2]) : -1
    const isEscape = code >= 0 && hexDigit(body[at + 2]) >= 0
    const softEnd = byte === EQUALS && !isEscape ? softBreakAt(body, at) : -1
    if (softEnd < 0) out[length++] = isEscape ? code : byte
    if (isEscape) at += 2
    else if (softEnd >= 0) at = softEnd
  }
  return out.subarray(0, length)
}

const MAX_BLANKS = 80

/** @returns where the line break ends that is none, or -1. */
function softBreakAt(body: Buffer, at: number): number {
  let end = at + 1
  while (end - at < MAX_BLANKS && (body[end] === 0x20 || body[end] === 0x09 || body[end] === 0x0d)) end += 1
  return end >= body.length || body[end] === 0x0a ? end : -1
}

/** Text of any bytes, with LF line ends. A missing or wrong charset falls back to UTF-8 if it fits, else windows-1252. */
export function decodeText(bytes: Uint8Array, charset: string): string {
  const label = charset.trim().toLowerCase()
  const declared = label === '' || label === 'us-ascii' || label === 'ascii' ? '' : label
  const text = (declared && tryDecode(bytes, declared, false)) || tryDecode(bytes, 'utf-8', true)
  return (text ?? tryDecode(bytes, 'windows-1252', false) ?? '').replaceAll('\r\n', '\n')
}

/** In these the bytes of one text can be quite another one; the first two also hold no ASCII. */
const SHIFTING =
  /^(?:utf-?16|utf-?32|ucs|unicode|iso-10646|csunicode|hz-gb|iso-2022|csiso2022|replacement|x-user-defined)/
const ESCAPE = 0x1b

/**
 * Text whose charset is named outside of what protects it, where anybody may have changed the name (RFC 9580, 7: UTF-8).
 * @returns `assumed`: the name that had to be believed, or null where the bytes speak for themselves.
 */
export function decodeInside(bytes: Uint8Array, charset: string): { text: string; assumed: string | null } {
  const label = charset.trim().toLowerCase()
  const isShifted = /^iso-2022-(?:jp|kr)$/.test(label) && bytes.includes(ESCAPE)
  const utf8 = isShifted ? null : tryDecode(bytes, 'utf-8', true)
  if (utf8 !== null) return { text: utf8.replaceAll('\r\n', '\n'), assumed: null }
  const believed = isShifted || !SHIFTING.test(label) ? label : ''
  const assumed = believed === '' || tryDecode(new Uint8Array(), believed, false) === null ? 'windows-1252' : believed
  return { text: decodeText(bytes, assumed), assumed }
}

export function tryDecode(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether bytes are plausibly text: valid UTF-8 or one byte a character, and hardly any control characters. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 64 * 1024)
  let odd = 0
  let high = 0
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 27) || byte === 127) odd += 1
    if (byte >= 0x80) high += 1
  }
  if (odd > sample.length / 100) return false
  return high <= sample.length / 3 || tryDecode(sample.subarray(0, -4), 'utf-8', false)?.includes('\uFFFD') === false
}
