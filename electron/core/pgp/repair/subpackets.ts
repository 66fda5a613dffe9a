/** Reads signature subpackets strictly (RFC 9580, 5.2.3.7): each kind has its length and its values, which is where a changed character shows first. */
/** Whose signatures are looked at. */
export interface Owner {
  readonly version: 4 | 6
  readonly algorithm: number
  /** Seconds since 1970. */
  readonly created: number
  readonly fingerprint: Uint8Array
  readonly keyId: Uint8Array
}

export interface Area {
  readonly issuer: 'own' | 'foreign' | 'none'
  readonly created: number | null
  readonly flags: number
  /** Where signatures lie within: the cross-signature of a signing subkey. */
  readonly embedded: readonly (readonly [from: number, end: number])[]
}

type Rule = (body: Uint8Array) => boolean

const sized =
  (length: number): Rule =>
  (body) =>
    body.length === length
const truth: Rule = (body) => body.length === 1 && (body[0] ?? 2) <= 1
const listOf =
  (values: readonly number[]): Rule =>
  (body) =>
    body.length <= 32 && body.every((value) => values.includes(value))
const upTo = (least: number, most: number): readonly number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index)

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Text as people write it: whole UTF-8 without control characters. @returns where it stops being that, or -1. */
export function textFault(bytes: Uint8Array): number {
  let isAscii = true
  for (let at = 0; at < bytes.length; at += 1) {
    const octet = bytes[at] ?? 0
    if (octet < 32 || octet === 127) return at
    isAscii &&= octet < 127
  }
  if (isAscii) return -1
  try {
    return /[\u0080-\u009f\ufffd]/.test(decoder.decode(bytes)) ? bytes.length - 1 : -1
  } catch {
    return bytes.length - 1
  }
}

const isText = (bytes: Uint8Array): boolean => textFault(bytes) < 0

const text: Rule = (body) => isText(body)
const CIPHERS = upTo(1, 13)
const HASHES = [1, 2, 3, 8, 9, 10, 11, 12, 14]

const notation: Rule = (body) => {
  const [nameLength, valueLength] = [(body[4] ?? 0) * 256 + (body[5] ?? 0), (body[6] ?? 0) * 256 + (body[7] ?? 0)]
  return body.length === 8 + nameLength + valueLength && isText(body.subarray(8, 8 + nameLength))
}

const RULES: Readonly<Record<number, Rule>> = {
  2: sized(4),
  3: sized(4),
  4: truth,
  5: sized(2),
  6: (body) => body.at(-1) === 0,
  7: truth,
  9: sized(4),
  11: listOf(CIPHERS),
  12: sized(22),
  16: sized(8),
  20: notation,
  21: listOf(HASHES),
  22: listOf(upTo(0, 3)),
  23: (body) => body.length >= 1 && body.length <= 4,
  24: text,
  25: truth,
  26: text,
  27: (body) => body.length >= 1 && body.length <= 4,
  28: text,
  29: (body) => body.length >= 1 && [0, 1, 2, 3, 32].includes(body[0] ?? -1) && isText(body.subarray(1)),
  30: (body) => body.length >= 1 && body.length <= 4,
  31: (body) => body.length >= 18,
  32: (body) => body.length > 20,
  33: (body) => (body[0] === 4 && body.length === 21) || (body[0] === 6 && body.length === 33),
  34: listOf(upTo(1, 3)),
  35: (body) => (body[0] === 4 && body.length === 21) || (body[0] === 6 && body.length === 33),
  37: (body) => body.length % 16 === 0,
  39: (body) =>
    body.length % 2 === 0 && body.every((value, index) => (index % 2 === 0 ? CIPHERS : upTo(1, 3)).includes(value)),
}

const isPrivate = (type: number): boolean => type >= 100 && type <= 110

/** @returns what the subpackets say, or the offset of the first octet that cannot be. */
export function readSubpackets(bytes: Uint8Array, from: number, end: number, owner: Owner | null): Area | number {
  let area: Area = { issuer: 'none', created: null, flags: 0, embedded: [] }
  for (let at = from; at < end;) {
    const head = headAt(bytes, at)
    const bodyEnd = head.typeAt + head.length
    if (head.length < 1 || bodyEnd > end) return Math.min(head.typeAt, end) - 1
    const next = take(bytes, head.typeAt, bodyEnd, owner, area)
    if (typeof next === 'number') return next
    area = next
    at = bodyEnd
  }
  return area
}

function headAt(bytes: Uint8Array, at: number): { readonly typeAt: number; readonly length: number } {
  const first = bytes[at] ?? 0
  if (first < 192) return { typeAt: at + 1, length: first }
  if (first < 255) return { typeAt: at + 2, length: ((first - 192) << 8) + (bytes[at + 1] ?? 0) + 192 }
  return {
    typeAt: at + 5,
    length:
      (bytes[at + 1] ?? 0) * 2 ** 24 +
      (((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0)),
  }
}

function take(bytes: Uint8Array, typeAt: number, end: number, owner: Owner | null, area: Area): Area | number {
  const type = (bytes[typeAt] ?? 0) & 0x7f
  const body = bytes.subarray(typeAt + 1, end)
  const rule = RULES[type]
  if (rule === undefined) return isPrivate(type) ? area : typeAt
  if (!rule(body)) return end - 1
  if (type === 2)
    return {
      ...area,
      created: ((body[0] ?? 0) << 24) | ((body[1] ?? 0) << 16) | ((body[2] ?? 0) << 8) | (body[3] ?? 0),
    }
  if (type === 27) return { ...area, flags: body[0] ?? 0 }
  if (type === 32) return { ...area, embedded: [...area.embedded, [typeAt + 1, end]] }
  const named = owner && (type === 16 ? owner.keyId : type === 33 ? owner.fingerprint : null)
  return named ? issuedBy(type === 33 ? body.subarray(1) : body, named, end, area) : area
}

/** An issuer that is nearly the owner is the owner, damaged. */
function issuedBy(body: Uint8Array, named: Uint8Array, end: number, area: Area): Area | number {
  const same = named.reduce((count, octet, index) => count + (octet === body[index] ? 1 : 0), 0)
  if (same * 2 < named.length) return area.issuer === 'own' ? area : { ...area, issuer: 'foreign' }
  const differs = named.findIndex((octet, index) => octet !== body[index])
  return differs < 0 ? { ...area, issuer: 'own' } : end - named.length + differs
}
