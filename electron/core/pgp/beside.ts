/** Judges the signatures that stand in files of their own beside other attachments of the same mail: report.pdf and report.pdf.asc. */
import { saying } from '../../../shared/words/say.ts'
import type { Gathering } from './gathering.ts'
import { openersOf, sameLayers, type Piece } from './pieces.ts'
import { kindOf, signatureBytes } from './shapes.ts'
import { verifyDetached, type FindKeys } from './verify.ts'

type FilePiece = Extract<Piece, { kind: 'file' }>

/** A signature is a few hundred bytes; what is longer is no file to look for one in. */
const MAX_SIGNATURE = 65_536

const isSignature = ({ bytes }: FilePiece): boolean =>
  bytes.length <= MAX_SIGNATURE && kindOf(Buffer.from(bytes)) === 'signature'

/** Over the exact bytes of the file (a text signature leaves line ends open, RFC 9580, 5.2.1.2). It covers no text, so the badge is not its own. */
export async function judgeBesides(found: Gathering, keys: FindKeys, now: Date): Promise<void> {
  const files = found.pieces.filter((piece) => piece.kind === 'file')
  for (const signature of files.filter((file) => /\.(?:asc|sig|gpg|pgp)$/i.test(file.name) && isSignature(file))) {
    const name = signature.name.replace(/\.[a-z]{3}$/i, '')
    const signed = files.find((file) => file.name === name && sameLayers(file.layers, signature.layers))
    if (!signed) continue
    found.opening([])
    const { data } = signatureBytes(Buffer.from(signature.bytes))
    const verdict = await verifyDetached(signed.bytes, data, keys, now, openersOf(signature.layers))
    const { state, signer } = verdict
    const fits = state === 'good' && signer !== null
    found.beside(
      verdict.signatures,
      ...(fits ? [saying('attachment-signed', { name, fingerprint: signer.fingerprint })] : verdict.findings),
      ...(fits ? [] : [saying('attachment-signature-unproved', { name })]),
    )
  }
}
