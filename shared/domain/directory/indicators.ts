/** Reads pasted indicators, defanged or not, into what the directory can look up; what is none is set aside with the reason. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import { formatCidr, formatIp, type Cidr } from '../observable/ip-address.ts'
import { hostOfUrl, recognise } from '../observable/normalise.ts'
import type { Observable } from '../observable/observable.ts'
import { asciiName } from './ascii-name.ts'
import type { LookupRow, SetAside } from './lookup-answer.ts'
import { asCidr } from './network-index.ts'
import { piecesOf, readingsOf } from './pieces.ts'
import { specialAddress, specialAsn } from './special.ts'

export const indicatorLimit = 10_000
/** Characters of the whole paste. */
export const pasteLimit = 5_000_000
/** Words of the whole paste: some lines hold a sentence, which is one thing that is set aside. */
const wordLimit = 50_000
const longestShown = 300

type Told = Pick<LookupRow, 'line' | 'place' | 'value' | 'kind' | 'normal' | 'asked' | 'special'>

export interface Indicator extends Told {
  /** What was asked, where it is an address or a range. */
  readonly range: Cidr | null
}

export interface Indicators {
  readonly lines: number
  readonly found: readonly Indicator[]
  readonly setAside: readonly SetAside[]
}

/** One a line, or several with blanks, commas, semicolons or bars between; "#" begins a remark. @returns `lookup-too-many` beyond the limits. */
export function readIndicators(text: string): Result<Indicators, Saying> {
  const tooMany = fail(saying('lookup-too-many', { limit: indicatorLimit }))
  if (text.length > pasteLimit) return tooMany
  const found: Indicator[] = []
  const setAside: SetAside[] = []
  let lines = 0
  let words = 0
  for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const pieces = piecesOf(line)
    if (pieces.length > 0) lines += 1
    words += pieces.length
    if (words > wordLimit) return tooMany
    for (const read of readLine(pieces)) {
      const place = found.length + setAside.length + 1
      if (place > indicatorLimit) return tooMany
      if ('problem' in read) setAside.push({ line: index + 1, place, ...read })
      else found.push({ line: index + 1, place, ...read })
    }
  }
  return ok({ lines, found, setAside })
}

type Read = Omit<Indicator, 'line' | 'place'> | Omit<SetAside, 'line' | 'place'>

/** Words that are none stand together as one: "please block these". What follows a link's comma is the link's. */
function readLine(pieces: ReturnType<typeof piecesOf>): readonly Read[] {
  const all: Read[] = []
  for (const { text, joined } of pieces) {
    const read = readOne(text)
    const last = all.at(-1)
    const isWord = 'problem' in read && read.problem.code === 'lookup-not-read'
    if (isWord && joined && last !== undefined && 'kind' in last && last.kind === 'url') continue
    if (isWord && last !== undefined && 'problem' in last && last.problem.code === 'lookup-not-read')
      all[all.length - 1] = setAsideAs(`${last.value} ${read.value}`, 'lookup-not-read')
    else all.push(read)
  }
  return all
}

/** Most of a long list is plain addresses, and those need no other reading. */
const addressForm = /^[\d.:a-f/]{2,49}$/i

function readOne(value: string): Read {
  const range = addressForm.test(value) ? asCidr(value) : null
  if (range !== null) return atRange(range, value, value.includes('/') ? 'cidr' : 'ip')
  for (const reading of readingsOf(value)) {
    const read = recognise(reading, true)
    if (read !== null) return placeOf(read, value) ?? setAsideAs(value, 'lookup-not-a-place')
  }
  return setAsideAs(value, problemOf(value))
}

const setAsideAs = (value: string, code: SetAsideCode): Read => {
  const shown = value.slice(0, longestShown)
  return { value: shown, problem: saying(code, { value: shown }) }
}

type SetAsideCode =
  'lookup-not-read' | 'lookup-not-an-address' | 'lookup-odd-address' | 'lookup-not-an-asn' | 'lookup-not-a-place'

function atRange(range: Cidr, value: string, kind: 'ip' | 'cidr'): Read {
  const asked = kind === 'ip' ? formatIp(range.ip) : formatCidr(range)
  return { value, kind, normal: asked, asked, range, special: specialAddress(range) }
}

/** The host of a link, the domain of a mailbox; null for what is nowhere on the Internet (a hash, a CVE). */
function placeOf({ type, value: normal }: Observable, value: string): Read | null {
  if (type === 'hash' || type === 'cve' || type === 'other') return null
  if (type === 'asn')
    return { value, kind: type, normal, asked: normal, range: null, special: specialAsn(Number(normal.slice(2))) }
  const host =
    type === 'url' ? hostOfUrl(normal) : type === 'email' ? normal.slice(normal.lastIndexOf('@') + 1) : normal
  const range = host === null ? null : asCidr(host)
  if (range !== null && (type === 'ip' || type === 'cidr')) return atRange(range, value, type)
  const asked = range === null ? asciiName(host ?? '') : formatIp(range.ip)
  if (host === null || asked === null) return null
  return { value, kind: type, normal, asked, range, special: range === null ? null : specialAddress(range) }
}

/** Octal, hexadecimal, shortened: programs read them as different addresses, so Signet reads them as none. */
const part = String.raw`(?:0x[\da-f]{1,8}|\d{1,12})`
const oddForm = new RegExp(String.raw`^(?:${part}(?:\.${part}){1,3}|0x[\da-f]{1,8}|\d{8,10})$`, 'i')
const plainQuad = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){3}$/
const likeAddress = [
  /^[\d/-]{1,20}\.[\d./-]{1,60}$/,
  /^[\da-f.]{0,40}(?::[\da-f.]{0,40}){3,20}(?:\/\d{0,9})?$/i,
  /^[\da-f:]*::[\da-f:./]*$/i,
]

function problemOf(value: string): SetAsideCode {
  const host = /^[a-z*]{2,6}:\/\/([^/?#:]{1,100})/i.exec(value)?.[1] ?? value.slice(0, longestShown)
  if (/^asn? ?\d+$/i.test(host)) return 'lookup-not-an-asn'
  if (oddForm.test(host) && !plainQuad.test(host)) return 'lookup-odd-address'
  return likeAddress.some((form) => form.test(host)) ? 'lookup-not-an-address' : 'lookup-not-read'
}
