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
  const against = [
    ...againstCase(request),
    ...againstText(request),
    ...inClear(request),
    ...request.recipients.flatMap((recipient) => forRecipient(request, recipient)),
  ]
  // "Allows these recipients" beside a stop of the same marking would be a contradiction.
  return against.some(({ level }) => level === 'stop')
    ? against
    : [...against, reason('allow', saying('release.marking', { marking: tlpLabel(request.marking) }), tlpClause)]
}

function againstCase({ marking, caseMarking, loosenedBecause }: ReleaseRequest): readonly VerdictReason[] {
  if (caseMarking === null || !isLooserTlp(marking, caseMarking)) return []
  const labels = { marking: tlpLabel(marking), caseMarking: tlpLabel(caseMarking) }
  const given = loosenedBecause?.trim() ?? ''
  return given === ''
    ? [
        {
          ...reason('stop', saying('release.looser-than-case', labels), tlpClause),
          fix: { kind: 'marking', tlp: caseMarking },
        },
      ]
    : [reason('allow', saying('release.loosened', { ...labels, reason: given }), tlpClause)]
}

/** A quoted message keeps its own label: what it forbids is not undone by a new one above it. */
function againstText({ marking, text }: ReleaseRequest): readonly VerdictReason[] {
  const quoted = readTlp(text.slice(0, 1_000_000))
  if (quoted === null || !isLooserTlp(marking, quoted)) return []
  return [
    {
      ...reason(
        'condition',
        saying('release.text-is-stricter', { marking: tlpLabel(marking), quoted: tlpLabel(quoted) }),
        tlpClause,
      ),
      fix: { kind: 'marking', tlp: quoted },
    },
  ]
}

/** A web form is out of our sight: it may be protected on its way, but who reads it is not known. */
function inClear({ marking, channel }: ReleaseRequest): readonly VerdictReason[] {
  if (marking === 'GREEN' || marking === 'CLEAR') return []
  const label = { marking: tlpLabel(marking) }
  if (channel === 'email-plain')
    return [
      { ...reason('stop', saying('release.never-in-clear', label), tlpClause), fix: { kind: 'encrypt' }, final: true },
    ]
  if (channel !== 'form') return []
  const level = marking === 'AMBER' ? 'condition' : 'stop'
  return [{ ...reason(level, saying('release.form-readers', label), tlpClause), fix: { kind: 'by-phone' } }]
}

/**
 * Each label forbids all that the looser ones forbid, so that tightening a marking never opens a way. A label is the source's: an override does
 * not lift it, another marking with its reason does. RED alone goes by persons and not by organisations: one outside whom the source named
 * may get it, where AMBER+STRICT could not.
 */
function forRecipient({ marking }: ReleaseRequest, recipient: RecipientFacts): readonly VerdictReason[] {
  const { id, name, kind, ownOrganisation } = recipient
  const said = { name, marking: tlpLabel(marking) }
  const stop = (words: Saying): VerdictReason => ({
    ...reason('stop', words, tlpClause, id),
    fix: { kind: 'leave-out' },
  })
  const ask = (words: Saying): readonly VerdictReason[] => [reason('condition', words, tlpClause, id)]
  if (kind === 'public' && marking !== 'CLEAR') return [{ ...stop(saying('release.not-public', said)), final: true }]
  if (marking === 'AMBER' && kind === 'community') return ask(saying('release.need-to-know', said))
  if (marking !== 'AMBER+STRICT' && marking !== 'RED') return []
  if (kind === 'community') return [{ ...stop(saying('release.not-published', said)), final: true }]
  if (!ownOrganisation && marking === 'RED')
    return kind === 'person' ? ask(saying('release.red-person', said)) : [stop(saying('release.red-outside', said))]
  if (!ownOrganisation) return [{ ...stop(saying('release.outside-organisation', said)), final: true }]
  return marking === 'RED' && kind !== 'person' ? ask(saying('release.named-persons', said)) : []
}
