/** What one line of a free-text report holds: times, addresses with the part they play, ports, links. */
import { formatCidr, formatIp, parseCidr, parseIp } from '../observable/ip-address.ts'
import { hostOfUrl } from '../observable/normalise.ts'
import { extractObservables } from '../observable/extract.ts'
import { refang, withoutMarks } from '../observable/refang.ts'
import { portOf, protocolOf } from './event.ts'
import { findTimes, type FoundTime } from './times.ts'

export interface FoundAddress {
  readonly value: string
  readonly role: 'source' | 'destination'
  /** Said to be one or the other, not only taken for it. */
  readonly labelled: boolean
  readonly port: number | null
}

export interface LineFacts {
  readonly times: readonly FoundTime[]
  readonly addresses: readonly FoundAddress[]
  readonly sourcePorts: readonly number[]
  readonly destinationPorts: readonly number[]
  readonly protocol: string | null
  readonly urls: readonly string[]
  readonly domains: readonly string[]
  readonly hashes: readonly string[]
  readonly cves: readonly string[]
  /** Nothing but white space. */
  readonly blank: boolean
}

export const longestLine = 4_000

export const noFacts: LineFacts = {
  times: [],
  addresses: [],
  sourcePorts: [],
  destinationPorts: [],
  protocol: null,
  urls: [],
  domains: [],
  hashes: [],
  cves: [],
  blank: true,
}

/** sshd and its like: "from 192.0.2.5 port 51234" is the port of that address. */
const fromPort = /\b(from (?:\d{1,3}\.){3}\d{1,3}),? port:? (\d{1,5})\b/gi

/** Times about the report itself ("reported on", "generated") are not times of the event. */
const aboutReport =
  /\b(?:reported (?:to|on|at)|report (?:date|range|generated|created)|generated (?:on|at)|sent (?:on|at)|received your|status: ?as of|as of|printed|last update[d]?|valid until|expires?)\b/i

/** `own` are the reporter's own domains: links to them are about the reporter, not about the incident. */
export function factsOf(raw: string, own: ReadonlySet<string>): LineFacts {
  const line = withoutMarks(refang(raw.slice(0, longestLine)))
  if (line.trim() === '') return noFacts
  const times = findTimes(line)
  const untimed = times.reduce((so, { from, to }) => so.slice(0, from) + ' '.repeat(to - from) + so.slice(to), line)
  const rest = untimed.replaceAll(fromPort, '$1:$2')
  // Most lines of a log hold nothing for it, and it is the dearest step.
  const observables = /[./]|[0-9a-f]{32}|CVE/i.test(rest) ? extractObservables(raw.slice(0, longestLine)) : []
  const of = (type: string): readonly string[] =>
    observables.filter((one) => one.type === type).map(({ value }) => value)
  const hostile = observables.some(({ defanged }) => defanged)
  return {
    times: aboutReport.test(line) ? [] : times,
    addresses: addressesIn(withoutLinks(rest)),
    ...portsIn(rest),
    protocol: protocolIn(rest),
    urls: [
      ...of('url').filter((url) => hostile || !(isOwn(hostOfUrl(url) ?? '', own) || isAside(line, url))),
      ...redactedLink(line),
    ],
    domains: of('domain').filter((domain) => hostile || !isOwn(domain, own)),
    hashes: of('hash'),
    cves: of('cve'),
    blank: false,
  }
}

/** "Targeted URL: http://[host removed]/wp-login.php": what is left of the link is what the log has to be searched for. */
const redactedLink = (line: string): readonly string[] =>
  [/\bur[il]\b ?: {0,4}(https?:\/\/\[[^\]]{1,80}\][^\s]{0,500})/i.exec(line)?.[1]].flatMap((link) => link ?? [])

/** Links that help the reader: a sender's home page in brackets, a manual, a way to unsubscribe. */
const isAside = (line: string, url: string): boolean =>
  (/^\w+:\/\/[^/]+\/?$/.test(url) && line.includes(`(${url}`)) ||
  /\b(?:more (?:information|details|info)|for information|further information|please (?:visit|see|go to|contact)|visit(?: us)?|unsubscribe|opt[- ]?out|guidelines?|specification|schema|documentation|contact us|user-agent|m[aá]s informaci[oó]n|weitere informationen|plus d'informations?)\b/i.test(
    line.slice(0, 500),
  )

const isOwn = (host: string, own: ReadonlySet<string>): boolean => own.has(site(host))

/** The last two labels: near enough to tell whose link it is, without a list of public suffixes; three under "co.uk" and the like. */
export function site(host: string): string {
  const labels = host.toLowerCase().split('.')
  const short =
    /^(?:co|com|org|net|gov|ac|edu|gob|nom)$/.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2
  return labels.slice(short ? -3 : -2).join('.')
}

