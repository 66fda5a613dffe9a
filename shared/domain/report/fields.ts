/** The names under which reports give their fields: one table for tables, key-value blocks, JSON and XML. */
import { type ReadTime, readTime } from './times.ts'
import { noEvent, protocolOf, withPort, withValue } from './event.ts'
import type { ReportEvent } from './report-reading.ts'
import { instantOf, zoneOf } from './zones.ts'

export type FieldRole =
  | 'time'
  | 'date'
  | 'clock'
  | 'zone'
  | 'source'
  | 'source-port'
  | 'protocol'
  | 'destination'
  | 'destination-port'
  | 'service-port'
  | 'value'
  | 'hash'

const names: Readonly<Record<FieldRole, string>> = {
  time: 'timestamp time datetime date_time event_timestamp detected detected_at detect_time detecttime first_seen firstseen start_time starttime incident_time event_time_utc timestamp_utc time_utc attack_time received_date arrival_date observed last_seen date_and_time fecha_y_hora fecha_hora',
  date: 'date event_date fecha datum',
  clock: 'event_time hora uhrzeit',
  zone: 'timezone time_zone tz utc_offset zona_horaria zeitzone',
  source:
    'ip src_ip source_ip srcip sourceip ip_address source src source_address src_addr saddr attacker attacker_ip attacking_ip offending_ip offender_ip offending_source_ip infected_ip origin_ip client_ip ip_origen source_identifier sourceaddress abusive_ip reported_ip host_ip ips addr address ip_v4 ipv4 ipv6',
  'source-port': 'src_port source_port srcport sourceport spt sport port_origen puerto_origen',
  protocol: 'protocol proto ip_protocol protocolo transport transport_protocol protokoll',
  destination:
    'dst_ip destination_ip dest_ip dstip destip target target_ip targeted_ip victim_ip victim daddr dst destination destination_address dst_addr cc_ip cc c2_ip cnc_ip sinkhole_ip server_ip ip_destino destino attacked_ip',
  'destination-port':
    'dst_port destination_port dest_port dstport destport dpt dport target_port targeted_port cc_port c2_port cnc_port attacked_port puerto_destino port_destino server_port ports_scanned',
  'service-port': 'port puerto',
  value:
    'url uri src_url dst_url source_url reported_uri download_link link website domain hostname host reported_domain cc_dns src_hostname dst_hostname c2_server target_url targeted_url malicious_url fqdn http_host cve cve_id dominio',
  hash: 'md5 sha1 sha256 sha512 md5_hash sha1_hash sha256_hash file_hash hash file_md5 file_sha256',
}

const roles = new Map(
  Object.entries(names).flatMap(([role, all]) => all.split(' ').map((name) => [name, role as FieldRole] as const)),
)

/** "Source IP", "source-ip" and "Source_IP (UTC)" are one name. */
export const plainName = (name: string): string =>
  name
    .trim()
    .slice(0, 60)
    .toLowerCase()
    .replaceAll(/\(.{0,20}\)/g, '')
    .trim()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '')

export const roleOf = (name: string): FieldRole | undefined => roles.get(plainName(name))

/** Field name (as written) and value, in order; a name may come more than once. */
export type Fields = readonly (readonly [name: string, value: string])[]

export interface Reader {
  /** Used where a time gives no zone; null leaves such a time without an instant. */
  readonly zone: 'utc-by-convention' | null
  /** What "port" beside an address means: the port that is open there, or the one that was attacked. */
  readonly portIs: 'source' | 'destination'
}

/** One event from one row or block. */
export function eventOf(
  fields: Fields,
  { zone, portIs }: Reader,
): { readonly event: ReportEvent; readonly time: ReadTime | null } {
  const time = timeOf(fields)
  let event: ReportEvent = noEvent
  for (const [name, value] of fields)
    event = value === '' ? event : withField(event, isTransport(name) ? 'protocol' : roleOf(name), value, portIs)
  if (time === null) return { event, time }
  const assumed =
    zone !== null && time.trouble === 'no-zone' && time.wall !== null ? instantOf(time.wall, { minutes: 0 }) : null
  return { event: { ...event, at: time.at ?? assumed, atText: time.atText, zoneKnown: time.zoneKnown }, time }
}

/** Shadowserver calls the transport "type" in some of its tables. */
const isTransport = (name: string): boolean => name.toLowerCase() === 'type'

function withField(
  event: ReportEvent,
  role: FieldRole | undefined,
  value: string,
  portIs: Reader['portIs'],
): ReportEvent {
  switch (role) {
    case 'source':
      return withValue(event, value, 'source')
    case 'destination':
      return withValue(event, value, 'destination')
    case 'value':
    case 'hash':
      return withValue(event, value, portIs === 'source' ? 'source' : 'destination')
    case 'source-port':
      return withPort(event, value, 'source')
    case 'destination-port':
      return value.split(',', 200).reduce((so, port) => withPort(so, port, 'destination'), event)
    case 'service-port':
      return withPort(event, value, portIs)
    case 'protocol':
      return { ...event, protocol: protocolOf(value) ?? event.protocol }
    case undefined:
    case 'time':
    case 'date':
    case 'clock':
    case 'zone':
      return event
  }
}

/** Date and clock may stand in two columns, and the zone in a third. */
function timeOf(fields: Fields): ReadTime | null {
  const of = (role: FieldRole): string | undefined =>
    fields.find(([name, value]) => value !== '' && roleOf(name) === role)?.[1]
  const [date, clock, zone = ''] = [of('date'), of('clock'), of('zone')]
  const inName = fields.some(([name]) => roleOf(name) === 'time' && /\butc\b|\bgmt\b|_utc$/i.test(name)) ? 'UTC' : ''
  const whole = date === undefined ? undefined : `${date} ${clock ?? of('time') ?? ''}`
  const behind = zoneOf(zone) === null ? inName : zone
  for (const text of [of('time'), whole, date]) {
    const time = text === undefined ? null : readTime(text)
    if (time?.trouble === 'no-zone' && behind !== '') return readTime(`${text} ${behind}`) ?? time
    if (time !== null) return time
  }
  return null
}
