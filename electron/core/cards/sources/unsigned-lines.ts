/** Finds the lines of a clear-signed document that its signatures do not cover, wherever they hide: around, between and inside the frames. */
import type { ArmourBlock } from '../../pgp/armour.ts'

export interface LineRange {
  /** 1-based. */
  readonly from: number
  readonly to: number
}

const NEWLINE = /\r\n|\n|\r/g

const linesOf = (text: string): readonly string[] => text.split(NEWLINE)

export const lineAt = (text: string, at: number): number => (text.slice(0, at).match(NEWLINE)?.length ?? 0) + 1

const MAX_RANGES = 10

/** @param frames of `text`, in order, not overlapping. At most ten ranges: one is enough to know. */
export const unsignedLines = (text: string, frames: readonly ArmourBlock[]): readonly LineRange[] =>
  [...between(text, frames), ...frames.flatMap((frame) => inside(text, frame))].slice(0, MAX_RANGES)

function between(text: string, frames: readonly ArmourBlock[]): readonly LineRange[] {
  const starts = [0, ...frames.map(({ end }) => end)]
  const ends = [...frames.map(({ start }) => start), text.length]
  return starts.flatMap((start, index) => {
    // A byte order mark is no text.
    const words = text.slice(start, ends[index]).replace(/^\u00ef\u00bb\u00bf/, '   ')
    const first = words.search(/\S/)
    return first < 0 ? [] : [{ from: lineAt(text, start + first), to: lineAt(text, start + words.trimEnd().length) }]
  })
}

const HASHES = /^Hash: (?:MD5|RIPEMD160|SHA3?-?\d{1,3})(?:, ?(?:MD5|RIPEMD160|SHA3?-?\d{1,3})){0,8}$/
/** What programs write into the armour of a signature. Anything longer, an address or a number is for people to read, and unsigned. */
const isArmour = (line: string): boolean =>
  /^[A-Za-z0-9+/=]{0,200}$/.test(line) ||
  (/^(?:Version|Comment|Charset|Hash): [^@]{0,100}$/.test(line) && line.replaceAll(/\D/g, '').length < 7)

/** The headers over the signed text, the armour under it, and what stands behind its end are part of the frame and not signed. */
function inside(text: string, { start, end, inner, signature }: ArmourBlock): readonly LineRange[] {
  const lines: number[] = []
  const note = (all: readonly string[], first: number, isFine: (line: string) => boolean): void =>
    all.forEach((line, index) => isFine(line.trim()) || lines.push(first + index))
  const head = linesOf(inner.slice(0, 2000))
  const blank = head.findIndex((line) => line.trim() === '')
  note(head.slice(0, Math.max(blank, 0)), lineAt(text, start) + 1, (line) => HASHES.test(line))
  const armourAt = text.indexOf(signature, start + inner.length)
  note(linesOf(signature), lineAt(text, armourAt), isArmour)
  const endAt = armourAt + signature.length
  note([text.slice(endAt, end)], lineAt(text, endAt), (line) => line === '-----END PGP SIGNATURE-----')
  return lines.map((line) => ({ from: line, to: line }))
}
