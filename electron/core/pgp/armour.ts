/** Finds and undoes ASCII armour (RFC 9580, 6), because OpenPGP.js ignores the checksum, is slow on long blocks and hides text around them. */
export type BlockKind = 'message' | 'public-key' | 'private-key' | 'signature' | 'signed-message'

export interface ArmourBlock {
  readonly kind: BlockKind
  /** Offsets in the text, from the line of BEGIN to after the line of END. */
  readonly start: number
  readonly end: number
  /** What lies between BEGIN and END. */
  readonly inner: string
  /** For a signed message: the armour of the signature that follows the text. */
  readonly signature: string
  /** The END line is there, and a signed text is followed by its signature. */
  readonly complete: boolean
}

export interface ArmourBody {
  readonly data: Uint8Array
  readonly checksum: 'right' | 'wrong' | 'absent'
  /** The layout was mended without touching a character of the data. */
  readonly mended: boolean
  /** Characters stand there that are no base64. */
  readonly damaged: boolean
  readonly charset: string
}

const MARK = '-----BEGIN PGP '
const MAX_BLOCKS = 1000
const KINDS: Readonly<Record<string, BlockKind>> = {
  MESSAGE: 'message',
  'PUBLIC KEY BLOCK': 'public-key',
  'PRIVATE KEY BLOCK': 'private-key',
  'SECRET KEY BLOCK': 'private-key',
  SIGNATURE: 'signature',
  'SIGNED MESSAGE': 'signed-message',
}

/**
 * Blocks in order. `text` holds one character per byte, so that offsets are byte offsets.
 * @param quoted also blocks behind "> " or indentation: right for key files and documents, wrong for messages, where a quoted block is somebody's quotation.
 */
export function findBlocks(text: string, quoted = false): readonly ArmourBlock[] {
  const blocks: ArmourBlock[] = []
  const missing = new Set<string>()
  for (let at = text.indexOf(MARK); at >= 0 && blocks.length < MAX_BLOCKS;) {
    const block = blockAt(text, at, quoted, missing)
    if (block) blocks.push(block)
    at = text.indexOf(MARK, block ? Math.max(block.end, at + 1) : at + 1)
  }
  return blocks
}

function blockAt(text: string, at: number, quoted: boolean, missing: Set<string>): ArmourBlock | null {
  const label = /^([A-Z]{1,10}(?: [A-Z]{1,10}){0,2})-----[ \t\r]*(?:\n|$)/.exec(
    text.slice(at + MARK.length, at + MARK.length + 80),
  )
  const kind = KINDS[label?.[1] ?? '']
  const start = lineStart(text, at, quoted)
  if (!label?.[1] || !kind || start === null) return null
  const innerStart = at + MARK.length + label[0].length
  if (kind === 'signed-message') return signedMessageAt(text, start, innerStart, missing)
  const end = findEnd(text, label[1], innerStart, quoted, missing)
  const next = end ? null : text.indexOf(MARK, innerStart)
  const innerEnd = end?.start ?? (next === null || next < 0 ? text.length : next)
  const inner = text.slice(innerStart, innerEnd)
  return { kind, start, end: end?.end ?? innerEnd, inner, signature: '', complete: end !== null }
}

/** Where the line begins, or null if something else than (allowed) quoting stands before the mark. */
function lineStart(text: string, at: number, quoted: boolean): number | null {
  const start = text.lastIndexOf('\n', at - 1) + 1
  if (at === 0 || start === at) return at
  if (start === 0 && text.slice(0, at) === '\u00ef\u00bb\u00bf') return at
  return quoted && at - start <= 40 && /^[>|\s\u00a0\u00c2]*$/.test(text.slice(start, at)) ? start : null
}

/** `missing` remembers labels that have no END any more, so that a million BEGINs do not mean a million searches. */
function findEnd(
  text: string,
  label: string,
  from: number,
  quoted: boolean,
  missing: Set<string>,
): { start: number; end: number } | null {
  if (missing.has(label)) return null
  const mark = `-----END PGP ${label}-----`
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const start = lineStart(text, at, quoted)
    if (start === null) continue
    const newline = text.indexOf('\n', at)
    return { start, end: newline < 0 ? text.length : newline + 1 }
  }
  missing.add(label)
  return null
}

/** RFC 9580, 7: the text runs to the signature's armour; any other armour line in between must be dash-escaped. */
function signedMessageAt(text: string, start: number, innerStart: number, missing: Set<string>): ArmourBlock {
  const next = text.indexOf(`\n${MARK}`, innerStart - 1)
  const signatureMark = `${MARK}SIGNATURE-----`
  const innerEnd = next < 0 ? text.length : next + 1
  const base = { kind: 'signed-message', start, inner: text.slice(innerStart, innerEnd) } as const
  if (next < 0 || !text.startsWith(signatureMark, next + 1))
    return { ...base, end: innerEnd, signature: '', complete: false }
  const signatureStart = next + 1 + signatureMark.length
  const end = findEnd(text, 'SIGNATURE', signatureStart, false, missing)
  const signature = text.slice(signatureStart, end?.start ?? signatureStart)
  return { ...base, end: end?.end ?? signatureStart, signature, complete: end !== null }
}

