/** Why a backup could not be written or read, for a person: a stick that was pulled out says so in many codes. */
import { fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { errorCode, isDiskFull } from '../vault/files.ts'
import { SourceUnread } from './parts.ts'

const pulledOut = ['EIO', 'ENODEV', 'ENXIO', 'ENOENT', 'ENOTDIR', 'ESTALE', 'EBADF', 'ENOTCONN']
const protectedFrom = ['EROFS', 'EACCES', 'EPERM']

export function backupProblem(name: string, error: unknown): Saying {
  if (error instanceof SourceUnread) return saying('backup-source-damaged', { detail: error.part })
  const detail = errorCode(error)
  if (isDiskFull(error)) return saying('disk-full')
  if (detail === 'STOPPED') return saying('backup-stopped')
  if (pulledOut.includes(detail)) return saying('backup-medium-gone', { name, detail })
  if (protectedFrom.includes(detail)) return saying('backup-read-only', { name, detail })
  if (detail.startsWith('SQLITE')) return saying('backup-source-damaged', { detail })
  return saying('write-failed', { name, detail })
}

export const backupFailed = (name: string, error: unknown): Result<never, Saying> => fail(backupProblem(name, error))
