/**
 * Runs the specs where no packet can leave unseen: in a network namespace of their own, whose one way out counts what is sent and drops it. Arguments go on
 * to Playwright. Without the right to make one they run as they are, and say so.
 */
import { spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const self = fileURLToPath(import.meta.url)
const playwright = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url))
const config = fileURLToPath(new URL('./playwright.config.ts', import.meta.url))
const [mode, ...given] = process.argv.slice(2)

/**
 * A pair of devices of which one end leads nowhere: what goes out is counted and dropped. No ARP, no multicast, no address of its own making: the kernel itself
 * then sends nothing, and each packet is one that a program sent.
 */
const wayOut = `set -e
ip link set lo up
ip link add out0 type veth peer name nowhere0
ip link set out0 arp off multicast off addrgenmode none
ip link set nowhere0 arp off multicast off addrgenmode none up
ip addr add 198.51.100.1/24 dev out0
ip link set out0 up
ip -6 addr add 2001:db8::1/64 dev out0 nodad
ip route add default dev out0
ip -6 route add default dev out0
`

const specs = (args: readonly string[]): number =>
  spawnSync(process.execPath, [playwright, 'test', '--config', config, ...args], { stdio: 'inherit' }).status ?? 1

function whyNot(): string | null {
  if (process.platform !== 'linux') return `no network namespaces on ${process.platform}`
  const made = spawnSync('unshare', ['-n', 'sh', '-c', wayOut], { encoding: 'utf8' })
  if (made.status === 0) return null
  return (made.error?.message ?? made.stderr.trim().split('\n').at(-1) ?? '') || 'no CAP_SYS_ADMIN'
}

/** Of proc(5): the tenth number of a line is packets sent. */
const sent = (): number =>
  Number(/^ *out0: *(.*)$/m.exec(readFileSync('/proc/self/net/dev', 'utf8'))?.[1]?.trim().split(/ +/)[9])

/** One packet of each family, so that a counter that counts nothing is noticed. */
async function countedProbe(): Promise<boolean> {
  const before = sent()
  for (const [family, address] of [
    ['udp4', '192.0.2.1'],
    ['udp6', '2001:db8:1::1'],
  ] as const) {
    const socket = createSocket(family)
    socket.send('x', 9, address)
    await once(socket, 'listening')
    await new Promise<void>((resolve) => socket.close(resolve))
  }
  return sent() === before + 2
}

async function inside(): Promise<number> {
  if (!(await countedProbe())) {
    console.error('the counter of the network namespace does not count')
    return 1
  }
  const before = sent()
  const status = specs(given)
  const left = sent() - before
  console.log(`${left} packets left the network namespace.`)
  return left === 0 ? status : 1
}

async function run(): Promise<number> {
  if (mode === '--inside') return inside()
  const why = whyNot()
  const args = mode === undefined ? [] : [mode, ...given]
  if (why === null) {
    const script = `${wayOut}exec "$@"`
    return (
      spawnSync('unshare', ['-n', 'sh', '-c', script, 'sh', process.execPath, self, '--inside', ...args], {
        stdio: 'inherit',
      }).status ?? 1
    )
  }
  console.log(`skipped: the count of packets that leave (${why}); the specs run all the same`)
  return process.env['SIGNET_REQUIRE_WATCH'] === '1' ? 1 : specs(args)
}

process.exitCode = await run()
