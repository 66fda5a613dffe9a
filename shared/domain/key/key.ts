/** What Signet knows of an OpenPGP key by reading it; whether a person trusts it is another question. */
import type { Saying } from '../../words/say.ts'
import { clashesAmong } from './clashes.ts'
import { canAt, canEncryptAt, type KeyPartFacts } from './parts.ts'

export type KeyState =
  | 'usable'
  /** Repaired from a damaged document, and proved by checksum, signatures and announced fingerprint. */
  | 'repaired'
  /** The key packet hashes to the fingerprint, but there is no usable encryption key with it. */
  | 'identity-only'
  /** A block is there and no packet of it proves. */
  | 'unreadable'
  /** Only a fingerprint is printed. */
  | 'not-included'
  | 'expired'
  | 'revoked'

/** One character that was changed in the base64 of a printed key. */
export interface KeyRepair {
  /**
   * Counted from 1 in the base64 characters of the data as printed: headers, blanks, quoting and the checksum do not count. Of a lost
   * character it is the place of the printed one before which it belongs.
   */
  readonly at: number
  /** As printed; empty for a character that was lost. */
  readonly was: string
  /** As it must be; empty for a character that is one too many. */
  readonly is: string
}

export interface InspectedKey {
  /** 40 (or, for version 6, 64) hex digits in capitals; null if nothing could be read. */
  readonly fingerprint: string | null
  /** Only those with a valid self-signature. */
  readonly userIds: readonly string[]
  /** As GnuPG names it: ed25519, rsa4096, nistp256, brainpoolP256r1, dsa1024. */
  readonly algorithm: string | null
  /** UTC ISO. */
  readonly created: string | null
  /** UTC ISO; null means that it does not expire. */
  readonly expires: string | null
  readonly state: KeyState
  readonly canEncrypt: boolean
  readonly canSign: boolean
  readonly secret: boolean
  readonly findings: readonly Saying[]
  /** Every changed character; proved together, and kept even where the key has expired or was revoked since. */
  readonly repairs: readonly KeyRepair[]
}

/** One key of a file: what it is, and its clean armour if it could be read. */
export interface ReadKey {
  readonly inspected: InspectedKey
  /** Armoured public key without the sender's armour headers. */
  readonly armored: string | null
  /** Armoured secret key as it came (locked or not), if the file held one. */
  readonly armoredSecret: string | null
  /** The primary key first; none where nothing could be read. */
  readonly parts: readonly KeyPartFacts[]
  /** An armoured revocation that came without its key. */
  readonly revocation: string | null
}

/**
 * A key as it stands at a later instant than the one it was inspected at: time passes, and keys and their subkeys expire. `now` is UTC ISO.
 * @param parts none for a key that was kept before parts were: then the end of the whole key alone counts.
 */
export function asOf(inspected: InspectedKey, now: string, parts: readonly KeyPartFacts[] = []): InspectedKey {
  const hasExpired = inspected.expires !== null && inspected.expires <= now && inspected.state !== 'revoked'
  if (hasExpired) return { ...inspected, state: 'expired', canEncrypt: false, canSign: false }
  if (parts.length === 0) return inspected
  const canEncrypt = inspected.canEncrypt && canEncryptAt(parts, now)
  const canSign = inspected.canSign && canAt(parts, 'sign', now)
  const isOpen = inspected.state === 'usable' || inspected.state === 'repaired'
  return { ...inspected, state: isOpen && !canEncrypt ? 'identity-only' : inspected.state, canEncrypt, canSign }
}

/** Whether we can encrypt to it at that instant (UTC ISO): a revoked or identity-only key never again by time alone. */
export function encryptsAt(
  { inspected, parts }: { inspected: InspectedKey; parts: readonly KeyPartFacts[] },
  at: string,
): boolean {
  return asOf(inspected, at, parts).canEncrypt
}

/** Fingerprints that share a long or short key ID with another: shown, because IDs are never matched on. */
export function idCollisions(fingerprints: readonly string[]): readonly string[] {
  const clashes = clashesAmong(fingerprints)
  return [...new Set(fingerprints)].filter((fingerprint) => clashes(fingerprint).length > 0)
}
