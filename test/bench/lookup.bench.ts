/** How long the directory takes with 100,000 ranges, against looking at each of them: medians and the ratio, in one run. */
import ipaddr from 'ipaddr.js'
import { lookUp } from '../../shared/domain/directory/look-up.ts'
import { asCidr, buildIndex, type NetworkOwner } from '../../shared/domain/directory/network-index.ts'

let seed = 20_261_122
const next = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const v4 = (): string => [1 + next(222), next(256), next(256), next(256)].join('.')
const word = (): string => next(65_536).toString(16)
const v6 = (): string => `2001:db8:${word()}:${word()}::${word()}`
const ranges = 100_000
const perCard = 20
const owners: readonly NetworkOwner[] = Array.from({ length: ranges / perCard }, (_, card) => ({
  id: `card-${card}`,
  name: `Team ${card}`,
  networks: {
    cidrs: Array.from({ length: perCard }, (_, at) =>
      at % 4 === 0 ? `${v6()}/${32 + next(33)}` : `${v4()}/${12 + next(21)}`,
    ),
    domains: [`team-${card}.example`],
    asns: [64_512 + card],
  },
}))
/** Half addresses, a quarter names, the rest defanged. */
const asked = Array.from(
  { length: 10_000 },
  (_, at) =>
    [v4(), v6(), `mail.team-${next(9000)}.example`, `hxxp://${v4().replaceAll('.', '[.]')}/a`][
      at % 4 === 0 ? 1 : at % 4
    ] ?? '',
)
const addresses = Array.from({ length: 10_000 }, (_, at) => (at % 4 === 0 ? v6() : v4()))
const text = asked.join('\n')

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

interface Took {
  /** Milliseconds by the clock. */
  readonly wall: number
  /** Milliseconds of processor time, collection of garbage in it: what a busy machine does not stretch as much. */
  readonly cpu: number
}

/** Medians of one of `parts`; the first rounds warm up. */
function timed(rounds: number, parts: number, work: () => unknown): Took {
  const times = Array.from({ length: rounds + 2 }, () => {
    const start = performance.now()
    const used = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(used)
    return { wall: (performance.now() - start) / parts, cpu: (user + system) / 1000 / parts }
  }).slice(2)
  return { wall: median(times.map(({ wall }) => wall)), cpu: median(times.map(({ cpu }) => cpu)) }
}

const ms = ({ wall, cpu }: Took): string => `${wall.toFixed(0)} ms (processor ${cpu.toFixed(0)} ms)`
const us = ({ wall, cpu }: Took): string => `${(wall * 1000).toFixed(1)} µs (processor ${(cpu * 1000).toFixed(1)} µs)`

/** Heap and typed arrays, in MB, after a collection where node runs with --expose-gc. */
function held(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1_048_576
}

const build = timed(9, 1, () => buildIndex(owners))
const before = held()
const index = buildIndex(owners)
const memory = held() - before
const cidrs = addresses.flatMap((one) => asCidr(one) ?? [])
const single = timed(9, cidrs.length, () => cidrs.forEach((cidr) => index.holding(cidr)))

/** The plain way: parsed once, each range asked in turn, the longest kept. */
const all = owners.flatMap(({ networks }) => networks.cidrs.map((cidr) => ipaddr.parseCIDR(cidr)))
const some = addresses.slice(0, 20).map((one) => ipaddr.parse(one))
function scan(address: ipaddr.IPv4 | ipaddr.IPv6): number {
  let best = -1
  for (const [first, bits] of all) {
    if (first.kind() === address.kind() && bits > best && address.match(first, bits)) best = bits
  }
  return best
}
const naive = timed(5, some.length, () => some.map(scan))
for (const [at, address] of some.entries()) {
  const cidr = cidrs[at]
  const [match] = cidr === undefined ? [] : index.holding(cidr).matches
  const bits = match === undefined ? -1 : Number(match.network.split('/')[1])
  if (bits !== scan(address)) throw new Error(`${addresses[at] ?? ''}: the index and the scan do not agree`)
}
const grouped = timed(9, 1, () => lookUp(text, index, () => 0))

console.log(`ranges                            ${index.ranges} on ${index.cards} cards`)
console.log(`build                             ${ms(build)}`)
if (globalThis.gc === undefined) console.log('memory                            not told: run node with --expose-gc')
else console.log(`memory                            ${memory.toFixed(1)} MB`)
console.log(`one look-up                       ${us(single)}`)
console.log(`one look-up, ipaddr.js over all   ${us(naive)}`)
console.log(`ratio                             ${(naive.wall / single.wall).toFixed(0)} : 1`)
console.log(`10,000 indicators, grouped        ${ms(grouped)}`)
