/** Mail addresses, numbers and keys of a vCard, with what their types and labels say they are for. */
import type {
  Audience,
  CardEmail,
  CardKey,
  CardPhone,
  PhonePurpose,
  Purpose,
} from '../../../../shared/domain/card/card-reading.ts'
import { normalNumber } from '../../../../shared/domain/card/numbers.ts'
import { audienceIn } from '../../../../shared/domain/card/audience.ts'
import { forbiddenIn, purposesIn } from '../../../../shared/domain/card/purposes.ts'
import { isRoundTheClock } from '../../../../shared/domain/card/round-the-clock.ts'
import { saying, word } from '../../../../shared/words/say.ts'
import { writeArmour } from '../../pgp/armour.ts'
import { binaryKind } from '../../pgp/packets.ts'
import { mailAddress } from '../directories/contact-values.ts'
import { announcedKey, fingerprintUri } from './key-uris.ts'
import { note, type SourceFinding } from './source-reading.ts'
import type { Property } from './vcard-lines.ts'

/** A property with the words on it: its label, its group, its types; and the note that stands beside it. */
export interface Labelled {
  readonly property: Property
  readonly words: readonly string[]
  readonly note: string
}

const PURPOSES = [
  'incidents',
  'general',
  'vulnerabilities',
  'press',
  'updates',
  'document-author',
  'key-identity',
  'other',
] as const satisfies readonly Purpose[]
const INCIDENTS = /\b(?:abuse|incidents?|csirt|cert|soc|irt|reports?)\b/i
const VULNERABILITIES = /\b(?:psirt|vuln\w*|disclosure)\b/i

/** Our own words first: what we wrote must come back. */
function mailPurposes(words: readonly string[]): readonly Purpose[] {
  const own = PURPOSES.filter((purpose) => words.includes(word('en', `own-use.${purpose}`)))
  if (own.length > 0) return own
  const label = words.join(' ')
  if (VULNERABILITIES.test(label)) return ['vulnerabilities']
  const said = purposesIn(label, '')
  if (said.length > 0) return said
  return INCIDENTS.test(label) ? ['incidents'] : ['general']
}

/** "Do not use for: incident reports", in our own words or in others'. */
function forbiddenUses({ words, note: beside }: Labelled): readonly Purpose[] {
  const [head = ''] = word('en', 'own-vcard-do-not-use', { uses: '|' }).split('|')
  const own = beside.startsWith(head) ? beside.slice(head.length).split(', ') : []
  const named = PURPOSES.filter((purpose) => own.includes(word('en', `own-use.${purpose}`)))
  return named.length > 0 ? named : forbiddenIn([...words, beside].join(' '))
}

export function emailsOf(all: readonly Labelled[]): {
  readonly emails: readonly CardEmail[]
  readonly findings: readonly SourceFinding[]
} {
  const emails: CardEmail[] = []
  const findings: SourceFinding[] = []
  for (const one of all) {
    const { line, values } = one.property
    const address = mailAddress(values[0] ?? '')
    if (address === null)
      findings.push(note('warning', line, saying('address-invalid', { address: (values[0] ?? '').slice(0, 200) })))
    else if (!emails.some((other) => other.address.toLowerCase() === address.toLowerCase())) {
      const doNotUseFor = forbiddenUses(one)
      const purposes = mailPurposes(one.words).filter((purpose) => !doNotUseFor.includes(purpose))
      emails.push({ address, purposes, doNotUseFor, line })
    }
  }
  return { emails, findings }
}

const PHONES: readonly (readonly [PhonePurpose, RegExp])[] = [
  ['after-hours', /after hours|out of hours|night/i],
  ['emergency', /emergenc|urgent|hotline|24/i],
  ['backup', /backup|alternat|secondary/i],
  ['incidents', /incident/i],
]

const PHONE_PURPOSES = [
  'main',
  'incidents',
  'emergency',
  'after-hours',
  'backup',
  'other',
] as const satisfies readonly PhonePurpose[]
const AUDIENCES = ['constituent', 'csirt', 'critical', 'public'] as const satisfies readonly Audience[]

