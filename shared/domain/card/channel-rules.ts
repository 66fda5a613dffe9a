/** Reads the rules of Communication and Authentication: which channel, with which protection, for which data. */
import type { ChannelRule, Concept, When } from './card-reading.ts'
import * as words from './channel-words.ts'
import { sensitivityOf } from './channel-words.ts'
import { sectionsOf, type Section } from './sections.ts'

type Channel = ChannelRule['channel']

/** "… is not secure, but will do for …", "TLP:RED by phone, TLP:AMBER encrypted": each clause has a rule of its own. */
const CLAUSES =
  /\s?;\s|,?\s(?:but|whereas|while|however|pero|mientras que|mientras|sino que|mais|tandis que|alors que|aber|während|jedoch|hingegen|mas|enquanto)\s(?=\S)|[,/]\s(?=(?:and |while )?(?:\w+ (?:marked|labelled) )?TLP:)|\s\/\s(?=\p{Lu})/iu

interface Clause {
  readonly text: string
  /** What the sentence spoke of before this clause. */
  readonly before: string
  readonly whole: string
}

function clausesOf(sentence: string): readonly Clause[] {
  const parts = sentence.split(CLAUSES)
  return parts.map((text, index) => ({ text, before: parts.slice(0, index).join(' '), whole: sentence }))
}

const channelsIn = ({ text, before }: Clause): readonly Channel[] => {
  const named = (where: string): readonly Channel[] => [
    ...(words.MAIL.test(where) ? (['email'] as const) : []),
    ...(words.PHONE.test(where) ? (['phone'] as const) : []),
    ...(words.TRANSFER.test(where) ? (['transfer'] as const) : []),
  ]
  const own = named(text)
  if (own.length > 0) return own
  const earlier = named(before)
  return earlier.length > 0 ? earlier.slice(0, 1) : ['email']
}

type Bare = Omit<ChannelRule, 'line'>
const plain = (when: When, channel: Channel): Bare => ({ when, channel, protection: 'none' })

/** "Otherwise … telephone call-back, to ensure that the party is no impostor" is about who somebody is. */
const ABOUT_IDENTITY =
  /impost[oe]r|call-?back|mail-?back|\b(?:verify|verification|identif\w{1,8}|identity|identidad|identité|identität|identidade)\b|rückruf|usurpat/i

/** Data of low sensitivity may go unprotected; a telephone that is secure enough may carry everything. */
function plainRules(clause: Clause): readonly Bare[] {
  const { text } = clause
  if (ABOUT_IDENTITY.test(text) && !words.UNENCRYPTED.test(text)) return []
  const forbidden =
    words.FORBIDS.test(text) && !/(?:need|must|does|do) not (?:need |have )?(?:to )?be encrypted/i.test(text)
  const level = sensitivityOf(text)
  const allows = words.SUFFICES.test(text) || words.UNENCRYPTED.test(text) || words.SECURE_ENOUGH.test(text)
  if (words.NOT_SECURE.test(text) || (forbidden && !words.SECURE_ENOUGH.test(text))) return []
  if (level === 'high' && words.OR_PHONE.test(text))
    return [plain('high-sensitivity', 'phone'), ...encryptRules(clause, '4.3')]
  if (level === 'low' && allows) return channelsIn(clause).map((channel) => plain('low-sensitivity', channel))
  const phone = words.PHONE.test(text) && !words.MAIL.test(text)
  if (phone && words.SECURE_ENOUGH.test(text)) return [plain('always', 'phone')]
  if (phone && level === 'high' && !words.asksEncryption(text)) return [plain('high-sensitivity', 'phone')]
  return []
}

/** PGP and S/MIME side by side are two ways to keep one rule. */
function protectionsIn(text: string): readonly ChannelRule['protection'][] {
  const pgp = /\b(?:pgp|gpg|openpgp|gnupg)\b/i.test(text)
  const smime = /s\/?mime/i.test(text)
  return smime ? (pgp ? ['pgp', 'smime'] : ['smime']) : ['pgp']
}

