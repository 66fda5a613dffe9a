/** Takes the keys out of a file or a document: binary, in armour, or printed with whatever layout it has by now. */
import { ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { crc24, findBlocks, readArmour, type ArmourBody } from './armour.ts'
import { binaryKind } from './packets.ts'
import { fromPaper } from './paper-lines.ts'
import { digitOf, octets } from './repair/digits.ts'
import {
  LONGEST_PRINTED,
  printedBlocks,
  printedBody,
  type PrintedBlock,
  type PrintedBody,
} from './repair/printed-block.ts'

export interface KeyBlock {
  readonly data: Uint8Array
  /** What is wrong with the block, by its text alone. */
  readonly damage: readonly Saying[]
  /** No checksum shows that the data are whole. */
  readonly isDoubtful: boolean
  readonly isSecret: boolean
  /** For a repair; null for what is no printed public key. */
  readonly printed: PrintedBody | null
}

type Placed = KeyBlock & { readonly start: number }

/** @returns blocks in their order; none if there is no key. `paper-line-wrong`. Never throws. */
export function keyBlocks(bytes: Uint8Array): Result<readonly KeyBlock[], Saying> {
  const kind = binaryKind(bytes)
  if (kind === 'public-key' || kind === 'private-key')
    return ok([{ data: bytes, damage: [], isDoubtful: false, isSecret: kind === 'private-key', printed: null }])
  const text = fromPaper(decode(bytes))
  return text.ok ? ok(piecesOf(text.value).flatMap(blocksOf)) : text
}

const blocksOf = (text: string): readonly Placed[] =>
  [...publicBlocks(text), ...secretBlocks(text)]
    .filter(({ start }) => !isMuted(text, start))
    .sort((one, other) => one.start - other.start)

/** A colon before BEGIN is how GnuPG keeps a stored revocation from being applied by mistake. */
const isMuted = (text: string, start: number): boolean =>
  text[start - 1] === ':' && (start === 1 || text[start - 2] === '\n')

const END = /^-----END PGP (?:PUBLIC|PRIVATE|SECRET) KEY BLOCK-----[ \t\r]{0,8}\n/gm
/** Who looks for blocks stops after a thousand of them; a ring may have been put together of many more. */
const blocksAPiece = 400

function piecesOf(text: string): readonly string[] {
  const ends = [...text.matchAll(END)].map(({ index, 0: line }) => index + line.length)
  const cuts = ends.filter((_, at) => (at + 1) % blocksAPiece === 0)
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at]))
}

/** UTF-8, or what an older program wrote. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const publicBlocks = (text: string): readonly Placed[] => printedBlocks(text).map(readPublic)

function readPublic(block: PrintedBlock): Placed {
  const plain = readArmour(asBytes(block.inner))
  const isWhole = block.isPlain && plain.checksum === 'right' && !plain.damaged
  if (isWhole || block.inner.length > LONGEST_PRINTED) return placed(block, plain, null)
  const printed = printedBody(block)
  const digits = printed.characters.map(digitOf)
  const kept = Uint8Array.from(digits.filter((digit) => digit >= 0))
  const data = octets(kept)
  const mended = !block.isPlain || plain.mended || Buffer.compare(plain.data, data) !== 0
  const { checksum } = printed
  const fits = checksum === null ? 'absent' : crc24(data) === checksum ? 'right' : 'wrong'
  return placed(block, { data, mended, checksum: fits, damaged: kept.length < digits.length }, printed)
}

/** One character per byte, as armour is read. */
const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

const secretBlocks = (text: string): readonly Placed[] =>
  findBlocks(text, true)
    .filter(({ kind }) => kind === 'private-key')
    .map((block) => ({ ...placed(block, readArmour(asBytes(block.inner)), null), isSecret: true }))

function placed(
  { start, complete }: Pick<PrintedBlock, 'start' | 'complete'>,
  { data, mended, checksum, damaged }: Omit<ArmourBody, 'charset'>,
  printed: PrintedBody | null,
): Placed {
  const damage = [
    ...(mended ? [saying('key-layout-mended')] : []),
    ...(complete ? [] : [saying('armour-no-end')]),
    ...(checksum === 'wrong' ? [saying('crc-mismatch')] : []),
    ...(damaged ? [saying('armour-characters')] : []),
  ]
  return { start, data, damage, isDoubtful: checksum !== 'right', isSecret: false, printed }
}
