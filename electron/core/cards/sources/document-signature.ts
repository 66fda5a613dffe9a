/** Checks what a document says to be signed by: over its original bytes, and only for the lines that the signature covers (M-04, Z-20). */
import type { Key } from 'openpgp'
import { unsigned, type DocumentSignature } from '../../../../shared/domain/card/document-signature.ts'
import { fingerprintsIn } from '../../../../shared/domain/card/fingerprints.ts'
import { saying } from '../../../../shared/words/say.ts'
import { findBlocks, readArmour, type ArmourBlock } from '../../pgp/armour.ts'
import { readClearSigned } from '../../pgp/clear-signed.ts'
import { readKeyFile } from '../../pgp/key-file.ts'
import { keyRing } from '../../pgp/key-ring.ts'
import { binaryKind } from '../../pgp/packets.ts'
import { verifyDetached, type SignatureVerdict } from '../../pgp/verify.ts'
import type { SourceFile } from './read-here.ts'
import { note, type SourceFinding } from './source-reading.ts'
import { lineAt, unsignedLines } from './unsigned-lines.ts'

export interface DocumentToCheck {
  readonly bytes: Uint8Array
  /** What is shown of it; its lines are those of the findings. */
  readonly text: string
  /** False for PDF and HTML, whose bytes are not what they say: a frame in their text can only be checked as it is shown. */
  readonly plain: boolean
  /** A signature in a file of its own, or a clear-signed copy. */
  readonly beside: SourceFile | null
  /** Of the keyring. */
  readonly keys: readonly KnownKey[]
  /** UTC ISO. */
  readonly now: string
}

export interface KnownKey {
  readonly armored: string
  readonly fingerprint: string
}

export interface CheckedDocument {
  readonly signature: DocumentSignature
  readonly findings: readonly SourceFinding[]
}

type Signed = Exclude<DocumentSignature, { kind: 'none' }>
type State = Signed['state']

/** Runs in a worker. Never throws. */
export async function checkSignature(document: DocumentToCheck): Promise<CheckedDocument> {
  const keys = keysFor(document)
  return document.beside === null ? checkFrames(document, keys) : checkBeside(document, document.beside, keys)
}

interface Keys {
  readonly known: () => Promise<readonly Key[]>
  /** Printed in the document itself. */
  readonly own: () => Promise<readonly Key[]>
}

function keysFor({ text, keys, now }: DocumentToCheck): Keys {
  const known = keyRing(
    [],
    keys.map(({ armored }) => armored),
  ).publicKeys
  let own: Promise<readonly Key[]> | null = null
  return { known, own: () => (own ??= printedKeys(text, now)) }
}

/** For the key doctor: a key that is damaged in print may still be the one that signed. */
const REPAIR_SECONDS = 4

async function printedKeys(text: string, now: string): Promise<readonly Key[]> {
  if (!text.includes('BEGIN PGP PUBLIC KEY')) return []
  const bytes = Buffer.from(text.replaceAll(/^- (?=-)/gm, ''), 'utf8')
  const announced = fingerprintsIn(text, false).map(({ digits }) => digits)
  const read = await readKeyFile({
    bytes,
    fileName: '',
    announced: announced.slice(0, 10),
    now,
    patience: REPAIR_SECONDS,
  })
  const armored = read.ok ? read.value.flatMap((key) => key.armored ?? []) : []
  return keyRing([], armored).publicKeys()
}

interface Judged {
  readonly state: State
  readonly signer: string | null
  readonly by: Signed['by']
  readonly signedAt: string | null
  readonly findings: readonly SourceFinding[]
}

/** With the keys of the keyring; with those of the document only where the keyring has none for it. */
async function judge(
  verify: (keys: () => Promise<readonly Key[]>) => Promise<SignatureVerdict>,
  keys: Keys,
  line: number | null,
): Promise<Judged> {
  const known = await verify(keys.known)
  if (known.state !== 'unknown-key') return judged(known, 'known-key', line)
  const own = await verify(keys.own)
  return judged(own, own.state === 'unknown-key' ? null : 'own-key-in-document', line)
}

function judged(
  { state, signer, signedAt, findings }: SignatureVerdict,
  by: Signed['by'],
  line: number | null,
): Judged {
  const unreadable = findings.some(({ code }) => code === 'signature-unreadable' || code === 'clear-signed-malformed')
  const said = findings.map((finding) => note(state === 'bad' ? 'error' : 'warning', line, finding))
  const base = { state: unreadable || state === 'none' ? ('damaged' as const) : state, signedAt, findings: said }
  if (signer === null) return { ...base, signer: namedKey(findings), by: null }
  // A signature that fits is no finding: the card shows it, and by whose key.
  return { ...base, signer: signer.fingerprint, by }
}

/** The key that a signature names which cannot be checked: nothing is claimed by it. */
function namedKey(findings: SignatureVerdict['findings']): string | null {
  const named = findings.find(({ code }) => code === 'signature-unknown-key')?.params['key']
  return typeof named === 'string' ? named : null
}

