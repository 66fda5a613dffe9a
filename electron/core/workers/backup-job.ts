/** Seals and proves backups in a thread of their own: minutes of work during which the desk is served. */
import type { RestoreReport } from '../../../shared/ipc/vault-views.ts'
import type { Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import type { WrittenFile } from '../backup/backup-file.ts'
import type { LookJob, Looked } from '../backup/look-left.ts'
import type { ProveJob } from '../backup/prove-backup.ts'
import type { PruneJob } from '../backup/prune.ts'
import type { SealJob } from '../backup/seal-backup.ts'
import { runJob } from './run-job.ts'

export type BackupJob =
  | ({ readonly work: 'seal' } & SealJob)
  | ({ readonly work: 'prove' } & ProveJob)
  | ({ readonly work: 'look' } & LookJob)
  | ({ readonly work: 'prune' } & PruneJob)

/** A full disk of a terabyte on a slow stick; a person can stop it before. */
const limits = { seconds: 48 * 3600, megabytes: 1024 }

export const sealBackupApart = (job: SealJob): Promise<Result<WrittenFile, Saying>> =>
  runJob('backup-worker', { work: 'seal', ...job } satisfies BackupJob, limits)

export const proveBackupApart = (job: ProveJob): Promise<Result<RestoreReport, Saying>> =>
  runJob('backup-worker', { work: 'prove', ...job } satisfies BackupJob, limits)

export const lookIntoBackupApart = (job: LookJob): Promise<Result<Looked, Saying>> =>
  runJob('backup-worker', { work: 'look', ...job } satisfies BackupJob, limits)

export const pruneApart = (job: PruneJob): Promise<Result<readonly string[], Saying>> =>
  runJob('backup-worker', { work: 'prune', ...job } satisfies BackupJob, limits)
