/** Reads reports written for people: a digest, a letter, a piece of a log. Several events in one mail stay several. */
import { inCidr, parseCidr, parseIp } from '../observable/ip-address.ts'
import { saying } from '../../words/say.ts'
import { eventLimit, isEmpty, noEvent, union } from './event.ts'
import { kindsOf } from './letter-lines.ts'
import type { FoundAddress } from './line-addresses.ts'
import { factsOf, type LineContext, type LineFacts } from './line-facts.ts'
import { mailHosts, ownSites, senderSites } from './own-sites.ts'
import type { ReportEvent } from './report-reading.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import type { Side } from './address-roles.ts'
import { timeFindings, type Stated, type Structured } from './structured.ts'
import { SplitTime, withYear } from './letter-times.ts'
import { inZone, type ReadTime } from './times.ts'

/** A report for people is shorter by far; the reading says when it stopped here. */
const mostLines = 5_000
const mostText = 500_000

/** @param text the letter, its HTML's words, or a log that came with it. */
export function readFreeText(source: ReportSource, stated: Stated, text = source.text): Structured {
  const lines = text.slice(0, mostText).split(/\r?\n|\r/, mostLines)
  const reading = new Reading(stated)
  const kinds = kindsOf(lines)
  const context = {
    own: new Set([...ownSites(source), ...senderSites(lines.filter((_, at) => kinds[at] !== 'sample'))]),
    ours: mailHosts(source),
    hints: stated.hints,
    portIs: stated.portIs,
  }
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at]
    if (kind === 'said' || kind === 'foot')
      reading.take(
        factsOf(line, {
          ...context,
          side: reading.side,
          day: { day: reading.day, sentAt: stated.sentAt },
          before: goesOn(lines[at - 1] ?? ''),
          isFoot: kind === 'foot',
        }),
        at + 1,
      )
    if (reading.events.length > eventLimit) break
  }
  const events = reading.done()
  const cut = events.length > eventLimit ? [saying('report.events-cut', { limit: eventLimit })] : []
  return {
    kind: 'free-text',
    events: events.slice(0, eventLimit),
    ticket: null,
    reporter: null,
    says: '',
    findings: [
      ...timeFindings(reading.times),
      ...(reading.yearsTaken ? [saying('report.time-year-of-mail')] : []),
      ...cut,
      ...(lines.length === mostLines || text.length > mostText
        ? [saying('report.lines-cut', { limit: lines.length })]
        : []),
    ],
  }
}

/** The end of a line that its sentence goes beyond; '' for one that ends with it. */
const goesOn = (line: string): string => (line.length >= 50 && !/[.:;!?|>]\s{0,3}$/.test(line) ? line.slice(-60) : '')

/** Lines that are a link and nothing else, but for an address in brackets behind it. */
export function linksIn(source: ReportSource, { hints, portIs }: Stated): readonly LineFacts[] {
  const context: LineContext = {
    own: ownSites(source),
    ours: mailHosts(source),
    hints,
    portIs,
    side: null,
    day: { day: null, sentAt: null },
    before: '',
    isFoot: false,
  }
  const lines = source.text.slice(0, 500_000).split('\n', mostLines)
  const alone = lines.filter(
    (line) =>
      line.length < 2_200 && /^[ \t]{0,8}\w{3,6}:\/\/\S{3,2000}(?:[ \t]{1,4}\[[\d.a-f:]{3,45}\])?\s{0,4}$/i.test(line),
  )
  return alone
    .slice(0, 1_000)
    .map((line) => factsOf(line, context))
    .filter(({ urls }) => urls.length > 0)
}

/** Whether log lines stand in the message itself: M-46 asks for a log in a common format, not for a file. */
export const holdsLog = (source: ReportSource): boolean =>
  textsOf(source).some(({ text }) => text !== null && logLine.test(text.slice(0, 500_000)))

const logLine =
  /^(?:[\d.a-f:]{7,45} \S{1,60} \S{1,60} \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:|[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \S{1,80} \S{1,80}:|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}\S{0,10} .{0,200}(?:\d{1,3}\.){3}\d)/m

/**
 * Line by line. An event ends where the next source address, or the next time of the same source, begins; what stands on lines
 * in between belongs to the event above it. A time that comes before any address waits for one.
 */
class Reading {
  readonly events: ReportEvent[] = []
  readonly times: ReadTime[] = []
  yearsTaken = false
  /** The side that the label or title above gives to the addresses under it. */
  side: Side | null = null
  /** The last date that had no clock beside it. */
  day: string | null = null
  readonly #stated: Stated
  readonly #split = new SplitTime()
  #current: ReportEvent = noEvent
  /** Its time came from a line without a year: the next such line is the next time, and not a repetition. */
  #fromLog = false
  #dated = false
  /** Further times of a line that named nothing yet: "seen between … and …". */
  #waiting: readonly ReadTime[] = []
  /** The source was taken over from the event before, for want of another. */
  #inherited = false

  constructor(stated: Stated) {
    this.#stated = stated
  }

