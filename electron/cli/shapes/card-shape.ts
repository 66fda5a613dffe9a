/** signet.card/1: a contact card as scripts read it. */
import type { Card, CardView, ReadCard } from '../../../shared/ipc/card-views.ts'
import { say, type Language } from '../../../shared/words/say.ts'

/** The printed armour is left out: it is in the document, and `key inspect` reads it. */
export const cardShape = (card: Card, language: Language) => ({
  ...card,
  keys: card.keys.map(({ block: _block, ...key }) => key),
  findings: card.findings.map((found) => ({ ...found, text: say(language, found) })),
})

export const readCardShape = ({ signature, ...card }: ReadCard, language: Language) => ({
  ...cardShape(card, language),
  signature,
})

export const storedCardShape = (view: CardView, language: Language) => ({
  ...cardShape(view.reading, language),
  signature: view.source.signature,
  roles: view.roles,
  id: view.id,
  own: view.own,
  open: view.open,
  opensAt: view.opensAt,
  closesAt: view.closesAt,
  localTime: view.localTime,
  source: view.source,
  sources: view.sources,
  provenance: view.provenance,
  note: view.note,
  closures: view.closures,
  checks: view.checks,
  keyring: view.keys.map(({ fingerprint, state, trust, expires }) => ({ fingerprint, state, trust, expires })),
})
