/** Marking, key state and channel alone: by which way somebody is best written to (delivery.ts). What leaves is judged by whole-rule.ts. */
import { saying } from '../../words/say.ts'
import { channelRules } from './channel-rules.ts'
import { keyRules } from './key-rules.ts'
import { markingRules, reason } from './marking-rules.ts'
import type { ReleaseRequest } from './recipient-facts.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** May this go to these by this channel? Every reason with its clause, stops first. `now` is UTC ISO. Never throws. */
export function firstRule(request: ReleaseRequest, now: string): Verdict {
  const nobody = request.recipients.length === 0 ? [reason('stop', saying('release.nobody'), 'Signet')] : []
  const each = request.recipients.flatMap((recipient) => [
    ...(request.channel === 'email-pgp' ? keyRules(recipient, now) : []),
    ...channelRules(request, recipient),
  ])
  return verdictOf([...nobody, ...markingRules(request), ...each])
}
