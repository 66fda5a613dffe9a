/** Armour as it is printed on paper: each line with its number and a check of its own, so that a slip of the hand is found by its line. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { crc24, findBlocks } from './armour.ts'

export interface PaperLine {
  readonly number: number
  readonly text: string
  /** CRC-24 (RFC 9580, 6.1.1) of the text, six hex digits. */
  readonly check: string
}

const checkOf = (text: string): string => crc24(Buffer.from(text, 'latin1')).toString(16).toUpperCase().padStart(6, '0')

/** The lines between BEGIN and END without the blank one. @param first the number of the first. */
export const paperLines = (armour: string, first: number): readonly PaperLine[] =>
  armour
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('-----'))
    .map((text, index) => ({ number: first + index, text, check: checkOf(text) }))

const TYPED = /^[ \t]{0,40}(\d{1,4})[ \t.:)]{1,8}([A-Za-z0-9+/=]{1,80})[ \t]{1,8}([0-9A-Fa-f]{6})[ \t\r]{0,8}$/

/** Fewer lines that look so are chance. */
const leastLines = 3

/** @returns the text with plain armour lines in place of those from paper; `paper-line-wrong` where a check does not fit. */
export function fromPaper(text: string): Result<string, Saying> {
  const lines = text.split('\n')
  const typed = lines.map((line) => TYPED.exec(line))
  if (typed.filter((line) => line !== null).length < leastLines) return ok(text)
  const wrong = typed.flatMap((line) =>
    line !== null && checkOf(line[2] ?? '') !== line[3]?.toUpperCase() ? [line[1] ?? ''] : [],
  )
  if (wrong.length > 0)
    return fail(saying('paper-line-wrong', { count: wrong.length, lines: wrong.slice(0, 20).join(', ') }))
  return ok(lines.map((line, index) => typed[index]?.[2] ?? line).join('\n'))
}

/** Every armoured secret key of a text or of a printed page, as whoever types it back would have it. */
export function secretBlocksOf(text: string): readonly string[] {
  const plain = fromPaper(text.includes('<html') ? linesOfPage(text) : text)
  const blocks = plain.ok ? findBlocks(plain.value).filter(({ kind }) => kind === 'private-key') : []
  return blocks.map(({ inner }) => {
    const lines = inner.split('\n').filter((line) => line.trim() !== '' && !/^[A-Za-z]{1,20}: /.test(line))
    return ['-----BEGIN PGP PRIVATE KEY BLOCK-----', '', ...lines, '-----END PGP PRIVATE KEY BLOCK-----', ''].join('\n')
  })
}

/** Rows of its tables as lines: nothing of ours has markup in it but tags, and no sign of armour is escaped. */
const linesOfPage = (page: string): string =>
  page
    .replaceAll(/\s{1,1000}/g, ' ')
    .replaceAll(/<\/?tr>/g, '\n')
    .replaceAll(/<[^<>]{0,2000}>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
