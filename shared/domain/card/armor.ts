/** Finds printed OpenPGP armour (RFC 9580, 6.2) in a text, takes it out of the reader's way, and names the damage of its layout. */
export interface ArmorBlock {
  readonly kind: 'key' | 'signature'
  /** As printed, from BEGIN to END or as far as it goes. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly fromLine: number
  readonly toLine: number
  readonly complete: boolean
}

export type ArmorFault =
  | 'key-block-no-end'
  | 'key-block-headers-in-body'
  | 'key-block-fence'
  | 'key-block-checksum-glued'
  | 'key-block-characters'
  | 'key-block-length'
  | 'key-block-checksum-wrong'
  | 'key-block-no-checksum'

const MAX_BLOCK = 200_000
const DASHES = '[-\\u2010-\\u2015]{2,6}'
const BEGIN = new RegExp(`${DASHES} ?BEGIN PGP (PUBLIC KEY BLOCK|SIGNATURE) ?${DASHES}`, 'g')
const SIGNED = new RegExp(
  `${DASHES} ?BEGIN PGP SIGNED MESSAGE ?${DASHES}(?:\\s{0,4}Hash: ?[A-Z0-9]{3,9}(?:, ?[A-Z0-9]{3,9}){0,3})?`,
  'g',
)
const END = new RegExp(`${DASHES} ?END PGP (PUBLIC KEY BLOCK|SIGNATURE) ?${DASHES}`)
const BODY_LINE = /^(?:[A-Za-z0-9+/=]{1,120}|[A-Za-z]{3,12}: .{0,200}|\s{0,80}|`{3}.{0,20})$/

/** A block that lost its END line goes on as long as its lines look like armour. */
function endByShape(text: string, from: number): number {
  let end = from
  for (const line of text.slice(from, from + MAX_BLOCK).split('\n')) {
    if (!BODY_LINE.test(line.replace(/\r$/, '').trim()) && end > from) break
    end += line.length + 1
  }
  return Math.min(end, text.length)
}

function blockFrom(text: string, begin: RegExpExecArray): Omit<ArmorBlock, 'fromLine' | 'toLine'> {
  const bodyStart = begin.index + begin[0].length
  const closing = END.exec(text.slice(bodyStart, bodyStart + MAX_BLOCK))
  const end = closing ? bodyStart + closing.index + closing[0].length : endByShape(text, bodyStart)
  const kind = begin[1] === 'SIGNATURE' ? 'signature' : 'key'
  return { kind, text: text.slice(begin.index, end), start: begin.index, end, complete: closing !== null }
}

const blank = (text: string): string => text.replaceAll(/[^\n\r]/g, ' ')

const MAX_BLOCKS = 50

export interface Unarmored {
  /** The text with the armour blanked out: same length, same lines. */
  readonly text: string
  readonly blocks: readonly ArmorBlock[]
  readonly clearSigned: boolean
}

export function takeArmor(text: string): Unarmored {
  const blocks: ArmorBlock[] = []
  const parts: string[] = []
  let at = 0
  let line = 1
  const lines = (part: string) => part.split('\n').length - 1
  for (const begin of text.matchAll(BEGIN)) {
    if (begin.index < at || blocks.length >= MAX_BLOCKS) continue
    const block = blockFrom(text, begin)
    const before = text.slice(at, block.start)
    const fromLine = line + lines(before)
    line = fromLine + lines(block.text)
    blocks.push({ ...block, fromLine, toLine: block.text.endsWith('\n') ? line - 1 : line })
    parts.push(before, blank(block.text))
    at = block.end
  }
  const rest = parts.join('') + text.slice(at)
  const masked = rest.replaceAll(SIGNED, blank)
  return { text: masked, blocks, clearSigned: masked !== rest }
}

/** CRC-24 of RFC 9580, 6.1. */
export function crc24(bytes: readonly number[]): number {
  let crc = 0xb704ce
  for (const byte of bytes) {
    crc ^= byte << 16
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1
      if (crc & 0x1000000) crc ^= 0x1864cfb
    }
  }
  return crc & 0xffffff
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 to bytes; what does not fill a byte at the end is dropped, as gpg does. */
export function base64Bytes(text: string): readonly number[] {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const character of text) {
    const digit = ALPHABET.indexOf(character)
    if (digit < 0) continue
    value = ((value << 6) | digit) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 0xff)
    }
  }
  return bytes
}

