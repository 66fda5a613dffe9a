/** Reads X-ARF: the YAML-like part of versions 0.1 and 0.2, and the JSON of versions 3 and 4. */
import { isRecord, parseJson, textAt, type JsonRecord } from './json.ts'
import { eventLimit, withValue } from './event.ts'
import { eventOf, type Fields, type ReadEvent, type Reader } from './fields.ts'
import { fieldOf, keyValues } from './key-values.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Stated, type Structured } from './structured.ts'

export const readXArf = (source: ReportSource, stated: Stated): Structured | null =>
  readJson(source, stated) ?? readBlocks(source, stated)

const textsWithin = (source: ReportSource): readonly string[] => [
  ...new Set(
    [...textsOf(source), ...(source.forwarded ?? []).flatMap(({ parts }) => parts)].flatMap(({ text }) => text ?? []),
  ),
]

/** A message may hold several reports, each in a part of its own. */
function readBlocks(source: ReportSource, stated: Stated): Structured | null {
  const blocks = textsWithin(source)
    .flatMap((text) => blockOf(text) ?? [])
    .map((block) => keyValues(block))
  const [first] = blocks
  if (first === undefined) return null
  const distinct = [...new Map(blocks.map((block) => [JSON.stringify(block), block])).values()].slice(0, eventLimit)
  const read = distinct.map((block) => ofBlock(block, stated))
  return {
    kind: 'x-arf',
    events: read.map(({ event }) => event),
    ticket: fieldOf(first, 'report-id'),
    reporter: fieldOf(first, 'reported-from'),
    says: `${typeOf(first)} ${fieldOf(first, 'category') ?? ''} ${fieldOf(first, 'service') ?? ''}`,
    findings: timeFindings(read.map(({ time }) => time)),
  }
}

/** From "---" (or its first key) to the first empty line; null where the keys that every version requires are missing. */
function blockOf(text: string): string | null {
  const at = /^[ \t]{0,4}report-type[ \t]{0,3}:/im.exec(text.slice(0, 1_000_000))?.index
  if (at === undefined) return null
  const before = text.slice(Math.max(0, at - 5_000), at)
  const start = before.split(/\n[ \t]*\r?\n|^-{3}[ \t]*\r?$/m).at(-1)?.length ?? 0
  const [block = ''] = text
    .slice(at - start, at + 20_000)
    .trimStart()
    .split(/\n[ \t]*\r?\n/, 1)
  return /^[ \t]{0,4}source[ \t]{0,3}:/im.test(block) &&
    /^[ \t]{0,4}(?:reported-from|category|schema-url)[ \t]{0,3}:/im.test(block)
    ? block
    : null
}

const typeOf = (fields: Fields): string => fieldOf(fields, 'report-type') ?? ''

/** In a block about an attack, Port is the port that was attacked; in one about content it is where that content is served. */
function ofBlock(fields: Fields, { zone, hints }: Stated): ReadEvent {
  const isContent =
    /uri|url/i.test(fieldOf(fields, 'source-type') ?? '') ||
    /phish|malware|spamvert|trojan|fraud|defac/i.test(typeOf(fields))
  const known: Fields = fields
    .filter(([name]) => !/^(?:schema-url|user-agent|report-id|reported-from|attachment|category)$/i.test(name))
    .map(([name, value]) => [
      /^download-port$/i.test(name) ? 'Source-Port' : /^service$/i.test(name) ? 'Protocol' : name,
      value,
    ])
  return eventOf(known, { zone, hints, portIs: isContent ? 'source' : 'destination' })
}

function readJson(source: ReportSource, stated: Stated): Structured | null {
  const reports = textsWithin(source).flatMap((text) => {
    const json = /xarf_version|ReporterInfo/i.test(text.slice(0, 1_000_000)) ? parseJson(jsonIn(text)) : null
    return (Array.isArray(json) ? json : [json]).filter(isRecord).filter(isReport)
  })
  return reports.length === 0 ? null : ofReports(reports.slice(0, eventLimit), stated)
}

