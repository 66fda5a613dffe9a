/** Turns printed address ranges, AS numbers and domains of an entry into the form in which the directory looks them up. */
import { domainToASCII } from 'node:url'
import ipaddr from 'ipaddr.js'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import type { Taken } from './contact-values.ts'
import type { Fact } from './team-facts.ts'

type Address = ReturnType<typeof ipaddr.parse>

const addressOf = (text: string): Address | null => {
  const plain = text.trim()
  // Of all the notations of the library only the usual ones: "10.1" is a version number, not an address.
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain) || (plain.includes(':') && plain.length <= 45 && ipaddr.isValid(plain))
    ? safely(() => ipaddr.parse(plain))
    : null
}

function safely<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

const width = (address: Address): number => (address.kind() === 'ipv4' ? 32 : 128)

const numberOf = (address: Address): bigint =>
  address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)

function textOf(value: bigint, bits: number): string {
  const bytes = Array.from({ length: bits / 8 }, (_, index) => Number((value >> BigInt(bits - 8 - index * 8)) & 0xffn))
  return ipaddr.fromByteArray(bytes).toString()
}

/** The network that an address stands in: host bits are cleared. Length 0 would be everybody, and is refused. */
function network(text: string): string | null {
  const [base = '', length = ''] = text.split('/')
  const address = addressOf(base)
  if (!address || !/^\d{1,3}$/.test(length)) return null
  const prefix = Number(length)
  if (prefix < 1 || prefix > width(address)) return null
  const masked = address.toByteArray().map((byte, index) => byte & byteMask(prefix - index * 8))
  return `${ipaddr.fromByteArray(masked).toString()}/${prefix}`
}

/** The bits of a byte that `left` bits of a prefix cover. */
const byteMask = (left: number): number => (left >= 8 ? 0xff : left <= 0 ? 0 : 0xff & (0xff << (8 - left)))

const MAX_PARTS = 64

const lengthOf = (value: bigint): number => value.toString(2).length

/** "192.0.2.0 - 192.0.2.255" as the fewest networks that cover exactly that range; null above 64 of them. */
function rangeNetworks(from: Address, to: Address): readonly string[] | null {
  const bits = width(from)
  const high = numberOf(to)
  let low = numberOf(from)
  if (width(to) !== bits || low > high || (low === 0n && high === (1n << BigInt(bits)) - 1n)) return null
  const found: string[] = []
  while (low <= high) {
    const aligned = low === 0n ? bits : lengthOf(low & -low) - 1
    const host = Math.min(aligned, lengthOf(high - low + 1n) - 1)
    found.push(`${textOf(low, bits)}/${bits - host}`)
    if (found.length > MAX_PARTS) return null
    low += 1n << BigInt(host)
  }
  return found
}

function networksIn(text: string): readonly string[] | null {
  if (text.includes('/')) {
    const one = network(text)
    return one ? [one] : null
  }
  const [first = '', second] = text.split(/\s*[-–]\s*/)
  const [from, to] = [addressOf(first), addressOf(second ?? first)]
  return from && to ? rangeNetworks(from, to) : null
}

function take<T>(
  facts: readonly Fact[],
  read: (text: string) => readonly T[] | null,
  problem: (params: { at: string; value: string }) => Saying,
): Taken<T> {
  const all = facts.map((fact) => ({ fact, values: read(fact.text) }))
  return {
    values: [...new Set(all.flatMap(({ values }) => values ?? []))],
    problems: all
      .filter(({ values }) => values === null)
      .map(({ fact }) => problem({ at: fact.at, value: fact.text.slice(0, 100) })),
  }
}

/** Networks in canonical notation; single addresses become /32 and /128, ranges their networks. */
export const cidrsOf = (facts: readonly Fact[]): Taken<string> =>
  take(facts, networksIn, (params) => saying('value-network', params))

/** RFC 6793: four bytes; 0 and the last one are reserved. */
export const asnsOf = (facts: readonly Fact[]): Taken<number> =>
  take(
    facts,
    (text) => {
      const number = Number(/^(?:asn?[\s:-]?)?(\d{1,10})$/i.exec(text.trim())?.[1])
      return number > 0 && number < 4_294_967_295 ? [number] : null
    },
    (params) => saying('value-asn', params),
  )

/** Lower case, punycode, without "*." and the final dot; a bare top-level domain is what a national team has. */
export const domainsOf = (facts: readonly Fact[]): Taken<string> =>
  take(
    facts,
    (text) => {
      const bare = text
        .trim()
        .replace(/^https?:\/\//i, '')
        .replace(/[/?#].*$/, '')
        .replace(/^@|^\*?\./, '')
        .replace(/\.$/, '')
      const ascii = domainToASCII(bare)
      return /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){0,10}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/.test(ascii)
        ? [ascii]
        : null
    },
    (params) => saying('value-domain', params),
  )
