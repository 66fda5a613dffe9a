/** Reads and writes IP addresses and ranges: the one form in which two of them can be compared. */
import { fail, ok, type Result } from '../../kit/result.ts'

/** 16-bit words: two of them for IPv4, eight for IPv6. */
export interface Ip {
  readonly version: 4 | 6
  readonly words: readonly number[]
}

export interface Cidr {
  readonly ip: Ip
  readonly bits: number
}

const widthOf = (ip: Ip): number => ip.words.length * 16

/** Dotted quad or any RFC 4291 form. Octets with a leading zero are refused: some systems read them as octal. */
export function parseIp(text: string): Ip | null {
  if (text.length > 45) return null
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text)
}

const quad = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/

function parseIpv4(text: string): Ip | null {
  if (!quad.test(text)) return null
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number)
  return Math.max(a, b, c, d) > 255 ? null : { version: 4, words: [a * 256 + b, c * 256 + d] }
}

function parseIpv6(text: string): Ip | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map(groupsOf)
  if (head === null || tail === null || head === undefined) return null
  if (tail === undefined) return head.length === 8 ? { version: 6, words: head } : null
  const zeros = 8 - head.length - tail.length
  return zeros < 1 ? null : { version: 6, words: [...head, ...Array.from({ length: zeros }, () => 0), ...tail] }
}

/** The groups of one side of "::"; a dotted quad counts as two of them. */
function groupsOf(side: string): readonly number[] | null {
  if (side === '') return []
  const groups: number[] = []
  for (const group of side.split(':')) {
    const embedded = group.includes('.') ? parseIpv4(group) : null
    if (embedded !== null) groups.push(...embedded.words)
    else if (/^[0-9a-f]{1,4}$/i.test(group)) groups.push(Number.parseInt(group, 16))
    else return null
  }
  return groups
}

/** IPv4 as a dotted quad, IPv6 as RFC 5952 asks (lower case, the longest run of zeros as "::", mapped IPv4 dotted). */
export function formatIp({ version, words }: Ip): string {
  if (version === 4) return quadOf(words)
  const mapped = words.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff
  if (mapped) return `::ffff:${quadOf(words.slice(6))}`
  const hex = words.map((word) => word.toString(16))
  const run = longestZeros(words)
  if (run.length < 2) return hex.join(':')
  return `${hex.slice(0, run.start).join(':')}::${hex.slice(run.start + run.length).join(':')}`
}

const quadOf = (words: readonly number[]): string => words.flatMap((word) => [word >> 8, word & 255]).join('.')

/** The first of the longest runs. */
function longestZeros(words: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 }
  let start = 0
  for (let at = 0; at <= words.length; at++) {
    if (words[at] === 0) continue
    if (at - start > best.length) best = { start, length: at - start }
    start = at + 1
  }
  return best
}

/** "192.0.2.0/24". Host bits are cleared: 192.0.2.7/24 is the same range. */
export function parseCidr(text: string): Cidr | null {
  const [address = '', length = '', more] = text.split('/')
  const ip = parseIp(address)
  if (ip === null || more !== undefined || !/^\d{1,3}$/.test(length) || Number(length) > widthOf(ip)) return null
  const bits = Number(length)
  return { ip: { version: ip.version, words: ip.words.map((word, at) => word & maskOf(bits - at * 16)) }, bits }
}

const maskOf = (bits: number): number => (bits <= 0 ? 0 : bits >= 16 ? 0xffff : (0xffff << (16 - bits)) & 0xffff)

export const formatCidr = ({ ip, bits }: Cidr): string => `${formatIp(ip)}/${bits}`

export const inCidr = (ip: Ip, range: Cidr): boolean =>
  ip.version === range.ip.version &&
  ip.words.every((word, at) => (word & maskOf(range.bits - at * 16)) === range.ip.words[at])

/** RFC 1918, 6598, 4193; loopback and link-local of both versions. */
const privateRanges =
  '10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 fc00::/7 fe80::/10 ::1/128'
    .split(' ')
    .flatMap((range) => parseCidr(range) ?? [])

/** Not reachable over the Internet: it stays in a report and is flagged, because inside its own network it means a machine. */
export function isPrivateAddress(address: string): boolean {
  const ip = parseIp(address.split(/[/%]/, 1)[0] ?? '')
  return ip !== null && privateRanges.some((range) => inCidr(ip, range))
}

/** The address or range in its one form. */
export function normaliseAddress(text: string): Result<{ readonly type: 'ip' | 'cidr'; readonly value: string }, null> {
  const bare = text.replace(/%[\w.-]{1,40}/, '')
  const ip = parseIp(bare)
  if (ip !== null) return ok({ type: 'ip', value: formatIp(ip) })
  const range = parseCidr(bare)
  return range === null ? fail(null) : ok({ type: 'cidr', value: formatCidr(range) })
}
