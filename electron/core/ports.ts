/** What core needs from outside: time, chance, files by grant, and someone to tell. Everything that a test wants to hold still. */
import type { LockedCounts } from '../../shared/ipc/views.ts'

export interface KdfCost {
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

export interface GrantedFile {
  readonly path: string
  readonly name: string
}

export interface Ports {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** The time is one that a person gave, not the clock's: every entry says so. */
  readonly clockGiven?: true
  /** Seconds since the machine started: what waits are counted by, because nobody can set it. */
  readonly uptime: () => number
  /** UUIDv7 (RFC 9562 section 5.7). */
  readonly newId: () => string
  readonly random: (bytes: number) => Uint8Array
  /** IANA zone of this machine. */
  readonly zone: string
  readonly kdf: KdfCost
  /** Redeems a one-use grant of the shell; null where it is unknown, used, or of the other kind. */
  readonly redeem: (grant: string, mode: 'read' | 'write') => GrantedFile | null
  /** Puts released text on the clipboard; the shell clears it after 20 s. */
  readonly copy: (text: string) => void
  /** The next due instants and counts: all that a locked desk keeps. */
  readonly keepDues: (kept: {
    readonly dues: readonly string[]
    readonly counts: LockedCounts
    readonly trial: boolean
  }) => void
}

/** Argon2id cost for a vault that can be stolen (facts: 0.5 to 1 s); trial vaults and tests may use less. */
export const fullCost: KdfCost = { memory: 262_144, passes: 3, lanes: 4 }
