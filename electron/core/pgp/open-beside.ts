/** Opens a file with a detached signature beside it: the signature speaks for the file's bytes exactly as they came. Runs in a worker. */
import type { OpenedMessage, Protection, SignatureCheck, Signer } from '../../../shared/domain/exchange/message.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { safeFileName } from '../mime/file-name.ts'
import { asciiLower } from '../mime/visible.ts'
import { bytesOf, type Content } from '../store/sealed-file.ts'
import { findBlocks, readArmour } from './armour.ts'
import { fileMessage } from './file-message.ts'
import { keyRing, sha256 } from './key-ring.ts'
import { open, type OpenInput } from './open.ts'
import { binaryKind } from './packets.ts'
import { verifyDetached, type SignatureVerdict } from './verify.ts'

export interface OpenBesideInput extends Omit<OpenInput, 'bytes'> {
  readonly bytes: Content
  /** The signature file as it came, armoured or not; null where there is none. */
  readonly beside: Content | null
}

/** Never throws. Any file may have a signature beside it: one that is no message becomes the only attachment of an empty one. */
export async function openBeside(asked: OpenBesideInput): Promise<Result<OpenedMessage, Saying>> {
  const bytes = bytesOf(asked.bytes)
  if (bytes === null) return fail(saying('stream-blob-damaged'))
  const input: OpenInput = { ...asked, bytes }
  const opened = await open(input)
  const isFile = !opened.ok && opened.problem.code === 'message-not-recognised'
  if (asked.beside === null || (!opened.ok && !isFile)) return opened
  const message = opened.ok ? opened.value : fileAlone(input)
  const { publicKeys } = keyRing([], input.publicKeys)
  const signature = signatureIn(bytesOf(asked.beside) ?? new Uint8Array()) ?? new Uint8Array()
  return ok(withBeside(message, await verifyDetached(bytes, signature, publicKeys, new Date(input.now))))
}

/** The packets of a detached signature; null where the file holds none. */
export function signatureIn(file: Uint8Array): Uint8Array | null {
  if (binaryKind(file) === 'signature') return file
  const block = findBlocks(Buffer.from(file).toString('latin1')).find(({ kind }) => kind === 'signature')
  const data = block === undefined ? null : readArmour(block.inner).data
  return data !== null && binaryKind(data) === 'signature' ? data : null
}

function fileAlone({ bytes, fileName }: OpenInput): OpenedMessage {
  const name = safeFileName(fileName, 'file.bin')
  const type = 'application/octet-stream'
  return fileMessage({ name, type, size: bytes.length, sha256: sha256(bytes), bytes, covered: false })
}

/** Where the message has a protection of its own, the badge goes on speaking of that one: it is what stands around the text. */
function withBeside(message: OpenedMessage, verdict: SignatureVerdict): OpenedMessage {
  const { protection, from } = message
  const isPlain = !protection.encrypted && protection.signature === 'none'
  const signer = signerOf(verdict, from)
  const checks = checksOf(verdict, isPlain)
  const findings = [...message.findings, ...verdict.findings]
  if (!isPlain) return { ...message, findings, protection: beside(protection, verdict, signer, checks) }
  const { state: signature, signedAt } = verdict
  const isOthers = signer !== null && !signer.matchesFrom && from !== ''
  return {
    ...message,
    protection: { ...protection, integrity: signer !== null, signature, signer, signedAt, signatures: checks },
    textParts: message.textParts.map((part) => ({ ...part, covered: true })),
    attachments: message.attachments.map((file) => ({ ...file, covered: true })),
    findings: isOthers
      ? [...findings, saying('signer-not-sender', { from, signer: signer.userId || signer.fingerprint })]
      : findings,
  }
}

/** Over an encrypted message it says who sent the ciphertext, not who wrote what is in it. */
function beside(
  own: Protection,
  { state, signedAt }: SignatureVerdict,
  signer: Signer | null,
  checks: readonly SignatureCheck[],
): Protection {
  const signatures = [...own.signatures, ...checks]
  if (own.signature !== 'none') return { ...own, signatures }
  return { ...own, signature: state === 'good' ? 'partial' : state, signer, signedAt, signatures }
}

function signerOf({ signer }: SignatureVerdict, from: string): Signer | null {
  if (signer === null) return null
  const matching = from === '' ? undefined : signer.userIds.find(({ email }) => email === asciiLower(from))
  const userId = (matching ?? signer.userIds[0])?.text ?? ''
  return { fingerprint: signer.fingerprint, userId, matchesFrom: matching !== undefined }
}

const checksOf = ({ signatures }: SignatureVerdict, covers: boolean): readonly SignatureCheck[] =>
  signatures.map(({ state, signer, issuer, signedAt }) => ({
    state,
    fingerprint: signer?.fingerprint ?? null,
    userId: signer?.userIds[0]?.text ?? null,
    issuer,
    signedAt,
    covers,
  }))
