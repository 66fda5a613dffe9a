/** Settles the side of addresses that one line of a letter names, and another only mentions. */
import { union } from './event.ts'
import type { FoundAddress } from './line-addresses.ts'
import type { ReportEvent } from './report-reading.ts'

/** "IP afectada:", "Affected host:": whose it is depends on whether somebody else is said to have acted. */
const affected =
  /^[\s>*•|-]{0,12}(?:[\p{L}-]{2,14} ){0,3}(?:affected|impacted|afectad[oa]s?|perjudicad[oa]s?|betroffene[nrs]?|geschädigte[nrs]?|concernée?s?|touchée?s?|lésée?s?)(?: [\p{L}-]{2,14}){0,3}\s{0,10}[:=\t]/iu
/** "Router: 192.0.2.1", "Server address is 192.0.2.1" */
const device =
  /^[\s>*•|-]{0,12}(?:the |our |el |la |le |der |die |das )?(?:router|firewall|server|gateway|sensor|honeypot|pbx|sbc|nas|vpn|device|appliance|servidor|serveur|gerät)(?:'s|’s)?(?: (?:address|ip|ip address|is|was|itself)){0,3}\s{0,10}[:=\t ]\s{0,10}[\d[]/iu

/** `affected` and `device` lines, whose addresses are the other end where an attacker is known. */
export const endOfLine = (line: string): 'affected' | 'device' | null => {
  const head = line.slice(0, 120)
  return affected.test(head) ? 'affected' : device.test(head) ? 'device' : null
}

/** A letter names few. */
const mostLoose = 20

export class KnownSides {
  readonly #hasVictim: boolean
  readonly #loose = new Set<string>()
  readonly #sources = new Set<string>()
  readonly #destinations = new Set<string>()

  /** @param hasVictim the letter is of an attack: where it says who acted, whoever it says nothing of was acted upon. */
  constructor(hasVictim: boolean) {
    this.#hasVictim = hasVictim
  }

  note(addresses: readonly FoundAddress[]): void {
    for (const { labelled, role, value } of addresses)
      if (!labelled) this.#loose.add(value)
      else (role === 'source' ? this.#sources : this.#destinations).add(value)
  }

  /** One or two; more are a list, and neighbours of who acted are likely to have acted, too. */
  #isVictim(ip: string): boolean {
    if (!this.#hasVictim || this.#sources.size === 0 || !this.#loose.has(ip)) return false
    if (this.#loose.size > mostLoose) return false
    const loose = [...this.#loose].filter((one) => !this.#sources.has(one) && !this.#destinations.has(one))
    return loose.length <= 2 && ![...this.#sources].some((one) => network(one) === network(ip))
  }

  /** What was only taken for one side is moved to the one that it is said to be, as long as a source remains. */
  settle(event: ReportEvent): ReportEvent {
    const toDestination = event.sourceIps.filter(
      (ip) => (this.#destinations.has(ip) || this.#isVictim(ip)) && !this.#sources.has(ip),
    )
    const toSource = event.destinationIps.filter((ip) => this.#sources.has(ip) && !this.#destinations.has(ip))
    const sources = union(
      event.sourceIps.filter((ip) => !toDestination.includes(ip)),
      toSource,
    )
    if (toDestination.length + toSource.length === 0 || (sources.length === 0 && this.#sources.size === 0)) return event
    return {
      ...event,
      sourceIps: sources,
      destinationIps: union(
        event.destinationIps.filter((ip) => !toSource.includes(ip)),
        toDestination,
      ),
    }
  }
}

/** The first three numbers of IPv4, the first three groups of IPv6: the smallest that is given to one customer or site. */
const network = (ip: string): string =>
  ip.includes(':') ? ip.split(':').slice(0, 3).join(':') : ip.split('.').slice(0, 3).join('.')
