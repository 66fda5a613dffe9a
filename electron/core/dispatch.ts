/** Answers one request by name: checks that the call exists, checks its input, and keeps a bug from taking the process along. */
import { fail } from '../../shared/kit/result.ts'
import type { Reply } from '../../shared/ipc/call.ts'
import { contract, type CallName, type Handlers } from '../../shared/ipc/contract.ts'
import { saying } from '../../shared/words/say.ts'

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
      const reference = `${name}-${Date.now().toString(36)}`
      report(reference, error)
      return fail(saying('internal-error', { reference }))
    }
  }
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
