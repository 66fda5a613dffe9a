/** Reads a security.txt (RFC 9116) into a card: whom to tell of a vulnerability, how, and until when that holds. */
import type {
  CardEmail,
  CardForm,
  CardKey,
  CardPhone,
  CardReading,
} from '../../../../shared/domain/card/card-reading.ts'
import { emptyReading } from '../../../../shared/domain/card/empty-reading.ts'
import { normalNumber } from '../../../../shared/domain/card/numbers.ts'
import { hostOf } from '../../../../shared/domain/card/urls.ts'
import { saying } from '../../../../shared/words/say.ts'
import { mailAddress } from '../directories/contact-values.ts'
import { announcedKey, fingerprintUri } from './key-uris.ts'
import { note, type SourceFinding } from './source-reading.ts'

interface Field {
  readonly name: string
  readonly value: string
  readonly line: number
}

const MAX_FIELDS = 200
const MAX_VALUE = 2000

function fieldsOf(text: string): readonly Field[] {
  const found = text.split(/\r\n|\n|\r/).flatMap((raw, index): Field[] => {
    const field = /^(?:- )?([A-Za-z][A-Za-z-]{1,40}):\s{0,20}(\S.*)$/.exec(raw.slice(0, MAX_VALUE).trim())
    return field ? [{ name: (field[1] ?? '').toLowerCase(), value: (field[2] ?? '').trim(), line: index + 1 }] : []
  })
  return found.slice(0, MAX_FIELDS)
}

interface Contacts {
  readonly emails: readonly CardEmail[]
  readonly phones: readonly CardPhone[]
  readonly forms: readonly CardForm[]
  readonly preferred: CardReading['preferred']
  readonly findings: readonly SourceFinding[]
}

const noContacts: Contacts = { emails: [], phones: [], forms: [], preferred: null, findings: [] }

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** One contact, as far as it can be read. A scheme left out is put there, with a finding: the value itself says which. */
function contact({ value, line }: Field): Contacts {
  const bare = /^(?:mailto|tel):([^?]{1,500})/i.exec(value)?.[1]
  const plain = decoded(bare ?? value).trim()
  const noUri = (read: string): readonly SourceFinding[] =>
    bare === undefined ? [note('info', line, saying('security-txt-no-uri', { text: value.slice(0, 200), read }))] : []
  const address = /^tel:/i.test(value) ? null : mailAddress(plain)
  if (address !== null) {
    const emails: readonly CardEmail[] = [{ address, purposes: ['vulnerabilities'], doNotUseFor: [], line }]
    return { ...noContacts, emails, preferred: { channel: 'email', line }, findings: noUri(`mailto:${address}`) }
  }
  const page = pageOf(value)
  if (page !== null) {
    const forms: readonly CardForm[] = [{ url: page, audience: 'public', line }]
    const findings = page === value ? insecure(page, line) : noUri(page)
    return { ...noContacts, forms, preferred: { channel: 'form', line }, findings }
  }
  if (/^tel:/i.test(value) || /^\+[\d\s().-]{6,30}$/.test(value)) return phone(plain, line, noUri(`tel:${plain}`))
  return {
    ...noContacts,
    findings: [note('warning', line, saying('security-txt-contact-unreadable', { text: value.slice(0, 200) }))],
  }
}

function pageOf(value: string): string | null {
  if (/^https?:\/\/[^\s<>"]{3,1000}$/i.test(value)) return value
  return /^(?:www\.)?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6}\/[^\s<>"]{0,500}$/i.test(value) ? `https://${value}` : null
}

const insecure = (url: string, line: number): readonly SourceFinding[] =>
  /^http:/i.test(url) ? [note('warning', line, saying('security-txt-insecure', { url: url.slice(0, 300) }))] : []

function phone(text: string, line: number, findings: readonly SourceFinding[]): Contacts {
  const number: CardPhone = {
    e164: normalNumber(text.split(';')[0] ?? '', null).e164,
    text,
    purpose: 'other',
    script: null,
    audience: 'public',
    doNotUseFor: [],
    roundTheClock: false,
    line,
  }
  return { ...noContacts, phones: [number], preferred: { channel: 'phone', line }, findings }
}

function contactsOf(fields: readonly Field[]): Contacts {
  const all = fields.filter(({ name }) => name === 'contact').map(contact)
  const missing = all.length === 0 ? [note('error', null, saying('security-txt-no-contact'))] : []
  return {
    emails: all.flatMap(({ emails }) => emails),
    phones: all.flatMap(({ phones }) => phones),
    forms: all.flatMap(({ forms }) => forms),
    // RFC 9116, 2.5.3: in order of preference.
    preferred: all.find(({ preferred }) => preferred !== null)?.preferred ?? null,
    findings: [...missing, ...all.flatMap(({ findings }) => findings)],
  }
}

const YEAR_MS = 366 * 86_400_000
/** RFC 3339, 5.6. */
const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})$/

