/** Finds mail addresses in plain and disguised notation, with what each is for and must not be used for; a hidden one is named, never guessed. */
import { saying } from '../../words/say.ts'
import type { CardEmail, CardFinding, Concept, Purpose } from './card-reading.ts'
import { finding } from './finding.ts'
import { addressesIn, isValidAddress } from './addresses.ts'
import { forbiddenIn, purposesIn } from './purposes.ts'
import { around } from './surroundings.ts'
import { sectionsOf, type Section } from './sections.ts'

/** Words on a place that say what its addresses are for, where the sentence itself does not. */
const DEFAULTS: Partial<Readonly<Record<Concept, Purpose>>> = {
  '2.7': 'general',
  '2.11': 'general',
  hours: 'general',
  '2': 'general',
  '6': 'incidents',
  '1.2': 'updates',
  '2.2': 'general',
  '2.6': 'general',
}

/** `weak`: nothing was said, and the place is not the one for addresses. */
interface Uses {
  readonly purposes: readonly Purpose[]
  readonly weak: boolean
  readonly said: boolean
}

/** "Questions about updates go to …" is no list of readers. */
const ASKING =
  /questions?\b|enquir|inquir|comments?\b|fragen\b|preguntas|consultas|dudas|d[úu]vidas|questões|remarques/i

function usesAt(section: Section, before: string, after: string): Uses {
  if (section.concept === '1.2' && ASKING.test(before)) return { purposes: ['general'], weak: true, said: false }
  const purposes = purposesAt(section, before, after)
  const said = purposesIn(before, after).length > 0
  const usual = purposes.some((purpose) => purpose === 'general' || purpose === 'other')
  return { purposes, weak: !(said || section.concept === '1.2' || section.concept === '2.7'), said: said || !usual }
}

function purposesAt(section: Section, before: string, after: string): readonly Purpose[] {
  if (section.concept === '1.2') return ['updates']
  if (AUTHOR.test(before)) return ['document-author']
  if (KEY_IDENTITY.test(before)) return ['key-identity']
  const said = purposesIn(before, after)
  const usual = section.concept === null ? (section.chapter === null ? 'general' : 'other') : DEFAULTS[section.concept]
  if (section.concept === '6') return [...new Set<Purpose>(['incidents', ...said])]
  return said.length > 0 ? said : [usual ?? 'other']
}

/** Where nothing is said, the address may say it itself. */
const OWN_WORD: readonly (readonly [Purpose, RegExp])[] = [
  [
    'incidents',
    /^(?:security-?)?(?:incident|incidente|vorfall|vorfaelle|meldung|report|reporte|notifica|signalement|abuse|alert)/i,
  ],
  ['vulnerabilities', /^(?:vuln|schwachstelle|cvd|bugs?(?=[@.-])|product-security|psirt)/i],
  ['press', /^(?:press|presse|prensa|imprensa|media)(?=[@.-])/i],
]
const byOwnWord = (address: string): readonly Purpose[] =>
  OWN_WORD.flatMap(([purpose, words]) => (words.test(address) ? [purpose] : []))

const AUTHOR = /\b(?:author|autor|auteur|verfasser|autora)\b[^\n]{0,60}$/i
const KEY_IDENTITY = /\b(?:uid|user ?id|user-id|identidad|id de usuario)\b[^\n]{0,80}$/i
const NO_MAIL = /no-?mail|no-?reply|do-?not-?(?:reply|use|mail)|signing-only/i
const SIGNING_ONLY =
  /do not use this key|signing[- ]only|only (?:used )?(?:for|to) sign|not (?:be )?used? for (?:communication|encrypt)/i

interface Found extends Omit<CardEmail, 'address'> {
  readonly address: string
  readonly printed: string
  readonly disguised: boolean
  readonly weak: boolean
}

function emailsIn(section: Section): readonly Found[] {
  const { text, lineAt } = section.flow
  const hits = addressesIn(text)
  return hits.map((hit, index) => {
    const { before, after } = around(section, hits, index, 400)
    const doNotUseFor = forbiddenIn(`${before} ${after}`)
    const uses = usesAt(section, before, after)
    const own = uses.said ? [] : byOwnWord(hit.address)
    const purposes = (own.length > 0 ? own : uses.purposes).filter((purpose) => !doNotUseFor.includes(purpose))
    const forbidden: readonly Purpose[] =
      NO_MAIL.test(hit.address) || (purposes.includes('key-identity') && SIGNING_ONLY.test(after))
        ? ['incidents', 'general']
        : doNotUseFor
    return {
      address: hit.address,
      printed: hit.printed,
      disguised: hit.disguised,
      purposes,
      weak: uses.weak,
      doNotUseFor: forbidden,
      line: lineAt(hit.start),
    }
  })
}

