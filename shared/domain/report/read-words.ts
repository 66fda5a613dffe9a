/** Reads what has no form: the letter, its HTML, a report that is passed on, the mail that is complained of, and the logs that come along. */
import { eventLimit, isEmpty, portOf, union } from './event.ts'
import { readArf } from './arf.ts'
import { readCsv } from './csv-report.ts'
import { readFreeText } from './free-text.ts'
import { readJsonReport } from './json-report.ts'
import { addressIn, complainedOf } from './reported-mail.ts'
import type { ReportEvent } from './report-reading.ts'
import type { ForwardedMail, ReportSource } from './report-source.ts'
import { proposeRsit } from './rsit.ts'
import { timeFindings, type Stated, type Structured } from './structured.ts'
import { ticketIn, ticketInText } from './subject.ts'
import { hintsFrom, statedZone } from './time-hints.ts'
import { dateIn } from './joined-times.ts'
import { findTimes } from './times.ts'
import { readXArf } from './x-arf.ts'
import { readXml } from './xml-report.ts'

export const statedIn = (source: ReportSource): Stated =>
  statedOf(source, proposeRsit('', source.subject, source.text).rsit)

const statedOf = (source: ReportSource, rsit: string): Stated => ({
  zone: zoneFrom([
    source.text,
    source.htmlText ?? '',
    source.subject,
    ...source.attachments.map(({ text }) => (text ?? '').slice(0, 3_000)),
  ]),
  hints: hintsFrom(
    [source.subject, source.text, ...source.attachments.map(({ text }) => text ?? '')],
    source.date ?? null,
  ),
  sentAt: source.date ?? null,
  day: onlyDay(source.text),
  portIs: servesThere.test(rsit) ? 'source' : 'destination',
  attacks: /^(?:information-gathering|intrusion-attempts)\//.test(rsit),
  hasVictim: /^(?:information-gathering|intrusion-attempts|intrusions|availability)\/|information-modification$/.test(
    rsit,
  ),
})

const zoneFrom = (texts: readonly string[]): Stated['zone'] =>
  texts.map((text) => statedZone(text)).find((zone) => zone !== null) ?? null

function onlyDay(text: string): string | null {
  const days = text
    .slice(0, 10_000)
    .split('\n', 100)
    .flatMap((line) => (findTimes(line.slice(0, 500)).length > 0 ? [] : (dateIn(line.slice(0, 500)) ?? [])))
  return new Set(days).size === 1 ? (days[0] ?? null) : null
}

/** Classes about something that the reported address serves or shares, not about what it attacked. */
const servesThere =
  /^(?:fraud|vulnerable|information-content-security)\/|c2-server|malware-distribution|application-compromise/

/** The first form that holds an event; null where there is none. */
export function readStructured(source: ReportSource, stated: Stated): Structured | null {
  for (const read of [readArf, readXArf, readJsonReport, readXml, readCsv]) {
    const found = read(source, stated)
    if (found !== null && found.events.some((event) => !isEmpty(event))) return found
  }
  return null
}

/** The letter; else its HTML, the report that it passes on, the mail that it complains of, and the logs that come with it. */
export function readWords(source: ReportSource, stated: Stated): Structured {
  const letter = withSubject(readFreeText(source, stated), source, stated)
  if (tells(letter)) return withLogs(letter, source, stated)
  const html = source.htmlText ?? ''
  const page = html === '' || html === source.text ? letter : readHtml(source, stated, html)
  if (tells(page)) return page
  const logs = withLogs(letter, source, stated)
  if (tells(logs)) return logs
  const passedOn = (source.forwarded ?? []).map((mail) => readForwarded(mail, source)).find((read) => read !== null)
  if (passedOn !== undefined) return passedOn
  const complaint = complainedOf(source, stated)
  return isEmpty(complaint.event) ? letter : ofComplaint(complaint, letter, source)
}

/** A letter may name the machine in its subject alone: then it is read as if it began with it. */
function withSubject(letter: Structured, source: ReportSource, stated: Stated): Structured {
  const named = letter.events.some(({ sourceIps }) => sourceIps.length > 0) ? null : addressIn(source.subject)
  if (named === null || letter.events.some(({ destinationIps }) => destinationIps.includes(named))) return letter
  const port = portBehind(source.subject, named)
  const key = stated.portIs === 'source' ? 'sourcePorts' : 'destinationPorts'
  if (letter.events.length > 0)
    return {
      ...letter,
      events: letter.events.map((event) => ({ ...event, sourceIps: [named], [key]: union(event[key], port) })),
    }
  const again = readFreeText(source, stated, `${named}\n${source.text}`)
  return again.events.some(({ atText }) => atText !== null)
    ? { ...again, events: again.events.map((event) => withoutFirst(event)) }
    : letter
}

const portBehind = (subject: string, address: string): readonly number[] =>
  [portOf(subject.slice(subject.indexOf(address) + address.length).match(/^:(\d{1,5})\b/)?.[1] ?? '')].flatMap(
    (port) => port ?? [],
  )

const withoutFirst = (event: ReportEvent): ReportEvent =>
  event.lines === null ? event : { ...event, lines: [Math.max(1, event.lines[0] - 1), Math.max(1, event.lines[1] - 1)] }

