/**
 * Answers one request by name: checks that the call exists, checks its input, says it of the disk when the disk failed, and keeps a
 * bug from taking the process along.
 */
import { fail } from '../../shared/kit/result.ts'
import type { Reply } from '../../shared/ipc/call.ts'
import { contract, type CallName, type Handlers } from '../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../shared/words/say.ts'
import { isDamage } from './store/connection.ts'
import { errorCode, isDiskFull } from './vault/files.ts'
import { ReadOnlyVault } from './vault/read-only.ts'

type AnyHandler = (input: unknown) => Promise<Reply<unknown>>

const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)

/** `report` hears of bugs: a reference and an error, never content. */
export function dispatcher(
  handlers: Handlers<'core'>,
  report: (reference: string, error: unknown) => void,
): (name: string, input: unknown) => Promise<Reply<unknown>> {
  // The border: inputs are checked against the schema of the same name just before.
  const byName = new Map<string, AnyHandler>(Object.entries(handlers) as [string, AnyHandler][])
  return async (name, input) => {
    const handler = byName.get(name)
    if (!isCallName(name) || handler === undefined) return fail(saying('bad-request', { detail: 'unknown call' }))
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) return fail(saying('bad-request', { detail: issuesOf(name, parsed.error.issues) }))
    try {
      return await handler(parsed.data)
    } catch (error) {
      const disk = diskProblem(error)
      if (disk !== null) return fail(disk)
      const reference = `${name}-${Date.now().toString(36)}`
      report(reference, error)
      return fail(saying('internal-error', { reference }))
    }
  }
}

const refusedByDisk = new Set(['EIO', 'EROFS', 'EACCES', 'EPERM', 'EDQUOT', 'EFBIG', 'ENXIO', 'ENODEV', 'ESTALE'])

/** A disk can fail under every call that writes or reads: that is no bug, and no call has to say it for itself. */
function diskProblem(error: unknown): Saying | null {
  if (isDiskFull(error)) return saying('disk-full')
  if (error instanceof ReadOnlyVault) return saying('vault-read-only')
  const code = errorCode(error)
  const isDisk = refusedByDisk.has(code) || code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_READONLY')
  if (isDisk) return saying('disk-failed', { detail: code })
  return isDamage(error) ? saying('damage-met') : null
}

/** Names of fields and kinds of fault only: a value could be a secret. */
const issuesOf = (
  name: string,
  issues: readonly { path: readonly PropertyKey[]; code?: string | undefined }[],
): string =>
  `${name}: ${issues
    .slice(0, 3)
    .map(({ path, code }) => `${path.map(String).join('.') || 'input'} ${code ?? ''}`.trim())
    .join(', ')}`
