/** Findings on the document as a whole: what its template left in it, what was cut, what its channels do not cover. */
import { saying } from '../../words/say.ts'
import type { CardEmail, CardFinding, CardKey, ChannelRule } from './card-reading.ts'
import { finding } from './finding.ts'
import type { Piece } from './pieces.ts'
import { sectionsOf, type Section } from './sections.ts'
import { domainOf, hostOf } from './urls.ts'

/** Words of the filled example of RFC 2350, Appendix E, and of forms that were never filled in. */
const RESIDUE: readonly RegExp[] = [
  /\bXYZ[- ](?:University|CERT|univ\w*|Company|CSIRT)/i,
  /(?:several other )?Quebec universit(?:ies|y)/i,
  /Computing Services Department/i,
  /Consultoria i Servicios de la Informacion(?: Department)?/i,
  /\.cshrc\b/,
  /\bIRC (?:bots|"social engineering")/i,
  /\bbugtraq\b/i,
  /\bnetnews\b/i,
  /["“]biff["”]/i,
  /\b(?:Zoe|Jane|John) Doe\b/i,
  /[[<{](?:team|csirt|cert|organi[sz]ation|company|host|insert|your)[ _-][^\]>}\n]{1,40}[\]>}]/i,
  /\blorem ipsum\b/i,
  /\bFICTITIOUS\b/,
]

/** What a template left in a short text of one line (Z-12). */
export function residueIn(text: string): string | null {
  return RESIDUE.map((pattern) => pattern.exec(text)?.[0].slice(0, 80)).find((one) => one !== undefined) ?? null
}

/** Looked for in joined lines, so that a wrap does not hide it. */
export function templateResidue(sections: readonly Section[]): readonly CardFinding[] {
  const found = sections.flatMap(({ flow }) => {
    const text = flow.text.replaceAll('\n', ' ')
    return RESIDUE.flatMap((pattern) =>
      [...text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))].slice(0, 10).map((match) => ({
        line: flow.lineAt(match.index),
        residue: match[0].slice(0, 80),
      })),
    )
  })
  return found.slice(0, 40).map(({ line, residue }) => finding('info', line, saying('template-residue', { residue })))
}

const UNFINISHED = /[\p{L},;]$/u

/** A paragraph that stops in the middle and goes on after a blank line: a page break cut it, and it was joined again. */
export function pageCuts(pieces: readonly Piece[]): readonly CardFinding[] {
  const full = pieces.filter(({ text }) => text !== '')
  const cuts = full.filter((piece, index) => {
    const previous = full[index - 1]
    if (!previous || piece.bullet || piece.line - previous.line < 2) return false
    return previous.text.length > 60 && UNFINISHED.test(previous.text) && /^\p{Ll}{2}/u.test(piece.text)
  })
  return cuts.slice(0, 20).map(({ line }) => finding('info', line, saying('text-rejoined')))
}

const PARTS_OF_A_WHOLE = 12

/** A document whose last words are no end of a sentence and whose last chapters are not there was copied in part. */
export function endCut(sections: readonly Section[], present: readonly string[]): readonly CardFinding[] {
  const last = sections.flatMap(({ pieces }) => pieces).findLast(({ text }) => text !== '')
  const chapters = ['4', '5', '6', '7'].filter((chapter) => present.includes(chapter))
  const cut = last && present.length >= PARTS_OF_A_WHOLE && chapters.length === 0 && UNFINISHED.test(last.text)
  return cut ? [finding('warning', last.line, saying('document-cut'))] : []
}

const isForIncidents = (email: CardEmail): boolean => email.purposes.includes('incidents')
/** An address "for everything" takes incidents too, unless the document forbids it. */
const takesIncidents = (email: CardEmail): boolean =>
  isForIncidents(email) || (email.purposes.includes('general') && !email.doNotUseFor.includes('incidents'))

export function channelGaps(
  emails: readonly CardEmail[],
  keys: readonly CardKey[],
  rules: readonly ChannelRule[],
  sections: readonly Section[],
  hidden: boolean,
  brokenKey: boolean,
): readonly CardFinding[] {
  const none = !emails.some(takesIncidents) && !hidden
  const line = emails[0]?.line ?? sectionsOf(sections, '2.7')[0]?.line ?? null
  const encryptReports = rules.find(
    ({ when, channel, protection }) =>
      (when === 'incident-report' || when === 'always') && channel === 'email' && protection !== 'none',
  )
  const plainLow = rules.find(
    ({ when, channel, protection }) => when === 'low-sensitivity' && channel === 'email' && protection === 'none',
  )
  const demand = rules.find(({ protection }) => protection !== 'none')
  return [
    ...(none ? [finding('warning', line, saying('mail-none-for-incidents'))] : []),
    ...(none && emails.length > 0 && keys.length > 0
      ? [finding('warning', keys[0]?.line ?? null, saying('key-only-for-other-mail'))]
      : []),
    ...(encryptReports && plainLow
      ? [finding('info', encryptReports.line, saying('encrypt-rule-conflict', { line: plainLow.line }))]
      : []),
    ...(demand && keys.length === 0 && !brokenKey
      ? [finding('warning', demand.line, saying('key-none-in-document'))]
      : []),
  ]
}

