/**
 * Judges one part of a key, that is a packet with the signatures on it: proved, or where the first fault lies. The three stages cost a
 * microsecond, two and a hundred, so a guess is thrown out as early as can be.
 */
import { createHash } from 'node:crypto'
import { packetAt, TAG, type PacketSpan } from '../packets.ts'
import { readKeyFields, type KeyFields } from './key-fields.ts'
import { checkFor, digestOf, hashedKey, hashedUser, signedOctets, type Check } from './signature-check.ts'
import { readSignatureFields, type SignatureFields } from './signature-fields.ts'
import { textFault, type Owner } from './subpackets.ts'

export interface Primary extends Owner {
  readonly hashed: Uint8Array
  readonly check: Check | null
}

/** Stretch of octets: first to the one after the last. */
export type Stretch = readonly [from: number, end: number]

export type Verdict =
  | { readonly stage: 'proved' }
  | {
      readonly stage: 'structure' | 'hash' | 'signature'
      /** Grows with how far the part makes sense: to compare guesses. */
      readonly progress: number
      /** Where the fault can lie. */
      readonly within: readonly Stretch[]
    }

const PROVED: Verdict = { stage: 'proved' }
const STAGE_STEP = 0.25
const MOST_SIGNATURES = 200

const broken = (at: number, from: number): Verdict => ({ stage: 'structure', progress: at, within: [[from, at + 1]] })

export const USER_TAGS: readonly number[] = [13, 17]
export const SIGNATURE_TAG = 2

/** Types by what they stand on (RFC 9580, 5.2.1). */
const TYPES = {
  primary: [0x1f, 0x20],
  user: [0x10, 0x11, 0x12, 0x13, 0x30],
  subkey: [0x18, 0x28],
} as const

/** RFC 9580, 5.5.4. */
export const fingerprintOf = (body: Uint8Array): Uint8Array =>
  createHash(body[0] === 6 ? 'sha256' : 'sha1')
    .update(hashedKey(body))
    .digest()

export function primaryOf(body: Uint8Array): Primary | null {
  const fields = readKeyFields(body, 0, body.length)
  if (typeof fields === 'number') return null
  const { version, algorithm, created } = fields
  const fingerprint = fingerprintOf(body)
  const keyId = version === 6 ? fingerprint.subarray(0, 8) : fingerprint.subarray(-8)
  return { version, algorithm, created, fingerprint, keyId, hashed: hashedKey(body), check: checkFor(fields) }
}

/** The first packet of a key: proved by its announced fingerprint alone. */
export function judgePrimary(bytes: Uint8Array, announced: Uint8Array): Verdict {
  const packet = wholePacket(bytes, 0)
  if (packet === null || packet.tag !== TAG.publicKey) return broken(0, 0)
  if (packet.end !== bytes.length) return broken(Math.min(packet.bodyStart, bytes.length) - 1, 0)
  const fields = readKeyFields(bytes, packet.bodyStart, packet.end)
  if (typeof fields === 'number') return broken(fields, 0)
  const isIt = Buffer.compare(fingerprintOf(bytes.subarray(packet.bodyStart, packet.end)), announced) === 0
  return isIt ? PROVED : { stage: 'hash', progress: bytes.length, within: [[0, bytes.length]] }
}

/** A packet of plain, definite length. */
function wholePacket(bytes: Uint8Array, at: number): PacketSpan | null {
  const first = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  const isIndefinite = (first & 0x40) === 0 ? (first & 3) === 3 : second >= 224 && second < 255
  return isIndefinite ? null : packetAt(bytes, at)
}

interface Target {
  readonly place: keyof typeof TYPES
  readonly head: readonly Uint8Array[]
  /** Of a subkey, for its cross-signature. */
  readonly check: Check | null
  readonly stretch: Stretch
  readonly signaturesAt: number
}

/**
 * Anything after the first packet: signatures on the key itself, a name with its signatures, or a subkey with its bindings.
 * @param isQuick leaves the third stage out: what reaches it counts as broken there.
 */
