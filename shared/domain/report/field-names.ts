/** Tells what a field of a report holds by its name, in any of the languages, for tables, forms, JSON and XML alike. */
import { plainWord, wordSet } from './words.ts'

export type FieldRole =
  | 'time'
  | 'date'
  | 'clock'
  | 'zone'
  /** When the report was made, or when it ended. */
  | 'other-time'
  | 'source'
  | 'source-port'
  | 'protocol'
  | 'destination'
  | 'destination-port'
  | 'service-port'
  | 'value'
  | 'hash'
  | 'ticket'
  | 'category'

/** Names that programs made up, or that mean more than their words. */
const names: Readonly<Partial<Record<FieldRole, string>>> = {
  'other-time': 'last last_ts end_ts end stop until stop_at end_at stopped_at ended_at finished_at',
  time: 'first first_ts start_ts rt time_created receive_time received_time log_time firstreporteddatetime timestamp event_timestamp detecttime firstseen event_time_utc timestamp_utc time_utc received_date arrival_date start begin inicio beginn debut started @timestamp datetime date_time seen ts eventtime start_time starttime attack_time',
  date: 'date event_date fecha datum data tag_des_angriffs eventdate',
  clock: 'event_time hora uhrzeit heure horario clock hour',
  zone: 'utc_offset offset',
  source:
    'ip srcip sourceip saddr source_identifier sourceaddress ips addr ip_v4 quellip source_value sip src_host x_originating_ip sender_ip remote_ip remote_addr remoteip clientip rhost rip sa c_ip id_orig_h networksourceipv4 networksourceipv6 networksourceip host_ip peer_ip attacking attacker_host',
  'source-port': 'sp id_orig_p networksourceport srcport sourceport spt sport quellport src_pt c_port remote_port',
  protocol: 'protocol_id proto_id l4 pr type_of_service ipproto l4_protocol ip_proto transport_protocol',
  destination:
    'dstip destip targetip victimip daddr cc cc_ip c2_ip cnc_ip zielip dip dst_host lip laddr da s_ip id_resp_h ip2 dip networkdestinationipv4 networkdestinationipv6 networkdestinationip destaddr destinationip server_ip',
  'destination-port':
    'networkdestinationport dp s_port id_resp_p port2 dstport destport dpt dport zielport targetport cc_port c2_port cnc_port server_port ports_scanned targeted_ports attacked_ports d_port destinationport',
  'service-port': 'port download_port puerto',
  value:
    'value indicator ioc observable indicator_value ioc_value download_link reported_uri reported_domain cc_dns c2_server src_hostname dst_hostname http_host forward_url redirect_target payload_url malware_url rdns reverse_dns ptr dns_name domain_name host_name src_url dst_url',
  hash: 'shasum sha256sum md5sum md5hash sha1hash sha256hash file_md5 file_sha1 file_sha256 md5_hash sha1_hash sha256_hash malware_md5 malware_sha1 malware_sha256 file_hash',
  ticket:
    'ticket case rid notification expediente vorgang vorgangsnummer aktenzeichen dossier referenz reference ref referencia ticketnummer fallnummer chamado geschaftszeichen unser_zeichen your_reference our_reference uuid_report',
  category: 'report_type infection infection_type family application feed rule signature verdict',
}

const exact = new Map(
  Object.entries(names).flatMap(([role, all]) => all.split(' ').map((name) => [name, role as FieldRole] as const)),
)

const sets = {
  source: wordSet('source'),
  destination: wordSet('destination'),
  address: wordSet('address'),
  port: wordSet('port'),
  protocol: wordSet('protocol'),
  value: wordSet('value'),
  hash: wordSet('hash'),
  time: wordSet('time'),
  zone: wordSet('zone'),
  filler: wordSet('filler'),
  late: wordSet('late'),
  ticket: wordSet('ticket'),
  number: wordSet('number'),
  category: wordSet('category'),
} as const

/** "Source IP", "source-ip", "SourceIP" and "Source_IP (UTC)" are one name. */
export const plainName = (name: string): string =>
  plainWord(
    name
      .trim()
      .slice(0, 60)
      .replaceAll(/\(.{0,20}\)/g, ' ')
      .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
      .replaceAll(/([A-Z]{2,})([A-Z][a-z])/g, '$1_$2'),
  )
    .replaceAll(/[^\p{L}\p{N}@]+/gu, '_')
    .replaceAll(/^_|_$/g, '')

const known = new Map<string, FieldRole | undefined>()
const mostKnown = 5_000

/** The names of a table come with every row of it: kept by how they are written. */
export function roleOf(name: string): FieldRole | undefined {
  if (known.has(name)) return known.get(name)
  const plain = plainName(name)
  const role =
    exact.get(plain) ?? exact.get(plain.replaceAll('_', '')) ?? roleByWords(plain.split('_')) ?? runTogether(plain)
  if (known.size < mostKnown && name.length <= 60) known.set(name, role)
  return role
}

