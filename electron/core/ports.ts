/** What core needs from outside: time, chance, files by grant, and someone to tell. Everything that a test wants to hold still. */
import type { LockedCounts } from '../../shared/ipc/views.ts'
import type { Result } from '../../shared/kit/result.ts'
import type { Saying } from '../../shared/words/say.ts'

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

/** The system's keyring, which main asks: it seals for this machine and this login. */
export interface DeviceKeyring {
  /** Why it protects nothing here; null where it does. */
  readonly refusal: () => Promise<Saying | null>
  /** base64 */
  readonly seal: (secret: Uint8Array) => Promise<Result<string, Saying>>
  /** @returns `device-lost` for what it did not seal, or seals no more. */
  readonly open: (sealed: string) => Promise<Result<Uint8Array, Saying>>
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
  /** What trial vaults are written with, and every vault where nothing is measured. */
  readonly kdf: KdfCost
  /** How dear a passphrase may be on this machine, for real vaults; absent in tests, which have other things to do. */
  readonly measure?: {
    /** Milliseconds that one derivation of this cost takes now. */
    readonly time: (cost: KdfCost) => Promise<number>
    /** KiB that a desk may take for a moment. */
    readonly mostMemory: number
  }
  /** Absent where there is no desk around: on the command line. */
  readonly device?: DeviceKeyring
  /** The vault was closed because its keys changed: the desk locks. */
  readonly relock?: () => void
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

/** For a vault that can be stolen where nothing can be measured; what is measured takes 0.5 to 1 s. */
export const fullCost: KdfCost = { memory: 262_144, passes: 3, lanes: 4 }
