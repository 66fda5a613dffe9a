/** Reads STIX 2 bundles: indicators by the values in their patterns, observables as they are, traffic with its two ends. */
import { mergeInto, noEvent, protocolOf, withPort, withValue } from './event.ts'
import type { ReadEvent } from './fields.ts'
import { isRecord, textAt, type JsonRecord } from './json.ts'
import type { ReportEvent } from './report-reading.ts'
import { readTime, type ReadTime } from './times.ts'

const mostObjects = 10_000

/** What a bundle shows of one incident is one event, with its time where one was observed. */
export function readStix(bundle: JsonRecord): readonly ReadEvent[] {
  const objects = (Array.isArray(bundle['objects']) ? bundle['objects'] : []).filter(isRecord).slice(0, mostObjects)
  const targets = new Set(objects.flatMap((object) => textAt(object, 'dst_ref') ?? []))
  const event = objects.reduce((so, object) => mergeInto(so, ofObject(object, targets)), noEvent)
  const time = objects.map((object) => timeOf(object)).find((found) => found !== null) ?? null
  return [
    { event: time === null ? event : { ...event, at: time.at, atText: time.atText, zoneKnown: time.zoneKnown }, time },
  ]
}

/** "created" is when the object was written, which is not when anything happened. */
const timeOf = (object: JsonRecord): ReadTime | null =>
  readTime(
    textAt(object, 'first_observed') ??
      textAt(object, 'first_seen') ??
      (textAt(object, 'type') === 'network-traffic' ? textAt(object, 'start') : null) ??
      (textAt(object, 'type') === 'indicator' ? textAt(object, 'valid_from') : null) ??
      '',
  )

function ofObject(object: JsonRecord, targets: ReadonlySet<string>): ReportEvent {
  const value = textAt(object, 'value') ?? ''
  switch (textAt(object, 'type')) {
    case 'ipv4-addr':
    case 'ipv6-addr':
      return withValue(noEvent, value, targets.has(textAt(object, 'id') ?? '') ? 'destination' : 'source')
    case 'url':
    case 'domain-name':
      return withValue(noEvent, value, 'source')
    case 'file':
      return hashesOf(object['hashes'])
    case 'vulnerability':
      return withValue(noEvent, textAt(object, 'name') ?? '', 'source')
    case 'indicator':
      return ofPattern(textAt(object, 'pattern') ?? '')
    case 'network-traffic':
      return ofTraffic(object)
    case 'observed-data':
      return isRecord(object['objects'])
        ? Object.values(object['objects'])
            .filter(isRecord)
            .reduce((so, one) => mergeInto(so, ofObject(one, targets)), noEvent)
        : noEvent
    default:
      return noEvent
  }
}

const hashesOf = (hashes: unknown): ReportEvent =>
  (isRecord(hashes) ? Object.values(hashes) : []).reduce<ReportEvent>(
    (so, hash) => (typeof hash === 'string' ? withValue(so, hash, 'source') : so),
    noEvent,
  )

function ofTraffic(object: JsonRecord): ReportEvent {
  const port = (key: string): string => (typeof object[key] === 'number' ? String(object[key]) : '')
  const protocols = Array.isArray(object['protocols']) ? object['protocols'] : []
  const protocol = protocols
    .map((one) => (typeof one === 'string' ? protocolOf(one) : null))
    .find((one) => one !== null)
  const ported = withPort(withPort(noEvent, port('src_port'), 'source'), port('dst_port'), 'destination')
  return { ...ported, protocol: protocol ?? null }
}

/** [ipv4-addr:value = '192.0.2.1' AND file:hashes.'SHA-256' = '…'] */
function ofPattern(pattern: string): ReportEvent {
  const compared = pattern
    .slice(0, 20_000)
    .matchAll(/([\w-]{2,30}):([\w.'-]{1,60})\s{0,3}(?:=|IN|ISSUBSET)\s{0,3}\(?'([^']{1,2000})'/g)
  return [...compared].reduce<ReportEvent>((so, [, type = '', path = '', value = '']) => {
    if (/^(?:ipv[46]-addr|url|domain-name)$/.test(type)) return withValue(so, value, 'source')
    if (type === 'file') return path.startsWith('hashes') ? withValue(so, value, 'source') : so
    return type === 'network-traffic' && path.startsWith('dst_ref') ? withValue(so, value, 'destination') : so
  }, noEvent)
}