const ORDER: readonly Purpose[] = [
  'incidents',
  'general',
  'vulnerabilities',
  'press',
  'updates',
  'document-author',
  'key-identity',
  'other',
]

/** One entry an address: what is said about it in several places is put together. */
function merged(all: readonly Found[]): readonly CardEmail[] {
  const groups = Map.groupBy(all, ({ address }) => address.toLowerCase())
  return [...groups.values()].map((same) => {
    const doNotUseFor = ORDER.filter((purpose) => same.some((one) => one.doNotUseFor.includes(purpose)))
    const told = same.some(({ weak, purposes }) => !weak && purposes.includes('incidents'))
    const purposes = ORDER.filter(
      (purpose) =>
        same.some((one) => !(told && one.weak) && one.purposes.includes(purpose)) && !doNotUseFor.includes(purpose),
    )
    const telling = purposes.filter((purpose) => purpose !== 'other' && purpose !== 'key-identity')
    const useful = telling.length > 0 ? telling : purposes
    const first = same.find((one) => !one.purposes.includes('updates')) ?? same[0]
    return { address: first?.address ?? '', purposes: useful, doNotUseFor, line: first?.line ?? 1 }
  })
}

/** What sites put where an address stood, so that robots do not find it; people do not either. */
const HIDDEN =
  /\[?email[\s\u00a0]?protected\]?|protegida contra los robots|protégée contre les robots|protected from spambots|vor spambots geschützt|protegido contra (?:spambots|os robôs|robôs)|(?:turn on|enable) javascript to (?:view|see)|cdn-cgi\/l\/email-protection/gi
const NOTHING =
  /^(?:\W*|(?:none|n\/?a|not (?:available|applicable|provided)|no disponible|ninguna?|non disponible|aucune?|keine?|não disponível)\b.{0,40})$/i

function hiddenIn(section: Section): readonly CardFinding[] {
  const found = [...section.flow.text.matchAll(HIDDEN)].map((match) => section.flow.lineAt(match.index))
  return [...new Set(found)].slice(0, 10).map((line) => finding('warning', line, saying('address-hidden')))
}

/** The part for addresses has words but no address: a page showed a link or a picture there. */
function replacedIn(section: Section, hidden: readonly CardFinding[], hits: number): readonly CardFinding[] {
  const { text } = section.flow
  const words = text.trim()
  if (
    hits > 0 ||
    hidden.length > 0 ||
    words === '' ||
    NOTHING.test(words) ||
    /https?:|www\.|\b(?:section|see|2\.1[01])\b/i.test(words)
  )
    return []
  return [
    finding(
      'warning',
      section.pieces.find((piece) => piece.text !== '')?.line ?? section.line,
      saying('address-hidden'),
    ),
  ]
}

export function readEmails(sections: readonly Section[]): {
  readonly emails: readonly CardEmail[]
  readonly findings: readonly CardFinding[]
} {
  const all = sections.map((section) => ({ section, found: emailsIn(section) }))
  const found = all.flatMap((one) => one.found)
  const emails = merged(found.filter(({ address }) => isValidAddress(address)))
  const invalid = found.filter(({ address, disguised }) => !isValidAddress(address) && !disguised)
  const mailParts = new Set(sectionsOf(sections, '2.7'))
  const hidden = all.flatMap(({ section, found: inside }) => {
    const named = hiddenIn(section)
    return mailParts.has(section) ? [...named, ...replacedIn(section, named, inside.length)] : named
  })
  const findings = [
    ...invalid.map(({ printed, line }) => finding('warning', line, saying('address-invalid', { address: printed }))),
    ...hidden,
    ...found
      .filter(
        ({ disguised, address }, index) =>
          disguised && isValidAddress(address) && found.findIndex((one) => one.address === address) === index,
      )
      .map(({ printed, address, line }) => finding('info', line, saying('address-disguised', { printed, address }))),
    ...emails
      .filter(({ doNotUseFor }) => doNotUseFor.includes('incidents'))
      .map(({ address, line }) => finding('warning', line, saying('do-not-use', { address }))),
  ]
  return { emails, findings }
}
