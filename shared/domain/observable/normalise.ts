/** Reads one value that a person typed or a report holds into a typed observable in its one form. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import { isPlausibleDomain, normaliseDomain } from './domain-name.ts'
import { normaliseAddress } from './ip-address.ts'
import type { Observable } from './observable.ts'
import { refang, withoutMarks } from './refang.ts'

const longest = 2_083

/** Defanged values are read too. Refused with `observable-invalid`; never throws. */
export function normaliseObservable(given: string): Result<Observable, Saying> {
  const value = withoutMarks(refang(given.slice(0, longest * 2).trim()))
  const found = value.length > longest ? null : recognise(value, true)
  return found === null ? fail(saying('observable-invalid', { value: given.slice(0, 100) })) : ok(found)
}

/** What a whole word is; null where it is none of them. `certain`: somebody says that it is one, so any name may end it. */
export function recognise(word: string, certain: boolean): Observable | null {
  return (
    asUrl(word) ??
    asAddress(word) ??
    asHash(word) ??
    asCve(word) ??
    asAsn(word) ??
    asEmail(word) ??
    asDomain(word, certain)
  )
}

/** Scheme and host in lower case, the rest as it is: paths have meaning. */
export function asUrl(word: string): Observable | null {
  const parts = /^(https?|fxps?|ftps?|sftp|tftp|ssh|ldaps?|smb|wss?):\/\/([^/?#\s]{1,512})([^\s]{0,2000})$/i.exec(word)
  if (parts === null) return null
  const [, scheme = '', authority = '', rest = ''] = parts
  const at = authority.lastIndexOf('@') + 1
  const [host = ''] = /^(?:\[[0-9a-f:.]{2,45}\]|[^:[\]]{1,253})/i.exec(authority.slice(at)) ?? []
  if (hostOf(host) === null) return null
  const lowered = authority.slice(0, at) + authority.slice(at).toLowerCase()
  return { type: 'url', value: `${scheme.toLowerCase().replace('fxp', 'ftp')}://${lowered}${rest}` }
}

function hostOf(host: string): string | null {
  const address = normaliseAddress(host.replace(/^\[(.*)\]$/, '$1'))
  if (address.ok && address.value.type === 'ip') return address.value.value
  const domain = normaliseDomain(host)
  return domain ?? (/^[a-z][a-z0-9-]{0,62}$/i.test(host) ? host.toLowerCase() : null)
}

/** Host of a URL in its one form, brackets and port removed; null for anything else. */
export function hostOfUrl(url: string): string | null {
  const host = /^\w{2,6}:\/\/(?:[^/?#@]{0,255}@)?(\[[0-9a-f:.]{2,45}\]|[^/?#:]{1,253})/i.exec(url)?.[1]
  return host === undefined ? null : hostOf(host)
}

function asAddress(word: string): Observable | null {
  const address = normaliseAddress(word.replace(/^\[(.*)\]$/, '$1'))
  return address.ok ? address.value : null
}

/** MD5, SHA-1, SHA-256, SHA-512. All digits, or no digit at all, is a number or a word. */
const hashForm = /^(?:(?:md5|sha-?1|sha-?256|sha-?512):)?([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i

function asHash(word: string): Observable | null {
  const digits = hashForm.exec(word)?.[1]?.toLowerCase()
  return digits === undefined || !/[a-f]/.test(digits) || !/\d/.test(digits) ? null : { type: 'hash', value: digits }
}

const asCve = (word: string): Observable | null =>
  /^CVE-\d{4}-\d{4,7}$/i.test(word) ? { type: 'cve', value: word.toUpperCase() } : null

function asAsn(word: string): Observable | null {
  const number = /^ASN? ?(\d{1,10})$/i.exec(word)?.[1]
  return number === undefined || Number(number) > 4_294_967_295 || Number(number) === 0
    ? null
    : { type: 'asn', value: `AS${Number(number)}` }
}

/** The part before the @ keeps its case (RFC 5321 2.4), the domain does not. */
function asEmail(word: string): Observable | null {
  const [, user = '', host = ''] = /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@([^@\s]{3,253})$/.exec(word) ?? []
  const domain = user === '' ? null : normaliseDomain(host)
  return domain === null ? null : { type: 'email', value: `${user}@${domain}` }
}

function asDomain(word: string, certain: boolean): Observable | null {
  const name = normaliseDomain(word)
  return name !== null && isPlausibleDomain(word, certain) ? { type: 'domain', value: name } : null
}
