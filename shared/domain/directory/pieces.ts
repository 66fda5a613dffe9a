/** Cuts a pasted line into what may be indicators, and each of them out of what people and programs put around it. */
import { refang, withoutMarks } from '../observable/refang.ts'
import { asciiName } from './ascii-name.ts'

export interface Piece {
  readonly text: string
  /** Nothing but a comma or the like parts it from the piece before. */
  readonly joined: boolean
}

/** "[.]" and "(at)" may have blanks in them, "AS 64500" too. */
export function piecesOf(line: string): readonly Piece[] {
  const remark = line.search(/(?:^|\s)#/)
  const told = remark < 0 ? line : line.slice(0, remark)
  return joinedUp(told)
    .split(/\s+/)
    .flatMap((word) =>
      word
        .split(/[,;|]+/)
        .filter((text) => text !== '')
        .map((text, at) => ({ text, joined: at > 0 })),
    )
}

function joinedUp(line: string): string {
  const closed = /[[({]/.test(line)
    ? line.replaceAll(/\s{0,3}([[({])\s{0,2}(\.|dot|at|@|punto|punkt|point|arroba)\s{0,2}([\])}])\s{0,3}/gi, '$1$2$3')
    : line
  return closed.replaceAll(/\b(asn?)\s{1,3}(?=\d)/gi, '$1')
}

/** Nothing that is looked up is longer; of a longer link the host is at its beginning. */
const longest = 2_083
/** Marks that copying from tables and mails leaves behind: direction, zero width, byte order. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

const defanged = /[[({*]|hxx/i

/** To be tried in turn: as it was before it was defanged; without quotes, brackets and the end of a sentence; without port; without path. */
export function* readingsOf(piece: string): Generator<string> {
  const given = piece.slice(0, longest).replaceAll(unseen, '').normalize('NFC')
  const whole = defanged.test(given) ? withoutMarks(refang(given)) : given
  yield whole
  const host = /^\[([\da-f:.]{2,45})\]:\d{1,5}$/i.exec(whole)?.[1]
  if (host !== undefined) yield host
  const bare = whole.replace(/^["'`<([{«“‘]{1,3}/, '').replace(/["'`>)\]}»”’.,:!?]{1,4}$/, '')
  if (bare !== whole) yield bare
  const beforePort = /^([^:/]{1,253}):\d{1,5}$/.exec(bare)?.[1]
  if (beforePort !== undefined) yield beforePort
  // "192.0.2.0/33" is a wrong range, no path.
  const beforePath = /^([^:/]{1,253})(?::\d{1,5})?\/(?!\d{1,3}$)/.exec(bare)?.[1]
  if (beforePath?.includes('.') === true) yield beforePath
  // Scripts whose letters carry marks are read as names in ASCII only.
  if (/\p{M}/u.test(bare)) yield bare.replace(/^(\w{2,6}:\/\/|[^@\s]{1,64}@)?([^/?#:@\s]{1,253})/, inAscii)
}

const inAscii = (_: string, before: string | undefined, host: string): string =>
  `${before ?? ''}${asciiName(host) ?? host}`
