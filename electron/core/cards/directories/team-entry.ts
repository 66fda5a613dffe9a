/** Reads an entry of a JSON list of teams by the field names of Trusted Introducer, FIRST and Global-IRT and what they are also called. */
import {
  ADDRESS,
  ASN_FIELDS,
  CIDR_FIELDS,
  DOMAIN_FIELDS,
  FINGERPRINT,
  KEY_FIELDS,
  LANGUAGE_FIELDS,
  MAIL_FIELDS,
  NAMES,
  NUMBER,
  PHONE_FIELDS,
  URL_FIELDS,
} from './team-fields.ts'
import { LOOKS, type EmailFact, type Fact, type KeyFact, type PhoneFact, type TeamFacts } from './team-facts.ts'
import { fact, field, fieldsOf, list, text, textOf, type Fields, type Loose } from './loose-record.ts'

const every = (fields: Fields, names: readonly string[], inner: readonly string[], looks?: RegExp): readonly Fact[] =>
  names.flatMap((name) => {
    const one = field(fields, [name])
    return one ? list(one, inner, looks) : []
  })

function emails(fields: Fields): readonly EmailFact[] {
  return MAIL_FIELDS.flatMap(([name, label]) => {
    const one = field(fields, [name])
    return one ? list(one, ADDRESS, LOOKS.mail, label).map((found) => ({ ...found, purpose: null })) : []
  })
}

function phones(fields: Fields): readonly PhoneFact[] {
  return PHONE_FIELDS.flatMap(([name, label]) => {
    const one = field(fields, [name])
    return one ? list(one, NUMBER, LOOKS.phone, label).map((found) => ({ ...found, purpose: null })) : []
  })
}

const ARMOR = /-----BEGIN PGP PUBLIC KEY BLOCK-----[^-]{20,100000}-----END PGP PUBLIC KEY BLOCK-----/
const MAX_KEYS = 20

/** The block as it stands in the file: its line ends matter, so nothing is trimmed. */
const blockIn = (value: unknown): string | null =>
  typeof value === 'string' ? (ARMOR.exec(value.slice(0, 200_000))?.[0] ?? null) : null

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)

function keyOf(value: unknown, at: string): readonly KeyFact[] {
  if (Array.isArray(value)) return value.slice(0, MAX_KEYS).flatMap((one, index) => keyOf(one, `${at}.${index + 1}`))
  if (isLoose(value)) {
    const own = fieldsOf(value)
    const block =
      ['block', 'key', 'armor', 'armored', 'publickey', 'pgpkey']
        .map((name) => blockIn(own.get(name)?.value))
        .find((one) => one) ?? null
    return [
      {
        text: text(own, FINGERPRINT) ?? '',
        at,
        keyId: text(own, ['keyid', 'pgpid', 'id']),
        expires: text(own, ['expires', 'expiry', 'expirydate', 'validuntil']),
        block,
      },
    ]
  }
  const block = blockIn(value)
  if (block) return [{ text: '', at, keyId: null, expires: null, block }]
  return list({ at, value }, FINGERPRINT, LOOKS.fingerprint).map((found) => ({
    text: found.text,
    at: found.at,
    keyId: null,
    expires: null,
    block: null,
  }))
}

/** FIRST prints one key in three fields: fingerprint, id and block. */
function flatKey(fields: Fields): readonly KeyFact[] {
  const block = blockIn(fields.get('pgpkey')?.value)
  const fingerprint = fact(fields, ['pgpfingerprint', 'fingerprint', 'keyfingerprint'])
  const keyId = text(fields, ['pgpid', 'keyid', 'pgpkeyid'])
  const at = fingerprint?.at ?? fields.get('pgpkey')?.at ?? fields.get('pgpid')?.at ?? ''
  const expires = text(fields, ['pgpexpires', 'keyexpires'])
  return (block ?? fingerprint ?? keyId) ? [{ text: fingerprint?.text ?? '', at, keyId, expires, block }] : []
}

const FLAT = new Set(['pgpfingerprint', 'fingerprint', 'keyfingerprint', 'pgpid', 'keyid'])

function keys(fields: Fields): readonly KeyFact[] {
  const listed = KEY_FIELDS.filter((name) => !FLAT.has(name)).flatMap((name) => {
    const one = fields.get(name)
    return one ? keyOf(one.value, one.at) : []
  })
  return [
    ...flatKey(fields),
    ...listed.filter(({ text: printed, block, keyId }) => printed !== '' || block !== null || keyId !== null),
  ].slice(0, MAX_KEYS)
}

