/** Makes the one opened message of the pieces: what the badge covers, what stands outside, and whose signature it is. */
import type {
  OpenedMessage,
  Protection,
  SignatureCheck,
  Signer,
  TextPart,
} from '../../../shared/domain/exchange/message.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Envelope } from '../mime/envelope.ts'
import { htmlToText } from '../mime/html-text.ts'
import type { MimePart } from '../mime/split.ts'
import { asciiLower } from '../mime/visible.ts'
import { attachmentsOf } from './attachments.ts'
import { headOf } from './head.ts'
import { hasContent, isCoveredBy, primaryLayers, sameLayers, type Layers, type Piece, type Pieces } from './pieces.ts'
import { unsigned, type JudgedSignature, type SignatureVerdict, type VerifiedSigner } from './verify.ts'

/** @param root the mail itself, or null for a file that is no mail. */
export async function assemble(root: MimePart | null, found: Pieces, headerBytes: number): Promise<OpenedMessage> {
  const layers = primaryLayers(found.pieces)
  const covered = found.pieces.filter((piece) => isCoveredBy(layers, piece))
  const outside = found.pieces.filter((piece) => !isCoveredBy(layers, piece) && hasContent(piece))
  const verdict = verdictOf(layers)
  const head = await headOf(root, found.heads, layers, verdict, headerBytes)
  const { fromIsPlain: _, ...fields } = head.envelope
  const checks = checksOf(found, layers, head.envelope)
  const protection = protectionOf(layers, verdict, outside.length > 0, head.envelope, checks)
  const isCovered = (piece: Piece): boolean => layers.length > 0 && isCoveredBy(layers, piece)
  const attachments = attachmentsOf(found.pieces, isCovered)
  return {
    ...fields,
    outerSubject: head.outerSubject,
    protectedSubject: head.protectedSubject,
    protection,
    text: textOf(covered),
    outside: textOf(outside),
    html: covered.flatMap((piece) => (piece.kind === 'html' ? [piece.text] : [])).join('\n') || null,
    textParts: textPartsOf(found.pieces, isCovered),
    attachments: attachments.files,
    pgpKeys: [...new Set(found.keys)],
    findings: distinct([
      ...found.findings,
      ...signatureFindings(found.pieces, layers),
      ...head.findings,
      ...attachments.findings,
      ...protectionFindings(protection, layers, outside, head.envelope),
    ]),
  }
}

/** Said a hundred times it is no clearer; a hostile message must not bury one finding under another. */
function distinct(findings: readonly Saying[]): readonly Saying[] {
  const seen = new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
  return [...seen.values()]
}

function verdictOf(layers: Layers): SignatureVerdict {
  const innermost = layers.findLast((layer) => layer.kind === 'signed')
  return innermost?.kind === 'signed' ? innermost.verdict : unsigned
}

/** A signature around an encryption says who sent the ciphertext, not who wrote what is in it. */
const signsCiphertext = (layers: Layers): boolean =>
  layers.findLastIndex(({ kind }) => kind === 'encrypted') > layers.findLastIndex(({ kind }) => kind === 'signed')

function protectionOf(
  layers: Layers,
  verdict: SignatureVerdict,
  hasOutside: boolean,
  envelope: Envelope,
  signatures: readonly SignatureCheck[],
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
    signatures,
    decryptedWith: encrypted?.kind === 'encrypted' ? encrypted.decryptedWith : null,
  }
}

/** The user ID that fits the From address, else the primary one. */
function signerFor({ fingerprint, userIds }: VerifiedSigner, envelope: Envelope): Signer {
  const from = envelope.fromIsPlain ? asciiLower(envelope.from) : ''
  const matching = from === '' ? undefined : userIds.find(({ email }) => email === from)
  return { fingerprint, userId: (matching ?? userIds[0])?.text ?? '', matchesFrom: matching !== undefined }
}

/** The layers that hold signatures, each once, the one that the badge speaks of first. */
function signedLayers(pieces: readonly Piece[], layers: Layers): readonly Layers[] {
  const found = new Map<number, Layers>()
  const ways = [layers, ...pieces.map((piece) => piece.layers)]
  for (const way of ways) {
    for (let depth = way.length; depth > 0; depth -= 1) {
      const layer = way[depth - 1]
      if (layer?.kind === 'signed' && !found.has(layer.id)) found.set(layer.id, way.slice(0, depth))
    }
  }
  return [...found.values()]
}

function checksOf(found: Pieces, layers: Layers, envelope: Envelope): readonly SignatureCheck[] {
  const check = ({ state, signer, signedAt, issuer }: JudgedSignature, covers: boolean): SignatureCheck => {
    const named = signer && signerFor(signer, envelope)
    return {
      state,
      fingerprint: named?.fingerprint ?? null,
      userId: named?.userId || null,
      issuer,
      signedAt,
      covers,
    }
  }
  const inLayers = signedLayers(found.pieces, layers).flatMap((way) => {
    const layer = way.at(-1)
    const covers = way.length === layers.length ? sameLayers(way, layers) : coversToo(way, layers)
    return layer?.kind === 'signed' ? layer.verdict.signatures.map((one) => check(one, covers)) : []
  })
  return [...inLayers, ...found.beside.map((one) => check(one, false))]
}

/** A signature further out covers the text, too, unless what it signed was still encrypted. */
const coversToo = (way: Layers, layers: Layers): boolean =>
  way.length < layers.length &&
  sameLayers(way, layers.slice(0, way.length)) &&
  layers.slice(way.length).every(({ kind }) => kind === 'signed')

/** Those that the badge speaks of first. */
const signatureFindings = (pieces: readonly Piece[], layers: Layers): readonly Saying[] =>
  signedLayers(pieces, layers).flatMap((way) => {
    const layer = way.at(-1)
    return layer?.kind === 'signed' ? layer.verdict.findings : []
  })

function protectionFindings(
  { signer, signature }: Protection,
  layers: Layers,
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
  const hasText = (layers: Layers): boolean =>
    pieces.some((piece) => piece.kind === 'text' && hasContent(piece) && sameLayers(piece.layers, layers))
  return pieces
    .flatMap((piece) => {
      if (piece.kind === 'text') return [piece.text]
      return piece.kind === 'html' && !hasText(piece.layers) ? [htmlToText(piece.text)] : []
    })
    .join('\n')
}

const textPartsOf = (pieces: readonly Piece[], isCovered: (piece: Piece) => boolean): readonly TextPart[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'file' ? [] : [{ type: piece.type, text: piece.text, covered: isCovered(piece) }],
  )