const HEADER_LINE = /^[A-Za-z][A-Za-z0-9 -]{0,30}: ?.{0,1000}$/

/** What armour holds that nobody has touched; one look at it spares several at every character of a hundred megabytes. */
const UNTOUCHED = /^[A-Za-z0-9+/=\r\n]*$/

/** Takes the armour off what stands between BEGIN and END. Never throws; a damaged body gives what can be read of it. */
export function readArmour(inner: string): ArmourBody {
  const head = readArmourHead(inner)
  const rest = head.rest.trimEnd()
  const isUntouched = UNTOUCHED.test(rest) && !rest.includes('\n\n') && !rest.includes('\n\r\n')
  const needsMending = head.mended || (!isUntouched && (/[^A-Za-z0-9+/=\s]/.test(rest) || /\n[ \t\r]*\n/.test(rest)))
  const body = (needsMending ? mendLines(rest) : rest).trimEnd()
  const checksum = /=([A-Za-z0-9+/]{4})$/.exec(body.slice(-5))
  const base64 = checksum ? body.slice(0, -5) : body
  const glued = checksum !== null && !/\s$/.test(base64.slice(-1))
  const padding = base64.indexOf('=')
  const data = Buffer.from(base64, 'base64')
  return {
    data,
    checksum: checksum?.[1] ? (crc24(data) === checksumValue(checksum[1]) ? 'right' : 'wrong') : 'absent',
    mended: needsMending || glued,
    damaged:
      (!isUntouched && /[^A-Za-z0-9+/=\s]/.test(base64)) ||
      (padding >= 0 && /=[^=\s]/.test(base64.slice(padding).trimEnd())),
    charset: head.charset,
  }
}

/** Armour headers, then one blank line. Blank lines before or between the headers are damage that costs nothing to mend. */
function readArmourHead(inner: string): { rest: string; mended: boolean; charset: string } {
  let at = 0
  let blanks = 0
  let mended = false
  let charset = ''
  while (at < inner.length) {
    const newline = inner.indexOf('\n', at)
    const end = newline < 0 ? inner.length : newline
    const line = inner.slice(at, Math.min(end, at + 1100)).trim()
    if (line !== '' && !HEADER_LINE.test(line)) break
    if (line === '') blanks += 1
    else if (blanks > 0) mended = true
    if (/^charset:/i.test(line)) charset = line.slice(8).trim()
    at = end + 1
  }
  return { rest: inner.slice(at), mended: mended || blanks !== 1, charset }
}

/** Only removes what cannot be data: quoting, headers, fences, blank lines and invisible characters (given as UTF-8 bytes). */
function mendLines(text: string): string {
  return text
    .replaceAll(
      /\u00c2\u00a0|\u00c2\u00ad|\u00e2\u0080[\u008b-\u008f\u00a8\u00a9]|\u00e2\u0081\u00a0|\u00ef\u00bb\u00bf/g,
      '',
    )
    .split('\n')
    .map((line) => line.replace(/^[>|\s]{1,40}/, '').trim())
    .filter((line) => line !== '' && !HEADER_LINE.test(line) && !/^(?:```|~~~)/.test(line))
    .join('\n')
}

/** Armour as RFC 9580, 6.2 has it: 64 columns, checksum, no headers. */
export function writeArmour(label: 'PUBLIC KEY BLOCK' | 'PRIVATE KEY BLOCK' | 'MESSAGE', data: Uint8Array): string {
  const base64 = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')
  const checksum = Buffer.alloc(3)
  checksum.writeUIntBE(crc24(data), 0, 3)
  const lines = base64.replaceAll(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN PGP ${label}-----\n\n${lines}\n=${checksum.toString('base64')}\n-----END PGP ${label}-----\n`
}

const checksumValue = (base64: string): number => Buffer.from(base64, 'base64').readUIntBE(0, 3)

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 16
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x800000 ? (crc << 1) ^ 0x1864cfb : crc << 1
  return crc & 0xffffff
})

/** RFC 9580, 6.1.1. A loop, not a fold: it runs over a hundred megabytes. */
export function crc24(data: Uint8Array): number {
  let crc = 0xb704ce
  for (const byte of data) crc = ((crc << 8) ^ (CRC_TABLE[((crc >> 16) ^ byte) & 0xff] ?? 0)) & 0xffffff
  return crc
}
