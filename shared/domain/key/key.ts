/** What Signet knows of an OpenPGP key by reading it; whether a person trusts it is another question. */
import type { Saying } from '../../words/say.ts'

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
}

/** A key as it stands at a later instant than the one it was inspected at: time passes, and keys expire. `now` is UTC ISO. */
export function asOf(inspected: InspectedKey, now: string): InspectedKey {
  const hasExpired = inspected.expires !== null && inspected.expires <= now && inspected.state !== 'revoked'
  return hasExpired ? { ...inspected, state: 'expired', canEncrypt: false, canSign: false } : inspected
}

/** Fingerprints that share a long or short key ID with another: shown, because IDs are never matched on. */
export function idCollisions(fingerprints: readonly string[]): readonly string[] {
  const byShortId = new Map<string, Set<string>>()
  for (const fingerprint of fingerprints) {
    const shortId = fingerprint.slice(-8)
    byShortId.set(shortId, (byShortId.get(shortId) ?? new Set()).add(fingerprint))
  }
  return [...byShortId.values()].filter((same) => same.size > 1).flatMap((same) => [...same])
}
