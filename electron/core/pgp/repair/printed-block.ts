/** Finds public keys in any text, however its layout was damaged, and gives their base64 as it is printed. */
import { plainText } from './printed-text.ts'

export interface PrintedBlock {
  readonly start: number
  /** What lies between BEGIN and END, as it stands in the text. */
  readonly inner: string
  readonly complete: boolean
  /** BEGIN stands at a line's start with the five dashes that belong there. */
  readonly isPlain: boolean
}

export interface PrintedBody {
  /** The characters of the data as printed, without padding, in order; a few may be no base64. */
  readonly characters: readonly string[]
  /** CRC-24 as printed. */
  readonly checksum: number | null
}

const MAX_BLOCKS = 1000
/** Characters, layout and all. Nobody prints more; what is longer came by machine, and is read as it is. */
export const LONGEST_PRINTED = 1_000_000

/** Shorter is a mention of a key and not one. */
const LEAST_CHARACTERS = 40

const SPACE = '(?:\\s|&nbsp;|&#160;|=20|=C2=A0)'
const WORDS = `PGP${SPACE}{1,3}PUBLIC${SPACE}{1,3}KEY${SPACE}{1,3}BLOCK`
const DASH =
  '(?:[-\\u00ad\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d\\\\*]|&(?:#\\d{2,5}|#x[0-9a-fA-F]{2,4}|ndash|mdash|minus|shy|hyphen|dash);|=2D|=E2=80=9[0-5]|=E2=88=92)'
const MARK = new RegExp(`(BEGIN|END)${SPACE}{1,3}${WORDS}`, 'g')
const DASHES_AFTER = new RegExp(`^\\s?${DASH}{1,16}(?:[ \\t\\r]{0,40}\\n)?`)
const DASHES_BEFORE = new RegExp(`${DASH}{1,16}\\s?$`)
/** The longest run of dashes, each written as an entity. */
const DASHES_LENGTH = 160

/** Blocks in order. Linear in the length of the text. */
export function printedBlocks(text: string): readonly PrintedBlock[] {
  const marks = [...text.matchAll(MARK)].slice(0, 2 * MAX_BLOCKS).filter((mark) => isMark(text, mark))
  return marks.flatMap((mark, index) => {
    if (mark[1] !== 'BEGIN') return []
    const next = marks[index + 1]
    const block = blockBetween(text, mark, next)
    return block.isPlain ||
      block.inner.length > LONGEST_PRINTED ||
      printedBody(block).characters.length >= LEAST_CHARACTERS
      ? [block]
      : []
  })
}

function isMark(text: string, mark: RegExpExecArray): boolean {
  return dashesAfter(text, mark) > 0 && dashesBefore(text, mark.index) > 0
}

const dashesAfter = (text: string, { index, 0: words }: RegExpExecArray): number => {
  const from = index + words.length
  return DASHES_AFTER.exec(text.slice(from, from + DASHES_LENGTH))?.[0].length ?? 0
}

const dashesBefore = (text: string, at: number): number =>
  DASHES_BEFORE.exec(text.slice(Math.max(0, at - DASHES_LENGTH), at))?.[0].length ?? 0

function blockBetween(text: string, begin: RegExpExecArray, next: RegExpExecArray | undefined): PrintedBlock {
  const start = begin.index - dashesBefore(text, begin.index)
  const from = begin.index + begin[0].length + dashesAfter(text, begin)
  const end = next ? next.index - dashesBefore(text, next.index) : text.length
  const inner = text.slice(from, end)
  const complete = next?.[1] === 'END'
  const isPlain =
    text.slice(start, from).trimEnd() === '-----BEGIN PGP PUBLIC KEY BLOCK-----' &&
    (start === 0 || text[start - 1] === '\n')
  return { start, inner, complete, isPlain }
}

export function printedBody({ inner, complete }: PrintedBlock): PrintedBody {
  const data = dataLines(plainText(inner), complete).join('')
  const tail = /(={0,3}?)(?:=([A-Za-z0-9+/]{4}))?$/.exec(data.slice(-8))
  const checksum = tail?.[2]
  const body = data.slice(0, data.length - (tail?.[0].length ?? 0))
  return {
    characters: Array.from(body),
    checksum: checksum === undefined ? null : Buffer.from(checksum, 'base64').readUIntBE(0, 3),
  }
}