  take(facts: LineFacts, line: number): void {
    this.#noteSide(facts)
    if (facts.blank) return
    if (facts.times.length === 0 && facts.day !== null) this.day = facts.day
    const [time, ...more] = [...facts.times, ...this.#split.take(facts, this.#stated.hints)].map((found) =>
      this.#settled(found),
    )
    if (this.#begins(facts, time)) this.#begin(facts, time)
    if (this.#inherited && facts.addresses.some(({ role }) => role === 'source'))
      this.#current = { ...this.#current, sourceIps: [] }
    if (facts.addresses.length > 0) this.#inherited = false
    const event = withFacts(this.#current, facts)
    const touched = event !== this.#current || time !== undefined
    this.#current = touched
      ? { ...(time === undefined ? event : withTime(event, time)), lines: [event.lines?.[0] ?? line, line] }
      : event
    for (const next of more)
      if (isEmpty(this.#current)) this.#waiting = [...this.#waiting, next]
      else if (isOther(next, this.#current) && !isSameMoment(next, this.#current))
        this.#push({ ...withTime({ ...this.#current, at: null, atText: null }, next), lines: [line, line] })
  }

  done(): readonly ReportEvent[] {
    this.#push(this.#current)
    for (const time of this.#waiting.slice(0, 5))
      if (!isEmpty(this.#current)) this.#push(withTime({ ...this.#current, at: null, atText: null }, time))
    return this.events
  }

  /** "Attacking addresses:" and nothing behind it speaks for the lines below, up to the next label or empty line behind them. */
  #noteSide({ label, blank, addresses, underTitle }: LineFacts): void {
    if (label !== null && !(underTitle && this.side !== null))
      this.side = label.value === '' && (label.role === 'source' || label.role === 'destination') ? label.role : null
    else if (blank && this.side !== null && this.#listed) this.side = null
    this.#listed = this.side !== null && (this.#listed || addresses.length > 0)
  }
  #listed = false

  #begins(facts: LineFacts, time: ReadTime | undefined): boolean {
    const { sourceIps, destinationIps, atText, urls } = this.#current
    const source = facts.addresses.find(({ role }) => role === 'source')
    const isOwn = !(this.#inherited && destinationIps.length + urls.length === 0)
    const isNext =
      source !== undefined && !sourceIps.some((known) => known === source.value || overlaps(known, source.value))
    if (isNext && isOwn && sourceIps.length > 0) return true
    // "10:15" in one field and "CET" in the next are one time.
    if (time !== undefined && atText !== null && this.#current.at === null && time.atText.startsWith(atText))
      return false
    if (time?.trouble === 'no-year' && this.#current.at !== null) return false // a log line under the letter that dates it
    if (time !== undefined && atText !== null && sourceIps.length + urls.length + destinationIps.length > 0) {
      return time.atText !== atText && (time.at === null || time.at !== this.#current.at)
    }
    return false
  }

  /** The next time of the same source goes on with that source; anything else begins empty. */
  #begin({ addresses, urls }: LineFacts, time: ReadTime | undefined): void {
    const before = this.#current
    this.#push(before)
    const onward = time !== undefined && addresses.length === 0 && urls.length === 0
    this.#fromLog = this.#dated
    this.#inherited = onward
    this.#current = onward ? { ...noEvent, sourceIps: before.sourceIps } : noEvent
  }

  #push(event: ReportEvent): void {
    if (!isEmpty(event)) this.events.push(event)
  }

  #settled(found: ReadTime): ReadTime {
    const { zone, sentAt } = this.#stated
    const dated = this.#current.at === null || this.#fromLog ? withYear(found, sentAt, zone) : found
    this.#dated = dated !== found
    if (this.#dated) this.yearsTaken = this.#fromLog = true
    const known = inZone(dated, zone)
    if (known.trouble !== 'no-year' || this.#current.at === null) this.times.push(known)
    return known
  }
}

/** A range and an address in it are one listing. */
function overlaps(known: string, next: string): boolean {
  if (known.includes('/') === next.includes('/')) return false
  const [range, one] = known.includes('/') ? [parseCidr(known), parseIp(next)] : [parseCidr(next), parseIp(known)]
  return range !== null && one !== null && inCidr(one, range)
}

const isOther = (time: ReadTime, { atText, at }: ReportEvent): boolean =>
  time.atText !== atText && (time.at === null || time.at !== at)

/** A log line that carries the clock of the program and that of the logger. */
const isSameMoment = ({ at: next }: ReadTime, { at }: ReportEvent): boolean =>
  at !== null && next !== null && Math.abs(Date.parse(next) - Date.parse(at)) < 2_000

function withTime(event: ReportEvent, { at, atText, zoneKnown }: ReadTime): ReportEvent {
  return event.atText !== null && event.at !== null ? event : { ...event, at, atText, zoneKnown }
}

function withFacts(event: ReportEvent, facts: LineFacts): ReportEvent {
  const sources = facts.addresses.filter(({ role }) => role === 'source')
  const destinations = facts.addresses.filter(({ role }) => role === 'destination')
  const next: ReportEvent = {
    ...event,
    sourceIps: union(event.sourceIps, valuesOf(sources)),
    sourcePorts: union(event.sourcePorts, [...facts.sourcePorts, ...portsOf(sources)]),
    protocol: event.protocol ?? facts.protocol,
    destinationIps: union(event.destinationIps, valuesOf(destinations)),
    destinationPorts: union(event.destinationPorts, [...facts.destinationPorts, ...portsOf(destinations)]),
    urls: union(event.urls, facts.urls),
    domains: union(event.domains, facts.domains),
    hashes: union(event.hashes, facts.hashes),
    cves: union(event.cves, facts.cves),
  }
  return weight(next) === weight(event) ? event : next
}

const valuesOf = (addresses: readonly FoundAddress[]): readonly string[] => addresses.map(({ value }) => value)
const portsOf = (addresses: readonly FoundAddress[]): readonly number[] => addresses.flatMap(({ port }) => port ?? [])

const weight = (event: ReportEvent): number =>
  Object.values(event).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : 0),
    event.protocol === null ? 0 : 1,
  )
