/** Reads the notations of logs in which ports and ends of a connection are written: firewalls, routers, packet dumps, flows. */
import { formatIp, parseIp } from '../observable/ip-address.ts'
import { portOf } from './event.ts'
import { eventOf, type Fields, type ReadEvent } from './fields.ts'
import { roleOf } from './field-names.ts'
import type { TimeHints } from './times.ts'

const four = String.raw`(?:\d{1,3}\.){3}\d{1,3}`

/** tcpdump: "IP 192.0.2.1.53 > 198.51.100.1.4242:" */
const dotted = new RegExp(String.raw`(?<![\d.])(${four})\.(\d{1,5}) > (${four})\.(\d{1,5})(?![\d.])`, 'g')
/** The other end made unreadable: "198.51.100.x.27015". */
const masked = new RegExp(
  String.raw`(?<![\d.])(${four})\.(\d{1,5}) > (?:\d{1,3}\.){1,3}(?:[xX*]{1,3}\.){1,3}(\d{1,5})(?![\d.])`,
  'g',
)
const bracketed = new RegExp(String.raw`\[(${four})\]:(\d{1,5})\b`, 'g')
/** "Ip:2001:db8::1" */
const labelledSix =
  /\b(ip|ipv6|addr|address|host|src|dst|source|client|target|from|to)[:=](?=[\da-f]{1,4}:[\da-f:]{2,40}(?![\w.]))/gi
/** Cisco: "outside:192.0.2.1/4431", "192.0.2.1(4431)" */
const zoned = /(?<![:.\da-f][\da-f]{0,4})\b([A-Za-z][\w-]{1,20}):(?=\d{1,3}\.\d{1,3}\.\d)/g
const inParentheses = new RegExp(String.raw`(?<![\d.])(${four})\((\d{1,5})\)`, 'g')
const slashed = new RegExp(String.raw`(?<![\d./])(${four})\/(\d{1,5})(?![\d./])`, 'g')

/** Every notation brought to "address:port". */
export function plainPorts(line: string): string {
  let plain = line.includes('[:]//') ? line.replaceAll('[:]//', '://') : line
  if (/\]:\d/.test(plain)) plain = plain.replaceAll(bracketed, '$1:$2')
  if (/[a-z][:=][\da-f]{1,4}:/i.test(plain)) plain = plain.replaceAll(labelledSix, '$1 ')
  if (plain.includes(' > ')) plain = plain.replaceAll(masked, '$1:$2 -> dst port $3')
  if (plain.includes(' > ')) plain = plain.replaceAll(dotted, '$1:$2 -> $3:$4')
  if (/[A-Za-z]:\d{1,3}\./.test(plain)) plain = plain.replaceAll(zoned, '$1 ')
  if (/\d\(\d/.test(plain)) plain = plain.replaceAll(inParentheses, '$1:$2')
  if (!/\d\/\d{1,5}/.test(plain)) return plain
  // The longest mask is 32: a greater number behind the slash is a port, and those beside it are ports, too.
  const arePorts = [...plain.matchAll(slashed)].some(([, , port]) => Number(port) > 32)
  return arePorts ? plain.replaceAll(slashed, '$1:$2') : plain
}

export interface Flow {
  readonly source: string
  readonly sourcePort: number | null
  readonly destination: string
  readonly destinationPort: number | null
}

const end = String.raw`\[?(${four}|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7})\]?(?:[:#](\d{1,5}))?`
const flow = new RegExp(String.raw`(?<![\w.:])${end}\s{0,12}(?:-{1,2}>|=>|>{1,2}|\u2192|→)\s{0,12}${end}(?![\w]|\.\d)`)

const row = new RegExp(
  String.raw`(?<![\w.:])(${four}|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7})[\t |,;]{1,20}(\d{1,5})[\t |,;=>-]{1,20}(${four}|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7})[\t |,;]{1,20}(\d{1,5})(?![\w.:])`,
)

/** Both addresses first, then both ports: "192.0.2.1,203.0.113.1,51515,23". */
const paired = new RegExp(
  String.raw`(?<![\w.:])(${four})[\t |,;]{1,20}(${four})[\t |,;]{1,20}(\d{1,5})[\t |,;]{1,20}(\d{1,5})(?![\w.:])`,
)
const ported = new RegExp(String.raw`(?<![\w.:])(${four}):(\d{1,5})[\t |,;]{1,30}(${four}):(\d{1,5})(?![\w.:])`)
const spoken = new RegExp(
  String.raw`\bfrom\b[^\d\n]{1,40}?\b(${four})\b[^\d\n]{1,20}\bport\b\W{0,3}(\d{1,5})\b[^\n]{1,80}?\b(?:to|against|towards)\b[^\d\n]{1,40}?\b(${four})\b[^\d\n]{1,40}\bport\b\W{0,3}(\d{1,5})\b`,
  'i',
)

/** "192.0.2.1:53 -> 198.51.100.1:4242": whatever else the line holds, these are its two ends. */
export function flowIn(given: string): Flow | null {
  const line = given.includes('","') ? given.replaceAll('"', '') : given
  const [, first = '', second = '', firstPort = '', secondPort = ''] = paired.exec(line) ?? []
  if (first !== '') return flowOf(first, firstPort, second, secondPort)
  const [, from = '', fromPort = '', to = '', toPort = ''] =
    row.exec(line) ?? ported.exec(line) ?? spoken.exec(line) ?? flow.exec(line) ?? []
  return flowOf(from, fromPort, to, toPort)
}

function flowOf(from: string, fromPort: string, to: string, toPort: string): Flow | null {
  const [one, two] = [parseIp(from), parseIp(to)]
  return one === null || two === null
    ? null
    : {
        source: formatIp(one),
        sourcePort: portOf(fromPort),
        destination: formatIp(two),
        destinationPort: portOf(toPort),
      }
}

const pair = /(?<![\w.-])([A-Za-z][\w.-]{1,30})=(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"',;]{1,500}))/g

/** "srcip=192.0.2.1 dstport=22 proto=6": a line of fields, where at least three of them have a known name and one an address. */
export function fieldsIn(line: string, hints: TimeHints): ReadEvent | null {
  if (!line.includes('=')) return null
  const fields: Fields = [...line.matchAll(pair)].map(
    ([, name = '', quoted, single, bare]) => [name, quoted ?? single ?? bare ?? ''] as const,
  )
  const roles = fields.map(([name]) => roleOf(name))
  const known = roles.filter((role) => role !== undefined && role !== 'category').length
  const both = roles.includes('source') && roles.includes('destination')
  if ((known < 3 && !both) || !roles.some((role) => role === 'source' || role === 'destination')) return null
  const read = eventOf(
    fields.filter(([name]) => !/^(?:type|host|hostname|devname|url|domain)$/i.test(name)),
    { zone: null, hints, portIs: 'destination' },
  )
  return read.event.sourceIps.length + read.event.destinationIps.length === 0 ? null : read
}
