/** Tells what a file is by what stands in it: names lie, and pasted text has none. */
import { looksLikeText, tryDecode } from '../../mime/decode.ts'
import type { FileKind } from './source-reading.ts'

/** UTF-8, UTF-16 by its mark or its zeros, else Windows-1252, which old documents are in. Null for what is no text. */
export function decodeSource(bytes: Uint8Array): string | null {
  const wide = utf16Of(bytes)
  if (wide !== null) return tryDecode(bytes, wide, false)
  if (!looksLikeText(bytes)) return null
  return tryDecode(bytes, 'utf-8', true) ?? tryDecode(bytes, 'windows-1252', false)
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zeros = (parity: 0 | 1): number => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length
  const many = sample.length / 4
  if (zeros(1) > many && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > many && zeros(1) === 0 ? 'utf-16be' : null
}

/** The mark may stand behind what a server or a mail program put before it (ISO 32000-1, annex H.3.4.1). */
export const isPdf = (bytes: Uint8Array): boolean =>
  /(?:^|[\r\n\0])%PDF-\d/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1'),
  )

export function recognise(text: string): Exclude<FileKind, 'pdf'> | 'directory' {
  const head = text.slice(0, 64 * 1024)
  if (/^\s{0,1000}BEGIN:VCARD\s*$/im.test(head.slice(0, 2000))) return 'vcard'
  if (isJson(head) || isTable(head)) return 'directory'
  if (isSecurityTxt(head)) return 'security.txt'
  return isHtml(head) ? 'html' : 'document'
}

const isJson = (head: string): boolean => /^\s{0,1000}(?:\{\s{0,1000}["}]|\[\s{0,1000}[{"[\]])/.test(head)

const COLUMNS =
  /^(?:id|name|team|team.?name|short.?name|full.?name|official.?name|host|country|countries|city|e-?mail|mail|address|phone|telephone|tel|fax|website|web|url|cidr|cidrs|network|networks|prefix|ip|range|asn|asns|domain|domains|fingerprint|pgp|key|constituency|time.?zone|role|contact|abuse)s?$/i
const MAX_HEAD = 40

/** Comma-separated columns with names that lists of teams have. A description has commas, too, but no such first line. */
function isTable(head: string): boolean {
  const [first = '', second = ''] = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  return [',', ';', '\t', '|'].some((separator) => {
    const cells = first.split(separator).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''))
    if (cells.length < 2 || cells.some((cell) => cell.length > MAX_HEAD) || !second.includes(separator)) return false
    const known = cells.filter((cell) => COLUMNS.test(cell)).length
    return known >= 2 && known >= cells.length / 3
  })
}

const FIELDS =
  /^(?:contact|expires|encryption|acknowledgments|acknowledgements|preferred-languages|canonical|policy|hiring|csaf):/i
const FRAME_LINE = /^(?:-----.{0,60}|Hash: .{0,80})$/

/** RFC 9116: hardly anything but its fields and comments. A description has a "Contact:" somewhere, too. */
function isSecurityTxt(head: string): boolean {
  const [unsigned = ''] = head.split('-----BEGIN PGP SIGNATURE')
  const lines = unsigned
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !FRAME_LINE.test(line))
  const known = lines.filter((line) => FIELDS.test(line)).length
  const fields = lines.filter((line) => /^[A-Za-z][A-Za-z-]{1,40}:\s?\S/.test(line)).length
  const told = lines.some((line) =>
    /^(?:contact:\s{0,5}(?:mailto:|tel:|https?:|\S{1,64}@)|expires:\s{0,5}\d{4}-)/i.test(line),
  )
  return told && known >= lines.length / 2 && fields >= lines.length * 0.8
}

const TAGS = /<(?:html|head|body|div|p|h[1-6]|ul|ol|li|table|tr|td|dl|section|article|br|span)[\s/>]/gi

/** By hand: a pattern for several comments in a row tries every way to part them. */
function withoutComments(head: string): string {
  let rest = head.trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    if (end < 0) return ''
    rest = rest.slice(end + 3).trimStart()
  }
  return rest
}

/** Markdown may begin with a tag or a comment and hold many: its headings tell it from a piece of a page. */
function isHtml(head: string): boolean {
  const rest = withoutComments(head.trimStart().replace(/^<\?xml[^>]{0,200}>/i, ''))
  if (/^<(?:!doctype\s{1,5}html|html)[\s>]/i.test(rest)) return true
  if (!rest.startsWith('<') || /^#{1,6} \S/m.test(head)) return false
  const closes = /<\/(?:p|div|h[1-6]|ul|ol|li|table|td|dl|section|article|body|html)>/i.test(head)
  return closes && (head.match(TAGS)?.length ?? 0) >= 3
}
