/** What one line of a free-text report holds: times, addresses with the part they play, ports, links. */
import { extractObservables } from '../observable/extract.ts'
import { refang, withoutMarks } from '../observable/refang.ts'
import type { Side } from './address-roles.ts'
import { portOf } from './event.ts'
import type { ReadEvent } from './fields.ts'
import type { FieldRole } from './field-names.ts'
import { dateIn, epochIn, joinedTimes, spokenDay, type DayBefore } from './joined-times.ts'
import { addressesIn, type FoundAddress } from './line-addresses.ts'
import { endOfLine } from './known-sides.ts'
import { labelOf, longestLine, type Label } from './labels.ts'
import { isAside, isReference, site } from './links.ts'
import { fieldsIn, flowIn, plainPorts } from './log-line.ts'
import { portsIn } from './ports.ts'
import { findTimes, inZone, readTime, type FoundTime, type TimeHints } from './times.ts'
import { anyOf } from './words.ts'
import { zoneOf, type KnownZone } from './zones.ts'

export interface LineFacts {
  readonly label: Label | null
  readonly times: readonly FoundTime[]
  readonly addresses: readonly FoundAddress[]
  readonly sourcePorts: readonly number[]
  readonly destinationPorts: readonly number[]
  readonly protocol: string | null
  readonly urls: readonly string[]
  readonly domains: readonly string[]
  readonly hashes: readonly string[]
  readonly cves: readonly string[]
  /** A date without a clock. */
  readonly day: string | null
  /** "ip:", "port:" set in: what the title above it says holds for it and beyond. */
  readonly underTitle: boolean
  /** Its address is the other end, where somebody else is said to have acted. */
  readonly end: 'affected' | 'device' | null
  /** Its time is when something was over, or was seen last. */
  readonly isLast: boolean
  /** Nothing but white space. */
  readonly blank: boolean
}

/** What the letter around a line tells about it. */
export interface LineContext {
  /** The reporter's own domains: links to them are about the reporter, not about the incident. */
  readonly own: ReadonlySet<string>
  /** Our own mail domains: their names alone say only who we are. */
  readonly ours: ReadonlySet<string>
  readonly hints: TimeHints
  /** The side that a title above gives to the addresses under it. */
  readonly side: Side | null
  /** The day that a heading above gives. */
  readonly day: DayBefore
  /** The end of the line before, where the sentence goes on from it. */
  readonly before: string
  /** What "Port:" means in a report of this kind. */
  readonly portIs: Side
  /** Below the closing words only what was made harmless, or is an address, is evidence. */
  readonly isFoot: boolean
}

export const noFacts: LineFacts = {
  label: null,
  times: [],
  addresses: [],
  sourcePorts: [],
  destinationPorts: [],
  protocol: null,
  urls: [],
  domains: [],
  hashes: [],
  cves: [],
  day: null,
  underTitle: false,
  end: null,
  isLast: false,
  blank: true,
}

/** sshd and its like: "from 192.0.2.5 port 51234" is the port of that address. */
const fromPort =
  /\b(?<from>from |von |desde )(?:(?<four>(?:\d{1,3}\.){3}\d{1,3})|(?<six>[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})),? (?:port|puerto):? (?<port>\d{1,5})\b/gi
