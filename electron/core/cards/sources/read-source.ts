/** The one way in for files that become contact cards: read in one thread that can be killed, their signature checked in another. */
import { unsigned } from '../../../../shared/domain/card/document-signature.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { readSourceApart } from '../../workers/read-job.ts'
import { checkSignatureApart } from './check-signature.ts'
import { mentionsSignature, type CheckedDocument, type KnownKey } from './document-signature.ts'
import type { SourceFile } from './read-here.ts'
import { decodeSource, recognise } from './recognise.ts'
import { inMegabytes, note, sourceLimits, type SourceReading, type UncheckedReading } from './source-reading.ts'

export interface SourceInput extends SourceFile {
  /** The file with its signature, or its clear-signed copy. */
  readonly beside?: SourceFile
  /** UTC ISO. */
  readonly now: string
  /** Of the keyring, to check the signature with. */
  readonly keys?: readonly KnownKey[]
}

/** No source but a directory, which has its own way and limit, may be larger. */
const limit = sourceLimits.pdf
const isDirectory = (bytes: Uint8Array): boolean =>
  recognise(decodeSource(bytes.subarray(0, 64 * 1024)) ?? '') === 'directory'
/** A signature has a kilobyte; a clear-signed copy is as long as the document. */
const besideLimit = sourceLimits.document

/**
 * Reads a document, PDF, page, security.txt or file of vCards. Stores nothing.
 * @returns the reading with what its signature proves; `source-is-directory` for lists of teams, which go another way, and the other
 * `source-…`, `pdf-…` and `vcard-…` problems; `worker-stopped`.
 */
export async function readSource(input: SourceInput): Promise<Result<SourceReading, Saying>> {
  const { name, bytes, beside, now } = input
  if (bytes.length > limit)
    return isDirectory(bytes) ? fail(saying('source-is-directory', { name })) : tooLarge(name, bytes.length, limit)
  if (beside && beside.bytes.length > besideLimit) return tooLarge(beside.name, beside.bytes.length, besideLimit)
  const read = await readSourceApart({ name, bytes }, now)
  if (!read.ok) return read
  const checked = await check(input, read.value)
  return ok({ ...read.value, signature: checked.signature, findings: [...checked.findings, ...read.value.findings] })
}

const tooLarge = (name: string, size: number, most: number): Result<never, Saying> =>
  fail(saying('source-too-large', { name, size: inMegabytes(size), limit: inMegabytes(most) }))

/** A signature that cannot be checked in time does not keep the document from being read: it counts as damaged. */
async function check(
  { bytes, beside, now, keys = [] }: SourceInput,
  { kind, text }: UncheckedReading,
): Promise<CheckedDocument> {
  if (!beside && !mentionsSignature(text)) return { signature: unsigned, findings: [] }
  const plain = kind !== 'pdf' && kind !== 'html'
  const checked = await checkSignatureApart({ bytes, text, plain, beside: beside ?? null, keys, now })
  if (checked.ok) return checked.value
  return {
    signature: {
      kind: beside ? 'detached' : 'clear-signed',
      state: 'damaged',
      signer: null,
      by: null,
      signedAt: null,
      coversAll: false,
    },
    findings: [note('error', null, checked.problem)],
  }
}
