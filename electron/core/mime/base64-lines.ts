/** Base64 in lines, for attachments and armour: a megabyte in a few milliseconds, where a regular expression takes ten times that. */

/** Every line ends in `end`, the last one too. @param width characters of a line: 76 in MIME (RFC 2045), 64 in armour (RFC 9580). */
export function base64Lines(bytes: Uint8Array, width: 64 | 76 = 76, end: '\r\n' | '\n' = '\r\n'): Buffer {
  const flat = Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'), 'latin1')
  const lines = Buffer.allocUnsafe(flat.length + Math.ceil(flat.length / width) * end.length)
  const ending = Buffer.from(end)
  let at = 0
  for (let from = 0; from < flat.length; from += width) {
    at += flat.copy(lines, at, from, from + width)
    at += ending.copy(lines, at)
  }
  return lines
}
