/** Reads reports written for people: a digest, a letter, a piece of a log. Several events in one mail stay several. */
import { saying } from '../../words/say.ts'
import { eventLimit, isEmpty, noEvent, union } from './event.ts'
import { factsOf, site, type FoundAddress, type LineFacts } from './line-facts.ts'
import type { ReportEvent } from './report-reading.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Structured } from './structured.ts'
import { statedZone, type ReadTime } from './times.ts'
import { instantOf } from './zones.ts'

/** A report for people is shorter by far; the reading says when it stopped here. */
const mostLines = 20_000

export function readFreeText(source: ReportSource): Structured {
  const lines = source.text.slice(0, 5_000_000).split('\n', mostLines)
  const own = ownSites(source)
  const reading = new Reading(statedZone(source.text))
  let armoured = false
  for (const [at, line] of lines.entries()) {
    if (/^-----BEGIN PGP (?!SIGNED)/.test(line)) armoured = true
    if (!armoured) reading.take(factsOf(line, own), at + 1)
    if (line.startsWith('-----END PGP')) armoured = false
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
      ...cut,
      ...(lines.length === mostLines ? [saying('report.lines-cut', { limit: mostLines })] : []),
    ],
  }
}

const ownSites = ({ from, replyTo }: ReportSource): ReadonlySet<string> =>
  new Set([from, replyTo].map((address) => site((address ?? '').split('@').at(-1) ?? '')).filter((name) => name !== ''))

/** Lines that are a link and nothing else, but for an address in brackets behind it. */
export function linksIn(source: ReportSource): readonly LineFacts[] {
  const lines = source.text.slice(0, 500_000).split('\n', mostLines)
  const alone = lines.filter(
    (line) =>
      line.length < 2_200 && /^[ \t]{0,8}\w{3,6}:\/\/\S{3,2000}(?:[ \t]{1,4}\[[\d.a-f:]{3,45}\])?\s{0,4}$/i.test(line),
  )
  return alone
    .slice(0, 1_000)
    .map((line) => factsOf(line, ownSites(source)))
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
  readonly #zone: ReturnType<typeof statedZone>
  #current: ReportEvent = noEvent

  constructor(zone: ReturnType<typeof statedZone>) {
    this.#zone = zone
  }

  take(facts: LineFacts, line: number): void {
    if (facts.blank) return
    const [time, ...more] = facts.times.map((found) => this.#inStatedZone(found))
    if (this.#begins(facts, time)) this.#begin(facts, time)
    const event = withFacts(this.#current, facts)
    const touched = event !== this.#current || time !== undefined
    this.#current = touched
      ? { ...(time === undefined ? event : withTime(event, time)), lines: [event.lines?.[0] ?? line, line] }
      : event
    for (const next of more)
      if (isFirst(next, this.#current))
        this.#push({ ...withTime({ ...this.#current, at: null, atText: null }, next), lines: [line, line] })
  }

  done(): readonly ReportEvent[] {
    this.#push(this.#current)
    return this.events
  }

  #begins(facts: LineFacts, time: ReadTime | undefined): boolean {
    const { sourceIps, destinationIps, atText, urls } = this.#current
    const source = facts.addresses.find(({ role }) => role === 'source')
    if (source !== undefined && sourceIps.length > 0 && !sourceIps.includes(source.value)) return true
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
    this.#current = onward ? { ...noEvent, sourceIps: before.sourceIps } : noEvent
  }

  #push(event: ReportEvent): void {
    if (!isEmpty(event)) this.events.push(event)
  }

  #inStatedZone(time: ReadTime): ReadTime {
    const at =
      time.trouble === 'no-zone' && this.#zone !== null && time.wall !== null ? instantOf(time.wall, this.#zone) : null
    const known: ReadTime = at === null ? time : { ...time, at, zoneKnown: true, trouble: null }
    if (known.trouble !== 'no-year' || this.#current.at === null) this.times.push(known)
    return known
  }
}

const isFirst = (time: ReadTime, { atText, at }: ReportEvent): boolean =>
  time.atText !== atText && (time.at === null || time.at !== at)

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
