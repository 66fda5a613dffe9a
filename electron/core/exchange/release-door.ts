/** What every way of releasing a draft does at the door: the rules once more, on what was sealed, and the place that a person chose. */
import type { ReleaseRequest } from '../../../shared/domain/disclosure/recipient-facts.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { GrantedFile } from '../ports.ts'
import { nowOf, type Session } from '../session.ts'
import type { DraftRecord } from './draft-records.ts'
import { requestOf } from './draft-view.ts'
import type { KnownRecipient } from './recipients.ts'

export interface Consent {
  readonly conditionsAccepted: boolean
  /** Why conditions are accepted and a looser marking is right; journalled with the release. */
  readonly override: string | null
}

/** Time has passed while it was sealed, and a key may have ended. */
export const judgedAgain = (
  session: Session,
  draft: DraftRecord,
  recipients: readonly KnownRecipient[],
  { conditionsAccepted, override }: Consent,
): [ReleaseRequest, { readonly conditionsAccepted: boolean; readonly now: string }] => [
  requestOf(session, draft, recipients, override),
  { conditionsAccepted, now: nowOf(session) },
]

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
