/** Tells whether a team works with the Traffic Light Protocol. */
import type { Section } from './sections.ts'

const NAMED =
  /\bTLP\b|traffic[- ]light[- ]protocol|protocolo de (?:luces|semáforo)|protocolo semáforo|feux (?:tricolores|de signalisation)|ampelprotokoll/i
const REFUSED =
  /(?<!\p{L})(?:does not|do not|not yet|currently not|no|not|nicht|kein\w{0,2}|ne|não|pas|nicht das)\s(?:\S{1,14}\s){0,3}(?:use[ds]?|support\w{0,3}|apply|applied|follow\w{0,2}|adopt\w{0,2}|usa|utili[sz]a|soporta|aplica|utilise|angewendet|verwendet|unterstützt|TLP|traffic)/iu

/** `true` where the team says that it works with it, `false` where it says that it does not, null where it says nothing. */
export function readTlp(sections: readonly Section[]): { readonly tlp: boolean | null; readonly line: number | null } {
  const body = sections.filter(({ chapter }) => chapter !== '1' && chapter !== null)
  const named = body.flatMap(({ sentences }) => sentences).filter(({ text }) => NAMED.test(text))
  const first = named[0]
  if (!first) return { tlp: null, line: null }
  return { tlp: !named.every(({ text }) => REFUSED.test(text)), line: first.line }
}
