/** Judges signatures over bytes: each one by itself, and what all of them prove together; never throws, whatever they are. */
import { createMessage, enums, readSignature, type Key, type SignaturePacket } from 'openpgp'
import type { SignatureCheck, SignatureState } from '../../../shared/domain/exchange/message.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { pgpConfig } from './config.ts'
import { judgeSignature, type VerifiedSigner } from './judge-signature.ts'
import { saysNothing, TAG, walkPackets } from './packets.ts'

export type { VerifiedSigner } from './judge-signature.ts'

/** What one signature proves. */
export interface JudgedSignature {
  readonly state: SignatureCheck['state']
  /** Set only where the arithmetic fits. */
  readonly signer: VerifiedSigner | null
  /** UTC ISO, as the signature claims. */
  readonly signedAt: string | null
  /** 16 hex digits, as the signature claims; '' where it cannot be read. */
  readonly issuer: string
  readonly findings: readonly Saying[]
}

/** What the signatures over one text prove together: that of the best of them. */
export interface SignatureVerdict {
  readonly state: Exclude<SignatureState, 'partial'>
  readonly signer: VerifiedSigner | null
  readonly signedAt: string | null
  /** The best one first. */
  readonly signatures: readonly JudgedSignature[]
  readonly findings: readonly Saying[]
}

/** Finds keys: by the 16 hex digits that signatures name, or all of them without. */
export type FindKeys = (ids?: readonly string[]) => Promise<readonly Key[]>

export const unsigned: SignatureVerdict = { state: 'none', signer: null, signedAt: null, signatures: [], findings: [] }

/** A signature that is there and proves nothing, nor says whose it is. */
export const unusable = (finding: Saying): JudgedSignature => ({
  state: 'bad',
  signer: null,
  signedAt: null,
  issuer: '',
  findings: [finding],
})

/** Best first: with several signatures the message counts as what its best one proves; the others are findings. */
const RANK: readonly JudgedSignature['state'][] = ['good', 'key-expired', 'weak', 'key-revoked', 'bad', 'unknown-key']

export function together(judged: readonly JudgedSignature[], ...findings: readonly Saying[]): SignatureVerdict {
  const signatures = judged.toSorted((one, other) => RANK.indexOf(one.state) - RANK.indexOf(other.state))
  const [best] = signatures
  if (!best) return unsigned
  const { state, signer, signedAt } = best
  return { state, signer, signedAt, signatures, findings: [...signatures.flatMap((one) => one.findings), ...findings] }
}

/** More than this on one text is no signing but an attempt to keep us busy. */
const MAX_SIGNATURES = 16

/**
 * Signature packets over data, however they came. Judged over the bytes that are shown, so that what is shown cannot be other than what was signed (CVE-2025-47934).
 * @param openedWith fingerprints of the keys that opened the encryption around it; none if there is none.
 */
export async function verifySignatures(
  data: Uint8Array,
  packets: readonly Uint8Array[],
  keys: FindKeys,
  now: Date,
  openedWith: readonly string[] = [],
): Promise<SignatureVerdict> {
  const read = await Promise.all(packets.slice(0, MAX_SIGNATURES).map(readOne))
  return judgePackets(read, packets.length, await literalOf(data), keys, now, openedWith)
}

/** A signature beside its data: PGP/MIME and clear-signed text. */
export async function verifyDetached(
  data: Uint8Array,
  signature: Uint8Array,
  keys: FindKeys,
  now: Date,
  openedWith: readonly string[] = [],
): Promise<SignatureVerdict> {
  const packets = signaturePackets(signature)
  if (packets === null) return together([unusable(saying('signature-unreadable'))])
  return verifySignatures(data, packets, keys, now, openedWith)
}

/** For a caller that has computed the hashes itself: `literal` is only looked at by a packet without one. */
export async function judgePackets(
  read: readonly (SignaturePacket | null)[],
  total: number,
  literal: object,
  keys: FindKeys,
  now: Date,
  openedWith: readonly string[] = [],
): Promise<SignatureVerdict> {
  const ids = read.flatMap((packet) => (packet ? [packet.issuerKeyID.toHex().toUpperCase()] : []))
  const known = ids.length === 0 ? [] : await keys(ids)
  const circumstances = { keys: known, now, openedWith }
  const judged = await Promise.all(
    read.map(async (packet) =>
      packet ? judgeSignature(packet, literal, circumstances) : unusable(saying('signature-unreadable')),
    ),
  )
  const left = total - read.length
  return together(judged, ...(left > 0 ? [saying('signatures-left', { count: left })] : []))
}

async function literalOf(data: Uint8Array): Promise<object> {
  const message = await createMessage({ binary: data })
  // There always is one: the message was made of it.
  return message.packets.findPacket(enums.packet.literalData) ?? {}
}

/** Each signature packet with its header, or null where the bytes hold anything else that must not be passed over. */
function signaturePackets(bytes: Uint8Array): readonly Uint8Array[] | null {
  const { packets, whole } = walkPackets(bytes)
  const signatures = packets.filter(({ tag }) => tag === TAG.signature)
  if (!whole || packets.some((packet) => packet.tag !== TAG.signature && !saysNothing(packet))) return null
  return signatures.length === 0 ? null : signatures.map(({ start, end }) => bytes.subarray(start, end))
}

/** @returns null for a signature of a version or algorithm that OpenPGP.js does not know. */
async function readOne(bytes: Uint8Array): Promise<SignaturePacket | null> {
  try {
    const { packets } = await readSignature({ binarySignature: bytes, config: pgpConfig() })
    return packets.find(isReadable) ?? null
  } catch {
    return null
  }
}

// The class itself is not asked: packets of a version that OpenPGP.js cannot parse are in the list, too.
const isReadable = (packet: object): packet is SignaturePacket => 'signatureType' in packet && 'issuerKeyID' in packet
