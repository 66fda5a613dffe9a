/** The ports of a real process: system clock, system randomness, UUIDv7. */
import { randomBytes } from 'node:crypto'
import { totalmem, uptime } from 'node:os'
import { fullCost, type KdfCost, type Ports } from './ports.ts'
import { passphraseKey } from './vault/key-wraps.ts'

/** UUIDv7: 48 bits of milliseconds, then randomness, so that ids sort by the time they were made. */
export function uuidV7(now: number, random: (bytes: number) => Uint8Array): string {
  const bytes = Buffer.from(random(16))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** An eighth of the machine's memory, and no more than 512 MB: a desk shares it with a browser. */
const mostMemory = Math.min(524_288, Math.floor(totalmem() / 8 / 1024))

/** Milliseconds. */
async function timeOf(cost: KdfCost): Promise<number> {
  const start = performance.now()
  await passphraseKey('how long one takes', randomBytes(16), cost)
  return performance.now() - start
}

type Outside = Pick<Ports, 'redeem' | 'copy' | 'keepDues' | 'device' | 'relock'>

export function realPorts(outside: Outside): Ports {
  const now = (): number => Date.now()
  const random = (bytes: number): Uint8Array => randomBytes(bytes)
  return {
    now,
    uptime,
    random,
    newId: () => uuidV7(now(), random),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    kdf: fullCost,
    measure: { time: timeOf, mostMemory },
    ...outside,
  }
}
