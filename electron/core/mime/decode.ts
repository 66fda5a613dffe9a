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

const hexDigit = (byte: number | undefined): number => {
  const digit = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(digit) ? -1 : digit
}

/** RFC 2045, 6.7. What is not a valid escape stays as it is, as every mail program does. */
function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length)
  let length = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    const next = byte === 0x3d ? escapeAt(body, at) : null
    if (next?.byte !== undefined) out[length++] = next.byte
    else if (!next) out[length++] = byte
    if (next) at = next.last
  }
  return out.subarray(0, length)
}

function escapeAt(body: Buffer, at: number): { byte?: number; last: number } | null {
  const high = hexDigit(body[at + 1])
  const low = hexDigit(body[at + 2])
  if (high >= 0 && low >= 0) return { byte: high * 16 + low, last: at + 2 }
  let end = at + 1
  while (end - at < 80 && (body[end] === 0x20 || body[end] === 0x09 || body[end] === 0x0d)) end += 1
  return end >= body.length || body[end] === 0x0a ? { last: end } : null
}

/** Text of any bytes, with LF line ends. A missing or wrong charset falls back to UTF-8 if it fits, else windows-1252. */
export function decodeText(bytes: Uint8Array, charset: string): string {
  const label = charset.trim().toLowerCase()
  const declared = label === '' || label === 'us-ascii' || label === 'ascii' ? '' : label
  const text = (declared && tryDecode(bytes, declared, false)) || tryDecode(bytes, 'utf-8', true)
  return (text ?? tryDecode(bytes, 'windows-1252', false) ?? '').replaceAll('\r\n', '\n')
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
  const odd = sample.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 27) || byte === 127 ? 1 : 0), 0)
  if (odd > sample.length / 100) return false
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  return high <= sample.length / 3 || tryDecode(sample.subarray(0, -4), 'utf-8', false)?.includes('\uFFFD') === false
}
