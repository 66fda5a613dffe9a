/** The place that a person chose for what leaves. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { GrantedFile } from '../ports.ts'
import type { Session } from '../session.ts'

export interface Place {
  readonly grant: string | null
  /** Instead of a grant: a file in a folder that a person has chosen. */
  readonly target?: GrantedFile
}

export function targetOf({ ports }: Pick<Session, 'ports'>, { grant, target }: Place): Result<GrantedFile, Saying> {
  if (target !== undefined) return ok(target)
  if (grant === null) return fail(saying('release-no-target'))
  const granted = ports.redeem(grant, 'write')
  return granted === null ? fail(saying('grant-unknown')) : ok(granted)
}