const DAYS = [
  ['mon', 'Mo'],
  ['tue', 'Tu'],
  ['wed', 'We'],
  ['thu', 'Th'],
  ['fri', 'Fr'],
  ['sat', 'Sa'],
  ['sun', 'Su'],
] as const
const CLOCK = /^\d{1,2}:\d{2}$/

/** Global-IRT's `mon_1_open`, `mon_1_close`, …; 00:00 to 00:00 is its way to say closed. */
function tableHours(value: unknown): string | null {
  if (!isLoose(value)) return null
  const rules = DAYS.flatMap(([name, day]) => {
    const spans = [1, 2, 3].flatMap((number) => {
      const [open, close] = [textOf(value[`${name}_${number}_open`]), textOf(value[`${name}_${number}_close`])]
      return open && close && open !== close && CLOCK.test(open) && CLOCK.test(close)
        ? [`${open.padStart(5, '0')}-${close.padStart(5, '0')}`]
        : []
    })
    return spans.length > 0 ? [`${day} ${spans.join(',')}`] : []
  })
  return rules.length > 0 ? rules.join('; ') : null
}

function hours(fields: Fields): Fact | null {
  const table = NAMES.hours.map((name) => fields.get(name)).find((one) => isLoose(one?.value))
  const told = tableHours(table?.value)
  return told !== null && table
    ? { text: told, at: table.at }
    : fact(fields, NAMES.hours, ['text', 'description', 'freetext', 'hours', 'value'])
}

function membership(fields: Fields): TeamFacts['membership'] {
  const status = text(
    fields,
    [
      'classificationname',
      'classification',
      'membership',
      'firstmembertype',
      'membertype',
      'accreditation',
      'accreditationstatus',
      'status',
    ],
    ['name', 'status', 'code', 'value'],
  )
  const since = text(fields, ['classificationsince', 'membersince', 'since', 'accreditedsince'])
  return status === null ? null : { status: status.slice(0, 100), since }
}

/** Types, then what is said in words: "National", "CIIP; the energy sector of …". */
function constituency(fields: Fields): string | null {
  const words = text(fields, ['constituencydescription', 'constituencytext'])
  const types = every(fields, ['constituencytypes', 'constituencytype'], ['name', 'title', 'code']).map(
    (one) => one.text,
  )
  const plain = field(fields, ['constituency', 'sector', 'sectors'])
  const named =
    plain && !isLoose(plain.value) ? list(plain, ['name', 'title', 'description']).map((one) => one.text) : []
  const parts = [...types, ...named, ...(words === null ? [] : [words])]
  return parts.length > 0 ? [...new Set(parts)].join('; ').slice(0, 3000) : null
}

/** Whole registries print one line a field. */
function postalAddress(fields: Fields): string | null {
  const one = field(fields, NAMES.address)
  const lines = one ? list(one, ['value', 'text', 'street', 'formatted']).map((line) => line.text.trim()) : []
  return lines.length > 0 ? lines.join('\n').slice(0, 3000) : null
}

/** Never refuses: what is not there stays empty. */
export function teamFacts(entry: Loose): TeamFacts {
  const fields = fieldsOf(entry)
  const names = [
    text(fields, NAMES.short, ['short', 'name', 'value']),
    text(fields, NAMES.full, ['full', 'name', 'value']),
  ]
  return {
    id: text(fields, NAMES.id),
    short: names[0]?.slice(0, 200) ?? null,
    full: names[1]?.slice(0, 300) ?? null,
    host: text(fields, NAMES.host, ['name', 'value', 'title'])?.slice(0, 300) ?? null,
    country: fact(fields, NAMES.country, ['code', 'alpha2', 'iso', 'value', 'name']),
    address: postalAddress(fields),
    emails: emails(fields),
    phones: phones(fields),
    keys: keys(fields),
    zone: fact(fields, NAMES.zone, ['name', 'iana', 'value', 'code']),
    hours: hours(fields),
    cidrs: every(fields, CIDR_FIELDS, ['cidr', 'network', 'prefix', 'range', 'value', 'inetnum'], LOOKS.network),
    asns: every(fields, ASN_FIELDS, ['asn', 'number', 'value'], LOOKS.asn),
    domains: every(fields, DOMAIN_FIELDS, ['domain', 'name', 'value'], LOOKS.domain),
    constituency: constituency(fields),
    languages: every(fields, LANGUAGE_FIELDS, ['code', 'value', 'name'], LOOKS.language),
    urls: every(fields, URL_FIELDS, ['url', 'href', 'value', 'link'], LOOKS.url),
    modified: fact(fields, NAMES.modified),
    membership: membership(fields),
  }
}