export function judgePart(bytes: Uint8Array, primary: Primary, isQuick = false): Verdict {
  const target = targetOf(bytes, primary)
  if ('stage' in target) return target
  let hasOwn = false
  let at = target.signaturesAt
  for (let count = 0; at < bytes.length && count < MOST_SIGNATURES; count += 1) {
    const packet = wholePacket(bytes, at)
    if (packet === null || packet.tag !== SIGNATURE_TAG) return broken(at + 1, 0)
    const fields = readSignatureFields(
      bytes,
      packet.bodyStart,
      packet.end,
      TYPES[target.place],
      primary,
      primary.version,
    )
    if (typeof fields === 'number') return broken(fields, at)
    const verdict = judgeSignature(bytes, fields, isQuick ? { ...primary, check: null } : primary, target, hasOwn)
    if (verdict.stage !== 'proved') return verdict
    hasOwn ||= fields.issuer !== 'foreign' || target.place !== 'user'
    at = packet.end
  }
  return hasOwn ? PROVED : broken(bytes.length - 1, 0)
}

function targetOf(bytes: Uint8Array, primary: Primary): Target | Verdict {
  const packet = wholePacket(bytes, 0)
  if (packet === null) return broken(0, 0)
  const { tag, bodyStart, end } = packet
  if (tag === SIGNATURE_TAG)
    return { place: 'primary', head: [primary.hashed], check: null, stretch: [0, 0], signaturesAt: 0 }
  const body = bytes.subarray(bodyStart, end)
  const base = { stretch: [0, end], signaturesAt: end } as const
  if (USER_TAGS.includes(tag)) {
    const wrong = tag === 13 ? textFault(body) : -1
    if (wrong >= 0) return broken(bodyStart + wrong, 0)
    return { ...base, place: 'user', head: [primary.hashed, hashedUser(tag, body)], check: null }
  }
  if (tag !== TAG.publicSubkey) return broken(0, 0)
  const fields: KeyFields | number = readKeyFields(bytes, bodyStart, end)
  if (typeof fields === 'number') return broken(fields, 0)
  return { ...base, place: 'subkey', head: [primary.hashed, hashedKey(body)], check: checkFor(fields) }
}

/** @param isTargetProved by an earlier signature: the fault cannot lie in it any more. */
function judgeSignature(
  bytes: Uint8Array,
  fields: SignatureFields,
  primary: Primary,
  target: Target,
  isTargetProved: boolean,
): Verdict {
  if (fields.issuer === 'foreign' && target.place === 'user') return PROVED
  const own = judgeHash(bytes, fields, target.head, primary.check, isTargetProved ? null : target.stretch)
  if (own.stage !== 'proved') return own
  for (const inner of fields.embedded) {
    const cross = judgeHash(bytes, inner, target.head, target.check, null)
    // It lies within the signature that is proved by now: further than that, and not yet at the next packet.
    if (cross.stage !== 'proved') return { ...cross, progress: fields.end + (cross.stage === 'hash' ? 0.5 : 0.75) }
  }
  return PROVED
}

function judgeHash(
  bytes: Uint8Array,
  fields: SignatureFields,
  head: readonly Uint8Array[],
  check: Check | null,
  stretch: Stretch | null,
): Verdict {
  const { hash, hashedEnd, leftAt, valuesFrom, end, values } = fields
  const signed = signedOctets(bytes, fields, head)
  const digest = digestOf(hash, signed)
  if (digest === null) return broken(fields.from + 3, fields.from)
  const progress = valuesFrom + STAGE_STEP
  if (digest[0] !== bytes[leftAt] || digest[1] !== bytes[leftAt + 1]) {
    const within: readonly Stretch[] = [
      [fields.from, hashedEnd],
      [leftAt, valuesFrom],
    ]
    return { stage: 'hash', progress, within: stretch === null ? within : [stretch, ...within] }
  }
  if (check?.(hash, signed, digest, values) === true) return PROVED
  return { stage: 'signature', progress: end + STAGE_STEP, within: [[valuesFrom, end]] }
}
