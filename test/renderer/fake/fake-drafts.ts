/** Drafts in memory for the renderer's tests, with a verdict that follows from the recipients' keys. */
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import type { Draft, DraftView, Recipient } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'

const said = (text: string): Saying => ({ code: 'act.note.added', params: { text } })

export function draftView(draft: Draft, cards: readonly CardView[]): DraftView {
  const recipients = draft.to.flatMap((id) => cards.filter((card) => card.id === id).map(recipientOf))
  const reasons = reasonsFor(draft, recipients)
  return {
    draft,
    recipients,
    verdict: { verdict: reasons[0]?.level ?? 'allow', reasons },
    outerSubject: draft.case === null ? '...' : `[${draft.case}] ...`,
  }
}

function recipientOf({ id, reading, keys }: CardView): Recipient {
  const key = keys[0]
  return {
    card: id,
    name: reading.names.short ?? id,
    address: reading.emails[0]?.address ?? null,
    fingerprint: key?.fingerprint ?? null,
    keyState: key?.state ?? 'none',
    trust: key?.trust ?? null,
    expires: key?.expires ?? null,
  }
}

function reasonsFor(draft: Draft, recipients: readonly Recipient[]): readonly VerdictReason[] {
  const order = ['stop', 'condition', 'allow']
  const about = recipients.map(({ name, card, trust, keyState }): VerdictReason => {
    const clause = 'RFC 2350 of the team, 4.3'
    if (keyState !== 'usable' && keyState !== 'repaired')
      return { level: 'stop', said: said(`The key of ${name} cannot encrypt (${keyState}).`), clause, recipient: card }
    if (trust !== 'verified')
      return {
        level: 'condition',
        said: said(`Nobody has verified the key of ${name}. Call the number on the card first, or go on knowing this.`),
        clause,
        recipient: card,
      }
    return { level: 'allow', said: said(`${name} has a verified key that encrypts today.`), clause, recipient: card }
  })
  const marking: VerdictReason = {
    level: 'allow',
    said: said(`${tlpLabel(draft.tlp)} may go to partners by encrypted mail.`),
    clause: 'TLP 2.0',
    recipient: null,
  }
  const nobody: VerdictReason = {
    level: 'stop',
    said: said('The message has no recipient yet.'),
    clause: 'Signet',
    recipient: null,
  }
  return [...(recipients.length === 0 ? [nobody] : about), marking].toSorted(
    (a, b) => order.indexOf(a.level) - order.indexOf(b.level),
  )
}
