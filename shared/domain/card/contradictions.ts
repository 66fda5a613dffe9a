/** Findings on what a document says in two ways: each shows both places, so that the reader of the card can choose. */
import { saying } from '../../words/say.ts'
import type { CardFinding, CardReading, ChannelRule } from './card-reading.ts'
import { PHONE, REPORT } from './channel-words.ts'
import { finding } from './finding.ts'
import type { Sentence } from './flow.ts'
import { sectionsOf, type Section } from './sections.ts'
import { domainOf, hostOf } from './urls.ts'

const BY_NAME =
  /(?:identif\w*|introduce|present)[^.\n]{0,100}(?:full name|by name|nombre completo|nombre y apellidos|nom complet|nom et prénom|voll\w* namen|nome completo)|(?:full name|nombre completo|nom complet|vollen namen|nome completo)[^.\n]{0,60}identif/i
const BY_CODE =
  /(?:identification|personal|staff|employee|operator|assigned|own)[^.\n]{0,40}\b(?:codes?|numbers?|ids?)\b[^.\n]{0,120}|código de (?:identificación|operador|identificação)|code d['’](?:identification|agent)|kenn(?:ung|nummer|ziffer)|personalnummer|número de (?:identificación|empleado)/i
const CODE_OF_STAFF =
  /member|staff|team|operator|analyst|employee|person|equipo|equip|miembro|operador|agent|membre|mitarbeiter|mitglied|membro/i

const find = (sentences: readonly Sentence[], pattern: RegExp): Sentence | undefined =>
  sentences.find(({ text }) => pattern.test(text))

/** Staff give their full name here, and a code there. */
function staffIdentity(sentences: readonly Sentence[]): readonly CardFinding[] {
  const name = find(sentences, BY_NAME)
  const code = sentences.find(
    ({ text }) => BY_CODE.test(text) && CODE_OF_STAFF.test(text) && !/PIN|phone|key/.test(text),
  )
  return name && code && name.line !== code.line
    ? [finding('info', code.line, saying('staff-identity-conflict', { line: name.line }))]
    : []
}

/** Everything must be encrypted, and yet incidents are reported by telephone. */
function encryptOrPhone(sections: readonly Section[], rules: readonly ChannelRule[]): readonly CardFinding[] {
  const always = rules.find(
    ({ when, channel, protection }) => when === 'always' && channel === 'email' && protection !== 'none',
  )
  if (!always || rules.some(({ channel, protection }) => channel === 'phone' && protection === 'none')) return []
  const phone = sectionsOf(sections, '6', '2.11', 'hours', '3.4')
    .flatMap(({ sentences }) => sentences)
    .find(
      ({ text }) =>
        PHONE.test(text) &&
        (REPORT.test(text) ||
          /report|request|notif|avis|meld|signal|guard|on[- ]call/i.test(text) ||
          /^phone numbers?/i.test(text)),
    )
  return phone ? [finding('info', always.line, saying('encrypt-but-phone', { line: phone.line }))] : []
}

const SLOW =
  /(?:telephone|phone|voice)[^.\n]{0,60}(?:less often|less frequent|only if|not monitored)|menos (?:a menudo|frecuen)|moins (?:souvent|fréquem)|seltener|menos vezes/i

/** The telephone is secure enough for all, but the slower and second choice. */
function phoneSecond(sections: readonly Section[], rules: readonly ChannelRule[]): readonly CardFinding[] {
  const secure = rules.find(
    ({ when, channel, protection }) => when === 'always' && channel === 'phone' && protection === 'none',
  )
  const slow = find(
    sectionsOf(sections, '2.11', 'hours', '2.4', '2.7').flatMap(({ sentences }) => sentences),
    SLOW,
  )
  const second = slow?.line ?? rules.find(({ when }) => when === 'no-email')?.line
  return secure && second !== undefined
    ? [finding('info', secure.line, saying('phone-secure-but-second', { line: second }))]
    : []
}

const PHASES: readonly (readonly [string, RegExp])[] = [
  ['triage', /^(?:incident )?(?:triage|triaje|triagem|tri\b)/i],
  ['coordination', /^(?:incident )?(?:co-?ordination|coordinación|koordin\w+|coordenação)/i],
  ['analysis', /^(?:incident |vorfall)?(?:analysis|análisis|analyse|análise|investigation|forensics?)\b/i],
  ['containment', /^(?:incident )?(?:containment|contención|confinement|eindämmung|contenção)/i],
  ['eradication', /^(?:incident )?(?:eradication|erradicación|éradication|beseitigung|erradicação)/i],
  ['resolution', /^(?:incident )?(?:resolution|resolución|résolution|behebung|lösung|resolução)/i],
  ['recovery', /^(?:incident )?(?:recovery|recuperación|rétablissement|wiederherstellung|recuperação)/i],
]
const THREE = ['triage', 'coordination', 'resolution']

/** Headings and labelled items of the incident response part, by the phase that they name. */
function phases(sections: readonly Section[]): readonly CardFinding[] {
  const parts = sectionsOf(sections, '5.1', '5.1.1', '5.1.2', '5.1.3')
  const own = sections.filter(({ concept, chapter }) => concept === null && chapter === '5')
  const labels = [...parts, ...own].flatMap(({ pieces }) => pieces.filter(({ text }) => /^[^.:]{4,40}:\s/.test(text)))
  const named = PHASES.filter(([, pattern]) => labels.some(({ text }) => pattern.test(text))).map(([phase]) => phase)
  const titled = THREE.filter((_, index) => parts.some(({ concept }) => concept === `5.1.${index + 1}`))
  const all = PHASES.map(([phase]) => phase).filter((phase) => named.includes(phase) || titled.includes(phase))
  const other = all.some((phase) => !THREE.includes(phase))
  if (all.length < 2 || (!other && (all.length === 3 || titled.length > 0))) return []
  return [finding('info', labels[0]?.line ?? null, saying('phases-other', { phases: all.join(', ') }))]
}

/** A signature fetched over an open line, or from another domain than the mail, proves less. */
function signatureSource(
  { signatureUrls }: CardReading['document'],
  mailHosts: readonly string[],
  line: number | null,
): readonly CardFinding[] {
  const domains = new Set(mailHosts.map((host) => domainOf(host)))
  const weak = signatureUrls.find((url) => {
    const domain = domainOf(hostOf(url).replace(/^www\./, ''))
    return /^http:/i.test(url) || (domains.size > 0 && !domains.has(domain))
  })
  return weak ? [finding('info', line, saying('signature-source-weak', { url: weak.slice(0, 200) }))] : []
}

/** The page carries a later year in its path than the document in its date. */
function placeNewer({ date, urls }: CardReading['document'], line: number | null): readonly CardFinding[] {
  const year = Number(date?.slice(0, 4) ?? Number.NaN)
  const later = urls
    .flatMap((url) => [...url.matchAll(/\/(20\d\d)\//g)].map((match) => Number(match[1])))
    .find((one) => one > year)
  return date && later ? [finding('info', line, saying('document-place-newer', { date, year: later }))] : []
}

export interface Read {
  readonly sections: readonly Section[]
  readonly rules: readonly ChannelRule[]
  readonly document: CardReading['document']
  readonly mailHosts: readonly string[]
}

export function contradictions({ sections, rules, document, mailHosts }: Read): readonly CardFinding[] {
  const body = sections.filter(({ chapter }) => chapter !== '1').flatMap((section) => section.sentences)
  const lineOf = (concept: '1.3' | '1.4') => sectionsOf(sections, concept)[0]?.line ?? null
  return [
    ...staffIdentity(body),
    ...encryptOrPhone(sections, rules),
    ...phoneSecond(sections, rules),
    ...phases(sections),
    ...signatureSource(document, mailHosts, lineOf('1.4')),
    ...placeNewer(document, lineOf('1.3')),
  ]
}