const CONSTITUENT_ONLY: readonly RegExp[] = [
  /numbers? (?:that (?:was|were|is|are) )?(?:provided|given|communicated|known|published)[^.\n]{0,60}(?:contract|join|member|constituen|customers?|clients?)/i,
  /constituen\w{2,4} ha(?:s|ve) [^.\n]{0,40}(?:methods|channels|numbers?)/i,
  /(?:dedicated|separate|special|unpublished|private) (?:phone |telephone |emergency )?(?:numbers?|channels?|hotline)[^.\n]{0,40}(?:constituen|customer|client|member)/i,
  /(?:customers?|clients?|constituents?|members) (?:use|have|know|receive|are given|call) [^.\n]{0,50}(?:numbers?|channels?|hotline)[^.\n]{0,60}(?:contract|agreement|not published|of their own|on joining|provided)/i,
  /(?:customers?|clients?|constituents?|members|companies|utilities|users) (?:ha(?:s|ve) been|were|are) given [^.\n]{0,30}(?:numbers?|channels?)/i,
  /(?:under|by|on|unter|mit) (?:a|an|einer|ihrer) (?:separate|own|special|gesonderten|eigenen|besonderen) (?:number|nummer)/i,
  /(?:nummer|telefonnummer|kanal|kanäle)\w{0,2}[^.\n]{0,40}(?:mitgeteilt|bekannt ?gegeben|bekannt)\b/i,
  /(?:número|canal)\w{0,2}[^.\n]{0,50}(?:facilitad|comunicad|proporcionad|entregad|fornecid|indicad)[oa]s?[^.\n]{0,40}(?:contrat|cliente|comunidad|miembros|adhesi|entidad)/i,
  /(?:numéro|canal)\w{0,2}[^.\n]{0,50}(?:communiqué|fourni|transmis|remis)e?s?[^.\n]{0,40}(?:contrat|client|bénéficiaire|membre|adhésion)/i,
]

/** Clauses that a caller must know before the call. */
export function clauses(sections: readonly Section[]): readonly CardFinding[] {
  const sentences = sections.filter(({ chapter }) => chapter !== '1').flatMap((section) => section.sentences)
  const first = (...patterns: readonly RegExp[]) =>
    sentences.find(({ text }) => patterns.some((pattern) => pattern.test(text)))
  const own = first(...CONSTITUENT_ONLY)
  const pin = first(/\bPIN\b/)
  const onCall = first(
    /outside (?:of )?(?:their |normal |regular |these |our |the )?(?:working |office |business )?hours[^.\n]{0,120}(?:guard|on[- ]call|telephone|phone|duty)/i,
    /fuera de (?:\p{L}+ )?horario[^.\n]{0,120}(?:guardia|teléfono|retén)/iu,
    /en dehors d[^.\n]{0,40}heures[^.\n]{0,120}(?:astreinte|téléphone)/i,
    /außerhalb[^.\n]{0,60}zeiten[^.\n]{0,120}(?:bereitschaft|telefon)/i,
    /fora d[^.\n]{0,30}horário[^.\n]{0,120}(?:plantão|piquete|telefone)/i,
  )
  const attach = first(
    /\bwh?ith? (?:the|its|your) public key|con (?:la|su) clave pública|avec (?:la|votre) clé publique|mit (?:dem|ihrem) öffentlichen schlüssel|com a (?:sua )?chave pública/i,
  )
  return [
    ...(own ? [finding('info', own.line, saying('constituent-channel-unpublished'))] : []),
    ...(pin ? [finding('info', pin.line, saying('phone-pin'))] : []),
    ...(onCall ? [finding('info', onCall.line, saying('phone-on-call'))] : []),
    ...(attach ? [finding('info', attach.line, saying('public-key-ambiguous'))] : []),
  ]
}

/** The document stands on another domain than the mail: an alias to know when a mail is checked. */
export function domainAliases(
  urls: readonly string[],
  emails: readonly CardEmail[],
  line: number | null,
): readonly CardFinding[] {
  const mail = new Set(emails.map(({ address }) => domainOf(address.split('@')[1] ?? '')))
  const other = urls
    .map((url) => domainOf(hostOf(url).replace(/^www\./, '')))
    .find((domain) => mail.size > 0 && !mail.has(domain))
  return other ? [finding('info', line, saying('domain-alias', { document: other, mail: [...mail].join(', ') }))] : []
}

/** An address of a page with blanks in it was cut where it is a link. */
export function brokenUrls(pieces: readonly Piece[]): readonly CardFinding[] {
  const broken = pieces.flatMap(({ text, line }) => {
    const url = /https?:\/\/[^\s<>"]{4,300}(?: [^\s<>"/]{1,60}){1,8}\.(?:pdf|txt|asc|html?)(?=[\s.,)]|$)/i.exec(
      text,
    )?.[0]
    return url && !/\.(?:pdf|txt|asc|html?)\s/i.test(url)
      ? [finding('info', line, saying('url-with-blanks', { url: url.slice(0, 200) }))]
      : []
  })
  return broken.slice(0, 10)
}
