/** Reads what a team is called: short name, full name, and the other spellings that its document uses. */
import type { CardReading } from './card-reading.ts'
import { flowOf } from './flow.ts'
import { hostName } from './host-name.ts'
import { sectionsOf, type Section } from './sections.ts'

type Names = CardReading['names']

const LABEL = {
  full: /(?:(?:full|official|long|complete) (?:team )?name|nombre (?:completo|oficial|largo)|nom (?:complet|officiel|long)|(?:vollständiger|offizieller|voller) name|langname|langform|nome (?:completo|oficial))\s{0,2}(?:of the team|des teams|del equipo|de l['’]équipe)?\s?[:=–-]\s?([^\n;|]{2,200})/i,
  short:
    /(?:short[- ]?(?:team )?(?:name|form)|abbreviated(?: name)?|abbreviation|acronym|nombre (?:corto|abreviado)|abreviatura|acrónimo|siglas?|nom (?:court|abrégé)|acronyme|abréviation|kurz(?:name|form|bezeichnung|titel)|abkürzung|nome (?:curto|abreviado)|sigla|acrónimo|acrônimo)\s{0,2}(?:of the team|des teams)?\s?[:=–-]\s?([^\n;|]{2,60})/i,
  /** "Name: X" alone. */
  plain:
    /^(?:(?:team )?name|name of the team|nombre(?: del equipo)?|nom(?: de l['’]équipe)?|name des teams|nome(?: da equip[ea])?)\s?[:=]\s?([^\n;|]{2,200})/i,
  other:
    /(?:also known as|also called|a\.?k\.?a\.?|formerly(?: known as)?|previously(?: known as)?|alias(?:es)?|también conocid[oa] como|antes|anteriormente|aussi connu sous le nom de|anciennement|auch bekannt als|ehemals|vormals|früher|também conhecid[oa] como|anteriormente)\s?[:=]?\s?["“«„]?([^\n;,"”»()|]{2,60})/gi,
}

const QUOTES = String.raw`["“”„‟'‘’«»]`

/** Without quotes, closing punctuation, and a bracket that was opened elsewhere. */
const tidy = (name: string): string => {
  const bare = name
    .replace(
      /^(?:hereinafter|hereafter|en adelante|abbreviated(?: to| as)?|abgekürzt|abreviado|abrégé|short(?: form)?|kurz|ci-après|doravante|acronym)[:,]?\s/i,
      '',
    )
    .replace(new RegExp(`^(?:${QUOTES}|\\s)+|(?:${QUOTES}|\\s)+$`, 'g'), '')
    .replace(/[,;:.]+$/, '')
    .replace(new RegExp(`^${QUOTES}+|${QUOTES}+$`, 'g'), '')
    .trim()
  const balanced = bare.split('(').length === bare.split(')').length
  return balanced ? bare : bare.replace(/\s?\($|\)$/, '').trim()
}
const TEAM_WORD = /CDC\b|NCSC|ISAC|CERT|CSIRT|SIRT|CIRT|CERTS?\b|SOC\b|CSOC|PSIRT|CIRC/i
const GENERIC = /^(?:SIRT|CERT|CSIRT|CIRT|SOC|ISIRT|IRT)$/i

/** A short name is one to three words, with capitals inside or one of the words that teams are called by. */
function looksShort(name: string): boolean {
  const words = name.split(/\s+/).length
  return name.length <= 30 && words <= 3 && (TEAM_WORD.test(name) || (words === 1 && /\p{Lu}.{0,20}\p{Lu}/u.test(name)))
}

/** "The CSIRT is named X", "responde al nombre oficial de X, o: Y" leave X and Y. */
function withoutPhrase(text: string): string {
  const named =
    /(?:is (?:named|called|known as)|(?:official |full |team )?name (?:of (?:the|our) (?:team|csirt|cert) )?is|nombre (?:oficial |completo |del equipo |de nuestro equipo ){0,2}(?:de|es)|se (?:denomina|llama)|responde al nombre (?:oficial )?de|(?:nom (?:officiel |complet )?(?:de l['’]équipe |du csirt |du cert ))est|s['’]appelle|(?:est|se) nomm(?:ée?|e)|(?:der )?name (?:des teams )?(?:lautet|ist)|heißt|denomina-se|chama-se|nome (?:oficial |da equip[ea] ){0,2}é)\s(.{2,200})/i.exec(
      text,
    )
  return named?.[1] ?? text
}

/** "Response Team of X, short X-CERT", "…; abreviado: CSIRT-X". */
function pairFromShort(text: string): Pair | null {
  const found =
    /^([^\n]{3,160}?)[,;(]\s?(?:(?:in|for) short|short(?: form)?|abbreviated(?: as| to)?|kurz|abgekürzt|abreviad[oa](?: como)?|en abrégé|abrégé en|abreviadamente|en corto)\s?:?\s["“„«]?([\p{L}\d._-]{2,30})(?:["”“»).,;]|\s|$)/iu.exec(
      text,
    )
  const [full, short] = [tidy(withoutPhrase(found?.[1] ?? '')), tidy(found?.[2] ?? '')]
  return full !== '' && (TEAM_WORD.test(short) || /^\p{Lu}[\p{Lu}\d._-]+$/u.test(short)) ? { short, full } : null
}

/** "X-CERT. National Response Team of X.": the full name in a sentence of its own. */
function pairFromSentences(text: string): Pair | null {
  const [first = '', second = ''] = text.split(/\.\s+(?=\p{Lu})/u)
  const full = tidy(second)
  return looksShort(tidy(first)) &&
    /team|cent(?:er|re|ro)|equip|équipe|grupo|group/i.test(full) &&
    full.length <= 120 &&
    !/ (?:is|are|was|es|est|ist|é|serves|can|may|has) /.test(full)
    ? { short: tidy(first), full }
    : null
}

const firstSentence = (text: string): string => text.split(/(?<=\p{L}{3})\.\s+(?=\p{Lu})/u)[0] ?? text

interface Pair {
  readonly short: string | null
  readonly full: string | null
}

function pairFromBrackets(text: string, document: string): Pair | null {
  const found = /^(.{3,200}?)\s?\(([^()]{2,160})\)/.exec(text)
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
  if (looksShort(full) && full.split(/\s+/).length < inside.split(/\s+/).length) return { short: full, full: inside }
  return looksShort(inside) || inside.length < full.length ? { short: inside, full } : { short: full, full: inside }
}

/** What a team belongs to is not its name. */
const BELONGS = /,? \(|, (?:under|within|part of|belonging|dependent|dependiente|perteneciente)\b/

function pairFromParts(text: string): Pair | null {
  const parts = text.split(
    /\s?[:=]\s|,\s(?=hereinafter|hereafter|abbreviated|abgekürzt|kurz)|\s\/\s|\s?[–—]\s|\s-\s|,\s(?:o|or|ou|oder|und|and)[:]?\s|\s(?:o|or|ou|oder):\s|\n|,\s/,
  )
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

/** "… das Computer-Notfallteam": an article in small letters is no part of the name. */
const withoutArticle = (name: string | null): string | null =>
  name?.replace(/^(?:the|el|la|le|les|der|die|das|dem|o|a|l['’])\s?(?=\p{Lu})/u, '') ?? null

/** In a text without line breaks the next label ends the value of the one before. */
const NEXT_LABEL =
  /\s(?=(?:(?:short|full|official|long|host(?:ing)?|abbreviated|team)[\s-](?:team )?(?:name|organi[sz]ation)|nombre (?:corto|completo|oficial)|nom (?:court|complet|officiel)|(?:kurz|lang)(?:name|form)|nome (?:curto|completo|oficial)|acronym|siglas?|abbreviation)\s?[:=])/i

const valueOf = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1]?.split(NEXT_LABEL)[0]

/** "CERT.xy Computer Emergency Response Team of X" on one line. */
function pairFromLeading(text: string): Pair | null {
  const found =
    /^(\S{3,20})\s((?:the\s)?(?:\p{Lu}\p{L}*|for|of|de|the|and|y|der|des|du)(?:\s[\p{L}&,'’-]{1,30}){2,16})$/u.exec(
      text,
    )
  const [short, full] = [tidy(found?.[1] ?? ''), tidy(found?.[2] ?? '')]
  return found &&
    TEAM_WORD.test(short) &&
    /team|cent(?:er|re|ro)|response|equip|équipe|centre/i.test(full) &&
    !/^\S{1,12}$/.test(full)
    ? { short, full }
    : null
}

/** "RegioSund CERT (RS-CERT), …": the brackets hold the shorter of two short names. */
const ABBREVIATED = /^[^(),]{3,60}\s\([\p{Lu}\d][\p{Lu}\d-]{1,14}\),\s/u

function namesIn(text: string, document: string): Pair {
  const full = valueOf(LABEL.full, text)
  const short = valueOf(LABEL.short, text)
  if (full && short) return { full: tidy(full), short: tidy(short) }
  if (short) {
    const before = tidy(text.slice(0, text.search(LABEL.short)).split(/\n|;/)[0] ?? '')
    const pair = before === '' ? null : pairFromParts(before)
    return { short: tidy(short), full: pair?.full ?? (before || null) }
  }
  if (full) {
    const before = tidy(text.slice(0, text.search(LABEL.full)).split(/\n|;/)[0] ?? '')
    if (looksShort(before)) return { full: tidy(full), short: before }
  }
  const plain = LABEL.plain.exec(text.replace(LABEL.full, ''))?.[1]
  if (full && plain && looksShort(tidy(plain))) return { full: tidy(full), short: tidy(plain) }
  const parted = full || short ? null : (pairFromShort(text) ?? pairFromSentences(text))
  if (parted) return parted
  const bare = firstSentence(withoutPhrase(full ?? LABEL.plain.exec(text)?.[1] ?? text)).trim()
  const leading = looksShort(tidy(bare.split(/[(:,\n]|\s[–—-]\s/)[0] ?? ''))
  const wholeBrackets = /^[^()]{2,30}\s\([^()]{6,200}\)[.]?$/.test(bare) ? pairFromBrackets(bare, document) : null
  const pair =
    wholeBrackets ??
    (leading && !ABBREVIATED.test(bare)
      ? (pairFromParts(bare) ?? pairFromBrackets(bare, document))
      : (pairFromBrackets(bare, document) ?? pairFromParts(bare)))
  const glued = pair ?? pairFromLeading(bare)
  if (glued) return glued
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

/** `hostForms`: how the document spells its host. */
export function readNames(sections: readonly Section[], hostForms: readonly string[]): Names {
  const section = sectionsOf(sections, '2.1').find(({ flow }) => flow.text.trim() !== '')
  const document = sections
    .map(({ flow }) => flow.text.slice(0, 5000))
    .join('\n')
    .slice(0, 60_000)
  const unlisted = flowOf(section?.pieces.filter(({ bullet, text }) => !bullet && text !== '') ?? []).text
  const text = (unlisted || (section?.flow.text ?? '')).slice(0, 600).trim()
  const own = text === '' ? { short: null, full: null } : namesIn(text, document)
  const introduced = pairFromIntroduction(document)
  const short = own.short ?? introduced?.short ?? nameInTitle(sections)
  const full = withoutArticle(own.full ?? introduced?.full ?? null)
  const bullets = unlisted ? subteams(section) : []
  const others = [
    ...bullets,
    ...(short ? spellings(short, document) : []),
    ...(introduced?.full ? [introduced.full] : []),
    ...[...text.matchAll(LABEL.other)].map((match) => tidy(match[1] ?? '')),
    ...hostForms,
  ]
  return {
    short,
    full,
    host: hostName(sections, short),
    others: [...new Set(others)].filter((name) => name !== '' && name !== short && name !== full).slice(0, MAX_OTHERS),
  }
}