/** `ip="192.0.2.1" port="40110"` in a log line: a port so high is that of who connects. */
const pairPort =
  /\b((?:ip|addr|address|client|rhost|rip|remote)=)["']?((?:\d{1,3}\.){3}\d{1,3})["']?[,;]? port=["']?((?:3[3-9]|[4-6]\d)\d{3})\b["']?/gi
/** IPv4 as a program writes it that listens on IPv6. */
const mapped = /(?<![\da-f:])::ffff:(?=\d{1,3}\.\d{1,3}\.)/gi
/** "203 dot 0 dot 113 dot 61", as it is told on the telephone, and "203 . 0 . 113 . 61". */
const spokenAddress = /(?<![\w.])\d{1,3}(?: (?:dot|point|punto|punkt|ponto|punt|\.) \d{1,3}){3}(?![\w.])/gi

/** "Last seen:", "Stop at:", "Fin:": an end where something was said of a beginning; a last attempt is an attempt. */
const lastForm =
  /^[\s>*•|+#-]{0,12}(?:\d{1,2}[.)] )?(?:last|latest|most recent|stop|end|ended|until|zuletzt|letzte[rs]?|ende|bis|fin|fim|fine|hasta|laatste?|einde|[uú]ltim[oa]|derni[eè]re?|jusqu)(?![\p{Ll}])(?! (?:attempt|login|connection|message|intento|mensaje|acceso|tentativ|connexion|versuch|anmeldung|poging))[^:=\n]{0,40}(?:[:=\t]| {3})/iu

/** "Targeted URL:" says that it is the link, wherever it leads. */
const namesLink =
  /^[\s>*•-]{0,12}(?:(?:targeted|target|attacked|requested|source|malicious|phishing|malware|infringing|offending|abused|fraudulent|reported|affected|url) ){0,2}ur[il]s?\s{0,10}[:=]/i

/** Times about the report itself ("reported on", "generated") are not times of the event. */
const aboutReport = new RegExp(String.raw`(?<![\p{L}])(?:${anyOf('aboutReport')})(?![\p{L}])`, 'iu')
/** Names of works, captures and scripts have dots, too. */
const fileName =
  /\.(?:mkv|mp[34]|m4[av]|avi|mpe?g|wmv|webm|flac|epub|mobi|azw3|torrent|nfo|pcap|pcapng|evtx?|ova|vmdk|nse|php\d|locked\d?|encrypted|enc|lnk|part\d{0,3})$/i

/** Told by the words of its own sentence, up to the time next to it. */
function isAboutReport(line: string, { from, to }: FoundTime, times: readonly FoundTime[]): boolean {
  const text = withoutLinks(line)
  if (!aboutReport.test(text)) return false
  if (times.length < 2 || text.length !== line.length) return true
  const start = Math.max(0, ...times.map((other) => (other.to <= from ? other.to : 0)))
  const end = Math.min(line.length, ...times.map((other) => (other.from >= to ? other.from : line.length)))
  const before =
    line
      .slice(start, from)
      .split(/[.!?;)]\s/)
      .at(-1) ?? ''
  const behind = line.slice(to, end).split(/[.!?;]\s|\)/)[0] ?? ''
  return aboutReport.test(`${before} ${line.slice(from, to)} ${behind}`)
}

