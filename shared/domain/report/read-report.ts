/** Reads a report out of a message: by its structure where it has one, by pattern where it was written for people. Never throws. */
import { isPrivateAddress } from '../observable/ip-address.ts'
import { saying, type Saying } from '../../words/say.ts'
import { readArf } from './arf.ts'
import { completenessOf } from './completeness.ts'
import { readCsv } from './csv-report.ts'
import { isEmpty, mergeSame, union } from './event.ts'
import { holdsLog, linksIn, readFreeText } from './free-text.ts'
import type { ReportEvent, ReportReading } from './report-reading.ts'
import type { ReportSource } from './report-source.ts'
import { proposeRsit } from './rsit.ts'
import type { Structured } from './structured.ts'
import { isUrgent, ticketIn } from './subject.ts'
import { findTimes } from './times.ts'
import { readXArf } from './x-arf.ts'
import { readXml } from './xml-report.ts'

/** A structured form is believed where it holds an event; else the text is read as people read it. */
export function readReport(source: ReportSource): ReportReading {
  const structured = [readArf, readXArf, readCsv, readXml]
    .map((read) => read(source))
    .find((found) => found !== null && found.events.some((event) => !isEmpty(event)))
  const read = structured ?? readFreeText(source)
  const events = mergeSame(withOffsetsFromText(withLinksFromText(read, source), source.text))
  return {
    schema: 'signet.report/1',
    kind: read.kind,
    reporter: source.from ?? read.reporter,
    replyTo: source.replyTo,
    messageId: source.messageId,
    subject: source.subject,
    urgent: isUrgent(source.subject),
    events,
    attachments: source.attachments.map(({ name, sha256 }) => ({ name, sha256 })),
    signed: source.signed,
    ticket: ticketIn(source.subject) ?? read.ticket,
    rsit: rsitOf(read, source).rsit,
    completeness: completenessOf(events, hasLog(source)),
    findings: findingsOf(read, events),
  }
}

/** The class that is proposed for a message, with the word it rests on. */
export function rsitReason(source: ReportSource): Saying {
  const read = [readArf, readXArf, readCsv].map((reader) => reader(source)).find((found) => found !== null) ?? null
  return rsitOf(read, source).because
}

const rsitOf = (read: Structured | null, source: ReportSource): ReturnType<typeof proposeRsit> =>
  proposeRsit(
    `${read?.says ?? ''} ${source.attachments.map(({ name }) => name).join(' ')}`.slice(0, 5_000),
    source.subject,
    source.text,
  )

const hasLog = (source: ReportSource): boolean =>
  source.attachments.some(
    ({ name, type }) => /\.(?:log|txt|csv|pcap|json|gz|zip)$/i.test(name) || type === 'text/csv',
  ) || holdsLog(source)

/** A takedown request tells the machine of one link and the reader of all: those on a line of their own belong to the same event. */
function withLinksFromText({ kind, events }: Structured, source: ReportSource): readonly ReportEvent[] {
  const [event] = events
  if (kind !== 'x-arf' || event === undefined || events.length > 1 || event.urls.length === 0) return events
  const links = linksIn(source)
  const urls = links.flatMap((link) => link.urls)
  const ips =
    event.sourceIps.length > 0 ? event.sourceIps : links.flatMap(({ addresses }) => addresses.map(({ value }) => value))
  return [{ ...event, urls: union(event.urls, urls), sourceIps: union([], ips) }]
}

/** A table in local time beside a text that gives the same wall time with its offset: the text settles the zone. */
function withOffsetsFromText(events: readonly ReportEvent[], text: string): readonly ReportEvent[] {
  if (!events.some(({ at, atText }) => at === null && atText !== null)) return events
  const said = new Map(
    text
      .slice(0, 100_000)
      .split('\n')
      .flatMap((line) => findTimes(line.slice(0, 2_000)))
      .flatMap(({ at, wall }) => (at === null || wall === null ? [] : [[JSON.stringify(wall), at] as const])),
  )
  return events.map((event) => {
    const wall = event.at === null && event.atText !== null ? findTimes(event.atText)[0]?.wall : undefined
    const at = wall === undefined || wall === null ? undefined : said.get(JSON.stringify(wall))
    return at === undefined ? event : { ...event, at, zoneKnown: true }
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