const damaged = (finding: SourceFinding): Judged => ({
  state: 'damaged',
  signer: null,
  by: null,
  signedAt: null,
  findings: [finding],
})

const damagedFrame = (line: number | null): Judged =>
  damaged(note('warning', line, saying('document-signature-damaged')))

const WORST_FIRST: readonly State[] = ['bad', 'damaged', 'key-revoked', 'weak', 'unknown-key', 'key-expired', 'good']

const MAX_FRAMES = 20
const DASHES = '[-\\u2010-\\u2015\\u2212]{2,6}'
/** Frames that were, before a word processor or a web page went over them. */
const FRAME = new RegExp(`${DASHES} ?BEGIN PGP SIGN(?:ED MESSAGE|ATURE) ?${DASHES}`)

export const mentionsSignature = (text: string): boolean => FRAME.test(text)

/** One character per byte, as armour is looked for. UTF-16 is brought to what was signed before an editor changed it. */
function bytesAsText({ bytes, text, plain }: DocumentToCheck): string {
  const isWide = bytes.subarray(0, 200).includes(0)
  return plain && !isWide
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    : Buffer.from(text, 'utf8').toString('latin1')
}

async function checkFrames(document: DocumentToCheck, keys: Keys): Promise<CheckedDocument> {
  const text = bytesAsText(document)
  const frames = findBlocks(text)
    .filter(({ kind }) => kind === 'signed-message')
    .slice(0, MAX_FRAMES)
  if (frames.length === 0) {
    const at = document.text.search(FRAME)
    if (at < 0) return { signature: unsigned, findings: [] }
    return answer('clear-signed', damagedFrame(lineAt(document.text, at)), false)
  }
  const all = await Promise.all(frames.map((frame) => judgeFrame(frame, text, document, keys)))
  const [worst = all[0]] = all.toSorted(
    (one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state),
  )
  const outside = unsignedLines(text, frames)
  const findings = [
    ...(all.length > 1 ? [note('warning', null, saying('document-signature-parts', { count: all.length }))] : []),
    ...outside.map(({ from, to }) => note('warning', from, saying('document-signature-outside', { from, to }))),
  ]
  const { signature, findings: own } = answer('clear-signed', worst ?? damagedFrame(null), outside.length === 0)
  return { signature, findings: [...own, ...findings] }
}

async function judgeFrame(
  frame: ArmourBlock,
  text: string,
  { plain, now }: DocumentToCheck,
  keys: Keys,
): Promise<Judged> {
  const line = lineAt(text, frame.start)
  if (!frame.complete) return damaged(note('warning', line, saying('document-signature-missing')))
  const at = new Date(now)
  const verdict = await judge(async (of) => (await readClearSigned(frame, of, at)).verdict, keys, line)
  // Text that was laid out anew has other blanks and line ends than the one that was signed: that proves no change.
  const isLayout = !plain || readArmour(frame.signature).checksum === 'wrong'
  return verdict.state === 'bad' && isLayout ? damagedFrame(line) : verdict
}

const answer = (kind: Signed['kind'], { findings, ...verdict }: Judged, coversAll: boolean): CheckedDocument => ({
  signature: { kind, ...verdict, coversAll },
  findings,
})

async function checkBeside(document: DocumentToCheck, beside: SourceFile, keys: Keys): Promise<CheckedDocument> {
  const blocks = findBlocks(Buffer.from(beside.bytes).toString('latin1'), true)
  const armoured = blocks.find(({ kind }) => kind === 'signature')
  const copy = blocks.find(({ kind }) => kind === 'signed-message')
  if (copy) return checkCopy(document, beside.name, copy, keys)
  const isBinary = binaryKind(beside.bytes) === 'signature'
  const armour = armoured ? readArmour(armoured.inner) : null
  if (!isBinary && armour === null) return answer('detached', damaged(unreadableFile(beside.name)), true)
  const signature = armour?.data ?? beside.bytes
  const at = new Date(document.now)
  const verdict = await judge((of) => verifyDetached(document.bytes, signature, of, at), keys, null)
  const broken = verdict.state === 'bad' && armour?.checksum === 'wrong'
  return answer('detached', broken ? damaged(unreadableFile(beside.name)) : verdict, true)
}

const unreadableFile = (name: string): SourceFinding =>
  note('warning', null, saying('signature-file-unreadable', { name }))

/** "The signature at …/description.asc" is often the whole text once more, clear-signed: it speaks for this one if both say the same. */
async function checkCopy(
  document: DocumentToCheck,
  name: string,
  copy: ArmourBlock,
  keys: Keys,
): Promise<CheckedDocument> {
  const at = new Date(document.now)
  const { text: signed } = await readClearSigned(copy, keys.known, at)
  const verdict = await judge(async (of) => (await readClearSigned(copy, of, at)).verdict, keys, null)
  const text = canonical(bytesAsText(document))
  if (text === canonical(signed.toString('latin1'))) return answer('detached', verdict, true)
  const differs = note('error', null, saying('signed-copy-differs', { name }))
  return answer('detached', { ...damaged(differs), state: document.plain ? 'bad' : 'damaged' }, true)
}

const canonical = (text: string): string =>
  text
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