const HEADER = /^[A-Za-z][A-Za-z0-9 -]{0,30}: ?.{0,1000}$/
/** How the first octets of a public key look in base64: tag, length and version. */
const KEY_START = /^(?:m..E|mQ[A-Za-z]|x[h-v])/
const GLUED_START = /(?:m[A-Za-z0-9+/]{2}E|mQ[EIGM]|xj[A-Z]|xl[A-Z]|xs[BDF]|xio)[A-Za-z0-9+/]{60}/
const CHECKSUM_LINE = /^={0,2}=[A-Za-z0-9+/]{4}$/

/** The lines that are data, with nothing else left in them. */
function dataLines(text: string, complete: boolean): readonly string[] {
  const lines = text.trim().includes('\n') ? unnumbered(text.split('\n').map(unquoted)) : oneLine(text)
  const kept = lines.filter((line) => line !== '' && !HEADER.test(line) && !/^(?:`{3}|~{3})/.test(line))
  const first = kept.findIndex((line) => KEY_START.test(line) && isData(line))
  const begin =
    first >= 0
      ? first
      : Math.max(
          0,
          kept.findIndex((line) => isData(line) && line.length >= 16),
        )
  const data: string[] = []
  for (const line of kept.slice(begin)) {
    if (isData(line)) data.push(line.replaceAll(' ', ''))
    else if (!complete) break
    if (CHECKSUM_LINE.test(line)) break
  }
  return data
}

/** Quotation marks of mails, bullets, frames of tables, indents. */
const unquoted = (line: string): string =>
  line
    .slice(0, 2000)
    .replace(/^[\s>|»:*•·]{1,60}/, '')
    .replace(/^-{1,2} (?=[A-Za-z0-9+/=])/, '')
    .replace(/[\s|`"',;]{1,60}$/, '')
    .replace(/^["'`](?!``)/, '')
    .trim()
    .concat(line.length > 2000 ? line.slice(2000).trim() : '')

/** A block that lost all its line ends: what stands before the key is headers. */
function oneLine(text: string): readonly string[] {
  const words = text.trim().split(/\s+/)
  const first = words.findIndex((word) => KEY_START.test(word) && word.length >= 16)
  if (first >= 0) return words.slice(first)
  const glued = GLUED_START.exec(text)
  return glued ? text.slice(glued.index).split(/\s+/) : words
}

const NUMBERED = /^(?:[Ll]ine |L)?(\d{1,5})(?:\s{0,4}[.:)\]|]\s{0,8}|\s{1,8})(?=\S|$)/

/** Line numbers, where nearly every line has one and they rise by one. */
function unnumbered(lines: readonly string[]): readonly string[] {
  const numbers = lines.map((line) => NUMBERED.exec(line)?.[1] ?? /^\d{1,5}$/.exec(line)?.[0])
  const filled = lines.filter((line) => line !== '').length
  const counted = numbers.filter((number) => number !== undefined).map(Number)
  const isRising = counted.every((number, index) => index === 0 || number > (counted[index - 1] ?? 0))
  const isDense = (counted.at(-1) ?? 0) - (counted[0] ?? 0) <= 2 * counted.length + 4
  if (counted.length < 3 || counted.length < filled * 0.8 || !isRising || !isDense) return lines
  return lines.map((line) => (/^\d{1,5}$/.test(line) ? '' : line.replace(NUMBERED, '').trim()))
}

/** Base64, but for a few damaged characters; spaces only as a break of the line puts them, not as between words. */
function isData(line: string): boolean {
  const tight = line.replaceAll(' ', '')
  const strangers = tight.length - tight.replaceAll(/[^A-Za-z0-9+/=]/g, '').length
  if (tight.length === 0 || strangers > Math.max(1, tight.length / 16)) return false
  if (tight.length === line.length) return strangers === 0 || tight.length >= 8
  const words = line.split(' ').filter((word) => word !== '')
  return tight.length / words.length >= 12 || words.every((word) => word.length === 1 || word.length >= 8)
}
