/** Turns printed mail addresses, telephone numbers and keys of an entry into those of a card; what is none is named. */
import { domainToASCII } from 'node:url'
import { audienceIn } from '../../../../shared/domain/card/audience.ts'
import type {
  CardEmail,
  CardKey,
  CardPhone,
  PhonePurpose,
  Purpose,
} from '../../../../shared/domain/card/card-reading.ts'
import { datesIn } from '../../../../shared/domain/card/dates.ts'
import { normalNumber } from '../../../../shared/domain/card/numbers.ts'
import { forbiddenIn, purposesIn } from '../../../../shared/domain/card/purposes.ts'
import { isRoundTheClock } from '../../../../shared/domain/card/round-the-clock.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { remembered } from './remembered.ts'
import type { EmailFact, KeyFact, PhoneFact } from './team-facts.ts'

/** Values that were taken, and what was not. */
export interface Taken<T> {
  readonly values: readonly T[]
  readonly problems: readonly Saying[]
}

const EMAIL = /^(?:mailto:)?<?([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64})@([^\s@<>()[\],;:"\\]{1,253})>?$/

/** Local part as printed, domain in lower-case ASCII; null for what is no address. */
export function mailAddress(text: string): string | null {
  const [, local = '', domain = ''] = EMAIL.exec(text) ?? []
  const ascii = domainToASCII(domain).replace(/\.$/, '')
  return local !== '' && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/.test(ascii)
    ? `${local}@${ascii}`
    : null
}

function mailPurposes({ purpose, label }: EmailFact): readonly Purpose[] {
  if (purpose) return [purpose]
  if (/abuse|incident|report|irt/i.test(label)) return ['incidents']
  const said = purposesIn(label, '')
  return said.length > 0 ? said : ['general']
}

export function emailsOf(facts: readonly EmailFact[]): Taken<CardEmail> {
  const all = facts.map((fact) => {
    const address = mailAddress(fact.text)
    return address
      ? { email: { address, purposes: mailPurposes(fact), doNotUseFor: forbiddenIn(fact.label), line: 0 } }
      : { problem: saying('value-email', { at: fact.at, value: fact.text.slice(0, 100) }) }
  })
  const groups = Map.groupBy(
    all.flatMap(({ email }) => email ?? []),
    ({ address }) => address.toLowerCase(),
  )
  const values = [...groups.values()].flatMap(([first, ...others]): readonly CardEmail[] => {
    if (!first) return []
    const doNotUseFor = [...new Set([first, ...others].flatMap((one) => one.doNotUseFor))]
    const purposes = [...new Set([first, ...others].flatMap((one) => one.purposes))]
    return [{ ...first, doNotUseFor, purposes: purposes.filter((purpose) => !doNotUseFor.includes(purpose)) }]
  })
  return { values, problems: all.flatMap(({ problem }) => problem ?? []) }
}

const PHONE_WORDS: readonly (readonly [PhonePurpose | 'fax', RegExp])[] = [
  ['fax', /\bfax|facsimile|telefax|telecopie/i],
  [
    'after-hours',
    /(?:outside|out of|after|off)[ _-]?(?:business |office |working )?hours|fuera de horario|hors heures|nacht/i,
  ],
  ['emergency', /emergenc|urgen|hotline|24 ?[x/*h]|notruf|notfall/i],
  ['backup', /backup|alternat|secondary/i],
  ['incidents', /incident/i],
]

const phonePurpose = ({ purpose, label }: PhoneFact): PhonePurpose | 'fax' =>
  purpose ?? PHONE_WORDS.find(([, words]) => words.test(label))?.[0] ?? 'main'

export interface Phones {
  readonly phones: readonly CardPhone[]
  readonly fax: readonly CardPhone[]
  readonly problems: readonly Saying[]
}

interface PhoneTaken {
  readonly phone?: CardPhone
  readonly fax?: boolean
  readonly problem?: Saying
}

/** A team's number stands in its entry two or three times, for as many uses. */
const normal = remembered((key) => normalNumber(key.slice(2), key.startsWith('--') ? null : key.slice(0, 2)))

function phoneOf(fact: PhoneFact, country: string | null): PhoneTaken {
  const purpose = phonePurpose(fact)
  const digits = fact.text.replaceAll(/\D/g, '').length
  if (digits < 5 || digits > 20 || /@|https?:/i.test(fact.text))
    return { problem: saying('value-phone', { at: fact.at, value: fact.text.slice(0, 100) }) }
  // "Tel.: +44 …" as well as "tel:+44…".
  const number = fact.text.replace(/^[^\d+(]{1,30}(?=[+(\d])/, '')
  const { e164, doubtful } = normal((country ?? '--') + number)
  const phone: CardPhone = {
    e164,
    text: fact.text,
    purpose: purpose === 'fax' ? 'other' : purpose,
    script: null,
    audience: (purpose === 'fax' ? null : audienceIn(`${purpose} ${fact.label}`)) ?? 'public',
    doNotUseFor: forbiddenIn(fact.label),
    roundTheClock: isRoundTheClock(fact.label),
    line: 0,
  }
  const said = { number: fact.text.slice(0, 60) }
  const doubt = e164 === null ? saying('phone-no-country', said) : doubtful ? saying('phone-doubtful', said) : null
  return { phone, fax: purpose === 'fax', ...(doubt ? { problem: doubt } : {}) }
}

/** `country` (ISO 3166-1 alpha-2) completes national numbers; a number that two purposes share stays twice. */
export function phonesOf(facts: readonly PhoneFact[], country: string | null): Phones {
  const all = facts.map((fact) => phoneOf(fact, country))
  const seen = new Set<string>()
  const fresh = all.flatMap(({ phone, fax }) => {
    const key = phone ? `${phone.e164 ?? phone.text} ${phone.purpose} ${String(fax)}` : ''
    return phone && !seen.has(key) && seen.add(key) ? [{ phone, fax }] : []
  })
  return {
    phones: fresh.filter(({ fax }) => !fax).map(({ phone }) => phone),
    fax: fresh.filter(({ fax }) => fax).map(({ phone }) => phone),
    problems: all.flatMap(({ problem }) => problem ?? []),
  }
}

const hex = (text: string): string =>
  text
    .replace(/^\s*(?:openpgp4fpr:|pgpkey-|0x)/i, '')
    .replaceAll(/[\s:-]/g, '')
    .toUpperCase()

const dateIn = (text: string | null): string | null => datesIn((text ?? '').slice(0, 100))[0]?.date ?? null

function keyOf(fact: KeyFact): { readonly key?: CardKey; readonly problem?: Saying } {
  const digits = hex(fact.text)
  const isHex = /^[0-9A-F]+$/.test(digits)
  const whole = isHex && (digits.length === 40 || digits.length === 64)
  // A list of key ids prints ids where others print fingerprints: an id is kept as what it is.
  const keyId =
    fact.keyId ?? (isHex && (digits.length === 8 || digits.length === 16) ? fact.text.replace(/^PGPKEY-/i, '') : null)
  const key: CardKey = {
    fingerprint: whole ? digits : null,
    keyIdPrinted: keyId,
    state: fact.block ? 'unreadable' : 'not-included',
    expires: dateIn(fact.expires),
    use: 'team',
    block: fact.block,
    blockLines: null,
    line: 0,
  }
  const bad = digits !== '' && !whole && keyId === fact.keyId
  const mismatch = whole && keyId !== null && !digits.endsWith(hex(keyId))
  const problem = bad
    ? saying('value-fingerprint', { at: fact.at, value: fact.text.slice(0, 100) })
    : mismatch
      ? saying('fingerprint-mismatch', { keyId, fingerprint: digits })
      : null
  const empty = !whole && keyId === null && fact.block === null
  return { ...(empty ? {} : { key }), ...(problem ? { problem } : {}) }
}

/** Fingerprints of exactly 40 or 64 hexadecimal digits; shorter ones are key ids or nothing. */
export function keysOf(facts: readonly KeyFact[]): Taken<CardKey> {
  const all = facts.map(keyOf)
  const keys = all.flatMap(({ key }) => key ?? [])
  const name = (key: CardKey) => key.fingerprint ?? key.keyIdPrinted
  return {
    values: keys.filter(
      (key, index) => key.block !== null || keys.findIndex((other) => name(other) === name(key)) === index,
    ),
    problems: all.flatMap(({ problem }) => problem ?? []),
  }
}
