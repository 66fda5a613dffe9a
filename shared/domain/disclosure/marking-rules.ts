/** What the marking of a message allows: TLP 2.0, and the team's own rule that a message is not looser than its case. */
import { isLooserTlp, readTlp, tlpLabel } from '../marking/tlp.ts'
import { saying, type Saying } from '../../words/say.ts'
import type { RecipientFacts, ReleaseRequest } from './recipient-facts.ts'
import type { VerdictReason } from './verdict.ts'

export const tlpClause = 'TLP 2.0'

export const reason = (
  level: VerdictReason['level'],
  said: Saying,
  clause: string,
  recipient: string | null = null,
): VerdictReason => ({
  level,
  said,
  clause,
  recipient,
})

export function markingRules(request: ReleaseRequest): readonly VerdictReason[] {
  return [
    ...againstCase(request),
    ...againstText(request),
    ...inClear(request),
    ...request.recipients.flatMap((recipient) => forRecipient(request, recipient)),
    reason('allow', saying('release.marking', { marking: tlpLabel(request.marking) }), tlpClause),
  ]
}

function againstCase({ marking, caseMarking, loosenedBecause }: ReleaseRequest): readonly VerdictReason[] {
  if (caseMarking === null || !isLooserTlp(marking, caseMarking)) return []
  const labels = { marking: tlpLabel(marking), caseMarking: tlpLabel(caseMarking) }
  const given = loosenedBecause?.trim() ?? ''
  return given === ''
    ? [reason('stop', saying('release.looser-than-case', labels), tlpClause)]
    : [reason('allow', saying('release.loosened', { ...labels, reason: given }), tlpClause)]
}

/** A quoted message keeps its own label: what it forbids is not undone by a new one above it. */
function againstText({ marking, text }: ReleaseRequest): readonly VerdictReason[] {
  const quoted = readTlp(text.slice(0, 1_000_000))
  if (quoted === null || !isLooserTlp(marking, quoted)) return []
  return [
    reason(
      'condition',
      saying('release.text-is-stricter', { marking: tlpLabel(marking), quoted: tlpLabel(quoted) }),
      tlpClause,
    ),
  ]
}

/** A web form is out of our sight: it may be protected on its way, but who reads it is not known. */
function inClear({ marking, channel }: ReleaseRequest): readonly VerdictReason[] {
  if (marking === 'GREEN' || marking === 'CLEAR') return []
  const label = { marking: tlpLabel(marking) }
  if (channel === 'email-plain') return [reason('stop', saying('release.never-in-clear', label), tlpClause)]
  if (channel !== 'form') return []
  return marking === 'AMBER'
    ? [reason('condition', saying('release.form-readers', label), tlpClause)]
    : [reason('stop', saying('release.form-readers', label), tlpClause)]
}

function forRecipient(
  { marking }: ReleaseRequest,
  { id, name, kind, ownOrganisation }: RecipientFacts,
): readonly VerdictReason[] {
  const said = { name, marking: tlpLabel(marking) }
  if (marking === 'AMBER+STRICT' && !ownOrganisation)
    return [reason('stop', saying('release.outside-organisation', said), tlpClause, id)]
  if (kind === 'public' && marking !== 'CLEAR')
    return [reason('stop', saying('release.not-public', said), tlpClause, id)]
  if (marking === 'RED' && kind !== 'person')
    return [reason('condition', saying('release.named-persons', said), tlpClause, id)]
  return []
}
