/** Reads JSON that is a report or an indicator list of another desk: MISP events, STIX bundles, and records with fields of known names. */
import { eventLimit, isEmpty, noEvent, union, withPort, withValue } from './event.ts'
import { eventOf, type Fields, type ReadEvent } from './fields.ts'
import { roleOf } from './field-names.ts'
import { isRecord, jsonIn, parseJson, textAt, type JsonRecord } from './json.ts'
import type { ReportEvent } from './report-reading.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { readStix } from './stix-report.ts'
import { timeFindings, type Stated, type Structured } from './structured.ts'
import { readTime } from './times.ts'

const mostText = 5_000_000

/** `null` where there is none that names an address, a link, a domain or a hash. */
export function readJsonReport(source: ReportSource, stated: Stated): Structured | null {
  for (const { text } of textsOf(source)) {
    if (text === null || !/(?:^|\n)[> \t]{0,12}[{[]/.test(text)) continue
    const json = /^\s{0,100}[{[]/.test(text) ? parseJson(text) : null
    const documents = json === null ? jsonIn(text.slice(0, mostText)) : Array.isArray(json) ? json : [json]
    const read = ofDocuments(documents.filter(isRecord).slice(0, eventLimit), stated)
    if (read !== null) return read
  }
  return null
}

function ofDocuments(documents: readonly JsonRecord[], stated: Stated): Structured | null {
  const misp = documents.flatMap((one) =>
    isRecord(one['Event']) ? [one['Event']] : Array.isArray(one['Attribute']) ? [one] : [],
  )
  if (misp.length > 0)
    return toStructured(
      misp.map((event) => ofMisp(event)),
      misp,
      'uuid',
    )
  const bundles = documents.filter(({ type, objects }) => type === 'bundle' && Array.isArray(objects))
  if (bundles.length > 0)
    return toStructured(
      bundles.flatMap((bundle) => readStix(bundle)),
      bundles,
      'id',
    )
  const records = documents.flatMap((one) => recordsIn(one)).slice(0, eventLimit)
  return toStructured(
    records.map((record) =>
      withCves(eventOf(record, { zone: stated.zone, hints: stated.hints, portIs: 'source' }), record),
    ),
    documents,
    'report_id',
  )
}

function toStructured(read: readonly ReadEvent[], documents: readonly JsonRecord[], idName: string): Structured | null {
  const kept = read.filter(({ event }) => !isEmpty(event))
  const [first = {}] = documents
  if (kept.length === 0) return null
  return {
    // The kinds of signet.report/1 are a contract that has none for it.
    kind: 'free-text',
    events: kept.map(({ event }) => event),
    ticket:
      textAt(first, idName) ??
      textAt(first, 'ticket') ??
      textAt(first, 'case_id') ??
      ownNumber(first) ??
      textAt(first, 'id'),
    reporter: textAt(first, 'reporter') ?? textAt(first, 'reporter_email'),
    says: saysOf(documents),
    findings: timeFindings(kept.map(({ time }) => time)),
  }
}

const ownNumber = (record: JsonRecord): string | null =>
  Object.keys(record)
    .filter((key) =>
      /^(?:abuse_?)?(?:report|alert|incident|case|ticket|notice|complaint|notification|reference)_?(?:id|number|no|ref)$/i.test(
        key,
      ),
    )
    .map((key) => textAt(record, key))
    .find((value) => value !== null) ?? null

const saysOf = (documents: readonly JsonRecord[]): string =>
  documents
    .slice(0, 20)
    .flatMap((one) => [
      ...[
        'info',
        'category',
        'type',
        'classification.type',
        'classification',
        'description',
        'title',
        'name',
        'event_type',
        'ruleId',
        'rule',
        'signature',
        'scenario',
        'alert.signature',
      ].map((key) => textAt(one, key) ?? ''),
      ...(Array.isArray(one['Tag']) ? one['Tag'] : []).filter(isRecord).map((tag) => textAt(tag, 'name') ?? ''),
      ...(Array.isArray(one['objects']) ? one['objects'] : [])
        .filter(isRecord)
        .slice(0, 50)
        .map(
          (object) =>
            `${textAt(object, 'name') ?? ''} ${Array.isArray(object['labels']) ? object['labels'].join(' ') : ''}`,
        ),
    ])
    .join(' ')
    .slice(0, 2_000)

/** All attributes of a MISP event are one event: it says what belongs together. */
function ofMisp(event: JsonRecord): ReadEvent {
  const attributes = [event, ...recordList(event['Object'])]
    .flatMap((one) => recordList(one['Attribute']))
    .slice(0, eventLimit)
  const seen = attributes.map((one) => readTime(textAt(one, 'first_seen') ?? '')).find((time) => time !== null)
  const said = attributes
    .filter((one) => textAt(one, 'type') === 'datetime')
    .map((one) => readTime(textAt(one, 'value') ?? ''))
    .find((time) => time !== null)
  const time = seen ?? said ?? null
  const found = attributes.reduce<ReportEvent>(
    (so, one) => withAttribute(so, textAt(one, 'type') ?? '', textAt(one, 'value') ?? ''),
    noEvent,
  )
  return {
    event: time === null ? found : { ...found, at: time.at, atText: time.atText, zoneKnown: time.zoneKnown },
    time,
  }
}

const recordList = (value: unknown): readonly JsonRecord[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Composite types hold their two values on both sides of a bar (MISP core format, 2.4.2). */
function withAttribute(event: ReportEvent, type: string, value: string): ReportEvent {
  if (
    /^(?:link|comment|text|other|attachment|email|whois|x509|ssh-|ja3|pgp|github|uuid|filename$|AS$|yara|sigma)/.test(
      type,
    )
  )
    return event
  const role = type.startsWith('ip-dst') ? 'destination' : 'source'
  const [first = '', second = ''] = value.split('|', 2)
  if (type.endsWith('|port')) return withPort(withValue(event, first, role), second, role)
  if (type === 'port') return withPort(event, value, 'destination')
  return value.includes('|')
    ? [first, second].reduce((so, one) => withValue(so, one, role), event)
    : withValue(event, value, role)
}

/** A signature names the vulnerability in its own words. */
function withCves(read: ReadEvent, record: Fields): ReadEvent {
  const found = record.flatMap(([, value]) =>
    [...value.slice(0, 500).matchAll(/\bCVE-\d{4}-\d{4,7}\b/gi)].map(([cve]) => cve.toUpperCase()),
  )
  return isEmpty(read.event) || found.length === 0
    ? read
    : { ...read, event: { ...read.event, cves: union(read.event.cves, found) } }
}

/** Records of any nesting near the top: "source": {"ip": …} is the field "source_ip". */
function recordsIn(document: JsonRecord): readonly Fields[] {
  const lists = Object.values(document)
    .filter((value) => Array.isArray(value))
    .flatMap((list) => list.filter(isRecord))
  const own = flat(document, '', 0)
  const listed = lists.slice(0, eventLimit).map((record) => flat(record, '', 0))
  const dated = datedIn(document, listed)
  if (dated.length > 1) return dated
  // One record may hold lists of its own: it is one where it has a time.
  return readAlone(own).time === null && listed.some((fields) => !isEmpty(readAlone(fields).event)) ? listed : [own]
}

/** What stands around a list holds for each of its records; so much of it, for it is copied for each. */
const mostAround = 60

/** The records of a list that each have a time, where the document around them has none; else none. */
function datedIn(document: JsonRecord, listed: readonly Fields[]): readonly Fields[] {
  const plain = Object.entries(document).filter(([, value]) => !(Array.isArray(value) && value.some(isRecord)))
  const around = flat(Object.fromEntries(plain), '', 0).slice(0, mostAround)
  if (readAlone(around).time !== null) return []
  return listed
    .filter((fields) => readAlone(fields).time !== null)
    .map((fields) => [...fields, ...around])
    .filter((fields) => !isEmpty(readAlone(fields).event))
}

const readAlone = (fields: Fields): ReadEvent => eventOf(fields, { zone: null, portIs: 'source' })

const sides = [
  ['source', /^(?:source|src|client|remote|attacker|offender|initiator|peer)/i],
  ['destination', /^(?:destination|dest|dst|server|local|target|victim|responder)/i],
] as const

/** "remoteIpDetails", "src", "localPortDetails": the name of an object gives the side of what is in it. */
const sideOf = (key: string): string | null => sides.find(([, form]) => form.test(key))?.[0] ?? null

function nameOf(key: string, side: string): string {
  const plain = key.replaceAll('.', '_')
  if (side === '') return plain
  const role = roleOf(plain)
  if (role === 'source') return `${side}_ip`
  return role === 'service-port' ? `${side}_port` : role === undefined ? `${side}_${plain}` : plain
}

function flat(record: JsonRecord, before: string, depth: number): Fields {
  if (depth > 5) return []
  return Object.entries(record)
    .slice(0, 300)
    .flatMap(([key, value]): Fields => {
      // The machine that saw it, and the program that wrote it down.
      if (/^(?:_internal|agent|manager|observer|sensor|reporter|collector|ecs)$/.test(key)) return []
      const name = nameOf(key, before)
      // Where a feed has it from, and no machine.
      if (/^(?:source|provider|feed)$/i.test(key) && typeof value === 'string' && !/\d/.test(value)) return []
      if (Array.isArray(value) && value.some((one) => isRecord(one)))
        return value
          .filter(isRecord)
          .slice(0, 50)
          .flatMap((one) => flat(one, '', depth + 1))
      if (isRecord(value)) return flat(value, sideOf(key) ?? before, depth + 1)
      const scalar = Array.isArray(value)
        ? value
            .filter((one) => typeof one !== 'object')
            .slice(0, 200)
            .join(' ')
        : value
      return typeof scalar === 'string' || typeof scalar === 'number' ? [[name, String(scalar)]] : []
    })
}
