/** Tells addresses and AS numbers that are nobody's on the Internet, by the registries of IANA (RFC 6890, 5737, 3849, 9637, 5398, 6996). */
import { parseCidr, type Cidr } from '../observable/ip-address.ts'
import type { Special } from './lookup-answer.ts'
import { addRange, emptyList, rangeTable } from './range-table.ts'

const documentation = '192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 233.252.0.0/24 2001:db8::/32 3fff::/20'
/** "This network", protocol assignments, benchmarking, multicast, future use; unspecified, discard-only, ORCHID, SIDs, multicast. */
const reserved =
  '0.0.0.0/8 192.0.0.0/24 198.18.0.0/15 224.0.0.0/4 240.0.0.0/4 ::/128 100::/64 2001:2::/48 2001:10::/28 2001:20::/28 5f00::/16 ff00::/8'

/** RFC 1918, 6598, 4193, loopback, link-local, and what NAT64 has for networks of its own (RFC 8215). */
const inside =
  '10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 fc00::/7 fe80::/10 ::1/128 64:ff9b:1::/48'

const kinds = ['documentation', 'reserved', 'private'] as const
const lists = { 4: emptyList(1), 6: emptyList(4) }
for (const [kind, texts] of [documentation, reserved, inside].entries()) {
  for (const range of texts.split(' ').flatMap((text) => parseCidr(text) ?? []))
    addRange(lists[range.ip.version], range, kind)
}
const tables = { 4: rangeTable(lists[4]), 6: rangeTable(lists[6]) }

/** A range is special only if all of it is. */
export function specialAddress(asked: Cidr): Special | null {
  const table = tables[asked.ip.version]
  const position = table.smallest(asked)
  return position < 0 ? null : (kinds[table.owner(table.slots(position)[0])] ?? null)
}

const asns: readonly (readonly [from: number, to: number, kind: Special])[] = [
  [0, 0, 'reserved'],
  [23_456, 23_456, 'reserved'],
  [64_496, 64_511, 'documentation'],
  [64_512, 65_534, 'private'],
  [65_535, 65_535, 'reserved'],
  [65_536, 65_551, 'documentation'],
  [65_552, 131_071, 'reserved'],
  [4_200_000_000, 4_294_967_294, 'private'],
  [4_294_967_295, 4_294_967_295, 'reserved'],
]

export const specialAsn = (asn: number): Special | null =>
  asns.find(([from, to]) => asn >= from && asn <= to)?.[2] ?? null
