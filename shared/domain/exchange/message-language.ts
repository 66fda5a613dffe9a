/** In which language to write to somebody, by what their cards say of themselves. */
import type { MessageLanguage } from './template.ts'

interface Reader {
  /** RFC 5646 tags in which they say that they can be addressed, preferred first. */
  readonly languages: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
}

/** Where Spanish is the language of offices, and a card that says nothing of languages is most likely Spanish. */
const spanishSpeaking = new Set('AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PY SV UY VE'.split(' '))

/** Spanish where everybody reads it first; English where one of them may not read it, or nobody is named. */
export const languageFor = (readers: readonly Reader[]): MessageLanguage =>
  readers.length > 0 && readers.every((reader) => prefersSpanish(reader)) ? 'es' : 'en'

function prefersSpanish({ languages, country }: Reader): boolean {
  const first = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'es' || tag === 'en')
  return first === undefined ? spanishSpeaking.has(country ?? '') : first === 'es'
}
