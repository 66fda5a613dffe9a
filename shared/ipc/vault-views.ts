/** What is answered about the vault itself: its keys, its soundness, its place on the disk, its backups. */
import type { Code, Saying } from '../words/say.ts'
import type { Job } from './card-views.ts'

export interface VaultInfo {
  readonly copy: string
  readonly analyst: string
  readonly deskKey: string
  readonly teamKey: string | null
  readonly trial: boolean
  readonly cases: number
  readonly bytes: number
  readonly lastBackup: string | null
}

export interface VaultKeys {
  /** Argon2id: KiB, passes, lanes. */
  readonly cost: { readonly memory: number; readonly passes: number; readonly lanes: number }
  /** UTC ISO. */
  readonly passphraseSince: string
  readonly dataKeySince: string
  readonly device: {
    readonly on: boolean
    /** Why it cannot be switched on here; null where it can. */
    readonly refused: Saying | null
  }
  /**
   * The sheet of today's recovery key: when it was made, and when three of its groups were last typed back. `next`: since when a
   * newer one waits for that; both open until then.
   */
  readonly recovery: { readonly since: string; readonly provedAt: string | null; readonly next: string | null }
  /** Backups that still open with an earlier passphrase or data key. */
  readonly older: readonly { readonly at: string; readonly name: string }[]
}

export interface VaultCheck {
  readonly ok: boolean
  readonly checked: readonly string[]
  readonly findings: readonly Saying[]
}

/** One part of the full check, in the order in which they are done. */
export interface CheckPart {
  readonly part: 'pages' | 'database' | 'log' | 'blobs' | 'search' | 'entries' | 'records' | 'cases'
  readonly state: 'waits' | 'runs' | 'done'
  readonly done: number
  readonly total: number
  readonly findings: readonly Saying[]
}

export interface CheckView {
  /** null: none runs and none has ended since the unlock. */
  readonly job: Job | null
  readonly parts: readonly CheckPart[]
  /** UTC ISO of the last full check that came to its end; null: never. */
  readonly lastWhole: string | null
  /** Open cases that cannot be read, as far as was checked. */
  readonly cases: readonly string[]
  /** Since when, as far as can be known; null where nothing is wrong. */
  readonly since: string | null
}

export interface VaultPlace {
  readonly folder: string
  readonly bytes: { readonly database: number; readonly blobs: number; readonly rest: number }
  /** null where the system does not say. */
  readonly free: number | null
  readonly format: number
  /** 16 MB kept free for the moment when the disk is full. */
  readonly ballast: boolean
}

export interface BackupDone {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly entries: number
  readonly at: string
}

export interface BackupPlan {
  readonly every: 'never' | 'day' | 'week'
  /** HH:MM in the zone of the desk. */
  readonly at: string
  /** Name of the chosen folder; null: remind only. */
  readonly folder: string | null
  /** Kept in that folder; older ones of ours are removed. */
  readonly keep: { readonly daily: number; readonly weekly: number; readonly monthly: number }
}

export interface BackupView {
  readonly last: BackupDone | null
  /** Id of the job that makes or made one since the unlock. */
  readonly job: string | null
  /** Cases written since, counted to 1,000; null: no backup yet. */
  readonly since: number | null
  /** Those that did not count, youngest first, at most ten. */
  readonly tried: readonly { readonly at: string; readonly name: string; readonly problem: Saying }[]
  readonly plan: BackupPlan
  /** Due by the plan: time to be reminded. */
  readonly due: boolean
}

/** What a restore found: told before anything counts as restored. */
export interface RestoreReport extends BackupDone {
  readonly cases: number
  readonly blobs: number
  readonly checked: readonly Code[]
}

export interface ExportedAll {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly cases: number
  readonly messages: number
  readonly blobs: number
  /** Listed in the export too. */
  readonly leftOut: readonly Saying[]
}
