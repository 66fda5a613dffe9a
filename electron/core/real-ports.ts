/** The ports of a real process: system clock, system randomness, UUIDv7. */
import { randomBytes } from 'node:crypto'
import { uptime } from 'node:os'
import { fullCost, type Ports } from './ports.ts'

/** UUIDv7: 48 bits of milliseconds, then randomness, so that ids sort by the time they were made. */
export function uuidV7(now: number, random: (bytes: number) => Uint8Array): string {
  const bytes = Buffer.from(random(16))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function realPorts(outside: Pick<Ports, 'redeem' | 'copy' | 'keepDues'>): Ports {
  const now = (): number => Date.now()
  const random = (bytes: number): Uint8Array => randomBytes(bytes)
  return {
    now,
    uptime,
    random,
    newId: () => uuidV7(now(), random),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    kdf: fullCost,
    ...outside,
  }
}
