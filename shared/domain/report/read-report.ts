/** Reads a report out of a message: by its structure where it has one, by pattern where it was written for people. Never throws. */
import { isPrivateAddress } from '../observable/ip-address.ts'
import { saying, type Saying } from '../../words/say.ts'
import { completenessOf } from './completeness.ts'
import { eventLimit, mergeSame, noEvent, union, withoutEchoes } from './event.ts'
import { holdsLog, linksIn, readFreeText, timesIn } from './free-text.ts'
import type { ReportEvent, ReportReading } from './report-reading.ts'
import type { ReportPart, ReportSource } from './report-source.ts'
import { proposeRsit, type ProposedClass } from './rsit.ts'
import { readStructured, readWords, statedIn } from './read-words.ts'
import type { Stated, Structured } from './structured.ts'
import { isUrgent, ticketIn, ticketInText } from './subject.ts'
import { findTimes, inZone, type ReadTime, type TimeHints } from './times.ts'
import { instantOf, minutesBetween, type Wall } from './zones.ts'

/** A structured form is believed where it holds an event; else the text is read as people read it. */
export function readReport(given: ReportSource): ReportReading {
  const source = { ...given, text: given.text.trim() === '' ? (given.htmlText ?? given.text) : given.text }
  const stated = statedIn(source)
  const read = readStructured(source, stated) ?? readWords(source, stated)
  const whole = withTimeOfLetter(withLetter(read, source, stated), source, stated)
  const events = withoutEchoes(mergeSame(withOffsetsFromText(whole, source.text, stated.hints)))
  return {
    schema: 'signet.report/1',
    kind: read.kind,
    reporter: source.from ?? read.reporter,
    replyTo: source.replyTo,
    messageId: source.messageId,
    subject: source.subject,
    urgent: isUrgent(source.subject),
    events: events.slice(0, eventLimit),
    attachments: source.attachments.filter((part) => !isForm(part)).map(({ name, sha256 }) => ({ name, sha256 })),
    signed: source.signed,
    ticket:
      ticketIn(source.subject, `${source.messageId ?? ''} ${source.text.slice(0, 20_000)}`) ??
      read.ticket ??
      ticketInText(read.words ?? source.text),
    rsit: classOf(read, source).rsit,
    completeness: completenessOf(events, hasLog(source)),
    findings: [...findingsOf(read, events), ...(source.trouble ?? [])],
  }
}

/** The machine's part of a complaint is the report itself, and no file that came with it. */
const isForm = ({ type, name }: ReportPart): boolean =>
  type === 'message/feedback-report' && /^(?:part-\d+\.txt)?$/.test(name)

const classOf = (read: Structured | null, source: ReportSource): ProposedClass =>
  proposeRsit(
    `${read?.says ?? ''} ${source.attachments.map(({ name }) => name).join(' ')}`.slice(0, 5_000),
    source.subject,
    read?.words ?? source.text,
  )

const hasLog = (source: ReportSource): boolean =>
  source.attachments.some(
    ({ name, type }) => /\.(?:log|txt|csv|pcap|json|gz|zip)$/i.test(name) || type === 'text/csv',
  ) || holdsLog(source)

/** What a form leaves to its letter: further links of a takedown, the vulnerability that a table of machines is about. */
function withLetter(read: Structured, source: ReportSource, stated: Stated): readonly ReportEvent[] {
  const events = withTarget(withLinksFromText(read, source, stated), read, source, stated)
  const brings = read.kind === 'csv-report' || (read.kind === 'free-text' && source.attachments.length > 0)
  if (!brings || events.some(({ cves }) => cves.length > 0)) return events
  const said = `${source.subject}\n${source.text.slice(0, 20_000)}`.matchAll(/\bCVE-\d{4}-\d{4,7}\b/gi)
  const cves = union(
    [],
    [...said].map(([cve]) => cve.toUpperCase()),
  )
  return cves.length === 0 ? events : events.map((event) => ({ ...event, cves }))
}

