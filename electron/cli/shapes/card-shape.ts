/** signet.card/1: a contact card as scripts read it. */
import type { Card, CardView } from '../../../shared/ipc/views.ts'
import { say, type Language } from '../../../shared/words/say.ts'

/** The printed armour is left out: it is in the document, and `key inspect` reads it. */
export const cardShape = (card: Card, language: Language) => ({
  ...card,
  keys: card.keys.map(({ block: _block, ...key }) => key),
  findings: card.findings.map((found) => ({ ...found, text: say(language, found) })),
})

export const storedCardShape = (view: CardView, language: Language) => ({
  ...cardShape(view.reading, language),
  id: view.id,
  own: view.own,
  open: view.open,
  opensAt: view.opensAt,
  localTime: view.localTime,
  source: view.source,
  keyring: view.keys.map(({ fingerprint, state, trust, expires }) => ({ fingerprint, state, trust, expires })),
})
