/** The thread in which backups are sealed, read back and opened. */
import { assertNever } from '../../../shared/kit/assert-never.ts'
import { lookIntoBackup } from '../backup/look-left.ts'
import { proveBackup } from '../backup/prove-backup.ts'
import { prune } from '../backup/prune.ts'
import { sealBackup } from '../backup/seal-backup.ts'
import { answer } from './answer.ts'
import type { BackupJob } from './backup-job.ts'

async function run(job: BackupJob): Promise<unknown> {
  switch (job.work) {
    case 'seal':
      return sealBackup(job)
    case 'prove':
      return proveBackup(job)
    case 'look':
      return lookIntoBackup(job)
    case 'prune':
      return prune(job)
    default:
      return assertNever(job)
  }
}

// The border: only backup-job.ts gives this worker jobs, of this type.
answer(run)
