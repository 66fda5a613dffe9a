/** Reads the file name of a part in all the ways that mail programs write it (RFC 2183, 2231, and RFC 2047 where it is not allowed). */
import { decodeWords } from 'postal-mime'
import { decodeText } from './decode.ts'
import type { MimePart } from './split.ts'

/** The name as the header gives it, RFC 2231 pieces joined; made safe where it is used. */
export function fileNameOf(part: MimePart): string {
  const named = (params: ReadonlyMap<string, string>, key: string): string =>
    plainParam(params.get(key)) || extendedParam(params, key)
  return named(part.disposition.params, 'filename') || named(part.type.params, 'name')
}

/** Raw eight-bit names and encoded words are both against the rules and both common. */
const plainParam = (value: string | undefined): string =>
  decodeWords(decodeText(Buffer.from(value ?? '', 'latin1'), ''))

/** `name*=utf-8''a%20b` and `name*0*=…; name*1=…` (RFC 2231, 3 and 4). */
function extendedParam(params: ReadonlyMap<string, string>, key: string): string {
  const whole = params.get(`${key}*`)
  const pieces = whole === undefined ? [] : [{ value: whole, encoded: true }]
  for (let index = 0; index < (whole === undefined ? 100 : 0); index += 1) {
    const encoded = params.get(`${key}*${index}*`)
    const value = encoded ?? params.get(`${key}*${index}`)
    if (value === undefined) break
    pieces.push({ value, encoded: encoded !== undefined })
  }
  const [charset, start] = charsetOf(pieces[0]?.encoded ? (pieces[0]?.value ?? '') : '')
  const binary = pieces.map(({ value, encoded }, index) => {
    const text = index === 0 ? value.slice(start) : value
    return encoded
      ? text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : text
  })
  return decodeText(Buffer.from(binary.join(''), 'latin1'), charset)
}

function charsetOf(value: string): readonly [string, number] {
  const found = /^([\w-]{0,40})'[\w-]{0,40}'/.exec(value)
  return [found?.[1] ?? '', found?.[0].length ?? 0]
}
