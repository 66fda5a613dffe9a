/** Finds the addresses of a line, each with its port and the side that the words before it give. */
import { formatCidr, formatIp, parseCidr, parseIp } from '../observable/ip-address.ts'
import { isNoAddress, sideBy, type FoundSide, type Side } from './address-roles.ts'
import { portOf } from './event.ts'
import { site } from './links.ts'

export interface FoundAddress extends FoundSide {
  readonly value: string
  readonly port: number | null
}

const candidate =
  /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}\]?)(?:[:#](\d{1,5})\b|(\/\d{1,3})\b)?(?![\w]|\.\d)/gi

/** Ports from here on are those of who connects. */
const highPort = 32_768

/** What was said of the address before holds for its sentence. */
const sentenceEnd = /[.!?]\s{1,2}\p{Lu}/u

const theirOwn = { role: 'destination', labelled: true } as const

/** "imap.reporter.example (192.0.2.1)": where the report comes from. */
function isOwnHost(before: string, own: ReadonlySet<string>): boolean {
  const host = /([\w-]{1,60}(?:\.[\w-]{1,60}){1,5})\s?[([]$/.exec(before)?.[1]
  return host !== undefined && own.has(site(host))
}

export interface AddressContext {
  /** The reporter's own domains. */
  readonly own: ReadonlySet<string>
  /** The side that a label or title gives to them. */
  readonly side: Side | null
  /** The end of the line before, where the sentence goes on from it. */
  readonly before: string
}

export function addressesIn(line: string, { own, side, before: lineBefore }: AddressContext): readonly FoundAddress[] {
  const found: FoundAddress[] = []
  let lastEnd = 0
  for (const match of line.matchAll(candidate)) {
    const text = match[0].startsWith('[') ? match[0].replace(/\](?:[:#]\d{1,5})?$/, '').slice(1) : match[0]
    const range = match[2] === undefined ? null : parseCidr(text)
    const whole = parseIp(text)
    const ip = whole ?? parseIp(text.replace(/[:#]\d{1,5}$|\/\d{1,3}$/, ''))
    const before = `${lineBefore} ${line.slice(0, match.index)}`.slice(-120)
    if (
      ip === null ||
      ip.words.every((word) => word === 0) ||
      isNoAddress(before) ||
      /<[^<>@\s]{1,100}@$/.test(before) ||
      line.startsWith('->/', match.index + match[0].length)
    )
      continue
    const last = found.at(-1)
    const isSame = last === undefined || !sentenceEnd.test(line.slice(lastEnd, match.index))
    lastEnd = match.index + match[0].length
    const port = whole === null || text !== match[0] ? portOf(match[1] ?? '') : null
    const given = isOwnHost(before, own) ? theirOwn : sideBy(before, isSame ? (last?.role ?? null) : null, side)
    // "ip=192.0.2.1:51877 … (203.0.113.30:7777)": from a port of no service to that of one.
    const isServer = !given.labelled && port !== null && port < highPort && (last?.port ?? 0) >= highPort
    found.push({
      value: range === null ? formatIp(ip) : formatCidr(range),
      role: isServer && last?.role === 'source' ? 'destination' : given.role,
      // "from 192.0.2.1 and 192.0.2.2": said of both.
      labelled: given.labelled || (isSame && last?.labelled === true && last.role === given.role),
      port,
    })
  }
  return found
}