const acting = 'src|source|client|remote|attacker|initiator|orig|originator|peer|hostile|bad|bot|offender'
const actedUpon = 'edge|dst|dest|destination|server|local|victim|target|responder|resp'
const togetherForm = new RegExp(
  String.raw`^(?:l[34]|ipv[46]|net|network)?(?:(${acting})|${actedUpon})[46]?(?:(port|pt|p)|(?:ip)?(?:ips?|addr|address)(?:v?[46])?)$`,
)

/** "srcaddr", "SrcIPaddress", "l4_dst_port", "devTime": programs write words of names without anything between them. */
function runTogether(plain: string): FieldRole | undefined {
  const name = plain.replaceAll('_', '')
  if (/^(?:dev|event|log|start|first|begin|edgestart)(?:time|timestamp|switched|ts)(?:ms|utc)?$/.test(name))
    return 'time'
  const found = togetherForm.exec(name)
  if (found === null) return undefined
  if (found[2] !== undefined) return found[1] === undefined ? 'destination-port' : 'source-port'
  return found[1] === undefined ? 'destination' : 'source'
}

/** Every word of the name must be one that names of fields are made of: "source_ip" is one, "source_ip_reputation" is not. */
function roleByWords(words: readonly string[]): FieldRole | undefined {
  if (words.length > 8 || words.length === 0) return undefined
  const has = (kind: keyof typeof sets): boolean => words.some((word) => sets[kind].has(word))
  const only = (...kinds: readonly (keyof typeof sets)[]): boolean =>
    words.every((word) => kinds.some((kind) => sets[kind].has(word)))
  const side =
    has('destination') && !words.some((word) => ['your', 'su', 'votre', 'ihre'].includes(word))
      ? 'destination'
      : 'source'
  if (has('hash') && only('hash', 'filler', 'value', 'source')) return 'hash'
  if (has('protocol') && only('protocol', 'filler', 'source', 'destination', 'address', 'port')) return 'protocol'
  if (has('port') && only('port', 'source', 'destination', 'filler', 'address', 'protocol', 'number'))
    return portRole(words)
  if (isZone(words)) return 'zone'
  if (words.some((word) => laterOnly.has(word)) && only('late', 'filler', 'time')) return 'other-time'
  if (
    words.some((word) => timeWords.has(word)) &&
    only('time', 'filler', 'late', 'source', 'destination', 'number', 'ticket')
  )
    return timeRole(words)
  if (has('address') && only('address', 'source', 'destination', 'filler', 'number', 'value')) return side
  if (has('value') && only('value', 'source', 'destination', 'filler', 'address', 'category', 'number')) return 'value'
  if (has('ticket') && has('number') && only('ticket', 'number', 'filler', 'source', 'destination')) return 'ticket'
  if (only('source') || only('destination')) return words.length === 1 && weak.has(words[0] ?? '') ? undefined : side
  if (has('category') && only('category', 'filler', 'ticket')) return 'category'
  return undefined
}

/** Say nothing alone. */
const weak = new Set(
  'your su ihr ihre votre reported affected concerned involved customer client cliente our notre unsere local from sending nuestro nos vos seu sua exposed subscriber denunciada signalee'.split(
    ' ',
  ),
)

/** A date of these is not the date of what they are about. */
const aboutReports = new Set(
  'notice report ticket case complaint dossier signalement informe bericht meldung aviso notificacion letter mail'.split(
    ' ',
  ),
)
const laterOnly = new Set(
  'generated created sent printed published due deadline expires recibida recibido enviado generado erstellt versendet stand envoye recu genere'.split(
    ' ',
  ),
)
const timeWords = new Set([...sets.time, 'start', 'begin', 'inicio', 'beginn', 'debut', 'end', 'fin', 'ende'])
const dateWords = new Set('date dates fecha fechas datum data tag'.split(' '))
const clockWords = new Set('hora horas uhrzeit heure heures horario ora ore orario tijd tijdstip'.split(' '))
const zoneWords = new Set('timezone tz zeitzone zona huso fuseau fuso'.split(' '))

const isZone = (words: readonly string[]): boolean =>
  words.every((word) => sets.zone.has(word) || sets.time.has(word) || sets.filler.has(word)) &&
  words.some((word) => zoneWords.has(word) || (word === 'zone' && words.includes('time')))

function portRole(words: readonly string[]): FieldRole {
  if (words.some((word) => sets.destination.has(word))) return 'destination-port'
  return words.some((word) => sets.source.has(word)) ? 'source-port' : 'service-port'
}

function timeRole(words: readonly string[]): FieldRole {
  if (
    words.some((word) => sets.late.has(word)) &&
    !words.some((word) => ['detected', 'observed', 'seen'].includes(word))
  )
    return 'other-time'
  if (words.some((word) => aboutReports.has(word))) return 'other-time'
  const isDate = words.some((word) => dateWords.has(word))
  const isClock = words.some((word) => clockWords.has(word))
  if (isDate && !isClock && !words.some((word) => ['time', 'tijdstip', 'momento'].includes(word))) return 'date'
  return isClock && !isDate ? 'clock' : 'time'
}
