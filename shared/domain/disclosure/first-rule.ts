/** The first rule of the one way out: marking, key state, channel. The disclosure matrix grows beside it, not around it. */
import { saying } from '../../words/say.ts'
import { channelRules } from './channel-rules.ts'
import { keyRules } from './key-rules.ts'
import { markingRules, reason } from './marking-rules.ts'
import type { ReleaseRequest } from './recipient-facts.ts'
import type { Verdict, VerdictReason } from './verdict.ts'

const levels = ['stop', 'condition', 'allow'] as const satisfies readonly VerdictReason['level'][]

/** May this go to these by this channel? Every reason with its clause, stops first. `now` is UTC ISO. Never throws. */
export function firstRule(request: ReleaseRequest, now: string): Verdict {
  const nobody = request.recipients.length === 0 ? [reason('stop', saying('release.nobody'), 'Signet')] : []
  const each = request.recipients.flatMap((recipient) => [
    ...(request.channel === 'email-pgp' ? keyRules(recipient, now) : []),
    ...channelRules(request, recipient),
  ])
  const reasons = [...nobody, ...markingRules(request), ...each]
  const sorted = levels.flatMap((level) => reasons.filter((one) => one.level === level))
  return { verdict: sorted[0]?.level ?? 'stop', reasons: sorted }
}
