/** Verifies the signature of a signed part of a mail, over exactly the bytes from which the part is then shown. */
import { saying } from '../../../shared/words/say.ts'
import { decodeBody } from '../mime/decode.ts'
import type { MimePart } from '../mime/split.ts'
import type { Gathering } from './gathering.ts'
import type { Layers } from './pieces.ts'
import { hasBareLineFeed, signatureBytes, withCrlf } from './shapes.ts'
import type { SignatureVerdict } from './verify.ts'

export type Verify = (data: Uint8Array, signature: Uint8Array) => Promise<SignatureVerdict>

/** A mail saved with LF line ends was signed with CRLF (RFC 3156, 5): then `part` is read anew from the bytes that were verified. */
export async function verifyEntity(
  content: MimePart,
  signature: MimePart,
  layers: Layers,
  found: Gathering,
  verify: Verify,
): Promise<{ verdict: SignatureVerdict; part: MimePart }> {
  found.opening(layers)
  const { data, checksum } = signatureBytes(decodeBody(signature))
  if (checksum === 'wrong') found.note(saying('signature-checksum-wrong'))
  const exact = await verify(content.raw, data)
  if (exact.signer || !hasBareLineFeed(content.raw)) return { verdict: exact, part: content }
  const mended = withCrlf(content.raw)
  const verdict = await verify(mended, data)
  return verdict.signer ? { verdict, part: found.split(mended) } : { verdict, part: content }
}
