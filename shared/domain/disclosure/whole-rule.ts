/** The whole rule of the one way out: class, recipient, permission, marking, absolute list, identity, channel, in that order. */
import { saying } from '../../words/say.ts'
import { channelRules } from './channel-rules.ts'
import { classRules } from './class-rules.ts'
import { keyRules } from './key-rules.ts'
import { markingRules, reason } from './marking-rules.ts'
import type { DisclosurePolicy } from './policy.ts'
import { absoluteRules, identityRules, isPublished, vendorFirst } from './recipient-rules.ts'
import type { ReleaseRequest } from './recipient-facts.ts'
import { isRestricted, type DisclosureRequest, type JudgedRecipient } from './request.ts'
import { verdictOf, type Verdict, type VerdictReason } from './verdict.ts'

/** May this go to these by this channel? Every reason with its clause, stops first. `now` is UTC ISO. Never throws. */
export function wholeRule(asked: DisclosureRequest, policy: DisclosurePolicy, now: string): Verdict {
  const request = { ...asked, sensitivity: sensitivityOf(asked) }
  return verdictOf([
    ...nobody(request),
    ...(request.classes.length === 0
      ? [reason('allow', saying('release.no-classes'), 'Signet')]
      : [...classRules(request, policy, now), ...vendorFirst(request, now)]),
    ...markingRules(request),
    ...absoluteRules(request, policy, now),
    ...identityRules(request),
    ...request.recipients.flatMap((recipient) => wayRules(request, recipient, now)),
  ])
}

const nobody = ({ recipients }: ReleaseRequest): readonly VerdictReason[] =>
  recipients.length === 0 ? [{ ...reason('stop', saying('release.nobody'), 'Signet'), final: true }] : []

/** Confidential classes are highly sensitive whatever the marking says (M-36); disguised they are not. */
const sensitivityOf = ({ classes, disguised, sensitivity }: DisclosureRequest): ReleaseRequest['sensitivity'] =>
  !disguised && classes.some(isRestricted) ? 'high' : sensitivity

function wayRules(request: DisclosureRequest, recipient: JudgedRecipient, now: string): readonly VerdictReason[] {
  if (request.channel === 'file') return [reason('allow', saying('gate.file'), 'Signet', recipient.id)]
  // Who publishes has no one reader's card to go by.
  if (recipient.classes.every(isPublished)) return request.channel === 'email-pgp' ? keyRules(recipient, now) : []
  return [
    ...(request.channel === 'email-pgp' ? keyRules(recipient, now) : []),
    ...channelRules(request, recipient),
    ...ownRule(request, recipient),
  ]
}

/** What we ask of ourselves, also where their card asks for nothing (M-36, P-24). */
function ownRule({ channel, sensitivity }: DisclosureRequest, { id, name }: JudgedRecipient): readonly VerdictReason[] {
  if (sensitivity !== 'high') return []
  if (channel === 'email-plain')
    return [{ ...reason('stop', saying('gate.sensitive-plain', { name }), '4.3 L231', id), fix: { kind: 'encrypt' } }]
  return channel === 'form'
    ? [{ ...reason('condition', saying('gate.sensitive-form', { name }), '4.3 L231', id), fix: { kind: 'by-phone' } }]
    : []
}