/** A table of offenders beside a letter that names the one machine which they attacked, or when it was. */
function withTarget(
  events: readonly ReportEvent[],
  { kind }: Structured,
  source: ReportSource,
  stated: Stated,
): readonly ReportEvent[] {
  const [lacksTarget, lacksTime] = [
    events.every((event) => event.destinationIps.length === 0),
    events.every(({ atText }) => atText === null),
  ]
  if (kind !== 'csv-report' || !(lacksTarget || lacksTime)) return events
  const letter = readFreeText({ ...source, text: source.text.slice(0, 20_000) }, stated).events
  const told = letter.filter(({ destinationIps }) => destinationIps.length > 0)
  const targets = new Set(told.flatMap(({ destinationIps }) => destinationIps))
  const target = (lacksTarget && targets.size === 1 ? told[0] : undefined) ?? noEvent
  const [dated = noEvent] = lacksTime
    ? letter.filter(({ at }) => at !== null).toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
    : []
  return events.map((event) => ({
    ...event,
    ...(dated === noEvent ? {} : { at: dated.at, atText: dated.atText, zoneKnown: dated.zoneKnown }),
    protocol: event.protocol ?? target.protocol,
    destinationIps: union(event.destinationIps, target.destinationIps),
    destinationPorts: event.destinationPorts.length > 0 ? event.destinationPorts : target.destinationPorts,
  }))
}

/** Files that hold what, beside a letter that says when; or a letter whose subject alone says it. */
function withTimeOfLetter(
  events: readonly ReportEvent[],
  source: ReportSource,
  stated: Stated,
): readonly ReportEvent[] {
  if (events.some(({ atText }) => atText !== null)) return events
  const [time] = [
    ...(source.attachments.length === 0 ? [] : timesIn(source, stated)),
    ...findTimes(source.subject.slice(0, 500), stated.hints).map((found) => inZone(found, stated.zone)),
  ]
  return time === undefined ? events : events.map((event) => ({ ...event, ...timeOf(time) }))
}

const timeOf = ({ at, atText, zoneKnown }: ReadTime): Pick<ReportEvent, 'at' | 'atText' | 'zoneKnown'> => ({
  at,
  atText,
  zoneKnown,
})

/** A takedown request tells the machine of one link and the reader of all: those on a line of their own belong to the same event. */
function withLinksFromText({ kind, events }: Structured, source: ReportSource, stated: Stated): readonly ReportEvent[] {
  const [event] = events
  if (kind !== 'x-arf' || event === undefined || events.length > 1 || event.urls.length === 0) return events
  const links = linksIn(source, stated)
  const urls = links.flatMap((link) => link.urls)
  const ips =
    event.sourceIps.length > 0 ? event.sourceIps : links.flatMap(({ addresses }) => addresses.map(({ value }) => value))
  return [{ ...event, urls: union(event.urls, urls), sourceIps: union([], ips) }]
}

/**
 * A table or log in local time beside a text that gives one of its wall times with its offset: the text settles the zone of all,
 * where it names one only.
 */
function withOffsetsFromText(events: readonly ReportEvent[], text: string, hints: TimeHints): readonly ReportEvent[] {
  if (!events.some(({ at, atText }) => at === null && atText !== null)) return events
  const wallOf = ({ at, atText }: ReportEvent): Wall | null =>
    at === null && atText !== null ? (findTimes(atText, hints)[0]?.wall ?? null) : null
  const told = text
    .slice(0, 100_000)
    .split('\n')
    .flatMap((line) => findTimes(line.slice(0, 2_000), hints))
  const bare = new Set(
    [...told.map(({ at, wall }) => (at === null ? wall : null)), ...events.map((event) => wallOf(event))].map((wall) =>
      JSON.stringify(wall),
    ),
  )
  const offsets = new Set(
    told.flatMap(({ at, wall }) =>
      at !== null && wall !== null && bare.has(JSON.stringify(wall)) ? [minutesBetween(wall, at)] : [],
    ),
  )
  const [minutes] = offsets
  if (minutes === undefined || offsets.size > 1) return events
  return events.map((event) => {
    const wall = wallOf(event)
    const at = wall === null ? null : instantOf(wall, { minutes })
    return at === null ? event : { ...event, at, zoneKnown: true }
  })
}

function findingsOf(read: Structured, events: readonly ReportEvent[]): readonly Saying[] {
  const resolved = events.every(({ at, atText }) => at !== null || atText === null)
  const kept = resolved ? read.findings.filter(({ code }) => code !== 'report.time-no-zone') : read.findings
  const inside = [
    ...new Set(
      events.flatMap(({ sourceIps, destinationIps }) => [...sourceIps, ...destinationIps]).filter(isPrivateAddress),
    ),
  ]
  const [first] = inside
  return [
    ...kept,
    ...(events.length === 0 ? [saying('report.no-events')] : []),
    ...(first === undefined ? [] : [saying('report.private-address', { address: first, count: inside.length })]),
  ]
}
