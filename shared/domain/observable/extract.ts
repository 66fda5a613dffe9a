/** Finds observables in running text: mails, logs, pasted lists. Linear in the length of the text, whatever it holds. */
import { isPrivateAddress } from './ip-address.ts'
import { recognise } from './normalise.ts'
import type { Observable } from './observable.ts'
import { refang, refangMark, withoutMarks } from './refang.ts'

export interface FoundObservable extends Observable {
  /** 1-based line of its first mention. */
  readonly line: number
  /** The sender had made it harmless ("hxxp", "[.]"). */
  readonly defanged: boolean
  /** A private, loopback or link-local address: kept, because it may be the incident. */
  readonly private: boolean
}

/** Beyond these the rest is not looked at; a caller that gets this many says so. */
export const observableLimit = 10_000
export const observableTextLimit = 5_000_000
const longestWord = 2_083

/** Each observable once, in order of first mention. */
export function extractObservables(text: string): readonly FoundObservable[] {
  const found = new Map<string, FoundObservable>()
  let armoured = false
  let before = ''
  let line = 0
  for (const raw of refang(text.slice(0, observableTextLimit)).split('\n')) {
    line += 1
    if (raw.startsWith('-----BEGIN PGP')) armoured = !raw.startsWith('-----BEGIN PGP SIGNED')
    if (!armoured) {
      for (const observable of inLine(raw, before)) {
        const key = `${observable.type}:${observable.value}`
        if (!found.has(key)) found.set(key, { ...observable, line })
        if (found.size >= observableLimit) return [...found.values()]
      }
    }
    if (raw.startsWith('-----END PGP')) armoured = false
    before = raw.length > 200 ? '' : raw
  }
  return [...found.values()]
}

type InLine = Omit<FoundObservable, 'line'>

/** Identifiers of messages look like addresses of people and are none. */
const idLine = /^\s{0,8}(?:message-id|references|in-reply-to|content-id|report-id)\s{0,3}:/i

function* inLine(line: string, before: string): Generator<InLine> {
  if (idLine.test(line)) return
  let last = ''
  for (const { 0: word, index } of line.matchAll(/[^\s<>"`|\\^{}«»“”]{3,}/g)) {
    if (word.length <= longestWord) {
      const context = `${before} ${line.slice(Math.max(0, index - 200), index)}`
      for (const observable of inWord(word, last)) if (!isFingerprint(observable, context)) yield observable
    }
    last = word
  }
}

/** Fingerprints of keys and of programs have the length of a hash of a file; the words around them tell. */
function isFingerprint({ type, value }: Observable, context: string): boolean {
  if (type !== 'hash' || value.length === 128) return false
  if (/\b(?:md5|sha-?(?:1|256))\b/i.test(context)) return false
  return /fingerprint|huella|fingerabdruck|empreinte|impress[ãa]o digital|\bpgp|\bgpg|openpgp|\bkey\b|\bclave\b|\bcommit\b/i.test(
    context,
  )
}

const toInLine = (observable: Observable, defanged: boolean): InLine => ({
  ...observable,
  defanged,
  private: (observable.type === 'ip' || observable.type === 'cidr') && isPrivateAddress(observable.value),
})

/** A link where there is one; what stands before it ("url=", "[") and what is no link goes piece by piece. */
function* inWord(word: string, last: string): Generator<InLine> {
  const link = /(?:https?|ftps?|sftp|fxps?|wss?):\/\//i.exec(word)
  if (link === null) {
    yield* inPieces(word, last)
    return
  }
  if (link.index > 0) yield* inPieces(word.slice(0, link.index), last)
  const [url, rest] = cutLink(word.slice(link.index))
  const found = recognise(withoutMarks(url), true)
  if (found !== null) yield toInLine(found, word.includes(refangMark))
  if (rest !== '') yield* inPieces(rest, '')
}

/** A link ends before a closing bracket that it has not opened, before "[", and without the punctuation of its sentence. */
function cutLink(text: string): readonly [string, string] {
  let depth = 0
  let end = text.length
  const host = /^\w{2,6}:\/\/(?:\[[0-9a-f:.]{2,45}\])?/i.exec(text)?.[0].length ?? 0
  for (let at = host; at < text.length; at++) {
    const char = text[at]
    if (char === '(') depth += 1
    const closes = char === ')' && --depth < 0
    if (closes || char === ']' || char === ';' || char === '[') {
      end = at
      break
    }
  }
  const url = text.slice(0, end).replace(/[.,:!?'*_]{1,10}$/, '')
  return [url, text.slice(end)]
}

const versionWord = /^\W{0,3}(?:version|versión|ver|v|release|build|firmware|kernel)\W{0,3}$/i

function* inPieces(word: string, last: string): Generator<InLine> {
  const defanged = word.includes(refangMark)
  for (const { 0: raw } of withoutMarks(word).matchAll(/[\p{L}\p{N}._:@%+/-]{3,}/gu)) {
    const piece = raw.replace(/^[.:/@%+-]{1,5}(?![:])/, '').replace(/(?<!:)[.:/@%+_-]{1,5}$/, '')
    const observable = pieceOf(piece, defanged)
    if (observable === null || (observable.type === 'ip' && versionWord.test(last) && !defanged)) continue
    yield toInLine(observable, defanged)
  }
}

/** The piece itself, or what stands in it before a port or a path, or behind a label ("ip:192.0.2.1", "tcp/192.0.2.1"). */
function pieceOf(piece: string, certain: boolean): Observable | null {
  const whole = recognise(piece, certain)
  if (whole !== null) return whole
  const [head = '', tail = ''] = piece.split(/[:/]/, 2)
  const first = recognise(head, certain)
  if (first !== null) return first
  const [from = ''] = piece.split('-', 1)
  const range = /^\d/.test(from) ? recognise(from, false) : null
  if (range?.type === 'ip') return range
  return isLabel(head) && tail !== ''
    ? (recognise(piece.slice(head.length + 1), certain) ?? recognise(tail, certain))
    : null
}

const isLabel = (head: string): boolean =>
  /^(?:ip|ipv4|ipv6|src|dst|source|target|host|domain|url|mailto|email|tcp|udp|icmp|md5|sha-?1|sha-?256|sha-?512|client|addr|address)$/i.test(
    head,
  )