function expiry(fields: readonly Field[], now: string): readonly SourceFinding[] {
  const [first] = fields.filter(({ name }) => name === 'expires')
  if (!first) return [note('warning', null, saying('security-txt-no-expiry'))]
  const { value, line } = first
  const at = INSTANT.test(value) ? Date.parse(value.replace(' ', 'T').toUpperCase()) : Number.NaN
  if (Number.isNaN(at))
    return [note('warning', line, saying('security-txt-expiry-unreadable', { text: value.slice(0, 100) }))]
  const date = new Date(at).toISOString().slice(0, 10)
  const left = at - Date.parse(now)
  if (left <= 0) return [note('error', line, saying('security-txt-expired', { date }))]
  return left > YEAR_MS
    ? [note('warning', line, saying('security-txt-long', { date }))]
    : [note('info', line, saying('security-txt-expires', { date }))]
}

const ONCE: Readonly<Record<string, string>> = { expires: 'Expires', 'preferred-languages': 'Preferred-Languages' }

function doubled(fields: readonly Field[]): readonly SourceFinding[] {
  return Object.entries(ONCE).flatMap(([name, field]) => {
    const again = fields.filter((one) => one.name === name)[1]
    return again ? [note('warning', again.line, saying('security-txt-twice', { field }))] : []
  })
}

interface Keys {
  readonly keys: readonly CardKey[]
  readonly findings: readonly SourceFinding[]
}

/** RFC 9116, 2.5.4: never the key itself, but where it is or which it is. */
function keysOf(fields: readonly Field[]): Keys {
  const all = fields
    .filter(({ name }) => name === 'encryption')
    .map(({ value, line }): Keys => {
      const uri = fingerprintUri(value)
      if (uri === null)
        return {
          keys: [],
          findings: [
            note('info', line, saying('key-behind-url', { url: value.slice(0, 300) })),
            ...insecure(value, line),
          ],
        }
      return typeof uri === 'string'
        ? { keys: [announcedKey(uri, line)], findings: [] }
        : {
            keys: [],
            findings: [note('warning', line, saying('fingerprint-unreadable', { text: value.slice(0, 100) }))],
          }
    })
  return { keys: all.flatMap(({ keys }) => keys), findings: all.flatMap(({ findings }) => findings) }
}

const languagesOf = (fields: readonly Field[]): readonly string[] =>
  (fields.find(({ name }) => name === 'preferred-languages')?.value ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,8}){0,3}$/.test(tag))
    .slice(0, 50)

/** @param now UTC ISO. Never throws. */
export function readSecurityTxt(
  text: string,
  now: string,
): { readonly reading: CardReading; readonly findings: readonly SourceFinding[] } {
  const fields = fieldsOf(text)
  const values = (wanted: string): readonly Field[] => fields.filter(({ name }) => name === wanted)
  const contacts = contactsOf(fields)
  const keys = keysOf(fields)
  const urls = [...new Set(values('canonical').map(({ value }) => value))].filter((url) =>
    /^https?:\/\/\S+$/i.test(url),
  )
  const host = urls[0] === undefined ? null : hostOf(urls[0]).replace(/^www\./, '')
  return {
    reading: {
      ...emptyReading,
      names: { ...emptyReading.names, full: host },
      languages: languagesOf(fields),
      document: { ...emptyReading.document, line: values('canonical')[0]?.line ?? null, urls },
      emails: contacts.emails,
      phones: contacts.phones,
      forms: contacts.forms,
      keys: keys.keys,
      preferred: contacts.preferred,
    },
    findings: [
      ...expiry(fields, now),
      ...doubled(fields),
      ...(urls.length === 0 ? [note('info', null, saying('security-txt-not-official'))] : []),
      ...contacts.findings,
      ...keys.findings,
      ...values('policy')
        .slice(0, 10)
        .map(({ value, line }) => note('info', line, saying('security-txt-policy', { url: value.slice(0, 300) }))),
    ],
  }
}