function whenOf({ text, whole }: Clause, concept: Concept | null): When | null {
  const level = sensitivityOf(text) ?? (words.FORBIDS.test(whole) ? sensitivityOf(whole) : null)
  if (level === 'low') return null
  if (level === 'high') return 'high-sensitivity'
  const must = words.MUST.test(whole)
  if (must && words.EVERYTHING.test(text) && concept !== '6') return 'always'
  if (words.REPORT.test(text)) return must || concept === '6' ? 'incident-report' : null
  return concept === '6' && words.MAIL.test(text) ? 'incident-report' : null
}

/** A ban on sending unencrypted is a demand to encrypt; a ban on sending at all is no rule for a channel. */
function encryptRules(clause: Clause, concept: Concept | null): readonly Bare[] {
  const { text, whole } = clause
  const ban = words.FORBIDS.test(text) && !words.ONLY_ENCRYPTED.test(text)
  const demands = ban ? words.UNENCRYPTED.test(text) : words.asksEncryption(text)
  if (!demands) return []
  const when = whenOf(clause, concept)
  const own = concept === '4.3' || concept === '6'
  if (!when || (!own && when !== 'high-sensitivity' && !words.MUST.test(text))) return []
  const transfer = words.TRANSFER.test(text) && (!words.MAIL.test(text) || /similar|like|wie|como|comme/i.test(text))
  return protectionsIn(whole).map((protection) => ({ when, channel: transfer ? 'transfer' : 'email', protection }))
}

const distance = (text: string, from: number, pattern: RegExp): number => {
  const at = [...text.matchAll(new RegExp(pattern.source, 'gi'))].map(({ index }) => Math.abs(index - from))
  return Math.min(...at, Number.POSITIVE_INFINITY)
}

/** "If that is not possible": what the sentence before spoke of. */
const IF_NOT =
  /^(?:(?:if|should|where) (?:this|that|it) (?:is|be) (?:not|im)|(?:falls|wenn|ist|sollte) (?:das|dies) |si (?:esto|ello|eso) no|si (?:cela|ce) n|se (?:isso|tal|isto) não|en su defecto|à défaut|andernfalls)/i

/** "If it is not possible to use e-mail, …": of the two, mail is the one that fails. */
function fallbackRule(text: string, before: string): readonly Bare[] {
  if (IF_NOT.test(text) && words.PHONE.test(text) && !words.MAIL.test(text) && words.MAIL.test(before))
    return [plain('no-email', 'phone')]
  if (!words.MAIL.test(text) || !words.PHONE.test(text)) return []
  const failing = text.split(/[,;]\s/).find((clause) => words.NOT_POSSIBLE.test(clause)) ?? ''
  const at = failing.search(words.NOT_POSSIBLE)
  const mail = distance(failing, at, words.MAIL)
  return at >= 0 && mail < distance(failing, at, words.PHONE) ? [plain('no-email', 'phone')] : []
}

const FALLBACK_PARTS: readonly (Concept | null)[] = ['2.11', '2.7', '4.3', 'hours', '2.4']
const MAX_SENTENCE = 1500

/** A sentence may speak of one level in its first half and of "everything else" in its second. */
function rulesIn(section: Section): readonly ChannelRule[] {
  return section.sentences.flatMap(({ text, line }, index) => {
    const sentence = text.slice(0, MAX_SENTENCE)
    const clauses = clausesOf(sentence)
    const rules = clauses.flatMap((clause) => {
      const own = section.concept === '4.3' ? plainRules(clause) : []
      return own.length > 0 ? own : encryptRules(clause, section.concept)
    })
    const fallback = FALLBACK_PARTS.includes(section.concept)
      ? fallbackRule(sentence, section.sentences[index - 1]?.text ?? '')
      : []
    return [...fallback, ...rules].map((rule) => ({ ...rule, line }))
  })
}

const same = (a: ChannelRule, b: ChannelRule): boolean =>
  a.when === b.when && a.channel === b.channel && a.protection === b.protection

const MAX_RULES = 40

export function readChannelRules(sections: readonly Section[]): readonly ChannelRule[] {
  const rules = sectionsOf(sections, '4.3', '2.8', '2.11', '2.7', '6', '2.4', 'hours').flatMap(rulesIn)
  return rules.filter((rule, index) => rules.findIndex((other) => same(rule, other)) === index).slice(0, MAX_RULES)
}