/** A name with letters around its dot, a link, a hash, a vulnerability, or one of them made harmless. */
const mayHold = /[\p{L}\d-]\.[\p{L}x]{2}|:\/\/|[\da-f]{32}|CVE-|[[({](?:\.|dot|:|punto|punkt|point)/iu

export function factsOf(given: string, context: LineContext): LineFacts {
  const { own, ours, hints, isFoot } = context
  const raw = plainPorts(
    given
      .slice(0, longestLine)
      .replaceAll(mapped, '')
      .replaceAll(spokenAddress, (told) => told.replaceAll(/ \D{1,5} /g, '.')),
  )
  const line = /[[({]|h(?:xx|\*\*|tt)p|\uE000/i.test(raw) ? withoutMarks(refang(raw)) : raw
  if (line.trim() === '') return noFacts
  const label = labelOf(line)
  const fields = fieldsIn(line, hints)
  const times = isFoot ? [] : timesOf(line, label, fields, context)
  const untimed = times.reduce((so, { from, to }) => so.slice(0, from) + ' '.repeat(to - from) + so.slice(to), line)
  const rest = untimed
    .replaceAll(pairPort, '$1$2:$3')
    .replaceAll(fromPort, (_, from: string, four: string | undefined, six: string | undefined, port: string) =>
      four === undefined ? `${from}[${six ?? ''}]:${port}` : `${from}${four}:${port}`,
    )
  // Most lines of a log hold nothing for it, and it is the dearest step.
  const observables = mayHold.test(raw) ? extractObservables(raw) : []
  const of = (type: string): readonly string[] =>
    observables.filter((one) => one.type === type && (!isFoot || one.defanged)).map(({ value }) => value)
  const harmless = new Set(observables.filter(({ defanged }) => defanged).map(({ value }) => value))
  const mails = new Set(
    [...line.matchAll(/@([\w.-]{3,200})/g)].map(([, host = '']) => host.toLowerCase().replace(/\.$/, '')),
  )
  const isEvidence = !/^(?:ticket|category|other-time)$/.test(label?.role ?? '')
  return {
    label,
    times: label?.role === 'other-time' ? [] : times.filter((time) => !isAboutReport(line, time, times)),
    ...(fields === null
      ? endsIn(withoutLinks(rest), label, { ...context, side: sideOf(line, label, context) })
      : endsOf(fields)),
    urls: [
      ...of('url').filter((url) => harmless.has(url) || namesLink.test(line) || !isAside({ line, url, own })),
      ...redactedLink(line),
    ],
    domains: of('domain').filter(
      (domain) =>
        harmless.has(domain) ||
        (isEvidence &&
          !mails.has(domain) &&
          !fileName.test(domain) &&
          !(ours.has(domain) && !/domain|domin|dom[aä]/i.test(line)) &&
          !own.has(site(domain)) &&
          !isReference(domain)),
    ),
    hashes: isEvidence || label?.role === 'category' ? of('hash').filter((hash) => !isIdentifier(line, hash)) : [],
    cves: of('cve'),
    day:
      times.length > 0 || isFoot || aboutReport.test(line) || label?.role === 'other-time'
        ? null
        : (dateIn(line) ?? spokenDay(line, context.day.sentAt)),
    underTitle: setIn.test(line),
    end: endOfLine(line),
    isLast: lastForm.test(line),
    blank: false,
  }
}

/** Fields of a log line first; a zone in the name of a label ("Added (UTC):") is that of its time. */
function timesOf(
  line: string,
  label: Label | null,
  fields: ReadEvent | null,
  { hints, day }: LineContext,
): readonly FoundTime[] {
  if (fields?.time !== undefined && fields.time !== null) return [{ ...fields.time, from: 0, to: 0 }]
  const whole = findTimes(line, hints)
  const found =
    whole.length > 0 || label?.role === 'date' || label?.role === 'clock' ? whole : joinedTimes(line, hints, day)
  const zone = zoneIn(/^[^:=]{2,60}[):=]/.exec(line)?.[0] ?? '')
  if (found.length > 0) return found.map((time) => ({ ...time, ...inZone(time, zone) }))
  const isColumn = /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d|[\da-f]:[\da-f]{0,4}:/i.test(line)
  const epoch = label?.role === 'time' ? readTime(label.value) : isColumn ? epochIn(line) : null
  const from = epoch === null ? 0 : line.indexOf(epoch.atText)
  return epoch === null ? [] : [{ ...epoch, from, to: from + epoch.atText.length }]
}

function zoneIn(name: string): KnownZone | null {
  if (/_(?:utc|gmt)\s{0,5}[:=]$/i.test(name)) return { minutes: 0 }
  const text = /\(((?:UTC|GMT)(?: ?[+-]\d{1,2}(?::\d{2})?)?|[A-Z]{3,5}|[+-]\d{2}:?\d{2})\)/.exec(name)?.[1]
  const zone = text === undefined ? null : zoneOf(text)
  return zone === 'ambiguous' ? null : zone
}

type Ends = Pick<LineFacts, 'addresses' | 'sourcePorts' | 'destinationPorts' | 'protocol'>

const endsOf = ({ event }: ReadEvent): Ends => ({
  addresses: [
    ...event.sourceIps.map((value) => ({ value, role: 'source' as const, labelled: true, port: null })),
    ...event.destinationIps.map((value) => ({ value, role: 'destination' as const, labelled: true, port: null })),
  ],
  sourcePorts: event.sourcePorts,
  destinationPorts: event.destinationPorts,
  protocol: event.protocol,
})

const noPorts = { sourcePorts: [], destinationPorts: [] }

function endsIn(line: string, label: Label | null, { own, side, before, portIs }: LineContext): Ends {
  const flow = flowIn(line)
  const ports = portsOf(line, label, side !== null && setIn.test(line) ? side : portIs)
  if (flow === null) return { addresses: addressesIn(line, { own, side, before }), ...ports }
  return {
    addresses: [
      { value: flow.source, role: 'source', labelled: true, port: flow.sourcePort },
      { value: flow.destination, role: 'destination', labelled: true, port: flow.destinationPort },
    ],
    ...(flow.sourcePort === null || flow.destinationPort === null ? ports : { ...noPorts, protocol: ports.protocol }),
  }
}

/** "ip: 192.0.2.1" under "destination:" has the side of its title, not one of its own. */
const plainAddress = /^[\s>*•-]{0,20}["']?(?:ip|ipv[46]|addr|address|ip[ _-]?address|host|value)["']?\s{0,5}[:=]/i

const setIn =
  /^[> ]{0,8}\s{2,20}["']?(?:ip|ipv[46]|addr|address|ip[ _-]?address|host|value|port|ports|proto|protocol|asn|hostname|country|cc)["']?\s{0,5}[:=]/i

const sideOf = (line: string, label: Label | null, { side }: LineContext): Side | null =>
  side !== null && plainAddress.test(line)
    ? side
    : label?.role === 'source' || label?.role === 'destination'
      ? label.role
      : side

const portSides: Readonly<Partial<Record<FieldRole, (portIs: Side) => Side>>> = {
  'source-port': () => 'source',
  'destination-port': () => 'destination',
  'service-port': (portIs) => portIs,
}

/** A number behind "Port:" alone, and a list of them, belong to the label; else the words of the line tell. */
function portsOf(line: string, label: Label | null, portIs: Side): Omit<Ends, 'addresses'> {
  const found = portsIn(line)
  const side = label === null ? null : (portSides[label.role]?.(portIs) ?? null)
  if (side === null || label === null) return found
  const ports = [...label.value.slice(0, 400).matchAll(/(?<![\d.])\d{1,5}(?![\d:]|\.\d)/g)].flatMap(
    ([text]) => portOf(text) ?? [],
  )
  return {
    sourcePorts: side === 'source' ? ports : [],
    destinationPorts: side === 'destination' ? ports : [],
    protocol: found.protocol,
  }
}

/** "Targeted URL: http://[host removed]/wp-login.php": what is left of the link is what the log has to be searched for. */
const redactedLink = (line: string): readonly string[] =>
  [/\bur[il]\b ?: {0,4}(https?:\/\/\[[^\]]{1,80}\][^\s]{0,500})/i.exec(line)?.[1]].flatMap((link) => link ?? [])

/** Numbers of reports, sessions and certificates have the length of a hash. */
const isIdentifier = (line: string, hash: string): boolean =>
  /(?:\b(?:id|uuid|token|session|ticket|case|report|reference|ref|node|serial|cookie|nonce|signature|thumbprint|certificate|fingerprint|ja3s?|user|machine)\b|\bid)[^:=]{0,12}[:=#]?\s{0,4}["'[(]?$/i.test(
    line.slice(0, Math.max(0, line.toLowerCase().indexOf(hash.toLowerCase()))).slice(-60),
  ) && !/\b(?:md5|sha-?\d{1,3}|hash|file)\b/i.test(line)

/** An address in a link belongs to the link. */
const withoutLinks = (line: string): string => line.replaceAll(/\b\w{2,6}:\/\/[^\s]{1,2000}/g, ' link ')