/** An address in a link belongs to the link. */
const withoutLinks = (line: string): string =>
  line.replaceAll(/\b\w{2,6}:\/\/[^\s]{1,2000}/g, (link) => ' '.repeat(link.length))

const candidate =
  /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}\]?)(?::(\d{1,5})\b|(\/\d{1,3})\b)?(?![\w]|\.\d)/gi

function addressesIn(line: string): readonly FoundAddress[] {
  const found: FoundAddress[] = []
  for (const match of line.matchAll(candidate)) {
    const text = match[0].startsWith('[') ? match[0].replace(/\](?::\d{1,5})?$/, '').slice(1) : match[0]
    const range = match[2] === undefined ? null : parseCidr(text)
    const whole = parseIp(text)
    const ip = whole ?? parseIp(text.replace(/:\d{1,5}$|\/\d{1,3}$/, ''))
    const before = line.slice(Math.max(0, match.index - 40), match.index)
    if (
      ip === null ||
      ip.words.every((word) => word === 0) ||
      /\b(?:version|ver|v|release|firefox|chrome)[ :/]{0,3}$/i.test(before)
    )
      continue
    const port = whole === null || text !== match[0] ? portOf(match[1] ?? '') : null
    found.push({
      value: range === null ? formatIp(ip) : formatCidr(range),
      ...roleBy(before, found.at(-1)?.role ?? null),
      port,
    })
  }
  return found
}

const destinationWords =
  /(?:\b(?:dst|dest|destination|target(?:ed|s)?|victim|attack(?:ed|ing|s)?|scann(?:ed|ing)|scans|prob(?:ed|ing)|flood(?:ed|ing)|connected|contacted|daddr|towards|to|against|destino|hacia|ziel|vers|c2|c&c|cnc|sinkhole)\b[ _-]{0,2}(?:ip|ips|address|host|server|system|range|network)?(?: is)?|->|=>|\u2192)[\s:=*"'([]{0,6}$/i
const sourceWords =
  /\b(?:src|source|saddr|from|attacker|attacking|offending|client|infected|origen|desde|quelle|von|origin|abusive|bot|your (?:server|customer|host|ip|client|network))\b[ _/-]{0,2}(?:source|with the|ip|ips|address|host)?[ _]{0,2}(?:ip|address)?(?: is)?[\s:=*"'([]{0,6}$/i

/** "attacked our web server 203.0.113.20": theirs, so not the source. */
const theirs = /\b(?:our|my|nuestr[oa]s?|notre|nos|unser\w{0,3})(?:\s{1,2}[\w-]{1,20}){0,4}[\s:(['"]{0,6}$/i

function roleBy(before: string, last: FoundAddress['role'] | null): Pick<FoundAddress, 'role' | 'labelled'> {
  if (destinationWords.test(before) || theirs.test(before)) return { role: 'destination', labelled: true }
  if (sourceWords.test(before)) return { role: 'source', labelled: true }
  return { role: last ?? 'source', labelled: false }
}

const portForms =
  /\b(?<side>src|source|source[ _-]?ip|s|sport|spt|dst|dest|destination|target(?:ed)?|d|dport|dpt|local|remote)?[ _.-]{0,2}(?:ports?|pt|puerto)\b[ ]{0,3}(?:number )?(?<tail>(?:de )?(?:destino|origen|destination|source)\b[ ]{0,2})?[:=#]?[ ]{0,3}(?<port>\d{1,5})(?!\d|[.:]\d)/gi
const shortForms = /\b(?<side>spt|dpt|sport|dport)[:=](?<port>\d{1,5})(?!\d|[.:]\d)/gi

/** "port 22" alone is taken for the port that was attacked, as it is in most reports of attacks. */
function portsIn(line: string): Pick<LineFacts, 'sourcePorts' | 'destinationPorts'> {
  const sourcePorts: number[] = []
  const destinationPorts: number[] = []
  for (const { groups } of [...line.matchAll(portForms), ...line.matchAll(shortForms)]) {
    const port = portOf(groups?.['port'] ?? '')
    if (port !== null)
      (/^(?:s|o|de o)/i.test(groups?.['side'] ?? groups?.['tail'] ?? '') ? sourcePorts : destinationPorts).push(port)
  }
  return { sourcePorts, destinationPorts }
}

function protocolIn(line: string): string | null {
  const labelled = /\b(?:protocol|proto|protocolo|service|servicio)\b[ ]{0,3}[:=][ ]{0,3}"?([A-Za-z0-9]{2,8})\b/i.exec(
    line,
  )?.[1]
  const transport = /\b(TCP|UDP|ICMP|SCTP)\b/i.exec(line)?.[1]
  return protocolOf(labelled ?? '') ?? protocolOf(transport ?? '')
}
