/** Makes an event of named fields, whichever form they came in. */
import { noEvent, protocolOf, withPort, withValue } from './event.ts'
import { roleOf, type FieldRole } from './field-names.ts'
import type { ReportEvent } from './report-reading.ts'
import { clockAlone, dateAlone, inZone, noHints, readTime, type ReadTime, type TimeHints } from './times.ts'
import { instantOf, zoneOf, type KnownZone } from './zones.ts'

/** Field name (as written) and value, in order; a name may come more than once. */
export type Fields = readonly (readonly [name: string, value: string])[]

export interface Reader {
  /** What the report says once for all of its times. */
  readonly zone: KnownZone | null
  /** Times without a zone are UTC here, because forms of this family always are. */
  readonly convention?: boolean
  /** What "port" beside an address means: the port that is open there, or the one that was attacked. */
  readonly portIs: 'source' | 'destination'
  readonly hints?: TimeHints
  /** The date that the letter gives to clocks without one. */
  readonly day?: string | null
}

export interface ReadEvent {
  readonly event: ReportEvent
  readonly time: ReadTime | null
}

/** One event from one row or block. */
export function eventOf(fields: Fields, reader: Reader): ReadEvent {
  const time = timeOf(fields, reader)
  let event: ReportEvent = noEvent
  for (const [name, value] of fields)
    event = value === '' ? event : withField(event, isTransport(name) ? 'protocol' : roleOf(name), value, reader.portIs)
  if (time === null) return { event, time }
  const assumed =
    reader.convention === true && time.trouble === 'no-zone' && time.wall !== null
      ? instantOf(time.wall, { minutes: 0 })
      : null
  return { event: { ...event, at: time.at ?? assumed, atText: time.atText, zoneKnown: time.zoneKnown }, time }
}

/** Shadowserver calls the transport "type" in some of its tables. */
const isTransport = (name: string): boolean => name.toLowerCase() === 'type'

/** A cell may hold several addresses; more than these are no cell. */
const mostInCell = 200

function withField(
  event: ReportEvent,
  role: FieldRole | undefined,
  value: string,
  portIs: Reader['portIs'],
): ReportEvent {
  switch (role) {
    case 'source':
    case 'destination':
      return valuesIn(value).reduce(
        (so, one) => withValue(withPortBehind(so, one, role), withoutPort(one), role),
        event,
      )
    case 'value':
    case 'hash':
      return valuesIn(value).reduce(
        (so, one) => withValue(so, one, portIs === 'source' ? 'source' : 'destination'),
        event,
      )
    case 'source-port':
    case 'destination-port':
    case 'service-port': {
      const side = role === 'service-port' ? portIs : role === 'source-port' ? 'source' : 'destination'
      const protocol = event.protocol ?? (/\d\/(?:tcp|udp)\b/i.test(value) ? protocolIn(value) : null)
      return portsIn(value).reduce((so, port) => withPort(so, port, side), { ...event, protocol })
    }
    case 'protocol':
      return { ...event, protocol: protocolIn(value) ?? event.protocol }
    case undefined:
    case 'time':
    case 'date':
    case 'clock':
    case 'zone':
    case 'other-time':
    case 'ticket':
    case 'category':
      return event
  }
}

/** A link stays whole; lists of anything else stand apart by commas, semicolons or blanks. In a sentence only what is sure is a value. */
function valuesIn(value: string): readonly string[] {
  const cut = /:\/\/|^hxx/i.test(value) ? /\s+/ : /[\s,;|]+/
  const words = value.split(cut, mostInCell).map((word) => word.replaceAll(/^[(<"'*]{1,3}|[)>"'*.,;]{1,3}$/g, ''))
  return words.length > 3 ? words.filter((word) => /:\/\/|\d/.test(word)) : words
}

const addressAndPort = /^((?:\d{1,3}\.){3}\d{1,3}|\[[\da-f:.]{2,45}\]):(\d{1,5})$/i

const withoutPort = (value: string): string => (addressAndPort.exec(value)?.[1] ?? value).replace(/^\[(.*)\]$/, '$1')

function withPortBehind(event: ReportEvent, value: string, role: 'source' | 'destination'): ReportEvent {
  const port = addressAndPort.exec(value)?.[2]
  return port === undefined ? event : withPort(event, port, role)
}

/** "22", "22/tcp", "22, 23 and 80", "TCP/22"; a range is not counted out. */
const portsIn = (value: string): readonly string[] =>
  /\d-\d/.test(value)
    ? []
    : [...value.slice(0, 1_000).matchAll(/(?<![\d.])\d{1,5}(?![\d.:])/g)].map(([port]) => port).slice(0, mostInCell)

/** "TCP", "tcp/22", "6 (TCP)", "TCP (SYN)". */
const protocolIn = (value: string): string | null =>
  protocolOf(value) ??
  [...value.slice(0, 60).matchAll(/[a-z][a-z0-9]{1,7}/gi)]
    .map(([word]) => protocolOf(word))
    .find((one) => one !== null) ??
  null

/** Date and clock may stand in two fields, and the zone in a third. */
function timeOf(fields: Fields, { zone, hints = noHints, day = null }: Reader): ReadTime | null {
  const of = (role: FieldRole): string | undefined =>
    (fields.find(([name, value]) => value.trim() !== '' && roleOf(name) === role && isOfEvent(name)) ??
      fields.find(([name, value]) => value.trim() !== '' && roleOf(name) === role))?.[1]
  const [time, date, clock, behind = ''] = [of('time'), of('date'), of('clock'), of('zone')]
  const inName = fields.map(([name]) => zoneInName(name)).find((found) => found !== null)
  const own = zoneOf(behind)
  const known = own !== null && own !== 'ambiguous' ? own : (inName ?? zone)
  for (const text of candidates(time, date, clock, day)) {
    const found = text === null ? null : readTime(text, hints)
    if (found !== null && own === 'ambiguous' && found.trouble === 'no-zone')
      return { ...found, trouble: 'ambiguous-zone' }
    if (found !== null) return inZone(found, known)
  }
  return null
}

/** Beside "time", which may be that of the message around it. */
const isOfEvent = (name: string): boolean => /^event_?(?:first|start|begin|time)/i.test(name)

const timeRoles = new Set<FieldRole | undefined>(['time', 'clock', 'date'])

/** "Start (PDT)", "time_utc", "Time UTC+2": the name of a field gives the zone of what it holds. */
function zoneInName(name: string): KnownZone | null {
  if (name.length > 60 || !timeRoles.has(roleOf(name))) return null
  if (/(?:\b|_)(?:utc|gmt)$/i.test(name)) return { minutes: 0 }
  const text =
    /[([](?:in )?([A-Za-z]{2,5}(?: ?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|[A-Z]\w{3,10}\/\w{3,20})[)\]]/.exec(
      name,
    )?.[1]
  const zone = text === undefined ? null : zoneOf(text)
  return zone === 'ambiguous' ? null : zone
}

/** Each whole field first; then the day of one with the clock of another. */
function* candidates(
  time: string | undefined,
  date: string | undefined,
  clock: string | undefined,
  told: string | null,
): Generator<string | null> {
  for (const whole of [time, date, clock]) yield whole ?? null
  const day = dateAlone(date ?? '') ?? dateAlone(time ?? '') ?? told
  const hour = day === null ? null : (clockAlone(clock ?? '') ?? clockAlone(time ?? ''))
  yield day === null || hour === null ? null : `${day} ${hour}`
}
