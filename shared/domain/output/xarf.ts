/** A case as one X-ARF version 4 report: about its first source, with every other observable as evidence. */
import { tlpLabel } from '../marking/tlp.ts'
import type { ReportEvent } from '../report/report-reading.ts'
import { csv } from './csv.ts'
import { beganAt, lastAt, rsitParts, type ExportContent, type ExportTools } from './export-content.ts'

/** JSON text with live values; null where the case has no source that a report could be about. */
export function xarfReport(content: ExportContent, tools: ExportTools): string | null {
  const source = sourceOf(content)
  if (source === null) return null
  const { team } = content
  const party = { org: team.name.slice(0, 200), contact: team.address, domain: team.domain }
  const port = content.flows.find(({ sourceIps }) => sourceIps.includes(source))?.sourcePorts[0]
  const report = {
    xarf_version: '4.2.0',
    report_id: tools.id('xarf'),
    timestamp: beganAt(content),
    reporter: party,
    sender: party,
    source_identifier: source,
    ...(port === undefined ? {} : { source_port: port }),
    ...kindOf(content, source),
    evidence_source: 'researcher_analysis',
    description: `${tlpLabel(content.tlp)} ${content.number} ${content.title}`.slice(0, 1_000),
    evidence: evidence(content, tools),
    tags: tags(content),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

/** The attacker as the reports say, else the first thing on the network that nobody found harmless. */
function sourceOf({ flows, observables }: ExportContent): string | null {
  const said = flows.flatMap(({ sourceIps }) => sourceIps)[0]
  const seen = (['ip', 'url', 'domain', 'email', 'cidr', 'asn'] as const).flatMap((type) =>
    observables.filter((one) => one.type === type),
  )[0]
  return said ?? seen?.value ?? null
}

const protocols: readonly string[] = ['tcp', 'udp', 'icmp', 'sctp']

/** Types that ask for nothing but what is known are used; everything else is a piece of threat intelligence. */
function kindOf(content: ExportContent, source: string): object {
  const { rsit } = content
  const link = content.observables.find(({ type }) => type === 'url')?.value
  const flow = content.flows.find(({ sourceIps }) => sourceIps.includes(source))
  const connection = connectionTypes[rsit ?? '']
  if (rsit === 'fraud/phishing' && link !== undefined) return { category: 'content', type: 'phishing', url: link }
  if (connection !== undefined && flow !== undefined)
    return connectionOf(connection, flow, content) ?? intelligence(rsit)
  if (rsit === 'malicious-code/infected-system' || rsit === 'malicious-code/c2-server') {
    return { category: 'infrastructure', type: 'botnet', compromise_evidence: content.title }
  }
  return intelligence(rsit)
}

const connectionTypes: Readonly<Record<string, string>> = {
  'information-gathering/scanner': 'port_scan',
  'intrusion-attempts/brute-force': 'login_attack',
  'availability/ddos': 'ddos',
  'availability/dos': 'ddos',
}

function connectionOf(type: string, flow: ReportEvent, content: ExportContent): object | null {
  const protocol = (flow.protocol ?? '').toLowerCase()
  if (!protocols.includes(protocol)) return null
  const [target] = flow.destinationIps
  const [port] = flow.destinationPorts
  return {
    category: 'connection',
    type,
    protocol,
    first_seen: flow.at ?? beganAt(content),
    last_seen: lastAt(content),
    ...(target === undefined ? {} : { destination_ip: target }),
    ...(port === undefined ? {} : { destination_port: port }),
  }
}

const intelligence = (rsit: string | null): object => ({
  category: 'reputation',
  type: 'threat_intelligence',
  threat_type: rsitParts(rsit)?.type ?? rsitParts(rsit)?.group ?? 'undetermined',
})

function evidence(content: ExportContent, tools: ExportTools): readonly object[] {
  const rows = content.observables.map(({ type, value, state }) => [type, value, state])
  const times = content.events.map(({ at, atText, what }) => [at, atText, what])
  const item = (description: string, table: string): object => ({
    content_type: 'text/csv',
    description: `${tlpLabel(content.tlp)} ${description}`,
    payload: tools.base64(table, 'utf8'),
  })
  return [
    ...(rows.length === 0 ? [] : [item('Observables', csv([['type', 'value', 'state'], ...rows]))]),
    ...(times.length === 0 ? [] : [item('Timeline', csv([['at', 'at_text', 'what'], ...times]))]),
  ]
}

/** namespace:predicate in lower case, as the specification wants tags. */
const tags = ({ tlp, pap, rsit }: ExportContent): readonly string[] => [
  `tlp:${tlp.toLowerCase()}`,
  ...(pap === null ? [] : [`pap:${pap.toLowerCase()}`]),
  ...(rsit === null ? [] : [`rsit:${rsit.split('/').at(-1) ?? ''}`]),
]
