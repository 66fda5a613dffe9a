/** Makes, merges and compares the events of a report. */
import { recognise } from '../observable/normalise.ts'
import { refang, withoutMarks } from '../observable/refang.ts'
import type { ReportEvent } from './report-reading.ts'

/** More than these are not read, and the reading says so. */
export const eventLimit = 10_000

export const noEvent: ReportEvent = {
  at: null,
  atText: null,
  zoneKnown: false,
  sourceIps: [],
  sourcePorts: [],
  protocol: null,
  destinationIps: [],
  destinationPorts: [],
  urls: [],
  domains: [],
  hashes: [],
  cves: [],
  lines: null,
}

export const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...new Set([...a, ...b])]

/** Puts a value where it belongs by what it is; what is nothing known is left out. `role` decides for addresses only. */
export function withValue(event: ReportEvent, given: string, role: 'source' | 'destination'): ReportEvent {
  const found = recognise(withoutMarks(refang(given.trim().slice(0, 2_083))), true)
  switch (found?.type) {
    case 'ip':
    case 'cidr': {
      const key = role === 'source' ? 'sourceIps' : 'destinationIps'
      return { ...event, [key]: union(event[key], [found.value]) }
    }
    case 'url':
      return { ...event, urls: union(event.urls, [found.value]) }
    case 'domain':
      return { ...event, domains: union(event.domains, [found.value]) }
    case 'hash':
      return { ...event, hashes: union(event.hashes, [found.value]) }
    case 'cve':
      return { ...event, cves: union(event.cves, [found.value]) }
    case 'email':
    case 'asn':
    case 'other':
    case undefined:
      return event
  }
}

export function withPort(event: ReportEvent, given: string, role: 'source' | 'destination'): ReportEvent {
  const port = portOf(given)
  if (port === null) return event
  const key = role === 'source' ? 'sourcePorts' : 'destinationPorts'
  return { ...event, [key]: union(event[key], [port]) }
}

/** 1 to 65535; 0 is "none" in reports. */
export function portOf(given: string): number | null {
  const port = /^\s{0,5}(\d{1,5})(?:\/(?:tcp|udp))?\s{0,5}$/i.exec(given)?.[1]
  return port === undefined || Number(port) < 1 || Number(port) > 65_535 ? null : Number(port)
}

const protocols = new Set(
  'tcp udp icmp icmpv6 sctp gre http https ssh smtp smtps imap imaps pop3 pop3s ftp ftps sip sips rdp smb telnet vnc dns ntp snmp ldap mysql mssql rtsp'.split(
    ' ',
  ),
)

/** Transport protocols and those that a service is known by. "6" and "17" are TCP and UDP in flow records. */
export function protocolOf(given: string): string | null {
  const name = given.trim().toLowerCase()
  if (name === '6') return 'tcp'
  if (name === '17') return 'udp'
  return protocols.has(name) ? name : null
}

export const isEmpty = (event: ReportEvent): boolean =>
  [event.sourceIps, event.destinationIps, event.urls, event.domains, event.hashes, event.cves].every(
    (all) => all.length === 0,
  )

/**
 * One event that is told twice (two attachments with two clocks) is one: same instant and same sources, and no ports that
 * contradict each other. Two hits at one second on two ports stay two.
 */
export function mergeSame(events: readonly ReportEvent[]): readonly ReportEvent[] {
  const merged = new Map<string, ReportEvent>()
  for (const event of events) {
    const told = [event.at ?? event.atText, event.sourceIps, event.sourcePorts, event.urls].join('|')
    const key = isElsewhere(merged.get(told), event) ? `${told}|${event.destinationIps.join('|')}` : told
    const same = merged.get(key)
    merged.set(key, same === undefined ? event : mergeTwo(same, event))
  }
  return [...merged.values()]
}

/** One port may knock at two machines in one second. */
const isElsewhere = (known: ReportEvent | undefined, { destinationIps }: ReportEvent): boolean =>
  known !== undefined &&
  known.destinationIps.length > 0 &&
  destinationIps.length > 0 &&
  !destinationIps.some((ip) => known.destinationIps.includes(ip))

const things = ['sourceIps', 'destinationIps', 'urls', 'domains', 'hashes', 'cves'] as const
const portsOf = ({ sourcePorts, destinationPorts }: ReportEvent): readonly number[] => [
  ...sourcePorts,
  ...destinationPorts,
]
/** A letter says little before its log; more without a time are a list. */
const mostEchoes = 20

/** What a letter says of a log below it, and the log says with its time: all of it stands in one of the others. */
export function withoutEchoes(events: readonly ReportEvent[]): readonly ReportEvent[] {
  const [timeless, timed] = [
    events.filter(({ atText }) => atText === null),
    events.filter(({ atText }) => atText !== null),
  ]
  if (timeless.length === 0 || timeless.length > mostEchoes) return events
  const echoes = new Set(timeless.filter((event) => timed.some((other) => holdsAllOf(other, event))))
  return echoes.size === 0 ? events : events.filter((event) => !echoes.has(event))
}

const holdsAllOf = (all: ReportEvent, some: ReportEvent): boolean =>
  (some.protocol === null || some.protocol === all.protocol) &&
  things.every((key) => some[key].every((one) => all[key].includes(one))) &&
  portsOf(some).every((port) => portsOf(all).includes(port))

/** All of both; the time of the first, where it has one. */
export const mergeInto = (a: ReportEvent, b: ReportEvent): ReportEvent => ({
  ...mergeTwo(a, b),
  ...(a.atText === null ? { at: b.at, atText: b.atText, zoneKnown: b.zoneKnown } : {}),
  sourceIps: union(a.sourceIps, b.sourceIps),
  sourcePorts: union(a.sourcePorts, b.sourcePorts),
  urls: union(a.urls, b.urls),
})

const mergeTwo = (a: ReportEvent, b: ReportEvent): ReportEvent => ({
  ...a,
  zoneKnown: a.zoneKnown || b.zoneKnown,
  protocol: a.protocol ?? b.protocol,
  destinationIps: union(a.destinationIps, b.destinationIps),
  destinationPorts: union(a.destinationPorts, b.destinationPorts),
  domains: union(a.domains, b.domains),
  hashes: union(a.hashes, b.hashes),
  cves: union(a.cves, b.cves),
  lines:
    a.lines === null || b.lines === null
      ? a.lines
      : [Math.min(a.lines[0], b.lines[0]), Math.max(a.lines[1], b.lines[1])],
})
