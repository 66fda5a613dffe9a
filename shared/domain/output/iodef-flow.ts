/** Sources and targets of a report's events as IODEF flows (RFC 7970, sections 3.16, 3.17, 3.20). */
import type { ReportEvent } from '../report/report-reading.ts'
import type { ExportContent } from './export-content.ts'
import { ipAddress } from './iodef-observable.ts'
import { element, type Xml } from './xml.ts'

/** IANA protocol numbers of what reports name. */
const protocols: Readonly<Record<string, string>> = { icmp: '1', tcp: '6', udp: '17', sctp: '132' }

/** A digest can hold thousands; the CSV is the form for them. */
const most = 500

export const flowEvents = ({ flows }: ExportContent): readonly Xml[] =>
  flows
    .filter(({ sourceIps, destinationIps }) => sourceIps.length + destinationIps.length > 0)
    .slice(0, most)
    .map((flow) =>
      element('EventData', {}, [
        ...(flow.at === null ? [] : [element('StartTime', {}, [flow.at])]),
        element('Flow', {}, [
          ...systems('source', flow.sourceIps, flow.sourcePorts, flow),
          ...systems('target', flow.destinationIps, flow.destinationPorts, flow),
        ]),
      ]),
    )

const systems = (
  category: string,
  ips: readonly string[],
  ports: readonly number[],
  { protocol }: ReportEvent,
): readonly Xml[] =>
  ips.map((ip) => element('System', { category }, [element('Node', {}, [ipAddress(ip)]), ...services(ports, protocol)]))

/** `ip-protocol` is asked for by the schema: without a protocol that has a number there is no service to name. */
function services(ports: readonly number[], protocol: string | null): readonly Xml[] {
  const number = protocols[(protocol ?? '').toLowerCase()]
  if (number === undefined) return []
  return ports.map((port) => element('Service', { 'ip-protocol': number }, [element('Port', {}, [String(port)])]))
}
