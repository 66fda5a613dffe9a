/** Writes our own team's description: the whole template of RFC 2350, Appendix D, in plain text that our own reader reads back. */
import { word } from '../../../words/say.ts'
import { layOut, type Part } from './layout.ts'
import { contactParts } from './own-contact.ts'
import { documentParts } from './own-document.ts'
import { policyParts } from './own-policies.ts'
import type { OwnDocument } from './own-facts.ts'
import type { WritableCard } from './writable-card.ts'

/**
 * Every heading of the template has a value or one sentence; nothing is written that the card does not say, apart from
 * what is true of every such team. Lines have at most 72 columns, unless a value is longer.
 */
export function writeRfc2350(card: WritableCard, facts: OwnDocument): string {
  const team = card.names.short ?? card.names.full ?? ''
  const parts: readonly Part[] = [
    ...documentParts(card, facts),
    ...contactParts(card, facts),
    ...policyParts(card, team),
  ]
  return layOut(word('en', 'own-title', { team }), parts)
}
