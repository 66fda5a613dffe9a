/** Decodes the bytes of a list: UTF-8 or UTF-16 by its mark, else the Western code page that spreadsheets still write. */

/** Null for what is no text: a NUL byte stands in none of these. */
export function textOfBytes(bytes: Uint8Array): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const text = marked
    ? new TextDecoder(marked).decode(bytes)
    : (utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes))
  return text.includes('\0') ? null : text
}

function utf8(bytes: Uint8Array): string | null {
  try {
    // `stream`: a sample may end in the middle of a character.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}
