/** Reads X-ARF: the YAML-like part of versions 0.1 and 0.2, and the JSON of versions 3 and 4. */
import { isRecord, parseJson, textAt, type JsonRecord } from './json.ts'
import { eventLimit, withValue } from './event.ts'
import { eventOf, type Fields } from './fields.ts'
import { fieldOf, keyValues } from './key-values.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Structured } from './structured.ts'

export const readXArf = (source: ReportSource): Structured | null => readJson(source) ?? readBlock(source)

function readBlock(source: ReportSource): Structured | null {
  for (const { text } of textsOf(source)) {
    const block = text === null ? null : blockOf(text)
    if (block !== null) return ofBlock(keyValues(block))
  }
  return null
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

/** In a block about an attack, Port is the port that was attacked; in one about content it is where that content is served. */
function ofBlock(fields: Fields): Structured {
  const type = fieldOf(fields, 'report-type') ?? ''
  const content = /uri|url/i.test(fieldOf(fields, 'source-type') ?? '') || /phish|malware|spamvert/i.test(type)
  const known: Fields = fields.map(([name, value]) => [
    /^download-port$/i.test(name) ? 'Source-Port' : /^service$/i.test(name) ? 'Protocol' : name,
    value,
  ])
  const { event, time } = eventOf(known, { zone: null, portIs: content ? 'source' : 'destination' })
  return {
    kind: 'x-arf',
    events: [event],
    ticket: fieldOf(fields, 'report-id'),
    reporter: fieldOf(fields, 'reported-from'),
    says: `${fieldOf(fields, 'category') ?? ''} ${type} ${fieldOf(fields, 'service') ?? ''}`,
    findings: timeFindings([time]),
  }
}

function readJson(source: ReportSource): Structured | null {
  for (const { text } of textsOf(source)) {
    const json = text === null || !/xarf_version|ReporterInfo/.test(text.slice(0, 1_000_000)) ? null : parseJson(text)
    const reports = (Array.isArray(json) ? json : [json]).filter(isRecord).filter(isReport).slice(0, eventLimit)
    if (reports.length > 0) return ofReports(reports)
  }
  return null
}

const isReport = (json: JsonRecord): boolean =>
  typeof json['xarf_version'] === 'string' || isRecord(json['ReporterInfo'])

function ofReports(reports: readonly JsonRecord[]): Structured {
  const read = reports.map((report) => eventOf(fieldsOf(report), { zone: null, portIs: 'destination' }))
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
        ? `${textAt(first, 'category') ?? ''} ${textAt(first, 'type') ?? ''}`
        : `${textAt(first, 'Report', 'ReportClass') ?? ''} ${old}`,
    findings: timeFindings(read.map(({ time }) => time)),
  }
}

/** source_identifier may be an address, a domain or a link. */
const withIdentifier = (event: ReturnType<typeof eventOf>['event'], report: JsonRecord | undefined): typeof event =>
  withValue(event, (report === undefined ? null : textAt(report, 'source_identifier')) ?? '', 'source')

/** Version 4 has its fields at the top, version 3 has them under Report and Source. "_internal" must never be read (X-ARF v4). */
function fieldsOf(report: JsonRecord): Fields {
  const inner = isRecord(report['Report']) ? report['Report'] : {}
  const from = isRecord(inner['Source']) ? inner['Source'] : {}
  return [
    ...plain(report),
    ...plain(inner),
    ...plain(from).map(([name, value]) => [`${name === 'Port' ? 'source_' : ''}${name}`, value] as const),
  ]
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
