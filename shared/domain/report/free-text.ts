/** Reads reports written for people: a digest, a letter, a piece of a log. Several events in one mail stay several. */
import { inCidr, parseCidr, parseIp } from '../observable/ip-address.ts'
import { saying } from '../../words/say.ts'
import { eventLimit, isEmpty, noEvent, union } from './event.ts'
import { kindsOf } from './letter-lines.ts'
import { KnownSides } from './known-sides.ts'
import type { FoundAddress } from './line-addresses.ts'
import { factsOf, type LineContext, type LineFacts } from './line-facts.ts'
import { mailHosts, ownSites, senderSites } from './own-sites.ts'
import type { ReportEvent } from './report-reading.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import type { Side } from './address-roles.ts'
import { timeFindings, type Stated, type Structured } from './structured.ts'
import { SplitTime, withYear } from './letter-times.ts'
import { statedZone } from './time-hints.ts'
import { findTimes, inZone, type ReadTime } from './times.ts'
import type { KnownZone } from './zones.ts'

/** Whether a line may name a zone at all: it is asked of every line. */
const zoneHint = /UTC|GMT|[A-Z]{1,3}[ES]?(?:ST|DT|T|Z)\b|[+-]\d{2}:?\d{2}\b|[Tt]ime|Zeit|[Hh]or|[Hh]eure/

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
    reading.noteZone(line)
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

/** The end of a line that its sentence goes beyond; '' for one that ends with it, or is a row. */
const goesOn = (line: string): string =>
  line.length >= 50 && !/[.:;!?|>]\s{0,3}$|^\W{0,6}(?:\d{1,3}\.){3}\d|^\W{0,6}\d{4}-\d{2}-\d{2}|\S {4}/.test(line)
    ? line.slice(-60)
    : ''

const aloneContext = (source: ReportSource, { hints, portIs, sentAt }: Stated): LineContext => ({
  own: ownSites(source),
  ours: mailHosts(source),
  hints,
  portIs,
  side: null,
  day: { day: null, sentAt },
  before: '',
  isFoot: false,
})

/** Instants that the letter names, those about itself left out. */
export function timesIn(source: ReportSource, stated: Stated): readonly ReadTime[] {
  const lines = source.text.slice(0, 20_000).split('\n', 300)
  const kinds = kindsOf(lines)
  const context = aloneContext(source, stated)
  return lines
    .filter((_, at) => kinds[at] === 'said')
    .flatMap((line) => factsOf(line, context).times.map((time) => inZone(time, stated.zone)))
    .filter(({ at }) => at !== null)
}

/** Lines that are a link and nothing else, but for an address in brackets behind it. */
export function linksIn(source: ReportSource, stated: Stated): readonly LineFacts[] {
  const context = aloneContext(source, stated)
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
  readonly sides: KnownSides
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
    this.#zone = stated.zone
    this.sides = new KnownSides(stated.hasVictim)
  }

  take(given: LineFacts, line: number): void {
    this.#noteSide(given)
    if (given.blank) return
    const facts = this.#placed(given)
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

  /** "IP afectada:" is a source where nobody else acted; and the time at which the letter was written is no event. */
  #placed(given: LineFacts): LineFacts {
    const { end, addresses, times, urls, label, isLast } = given
    if (end === null) this.sides.note(addresses)
    const acted = this.#current.sourceIps.length > 0 && !this.#unsure
    const isOther = end === 'affected' || (end === 'device' && this.#stated.attacks)
    if (addresses.length > 0 && !acted) this.#unsure = end !== null
    if (isOther && acted)
      return { ...given, addresses: addresses.map((one) => ({ ...one, role: 'destination' as const })) }
    // "Last seen:" below "First seen:" is no event of its own.
    if (isLast && this.#current.at !== null && addresses.length === 0) return { ...given, times: [] }
    const isHead = label === null && addresses.length + urls.length === 0 && times.length === 1
    return isHead && this.#isSending(times[0]?.at ?? null) ? { ...given, times: [] } : given
  }
  #unsure = false

  readonly #isSending = (at: string | null): boolean =>
    at !== null && this.#stated.sentAt !== null && Math.abs(Date.parse(at) - Date.parse(this.#stated.sentAt)) < 60_000

  /** Two logs in one mail may have two clocks: what stands last above a line holds for it. */
  noteZone(line: string): void {
    if (line.length < 200 && zoneHint.test(line) && findTimes(line).length === 0)
      this.#zone = statedZone(line) ?? this.#zone
  }
  #zone: KnownZone | null

  done(): readonly ReportEvent[] {
    this.#push(this.#current)
    for (const time of this.#waiting.slice(0, 5))
      if (!isEmpty(this.#current)) this.#push(withTime({ ...this.#current, at: null, atText: null }, time))
    return this.events.map((event) => this.sides.settle(event))
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
    if (time !== undefined && atText !== null && isNextLine(facts, this.#current)) return true
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
    const { sentAt } = this.#stated
    const zone = this.#zone
    const dated = this.#current.at === null || this.#fromLog ? withYear(found, sentAt, zone) : found
    this.#dated = dated !== found
    if (this.#dated) this.yearsTaken = this.#fromLog = true
    const known = inZone(dated, zone)
    if (known.trouble !== 'no-year' || this.#current.at === null) this.times.push(known)
    return known
  }
}

/** A line with a time and both ends, one of which the line above did not have, is an event at the same second too. */
function isNextLine(facts: LineFacts, { sourceIps, sourcePorts, destinationIps }: ReportEvent): boolean {
  const [sources, destinations] = [bySide(facts, 'source'), bySide(facts, 'destination')]
  if ([sourceIps, destinationIps, sources, destinations].some(({ length }) => length === 0)) return false
  const ports = [...facts.sourcePorts, ...portsOf(sources)]
  return (
    destinations.some(({ value }) => !destinationIps.includes(value)) ||
    (sourcePorts.length > 0 && ports.some((port) => !sourcePorts.includes(port)))
  )
}

const bySide = ({ addresses }: LineFacts, side: Side): readonly FoundAddress[] =>
  addresses.filter(({ role }) => role === side)

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
  const [sources, destinations] = [bySide(facts, 'source'), bySide(facts, 'destination')]
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
