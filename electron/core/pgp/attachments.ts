/** Makes attachments of the files that a message holds: hashed, under safe and distinct names. */
import type { MessageAttachment } from '../../../shared/domain/exchange/message.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { safeFileName, uniqueName } from '../mime/file-name.ts'
import { sha256 } from './key-ring.ts'
import type { Piece } from './pieces.ts'

const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'application/pgp-signature': 'sig',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'message/feedback-report': 'txt',
}

/** In their order; `isCovered` says whether the badge of the message speaks for one. */
export function attachmentsOf(
  pieces: readonly Piece[],
  isCovered: (piece: Piece) => boolean,
): { files: readonly MessageAttachment[]; findings: readonly Saying[] } {
  const taken = new Set<string>()
  const files: MessageAttachment[] = []
  const findings: Saying[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'file') continue
    const { bytes, type } = piece
    const safe = safeFileName(piece.name, `part-${files.length + 1}.${ENDINGS[type] ?? 'bin'}`)
    const name = uniqueName(safe, taken)
    taken.add(name.toLowerCase())
    if (piece.name !== '' && safe !== piece.name.replaceAll(/[<>:"|?*]/g, '_'))
      findings.push(saying('attachment-renamed', { name }))
    // A view of a large buffer would carry all of that buffer to the other thread.
    const own = Uint8Array.from(bytes)
    files.push({ name, type, size: bytes.length, sha256: sha256(bytes), bytes: own, covered: isCovered(piece) })
  }
  return { files, findings }
}