function purposeOf(words: readonly string[], isFirst: boolean): PhonePurpose {
  const own = PHONE_PURPOSES.find((purpose) => words.includes(word('en', `own-phone.${purpose}`)))
  const said = PHONES.find(([, pattern]) => pattern.test(words.join(' ')))?.[0]
  return own ?? said ?? (isFirst ? 'main' : 'other')
}

const audienceOf = (words: readonly string[]): Audience =>
  AUDIENCES.find((audience) => words.includes(word('en', `own-audience.${audience}`))) ??
  audienceIn(words.join(' ')) ??
  'public'

export interface Numbers {
  readonly phones: readonly CardPhone[]
  readonly fax: readonly CardPhone[]
  /** Of the first number that shows one. */
  readonly country: string | null
  readonly findings: readonly SourceFinding[]
}

export function numbersOf(all: readonly Labelled[], country: string | null): Numbers {
  const read = all.flatMap((one) => {
    const text = (one.property.values[0] ?? '').replace(/^tel:/i, '')
    if (text.replaceAll(/\D/g, '').length < 3) return []
    const normal = normalNumber(text.split(';')[0] ?? '', country)
    const fax = one.words.some((type) => /\bfax\b/i.test(type))
    return [{ ...one, text, fax, normal, line: one.property.line }]
  })
  const main = read.find(({ fax }) => !fax)
  const numbers = read.map((one) => ({ ...one, phone: phoneOf(one, one.text, one.normal.e164, one.fax, one === main) }))
  return {
    phones: numbers.flatMap(({ phone, fax }) => (fax ? [] : [phone])),
    fax: numbers.flatMap(({ phone, fax }) => (fax ? [phone] : [])),
    country: read.find(({ normal }) => normal.country !== null)?.normal.country ?? null,
    findings: numbers.flatMap(({ text, line, normal }) =>
      normal.e164 === null ? [note('warning', line, saying('phone-no-country', { number: text.slice(0, 60) }))] : [],
    ),
  }
}

function phoneOf(one: Labelled, text: string, e164: string | null, fax: boolean, isFirst: boolean): CardPhone {
  const doNotUseFor = forbiddenUses(one)
  return {
    e164,
    text,
    purpose: fax ? 'other' : purposeOf(one.words, isFirst),
    script: one.note === '' || doNotUseFor.length > 0 ? null : one.note.slice(0, 200),
    audience: audienceOf(one.words),
    doNotUseFor,
    roundTheClock: isRoundTheClock(one.words.join(' ')),
    line: one.property.line,
  }
}

const MAX_KEYS = 20

export function keysOf(properties: readonly Property[]): {
  readonly keys: readonly CardKey[]
  readonly findings: readonly SourceFinding[]
} {
  const read = properties.slice(0, MAX_KEYS).map(keyOf)
  const keys = read.flatMap((one) => ('key' in one ? [one.key] : []))
  return { keys, findings: read.flatMap((one) => ('finding' in one ? [one.finding] : [])) }
}

function keyOf({ values, line }: Property): { readonly key: CardKey } | { readonly finding: SourceFinding } {
  const value = values.join(',')
  const fingerprint = fingerprintUri(value)
  if (fingerprint === false)
    return { finding: note('warning', line, saying('fingerprint-unreadable', { text: value.slice(0, 100) })) }
  if (fingerprint !== null) return { key: announcedKey(fingerprint, line) }
  if (/^(?:https?|ftp|ldap):/i.test(value))
    return { finding: note('info', line, saying('key-behind-url', { url: value.slice(0, 300) })) }
  const block = blockOf(value)
  return block === null
    ? { finding: note('info', line, saying('vcard-key-other')) }
    : { key: announcedKey(null, line, block) }
}

/** Armour, as text or in base64, or the key's own bytes in base64 (data: URI, or 3.0's ENCODING=b); null for a certificate. */
function blockOf(value: string): string | null {
  const data = /^data:[^,]{0,200};base64,(.*)$/is.exec(value)?.[1] ?? value
  if (data.includes('-----BEGIN PGP PUBLIC KEY')) return data
  const bytes = Buffer.from(data, 'base64')
  if (bytes.includes('-----BEGIN PGP PUBLIC KEY')) return bytes.toString('latin1')
  return binaryKind(bytes) === 'public-key' ? writeArmour('PUBLIC KEY BLOCK', bytes) : null
}
