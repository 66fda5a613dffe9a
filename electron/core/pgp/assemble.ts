/** Makes the one opened message of the pieces: what the badge covers, what stands outside, and whose signature it is. */
import type {
  MessageAttachment,
  OpenedMessage,
  Protection,
  Signer,
  TextPart,
} from '../../../shared/domain/exchange/message.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { emptyEnvelope, readEnvelope, type Envelope } from '../mime/envelope.ts'
import { safeFileName, uniqueName } from '../mime/file-name.ts'
import { htmlToText } from '../mime/html-text.ts'
import type { MimePart } from '../mime/split.ts'
import { sha256 } from './key-ring.ts'
import {
  hasContent,
  isAround,
  primaryLayers,
  sameLayers,
  type Layer,
  type Piece,
  type Pieces,
  type ProtectedHead,
} from './pieces.ts'
import { unsigned, type SignatureVerdict, type VerifiedSigner } from './verify.ts'

/** @param root the mail itself, or null for a file that is no mail. */
export async function assemble(root: MimePart | null, found: Pieces, headerBytes: number): Promise<OpenedMessage> {
  const layers = primaryLayers(found.pieces)
  const covered = found.pieces.filter((piece) => sameLayers(piece.layers, layers))
  const outside = found.pieces.filter((piece) => !sameLayers(piece.layers, layers) && hasContent(piece))
  const verdict = verdictOf(layers)
  const head = await headOf(root, found.heads, layers, verdict, headerBytes)
  const protection = protectionOf(layers, verdict, outside.length > 0, head.envelope)
  const { fromIsPlain: _, ...fields } = head.envelope
  const attachments = attachmentsOf(found.pieces, layers)
  return {
    ...fields,
    subject: head.protectedSubject ?? fields.subject,
    outerSubject: fields.subject,
    protectedSubject: head.protectedSubject,
    protection,
    text: textOf(covered),
    outside: textOf(outside),
    html: covered.flatMap((piece) => (piece.kind === 'html' ? [piece.text] : [])).join('\n') || null,
    textParts: textPartsOf(found.pieces, layers),
    attachments: attachments.files,
    pgpKeys: [...new Set(found.keys)],
    findings: [
      ...found.findings,
      ...verdict.findings,
      ...head.findings,
      ...attachments.findings,
      ...protectionFindings(protection, layers, outside, head.envelope),
    ],
  }
}

function verdictOf(layers: readonly Layer[]): SignatureVerdict {
  const innermost = layers.findLast((layer) => layer.kind === 'signed')
  return innermost?.kind === 'signed' ? innermost.verdict : unsigned
}

/** A signature around an encryption says who sent the ciphertext, not who wrote what is in it. */
const signsCiphertext = (layers: readonly Layer[]): boolean =>
  layers.findLastIndex(({ kind }) => kind === 'encrypted') > layers.findLastIndex(({ kind }) => kind === 'signed')

function protectionOf(
  layers: readonly Layer[],
  verdict: SignatureVerdict,
  hasOutside: boolean,
  envelope: Envelope,
): Protection {
  const encrypted = layers.find((layer) => layer.kind === 'encrypted')
  const partial = verdict.state === 'good' && (hasOutside || signsCiphertext(layers))
  return {
    encrypted: encrypted !== undefined,
    integrity: encrypted !== undefined || verdict.signer !== null,
    recipients: encrypted?.kind === 'encrypted' ? encrypted.recipients : [],
    signature: partial ? 'partial' : verdict.state,
    signer: verdict.signer && signerFor(verdict.signer, envelope),
    signedAt: verdict.signedAt,
    decryptedWith: encrypted?.kind === 'encrypted' ? encrypted.decryptedWith : null,
  }
}

function signerFor({ fingerprint, userIds }: VerifiedSigner, envelope: Envelope): Signer {
  const from = envelope.fromIsPlain ? envelope.from.toLowerCase() : ''
  const matching = from === '' ? undefined : userIds.find(({ email }) => email === from)
  return { fingerprint, userId: (matching ?? userIds[0])?.text ?? '', matchesFrom: matching !== undefined }
}

function protectionFindings(
  { signer, signature }: Protection,
  layers: readonly Layer[],
  outside: readonly Piece[],
  envelope: Envelope,
): readonly Saying[] {
  const findings: Saying[] = []
  if (layers.length > 0 && outside.length > 0) findings.push(saying('text-outside', { count: outside.length }))
  if (signature !== 'none' && signsCiphertext(layers)) findings.push(saying('signature-over-ciphertext'))
  if (signer && !signer.matchesFrom && envelope.from !== '') {
    findings.push(saying('signer-not-sender', { from: envelope.from, signer: signer.userId || signer.fingerprint }))
  }
  return findings
}

/** Text parts in order; HTML stands in where a layer has no text of its own. */
function textOf(pieces: readonly Piece[]): string {
  const hasText = (layers: readonly Layer[]): boolean =>
    pieces.some((piece) => piece.kind === 'text' && hasContent(piece) && sameLayers(piece.layers, layers))
  return pieces
    .flatMap((piece) => {
      if (piece.kind === 'text') return [piece.text]
      return piece.kind === 'html' && !hasText(piece.layers) ? [htmlToText(piece.text)] : []
    })
    .join('\n')
}

const textPartsOf = (pieces: readonly Piece[], layers: readonly Layer[]): readonly TextPart[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'file' ? [] : [{ type: piece.type, text: piece.text, covered: isCovered(piece, layers) }],
  )

const isCovered = (piece: Piece, layers: readonly Layer[]): boolean =>
  layers.length > 0 && sameLayers(piece.layers, layers)

const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'message/feedback-report': 'txt',
}

function attachmentsOf(
  pieces: readonly Piece[],
  layers: readonly Layer[],
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
    files.push({
      name,
      type,
      size: bytes.length,
      sha256: sha256(bytes),
      bytes: compact(bytes),
      covered: isCovered(piece, layers),
    })
  }
  return { files, findings }
}

/** A view of a large buffer would carry all of that buffer to the other thread. */
const compact = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes)

interface Head {
  readonly envelope: Envelope
  readonly protectedSubject: string | null
  readonly findings: readonly Saying[]
}

async function headOf(
  root: MimePart | null,
  heads: readonly ProtectedHead[],
  layers: readonly Layer[],
  verdict: SignatureVerdict,
  headerBytes: number,
): Promise<Head> {
  const read = ({ head, fields }: MimePart): Promise<Envelope> => readEnvelope(head, fields, headerBytes)
  const outer = root ? await read(root) : emptyEnvelope
  const inner = heads.findLast((head) => isAround(head.layers, layers))
  if (!inner || !speaks(inner, verdict)) return { envelope: outer, protectedSubject: null, findings: [] }
  const inside = await read(inner.part)
  const hasSubject = inner.part.fields.some(({ name }) => name === 'subject')
  if (!root) return { envelope: inside, protectedSubject: hasSubject ? inside.subject : null, findings: [] }
  // The inner From does not replace the outer one: it would let a signer speak for another address (RFC 9788, 4.4).
  const differs = inside.from !== '' && inside.from.toLowerCase() !== outer.from.toLowerCase()
  return {
    envelope: outer,
    protectedSubject: hasSubject ? inside.subject : null,
    findings: differs ? [saying('from-differs', { outer: outer.from, inner: inside.from })] : [],
  }
}

/** Only fields that are really protected win over the ones outside. */
const speaks = (head: ProtectedHead, verdict: SignatureVerdict): boolean =>
  head.layers.some(({ kind }) => kind === 'encrypted') || verdict.signer !== null
