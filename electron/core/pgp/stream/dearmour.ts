/** Takes the armour off a file of any size (RFC 9580, 6): piece by piece, as strictly as programs write it. */
import type { Pieces } from './byte-reader.ts'
import { Surprise } from './stops.ts'

const MOST_HEAD = 65_536
const HEAD =
  /-----BEGIN PGP MESSAGE-----[ \t]*\r?\n(?:[A-Za-z][A-Za-z0-9 -]{0,30}: ?[^\r\n]{0,1000}\r?\n){0,20}[ \t]*\r?\n/
const END = /^([A-Za-z0-9+/\s]*={0,2})\s*(?:=[A-Za-z0-9+/]{4}\s*)?-----END PGP MESSAGE-----\s*$/
const [SPACE, EQUALS, DASH] = [32, 61, 45]

/**
 * The checksum is passed over (RFC 9580, 6.1): what it is for, the integrity check and the signatures inside do better.
 * Gives binary files as they are. Throws `Surprise` on what is not built as programs build it.
 */
export function* dearmoured(pieces: Pieces): Generator<Uint8Array, void> {
  const first = pieces.next()
  if (first.done === true || ((first.value[0] ?? 0) & 0x80) !== 0) {
    for (let piece = first; piece.done !== true; piece = pieces.next()) yield piece.value
    return
  }
  let text: Buffer = Buffer.from(first.value)
  const more = (): boolean => {
    const next = pieces.next()
    if (next.done !== true) text = Buffer.concat([text, next.value])
    return next.done !== true
  }
  while (text.length < MOST_HEAD && more());
  const head = HEAD.exec(text.toString('latin1', 0, MOST_HEAD))
  if (!head) throw new Surprise('armour')
  text = text.subarray(head.index + head[0].length)
  for (;;) {
    const end = firstOf(text)
    if (end >= 0) return yield* lastPart(text, more, () => text)
    const [length, digits] = wholeGroups(text)
    if (length > 0) yield decoded(text.subarray(0, length), digits)
    text = text.subarray(length)
    if (!more()) throw new Surprise('armour')
  }
}

/** Padding, checksum and END line all begin with one of these. */
function firstOf(text: Buffer): number {
  const [equals, dash] = [text.indexOf(EQUALS), text.indexOf(DASH)]
  return equals < 0 ? dash : dash < 0 ? equals : Math.min(equals, dash)
}

function* lastPart(text: Buffer, more: () => boolean, now: () => Buffer): Generator<Uint8Array, void> {
  const most = text.length + MOST_HEAD
  while (now().length < most && more());
  const body = END.exec(now().toString('latin1'))?.[1]
  if (body === undefined) throw new Surprise('armour')
  const digits = body.replaceAll(/[\s=]/g, '')
  const data = Buffer.from(digits, 'base64')
  if (data.length !== Math.floor((digits.length * 3) / 4) || digits.length % 4 === 1) throw new Surprise('armour')
  yield data
}

/** How long a beginning holds whole groups of four digits, and how many digits. */
function wholeGroups(text: Buffer): readonly [length: number, digits: number] {
  let digits = 0
  for (const octet of text) if (octet > SPACE) digits += 1
  let over = digits % 4
  digits -= over
  let length = text.length
  while (length > 0 && over > 0) {
    length -= 1
    if ((text[length] ?? 0) > SPACE) over -= 1
  }
  return [length, digits]
}

/** Other characters are passed over in decoding, so they show by a shorter result. */
function decoded(text: Buffer, digits: number): Uint8Array {
  const data = Buffer.from(text.toString('latin1'), 'base64')
  if (data.length !== (digits / 4) * 3) throw new Surprise('armour')
  return data
}
