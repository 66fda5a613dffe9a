/** Traffic Light Protocol 2.0 (FIRST, in force since August 2022): the five labels, how to read them, which is stricter. */
export const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const
export type Tlp = (typeof tlps)[number]

export const isTlp = (value: unknown): value is Tlp => typeof value === 'string' && tlps.some((tlp) => tlp === value)

/** Exact spelling for screen, subject and body: capitals, no space, never translated. */
export const tlpLabel = (tlp: Tlp): string => `TLP:${tlp}`

export const stricterTlp = (a: Tlp, b: Tlp): Tlp => (tlps.indexOf(a) >= tlps.indexOf(b) ? a : b)

export const isLooserTlp = (next: Tlp, now: Tlp): boolean => tlps.indexOf(next) < tlps.indexOf(now)

/**
 * Finds every label in a text, tolerant of what people write ("TLP : WHITE", "tlp=green"); WHITE of TLP 1.0 reads as CLEAR.
 * Returns the strictest, or null where none is stated.
 */
export function readTlp(text: string): Tlp | null {
  let strictest: Tlp | null = null
  for (const match of text.matchAll(
    /\btlp\s{0,3}[:=]\s{0,3}(red|amber(?:\s{0,2}\+\s{0,2}strict)?|green|clear|white)\b/gi,
  )) {
    const word = (match[1] ?? '').toUpperCase().replaceAll(/\s/g, '')
    const tlp = word === 'WHITE' ? 'CLEAR' : word
    if (isTlp(tlp)) strictest = strictest === null ? tlp : stricterTlp(strictest, tlp)
  }
  return strictest
}