const tells = ({ events }: Structured): boolean =>
  events.some(({ sourceIps, destinationIps, urls, hashes, cves }) =>
    [sourceIps, destinationIps, urls, hashes, cves].some(({ length }) => length > 0),
  )

const readHtml = (source: ReportSource, stated: Stated, html: string): Structured => ({
  ...(readCsv({ ...source, text: html, parts: [], attachments: [] }, stated) ?? readFreeText(source, stated, html)),
  words: html,
})

/** Only what reads as a report of its own: a spam that came along has links, too, and is what is reported. */
function readForwarded(mail: ForwardedMail, around: ReportSource): Structured | null {
  const { from, subject, date, text, parts } = mail
  const inner: ReportSource = {
    ...around,
    from,
    replyTo: null,
    subject,
    date,
    text,
    htmlText: null,
    parts,
    attachments: [],
    forwarded: [],
  }
  const stated = statedIn(inner)
  const structured = readStructured(inner, stated)
  const found = structured ?? readFreeText(inner, stated)
  // A sample of spam has links; whoever reports names an address.
  const isReport =
    structured !== null ||
    reportWords.test(`${subject}\n${text.slice(0, 2_000)}`) ||
    found.events.some(({ sourceIps }) => sourceIps.length > 0)
  const said = isReport ? found : null
  return said === null || !tells(said)
    ? null
    : { ...said, ticket: ticketIn(subject) ?? said.ticket ?? ticketInText(text), words: `${subject}\n${text}` }
}

const reportWords =
  /\b(?:abuse (?:report|complaint|team|desk)|incident (?:report|notification)|security (?:incident|alert|notice)|notification of|cert|csirt|your (?:network|server|ip|customer)|su red|votre r[ée]seau|ihr(?:em|es)? netz\w{0,4}|takedown|attack(?:ed|s)? (?:from|our)|has been (?:detected|observed|attacking))\b/i

const ofComplaint = (
  { event, time }: ReturnType<typeof complainedOf>,
  letter: Structured,
  { forwarded, subject, text }: ReportSource,
): Structured => ({
  ...letter,
  events: [time === null ? event : { ...event, at: time.at, atText: time.atText, zoneKnown: time.zoneKnown }],
  // Who brings no mail may have another complaint, and says so.
  says:
    (forwarded ?? []).length > 0 || proposeRsit('', subject, text).rsit === 'other/undetermined'
      ? 'email feedback-report'
      : '',
  findings: timeFindings([time]),
})

/** Characters of all logs together. */
const mostLog = 500_000

/** A letter that gives no time, or no address, leaves that to the log it brings. */
function withLogs(letter: Structured, source: ReportSource, stated: Stated): Structured {
  const isWhole =
    letter.events.length > 0 &&
    letter.events.some(
      ({ atText, sourceIps, destinationIps, urls }) =>
        atText !== null && sourceIps.length + destinationIps.length + urls.length > 0,
    )
  const logs = [...(source.parts ?? []), ...source.attachments].filter(
    ({ name, text, type }) =>
      text !== null &&
      name !== '' &&
      text !== source.text &&
      type !== 'message/rfc822' &&
      !/\.(?:eml|asc|sig|html?|p7s)$/i.test(name),
  )
  if (isWhole || logs.length === 0) return letter
  const share = Math.floor(mostLog / Math.min(logs.length, 10))
  const read = logs.slice(0, 10).map(({ text }) => readFreeText(source, stated, (text ?? '').slice(0, share)))
  const found = read.filter((one) => tells(one))
  if (found.length === 0) return letter
  const known = new Set(found.flatMap(({ events }) => events.flatMap(({ sourceIps }) => sourceIps)))
  // The letter names the address, and the log when it came: one event, not two.
  const said = letter.events.filter(
    ({ sourceIps, destinationIps, urls, hashes }) =>
      urls.length + hashes.length > 0 || destinationIps.length > 0 || !sourceIps.every((ip) => known.has(ip)),
  )
  return {
    ...letter,
    words: [source.text, ...logs.slice(0, 3).map(({ text }) => text ?? '')].join('\n'),
    events: withTargetOf(
      said,
      found.flatMap(({ events }) => events),
    ).slice(0, eventLimit),
    findings: [
      ...new Map(
        [...letter.findings, ...found.flatMap(({ findings }) => findings)].map((one) => [one.code, one]),
      ).values(),
    ],
  }
}

/** A letter that tells only what was attacked speaks of the log: that is no event beside it. */
function withTargetOf(said: readonly ReportEvent[], logged: readonly ReportEvent[]): readonly ReportEvent[] {
  const [target] = said
  const isTarget =
    target !== undefined &&
    said.length === 1 &&
    target.atText === null &&
    target.destinationIps.length > 0 &&
    [target.urls, target.hashes, target.cves].every(({ length }) => length === 0) &&
    target.sourceIps.every((ip) => logged.every(({ sourceIps }) => sourceIps.includes(ip))) &&
    logged.every(({ destinationIps }) => destinationIps.length === 0)
  if (!isTarget) return [...said, ...logged]
  const { destinationIps, destinationPorts, domains } = target
  return logged.map((event) => ({
    ...event,
    protocol: event.protocol ?? target.protocol,
    destinationIps,
    destinationPorts: union(event.destinationPorts, event.destinationPorts.length > 0 ? [] : destinationPorts),
    domains: union(event.domains, domains),
  }))
}
