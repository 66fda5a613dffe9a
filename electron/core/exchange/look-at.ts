/** Looks at an attachment of anybody's by what its bytes are, not by what it is called: shown, listed, or refused with the reason. Runs in a worker. */
import { isUtf8 } from 'node:buffer'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { decodeText, looksLikeText, tryDecode } from '../mime/decode.ts'
import { defaultLimits } from '../mime/limits.ts'
import { open } from '../pgp/open.ts'
import { bytesOf, type Content } from '../store/sealed-file.ts'
import { imageType, lookAtImage } from './look-image.ts'
import { isTar, lookAtGzip, lookAtTar } from './look-tar.ts'
import { lookAtZip } from './look-zip.ts'

export interface Looked {
  readonly name: string
  readonly type: string
  readonly bytes: Content
  /** UTC ISO. */
  readonly now: string
}

const mostText = 200 * 1024

const none = (why: Saying): AttachmentLook => ({ kind: 'none', why })

/** Never throws. */
export async function lookAt(looked: Looked): Promise<AttachmentLook> {
  const content = bytesOf(looked.bytes)
  if (content === null) return none(saying('stream-blob-damaged'))
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const image = imageType(bytes)
  if (image !== null) return lookAtImage(bytes, image)
  const archive = archiveReader(bytes)
  if (archive !== null) return archive(bytes).catch(() => none(saying('look.archive-damaged')))
  const known = notShown(bytes)
  if (known !== null) return none(known)
  if (looked.type === 'message/rfc822' || /\.eml$/i.test(looked.name)) return lookAtMail(bytes, looked)
  return isText(bytes) ? lookAtText(bytes) : none(saying('look.unknown'))
}

function archiveReader(bytes: Buffer): ((bytes: Buffer) => Promise<AttachmentLook>) | null {
  const magic = bytes.toString('latin1', 0, 4)
  if (magic === 'PK\u0003\u0004' || magic === 'PK\u0005\u0006') return lookAtZip
  if (magic.startsWith('\u001f\u008b')) return (packed) => lookAtGzip(packed)
  return isTar(bytes) ? lookAtTar : null
}

/** First bytes of what is told by name and still not shown. */
const kinds: readonly (readonly [magic: string, why: Saying])[] = [
  ['%PDF', saying('look.document', { kind: 'PDF' })],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', saying('look.document', { kind: 'Office' })],
  ['{\\rtf', saying('look.document', { kind: 'RTF' })],
  ['7z\u00bc\u00af\u0027\u001c', saying('look.archive-kind', { kind: '7z' })],
  ['Rar!\u001a\u0007', saying('look.archive-kind', { kind: 'RAR' })],
  ['\u00fd7zXZ', saying('look.archive-kind', { kind: 'xz' })],
  ['BZh', saying('look.archive-kind', { kind: 'bzip2' })],
  ['\u0028\u00b5\u002f\u00fd', saying('look.archive-kind', { kind: 'zstd' })],
  ['MSCF', saying('look.archive-kind', { kind: 'CAB' })],
  ['MZ', saying('look.program')],
  ['\u007fELF', saying('look.program')],
  ['\u00ca\u00fe\u00ba\u00be', saying('look.program')],
  ['\u00cf\u00fa\u00ed\u00fe', saying('look.program')],
]

function notShown(bytes: Buffer): Saying | null {
  const head = bytes.toString('latin1', 0, 8)
  // A text may begin with the same letters: a word is no program.
  const found = kinds.find(([magic]) => head.startsWith(magic))
  return found === undefined || (/^[\u0020-\u007e]+$/.test(found[0]) && found[0].length < 4 && looksLikeText(bytes))
    ? null
    : found[1]
}

const isWideText = (bytes: Buffer): boolean => ['\u00ff\u00fe', '\u00fe\u00ff'].includes(bytes.toString('latin1', 0, 2))

const isText = (bytes: Buffer): boolean => {
  const head = wholeCharacters(bytes.subarray(0, mostText))
  return isWideText(bytes) || looksLikeText(bytes) || (isUtf8(head) && head.every((byte) => byte > 8))
}

function lookAtText(bytes: Buffer): AttachmentLook {
  const head = bytes.subarray(0, mostText)
  const wide = isWideText(head) ? tryDecode(head, head[0] === 0xff ? 'utf-16le' : 'utf-16be', false) : null
  return { kind: 'text', text: wide ?? decodeText(wholeCharacters(head), ''), cut: bytes.length > mostText }
}

/** Where it was cut, without what may be half a character: that would make the rest look like no UTF-8. */
function wholeCharacters(head: Buffer): Buffer {
  if (head.length < mostText) return head
  let end = head.length
  while (end > mostText - 4 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1
  if ((head[end - 1] ?? 0) >= 0xc0) end -= 1
  return head.subarray(0, end)
}

/** Opened without any key: what is encrypted in it stays so. */
async function lookAtMail(bytes: Buffer, { name, now }: Looked): Promise<AttachmentLook> {
  const opened = await open({ bytes, fileName: name, secretKeys: [], publicKeys: [], now, limits: defaultLimits })
  if (!opened.ok) return none(saying('look.not-opened', { why: say('en', opened.problem) }))
  const { subject, from, text, outside } = opened.value
  return { kind: 'message', subject, from, text: (text || outside).slice(0, mostText) }
}
