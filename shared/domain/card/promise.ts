/** Reads within what time a team promises to answer. */
import type { CardReading } from './card-reading.ts'
import type { Section } from './sections.ts'

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  an: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  'twenty-four': 24,
  'forty-eight': 48,
  next: 1,
  un: 1,
  una: 1,
  uno: 1,
  une: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  deux: 2,
  trois: 3,
  quatre: 4,
  ein: 1,
  einem: 1,
  eines: 1,
  zwei: 2,
  drei: 3,
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  três: 3,
}
const WITHIN =
  /(?:within|in less than|no later than|by the|on the|en un plazo (?:máximo )?de|en menos de|antes de|dans un délai (?:maximum )?(?:de|d')|dans les|sous|innerhalb (?:von )?|binnen|no prazo (?:máximo )?de|em até|dentro de)\s?(?:the |a maximum of |of |at most )?(\d{1,3}|[a-zé-]{1,11})\s?(?:\(\d{1,3}\)\s)?(working|business|office|calendar|laborables?|hábiles?|ouvrés?|ouvrables?)?\s?(days?|hours?|minutes?|weeks?|días?|horas?|minutos?|jours?|heures?|tag(?:en|es)?|stunden?|minuten?|arbeitstag(?:en|es)?|werktag(?:en|es)?|dias?|h)\b\s?(laborables?|hábiles?|ouvrés?|ouvrables?|úte?i?s)?/i
const ANSWER =
  /respon|answer|acknowledg|reply|replied|react|confirm|first contact|contestar|contesta|respuesta|acus|réponse|répond|antwort|reaktion|beantwort|resposta/i

/** `P2WD`: working days, which ISO 8601 does not know; else an ISO 8601 duration. */
function durationOf(count: number, unit: string, working: boolean): string {
  if (/^(?:arbeits|werk)/i.test(unit)) return `P${count}WD`
  if (/^(?:d|j|t)/i.test(unit)) return working ? `P${count}WD` : `P${count}D`
  if (/^w/i.test(unit)) return `P${count * 7}D`
  return /^m/i.test(unit) ? `PT${count}M` : `PT${count}H`
}

export function readPromise(sections: readonly Section[]): CardReading['responsePromise'] {
  const parts = sections.filter(({ chapter }) => chapter !== '1' && chapter !== '7')
  for (const { text, line } of parts.flatMap(({ sentences }) => sentences)) {
    const found = ANSWER.test(text) ? WITHIN.exec(text) : null
    const count = Number(found?.[1]) || (NUMBERS[(found?.[1] ?? '').toLowerCase()] ?? 0)
    if (!found || count === 0) continue
    const working = Boolean(found[2] && !/calendar/i.test(found[2])) || Boolean(found[4])
    return { text: text.slice(0, 500), duration: durationOf(count, found[3] ?? '', working), audience: null, line }
  }
  return null
}