/** Pasted into a letter it has words around it. */
const jsonIn = (text: string): string => {
  const trimmed = text.trim()
  if (/^[{[]/.test(trimmed)) return trimmed
  const start = text.search(/^\s{0,8}\{/m)
  return start < 0 ? '' : text.slice(start, text.lastIndexOf('}') + 1)
}

const isReport = (json: JsonRecord): boolean =>
  typeof json['xarf_version'] === 'string' || isRecord(json['ReporterInfo'])

function ofReports(reports: readonly JsonRecord[], { zone, hints }: Stated): Structured {
  const read = reports.map((report) => eventOf(fieldsOf(report), { zone, hints, portIs: portOf(report) }))
  const [first = {}] = reports
  const old = textAt(first, 'Report', 'ReportType')
  return {
    kind: 'x-arf',
    events: read.map(({ event }, at) => withIdentifier(event, reports[at])),
    ticket: textAt(first, 'report_id') ?? textAt(first, 'Report', 'ReportID'),
    reporter:
      textAt(first, 'reporter', 'contact') ??
      textAt(first, 'ReporterInfo', 'ReporterContactEmail') ??
      textAt(first, 'ReporterInfo', 'ReporterOrgEmail'),
    says:
      old === null
        ? `${textAt(first, 'type') ?? ''} ${textAt(first, 'category') ?? ''}`
        : `${old} ${textAt(first, 'Report', 'ReportClass') ?? ''}`,
    findings: timeFindings(read.map(({ time }) => time)),
  }
}

/** What is served has its own port; what attacks has gone to one. */
function portOf(report: JsonRecord): Reader['portIs'] {
  const kind = `${textAt(report, 'category') ?? ''} ${textAt(report, 'Report', 'ReportClass') ?? ''} ${textAt(report, 'Report', 'ReportType') ?? ''}`
  return /content|infrastructure|vulnerab|phish|malware/i.test(kind) ? 'source' : 'destination'
}

/** source_identifier may be an address, a domain or a link. */
const withIdentifier = (event: ReadEvent['event'], report: JsonRecord | undefined): typeof event =>
  withValue(event, (report === undefined ? null : textAt(report, 'source_identifier')) ?? '', 'source')

/** Version 4 has its fields at the top, version 3 has them under Report and Source. "_internal" must never be read (X-ARF v4). */
function fieldsOf(report: JsonRecord): Fields {
  const inner = isRecord(report['Report']) ? report['Report'] : {}
  const from = isRecord(inner['Source']) ? inner['Source'] : {}
  return [
    ...plain(report),
    ...plain(inner),
    ...plain(from).map(([name, value]) => [`${name === 'Port' ? 'source_' : ''}${name}`, value] as const),
    ...evidenceOf(report),
  ]
}

/** The hash of a malware sample is an indicator, that of a log is none. */
function evidenceOf(report: JsonRecord): Fields {
  const evidence = Array.isArray(report['evidence']) ? report['evidence'].filter(isRecord) : []
  if (!/malware/i.test(textAt(report, 'type') ?? '')) return []
  return evidence.slice(0, 50).flatMap((one) => {
    const hash = textAt(one, 'hash')
    return hash === null || /^(?:text|message|image)\//.test(textAt(one, 'content_type') ?? '')
      ? []
      : [['hash', hash.replace(/^[\w-]{1,10}:/, '')] as const]
  })
}

function plain(record: JsonRecord): Fields {
  return Object.entries(record).flatMap(([name, value]) => {
    if (name === '_internal') return []
    const scalar = Array.isArray(value) ? value.slice(0, 200).join(',') : value
    return typeof scalar === 'string' || typeof scalar === 'number'
      ? [[name === 'Date' ? 'timestamp' : name, String(scalar)] as const]
      : []
  })
}
