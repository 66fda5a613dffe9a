/** Why a backup could not be written or read, for a person: a stick that was pulled out says so in many codes. */
import { fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { errorCode, isDiskFull, writeProblem } from '../vault/files.ts'
import { SourceUnread, type TakePart } from './parts.ts'

const pulledOut = ['EIO', 'ENODEV', 'ENXIO', 'ENOENT', 'ENOTDIR', 'ESTALE', 'EBADF', 'ENOTCONN']
const protectedFrom = ['EROFS', 'EACCES', 'EPERM']

/** Where the vault is to lie, not the medium that is read. */
class PlaceFailed extends Error {
  override readonly name = 'PlaceFailed'
}

/** Tells what fails where a backup is unpacked from what fails in reading it. */
export const atHome =
  (take: TakePart): TakePart =>
  (part, read) => {
    let unread: unknown = null
    try {
      return take(part, (most) => {
        try {
          return read(most)
        } catch (error) {
          unread = error
          throw error
        }
      })
    } catch (error) {
      throw error === unread ? error : new PlaceFailed('unpacking', { cause: error })
    }
  }

export function backupProblem(name: string, error: unknown): Saying {
  if (error instanceof PlaceFailed) return writeProblem('vault', error.cause)
  if (error instanceof SourceUnread)
    return errorCode(error.cause) === 'EIO'
      ? saying('disk-failed', { detail: 'EIO' })
      : saying('backup-source-damaged', { detail: error.part })
  const detail = errorCode(error)
  if (isDiskFull(error)) return saying('disk-full')
  if (detail === 'STOPPED') return saying('backup-stopped')
  if (pulledOut.includes(detail)) return saying('backup-medium-gone', { name, detail })
  if (protectedFrom.includes(detail)) return saying('backup-read-only', { name, detail })
  if (detail.startsWith('SQLITE_IOERR')) return saying('disk-failed', { detail })
  if (detail.startsWith('SQLITE')) return saying('backup-source-damaged', { detail })
  return saying('write-failed', { name, detail })
}

export const backupFailed = (name: string, error: unknown): Result<never, Saying> => fail(backupProblem(name, error))
