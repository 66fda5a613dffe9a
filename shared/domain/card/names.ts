/** Reads what a team is called: short name, full name, and the other spellings that its document uses. */
import type { CardReading } from './card-reading.ts'
import { sectionsOf, type Section } from './sections.ts'

type Names = CardReading['names']

const LABEL = {
  full: /(?:full name|official name|long name|nombre completo|nombre oficial|nom complet|vollständiger name|langname|nome completo)\s{0,2}(?:of the team)?\s?[:=–-]\s?([^\n;|]{2,200})/i,
  short:
    /(?:short ?name|abbreviated name|abbreviation|acronym|nombre corto|nombre abreviado|siglas|nom court|sigle|kurzname|kurzbezeichnung|abkürzung|nome curto|nome abreviado|sigla)\s{0,2}[:=–-]\s?([^\n;|]{2,60})/i,
}

const tidy = (name: string): string =>
  name
    .replace(/^["“”'«»\s]+|["“”'«»\s]+$/g, '')
    .replace(/[,;:.]+$/, '')
    .replace(/^["“”'«»]+|["“”'«»]+$/g, '')
    .trim()
const TEAM_WORD = /CERT|CSIRT|SIRT|CIRT|CERTS?\b|SOC\b|CSOC|PSIRT|CIRC/i
const GENERIC = /^(?:SIRT|CERT|CSIRT|CIRT|SOC|ISIRT|IRT)$/i

/** A short name is one to three words, with capitals inside or one of the words that teams are called by. */
function looksShort(name: string): boolean {
  const words = name.split(/\s+/).length
  return name.length <= 30 && words <= 3 && (TEAM_WORD.test(name) || (words === 1 && /\p{Lu}.{0,20}\p{Lu}/u.test(name)))
}

/** "The CSIRT is named X", "responde al nombre oficial de X, o: Y" leave X and Y. */
function withoutPhrase(text: string): string {
  const named =
    /(?:is (?:named|called|known as)|nombre oficial de|se denomina|s'appelle|est nommée?|heißt|denomina-se|name of (?:the|our) (?:team|csirt|cert) is)\s(.{2,200})/i.exec(
      text,
    )
  return named?.[1] ?? text
}

const firstSentence = (text: string): string => text.split(/(?<=\p{L}{3})\.\s+(?=\p{Lu})/u)[0] ?? text

interface Pair {
  readonly short: string | null
  readonly full: string | null
}

function pairFromBrackets(text: string, document: string): Pair | null {
  const found = /^(.{3,200}?)\s?\(([^()]{2,60})\)/.exec(text)
  const [full, inside] = [
    tidy(found?.[1] ?? ''),
    tidy(
      (found?.[2] ?? '').replace(
        /^(?:hereinafter|hereafter|en adelante|abbreviated|short|kurz|ci-après|doravante)[:,]?\s/i,
        '',
      ),
    ),
  ]
  if (!found || inside === '') return null
  const combined = `${full.split(' ')[0] ?? ''} ${inside}`
  if (GENERIC.test(inside) && document.includes(combined)) return { short: combined, full }
  if (looksShort(full) && !looksShort(inside)) return { short: full, full: inside }
  return looksShort(inside) || inside.length < full.length ? { short: inside, full } : { short: full, full: inside }
}

/** What a team belongs to is not its name. */
const BELONGS = /,? \(|, (?:under|within|part of|belonging|dependent|dependiente|perteneciente)\b/

function pairFromParts(text: string): Pair | null {
  const parts = text.split(/\s?[:=]\s|\s[–—-]\s|,\s(?:o|or|ou|oder|und|and)[:]?\s|\s(?:o|or|ou|oder):\s|\n|,\s/)
  const [first, second] = [tidy(parts[0] ?? ''), tidy(parts[1] ?? '')]
  if (first === '' || second === '') return null
  const rest = tidy((text.slice(text.indexOf(parts[1] ?? '')).split('\n')[0] ?? '').split(BELONGS)[0] ?? '')
  const oneWord =
    !first.includes(' ') && first.length <= 20 && second.includes(' ') && !text.startsWith(`${parts[0] ?? ''},`)
  if (looksShort(first) || oneWord) return { short: first, full: rest }
  return looksShort(second) ? { short: second, full: first } : null
}

/** "This document describes X, hereinafter Y". */
function pairFromIntroduction(document: string): Pair | null {
  const found =
    /description of (?:the )?([^,.\n]{3,120}?),? \(?(?:hereinafter|hereafter|henceforth)(?: referred to as)?[ :,]+["“]?([^,."”)\n]{2,40})/i.exec(
      document,
    )
  return found ? { short: tidy(found[2] ?? ''), full: tidy(found[1] ?? '') } : null
}

function namesIn(text: string, document: string): Pair {
  const full = LABEL.full.exec(text)?.[1]
  const short = LABEL.short.exec(text)?.[1]
  if (full && short) return { full: tidy(full), short: tidy(short) }
  if (short)
    return { short: tidy(short), full: tidy(text.slice(0, text.search(LABEL.short)).split(/\n|;/)[0] ?? '') || null }
  const bare = firstSentence(withoutPhrase(full ?? text)).trim()
  const leading = looksShort(tidy(bare.split(/[(:,\n]|\s[–—-]\s/)[0] ?? ''))
  const pair = leading
    ? (pairFromParts(bare) ?? pairFromBrackets(bare, document))
    : (pairFromBrackets(bare, document) ?? pairFromParts(bare))
  if (pair) return pair
  const name = tidy(bare.split('\n')[0] ?? '') || null
  if (!name) return { short: null, full: null }
  return { short: looksShort(name) || !name.includes(' ') ? name : null, full: name.includes(' ') ? name : null }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The same letters with other joints or capitals: OneTeam_CERT, "OneTeam CERT". */
function spellings(name: string, document: string): readonly string[] {
  const words = name.split(/[\s_-]+/).filter((word) => word !== '')
  if (words.length < 2 || name.length > 40) return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}/@.])${words.map(escaped).join('[\\s_-]?')}(?![\\p{L}\\p{N}@])`, 'giu')
  return [...new Set([...document.matchAll(pattern)].map(([found]) => found.replaceAll(/\s+/g, ' ')))].filter(
    (found) => found.toLowerCase() !== name.toLowerCase(),
  )
}

const MAX_OTHERS = 12

/** Teams inside the team, listed under its name. */
function subteams(section: Section | undefined): readonly string[] {
  const items = (section?.pieces ?? []).filter(({ bullet, text }) => bullet && text.length >= 3 && text.length <= 100)
  return items.map(({ text }) => tidy(text))
}

/** The title of the document, where 2.1 is missing: "RFC 2350 Example CERT". */
function nameInTitle(sections: readonly Section[]): string | null {
  const lines = (sections[0]?.pieces ?? []).map(({ text }) => text).filter((text) => text.length <= 100)
  const found = lines
    .map((text) => /RFC[\s-]?2350(?:\s(?:for|of|de|du|von|description))?\s?[:–-]?\s(.{2,60})$/i.exec(text)?.[1])
    .find((one) => one && TEAM_WORD.test(one))
  return found ? tidy(found) : null
}

const CAPITALISED = String.raw`\p{Lu}[\p{L}\d.'’-]{0,30}`
const LEGAL_FORM = String.raw`S\.? ?L\.?(?: ?U\.?)?|S\.? ?A\.?(?: ?U\.?)?|GmbH|AG|KGaA|SE|Ltd\.?|Limited|Inc\.?|LLC|PLC|plc|B\.? ?V\.?|N\.V\.|S\.?r\.?l\.?|S\.p\.A\.|SAS|SARL|Oyj?|AB|A\/S|ASA|Lda\.?|z o\.o\.|a\.s\.|s\.r\.o\.|d\.o\.o\.`
const COMPANY = new RegExp(
  `(?<![\\p{L}\\d-])(${CAPITALISED}(?: (?:${CAPITALISED}|&|y|and|und|de|of)){0,7},? (?:${LEGAL_FORM}))(?![\\p{L}\\d])`,
  'u',
)

/** The company or body that runs the team, where its legal form is printed. */
function hostName(sections: readonly Section[]): string | null {
  const sentences = sectionsOf(sections, '2.2', '3.3', '3.4', '3.2').flatMap((section) => section.sentences)
  const found = sentences.map(({ text }) => COMPANY.exec(text.slice(0, 1000))?.[1]).find((name) => name)
  return found ? found.trim() : null
}

export function readNames(sections: readonly Section[]): Names {
  const section = sectionsOf(sections, '2.1').find(({ flow }) => flow.text.trim() !== '')
  const document = sections
    .map(({ flow }) => flow.text.slice(0, 5000))
    .join('\n')
    .slice(0, 60_000)
  const unlisted = section?.pieces
    .filter(({ bullet, text }) => !bullet && text !== '')
    .map(({ text }) => text)
    .join('\n')
  const text = (unlisted || (section?.flow.text ?? '')).slice(0, 600).trim()
  const own = text === '' ? { short: null, full: null } : namesIn(text, document)
  const introduced = pairFromIntroduction(document)
  const short = own.short ?? introduced?.short ?? nameInTitle(sections)
  const full = own.full ?? introduced?.full ?? null
  const bullets = unlisted ? subteams(section) : []
  const others = [
    ...bullets,
    ...(short ? spellings(short, document) : []),
    ...(introduced?.full ? [introduced.full] : []),
  ]
  return {
    short,
    full,
    host: hostName(sections),
    others: [...new Set(others)].filter((name) => name !== short && name !== full).slice(0, MAX_OTHERS),
  }
}
