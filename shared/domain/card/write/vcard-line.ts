/** The lines of a vCard: escaped so that no value can end its line, and folded so that no character is cut (RFC 6350, 3.2 to 3.4). */
import { plainLine } from './plain-text.ts'

export interface VcardLine {
  readonly group?: string
  readonly name: string
  readonly params?: string
  /** Escaped already. */
  readonly value: string
}

/** Text values: backslash, comma, semicolon and line ends are escaped; other control characters have no business here. */
export const textValue = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(plainLine)
    .join('\n')
    .replaceAll(/[\\,;]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

const WIDTH = 75

export function foldedLine({ group, name, params, value }: VcardLine): string {
  const line = `${group ? `${group}.` : ''}${name}${params ? `;${params}` : ''}:${value}`
  let text = ''
  let used = 0
  for (const character of line.toWellFormed()) {
    const size = octets(character)
    if (used + size > WIDTH) {
      text += '\r\n '
      used = 1
    }
    text += character
    used += size
  }
  return `${text}\r\n`
}
