/** Ports and protocols of a line of text, with the side that the words around them give. */
import { portOf, protocolOf } from './event.ts'
import { anyWord, plainWord, wordSet } from './words.ts'

export interface FoundPorts {
  readonly sourcePorts: readonly number[]
  readonly destinationPorts: readonly number[]
  readonly protocol: string | null
}

const portWord = String.raw`(?:ports?|puertos?|portas?|quell-?ports?|ziel-?ports?|spt|dpt|sport|dport|local ?port|lport|rport|remote ?port|srcport|dstport|src_port|dst_port|sourceport|destport)`
/** The words between "port" and its number are few, and only such as may stand there. */
const stated = new RegExp(
  String.raw`(?<![\p{L}])(${portWord})(?![\p{L}])((?:[ _.-]{1,2}(?:number|no|nr|num|de|du|des|del|d'|da|do|source|src|destination|dst|destino|origen|origem|cible|target|is|was|are|were|war|open|ouvert|tcp|udp|and protocol|et protocole)){0,3})\.?[ ]?\(?(?:tcp|udp|dst|src)?\)?[ \t]{0,3}[:=#]?[ \t]{0,4}["']?((?:tcp|udp)?\/?\d{1,5}(?:\/(?:tcp|udp))?(?:(?:, ?| and | & | y | und | et | e | or |, and |\/| )\d{1,5}(?!\d|[.:-]\d)){0,60})(?!\d|[.:]\d)`,
  'giu',
)
const withTransport = /(?<![\w.:/-])(\d{1,5})\/(tcp|udp)\b/gi
/** "192.0.2.1<tab>…<tab>22<tab>ssh": a cell that the next one explains. */
const inCells =
  /[\t|;,]\s{0,5}(\d{1,5})\s{0,5}[\t|;,]\s{0,5}(?:tcp|udp|ssh|ftp|telnet|smtp|imap|pop3|https?|rdp|sip|smb|vnc|mysql|mssql)\s{0,5}(?:[\t|;,]|$)/gi
const behindTransport =
  /\b(tcp|udp)(?:[/: ]| port )(\d{1,5})(?!\d|[.:-]\d|\s?(?:bytes?|packets?|[kmg]b|pps|connections?|attempts?|flows?|requests?|octets?|times|hits))/gi

const sources = wordSet('source')
const destinations = wordSet('destination')

function sideOf(word: string, tail: string, before: string): 'source' | 'destination' {
  const plain = plainWord(word)
  if (/^(?:s|quell)/.test(plain)) return 'source'
  if (/^(?:d|ziel|l)/.test(plain)) return 'destination'
  if (plain.startsWith('r')) return 'source'
  const around = plainWord(`${before} ${tail}`).split(/[^a-z0-9]+/)
  const near = around
    .slice(-5)
    .filter((one) => !/(?:ing|ed)$/.test(one))
    .toReversed()
  const found = near.find(
    (one) => sources.has(one) || destinations.has(one) || ['s', 'd', 'local', 'remote'].includes(one),
  )
  return found !== undefined &&
    (sources.has(found) || found === 's') &&
    !['your', 'su', 'votre', 'ihre'].includes(found)
    ? 'source'
    : 'destination'
}

/** "port 22" alone is taken for the port that was attacked, as it is in most reports of attacks. */
export function portsIn(line: string): FoundPorts {
  const sourcePorts: number[] = []
  const destinationPorts: number[] = []
  for (const match of line.matchAll(stated)) {
    const [, word = '', tail = '', list = ''] = match
    const before = line.slice(Math.max(0, match.index - 24), match.index)
    const side = sideOf(word, tail, before.split(/[,;()]/).at(-1) ?? '')
    for (const [number] of list.matchAll(/\d{1,5}/g)) {
      const port = portOf(number)
      if (port !== null) (side === 'source' ? sourcePorts : destinationPorts).push(port)
    }
  }
  if (sourcePorts.length + destinationPorts.length === 0)
    for (const [, one = '', two = ''] of [
      ...line.matchAll(withTransport),
      ...line.matchAll(behindTransport),
      ...line.matchAll(inCells),
    ]) {
      const port = portOf(/^\d/.test(one) ? one : two)
      if (port !== null) destinationPorts.push(port)
    }
  return { sourcePorts, destinationPorts, protocol: protocolIn(line) }
}

const named = new RegExp(
  String.raw`(?<![\p{L}_])(?:${anyWord('protocol')}|service|servicio|dienst)(?![\p{L}])[ ]{0,3}(?:[:=]|is )[ ]{0,4}["']?([A-Za-z0-9]{2,8})\b`,
  'iu',
)

function protocolIn(line: string): string | null {
  const labelled = named.exec(line)?.[1]
  const transport = /(?:(?<![\w.@/-])|(?<=\d\/))(TCP|UDP|ICMP|SCTP)(?!\.?\w|[@-])/i.exec(line)?.[1]
  const numbered = /(?<![\w.:-])(6|17)\(\d{1,2}\)/.exec(line)?.[1]
  return protocolOf(labelled ?? '') ?? protocolOf(transport ?? '') ?? protocolOf(numbered ?? '')
}
