/** Reads in which languages a team says that it can be addressed, as RFC 5646 tags. */
import { sectionsOf, type Section } from './sections.ts'

const DISPLAY = ['en', 'es', 'fr', 'de', 'pt'] as const
const TAGS =
  'ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk km ko lb lo lt lv mk mn ms mt my nb ne nl nn no pl pt ro ru rw sk sl sq sr sv sw ta th tr uk ur uz vi xh zh zu af'.split(
    ' ',
  )
const MORE: Readonly<Record<string, string>> = {
  castellano: 'es',
  castilian: 'es',
  castillan: 'es',
  valencian: 'ca-valencia',
  valenciano: 'ca-valencia',
  valencià: 'ca-valencia',
  català: 'ca',
  euskera: 'eu',
  euskara: 'eu',
  galego: 'gl',
  letzebuergesch: 'lb',
  luxembourgish: 'lb',
  mandarin: 'zh',
  malay: 'ms',
  bahasa: 'ms',
  farsi: 'fa',
  flemish: 'nl',
  'brazilian portuguese': 'pt-BR',
  'swiss german': 'gsw',
  schweizerdeutsch: 'gsw',
}

const simple = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()

let table: ReadonlyMap<string, string> | null = null

/** Language names in five languages, and German ones with their endings. Made once. */
function languageNames(): ReadonlyMap<string, string> {
  if (table) return table
  const names = new Map<string, string>()
  for (const display of DISPLAY) {
    const name = new Intl.DisplayNames([display], { type: 'language' })
    for (const tag of TAGS) names.set(simple(name.of(tag) ?? tag), tag === 'nb' ? 'no' : tag)
  }
  for (const [name, tag] of Object.entries(MORE)) names.set(simple(name), tag)
  table = names
  return names
}

/** The sentence must speak of addressing the team: "the Spanish version prevails" does not. */
const USED =
  /languages?\b|idiomas?|lenguas?|langues?\b|sprachen?\b|línguas?|(?:reports?|incidents?|requests?|messages?|mails?|calls?|write|written|contact\w*|reach\w*|address\w*|speak\w*|spoken|communicat\w*|answer\w*|reply|available|accept\w*|served|support\w*)\b[^.;\n]{0,80}\bin\b|(?:escrib|comuni|conta[c]?t|atiend|atend|habla|report|notific|respond)\w*[^.;\n]{0,80}\b(?:en|em)\b|(?:écri|contact|joign|signal|répon|parl|communiqu|échang)\w*[^.;\n]{0,80}\ben\b|(?:schreib|erreich|kontakt|meld|sprech|antwort|kommuni)\w*[^.;\n]{0,80}\bauf\b|\((?:in )?\p{Lu}?\p{L}{4,12}(?:,| and| y| et| und| e| \/|\/)/iu
const NOT_USED =
  /version|versión|fassung|versão|document|dokument|translation|traduc|translat|übersetz|edition|prevail|edición|website|web site/i

const PARTS = ['2.3', '2.4', '2.6', '2.7', '2.10', '2.11', 'hours', '4.1', '4.3', '6', '2'] as const

function namesIn(text: string): readonly string[] {
  const names = languageNames()
  const words = simple(text).match(/\p{L}{3,20}/gu) ?? []
  return words.flatMap(
    (word, index) =>
      names.get(`${words[index - 1] ?? ''} ${word}`) ??
      names.get(word) ??
      names.get(word.replace(/(?:e[mnrs]?|s)$/, '')) ??
      [],
  )
}

/** "… auf Deutsch", "in English": a language right behind the word. */
const isNamed = (text: string): boolean =>
  [...text.matchAll(/(?<!\p{L})(?:in|auf|en|em)\s(\p{L}{4,15})/giu)].some((match) => namesIn(match[1] ?? '').length > 0)

const MAX_LANGUAGES = 20

export function readLanguages(sections: readonly Section[]): readonly string[] {
  const sentences = sectionsOf(sections, ...PARTS).flatMap((section) => section.sentences)
  const found = sentences
    .map(({ text }) => text.slice(0, 600))
    .filter((text) => !NOT_USED.test(text) && (USED.test(text) || isNamed(text)))
    .flatMap(namesIn)
  return [...new Set(found)].slice(0, MAX_LANGUAGES)
}