export function crcText(crc: number): string {
  return [18, 12, 6, 0].map((shift) => ALPHABET[(crc >> shift) & 63] ?? '').join('')
}

export interface ArmorCheck {
  readonly faults: readonly ArmorFault[]
  readonly computed: string
  readonly printed: string | null
  readonly characters: number
  /** The bytes themselves are in doubt, not only the layout. */
  readonly dataLost: boolean
}

const HEADER = /^[A-Za-z]{3,16}: /
const CHECKSUM = /^=[A-Za-z0-9+/]{4}$/

/** The lines of a block's inside, without armour headers that stand where they should: right after BEGIN. */
function bodyLines(block: ArmorBlock): {
  readonly lines: readonly string[]
  readonly strayHeaders: boolean
  readonly fenced: boolean
} {
  const inner = block.text.replace(BEGIN, '').replace(END, '')
  const words = inner.includes('\n') ? inner.split(/\r\n|\n|\r/) : inner.split(/\s+/)
  const lines = words.map((line) => line.replace(/^(?:- )+/, '').trim())
  const firstFull = lines.findIndex((line) => line !== '')
  const headersInPlace = firstFull <= 1 && HEADER.test(lines[firstFull] ?? '') && lines[0] === '' && firstFull === 1
  const headerEnd = headersInPlace ? lines.findIndex((line, index) => index > 0 && line === '') : -1
  const body = lines.slice(headerEnd + 1)
  return {
    lines: body.filter((line) => line !== '' && !HEADER.test(line) && !line.startsWith('```')),
    strayHeaders: body.some((line) => HEADER.test(line)),
    fenced: body.some((line) => line.startsWith('```')),
  }
}

function splitChecksum(lines: readonly string[]): {
  readonly data: string
  readonly printed: string | null
  readonly glued: boolean
} {
  const last = lines.at(-1) ?? ''
  if (CHECKSUM.test(last)) return { data: lines.slice(0, -1).join(''), printed: last.slice(1), glued: false }
  const glued = /^(.+?={0,2})=([A-Za-z0-9+/]{4})$/.exec(last)
  if (!glued) return { data: lines.join(''), printed: null, glued: false }
  return { data: [...lines.slice(0, -1), glued[1] ?? ''].join(''), printed: glued[2] ?? null, glued: true }
}

/** What is wrong with a printed key block, by its text alone; whether a key comes out of it is the key doctor's question. */
export function checkArmor(block: ArmorBlock): ArmorCheck {
  const { lines, strayHeaders, fenced } = bodyLines(block)
  const { data, printed, glued } = splitChecksum(lines)
  const digits = data.replaceAll(/[^A-Za-z0-9+/]/g, '')
  const padding = /={0,2}$/.exec(data)?.[0].length ?? 0
  const computed = crcText(crc24(base64Bytes(digits)))
  const strange = digits.length + padding !== data.length
  const length = (digits.length + padding) % 4 !== 0
  const wrong = printed !== null && printed !== computed
  const faults: readonly (ArmorFault | false)[] = [
    !block.complete && 'key-block-no-end',
    strayHeaders && 'key-block-headers-in-body',
    fenced && 'key-block-fence',
    glued && 'key-block-checksum-glued',
    strange && 'key-block-characters',
    length && 'key-block-length',
    wrong && 'key-block-checksum-wrong',
    printed === null && block.complete && 'key-block-no-checksum',
  ]
  const dataLost = !block.complete || strange || length || wrong
  return {
    faults: faults.filter((fault) => fault !== false),
    computed,
    printed,
    characters: digits.length + padding,
    dataLost,
  }
}
