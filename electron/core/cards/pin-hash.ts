/** The slow hash of a client's PIN: four digits are soon tried out, so each try must cost, and nothing but the hash is kept. */
import { timingSafeEqual } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import type { KdfCost, Ports } from '../ports.ts'

/** KiB: 64 MiB, so that a caller does not wait a second for an answer. */
const mostMemory = 65_536

export interface PinHash {
  /** Base64. */
  readonly salt: string
  readonly hash: string
  readonly cost: KdfCost
}

export async function hashPin(pin: string, { kdf, random }: Pick<Ports, 'kdf' | 'random'>): Promise<PinHash> {
  const cost = { ...kdf, memory: Math.min(kdf.memory, mostMemory) }
  const salt = random(16)
  const hash = await argon2id(pin, salt, cost)
  return { salt: Buffer.from(salt).toString('base64'), hash: hash.toString('base64'), cost }
}

export async function isPin(said: string, { salt, hash, cost }: PinHash): Promise<boolean> {
  return timingSafeEqual(await argon2id(said, Buffer.from(salt, 'base64'), cost), Buffer.from(hash, 'base64'))
}

/** Said over the telephone: blanks and dashes between the digits mean nothing. The package's default is Argon2id (RFC 9106). */
const argon2id = (pin: string, salt: Uint8Array, { memory, passes, lanes }: KdfCost): Promise<Buffer> =>
  hashRaw(pin.replaceAll(/[\s-]/g, ''), {
    salt,
    memoryCost: memory,
    timeCost: passes,
    parallelism: lanes,
    outputLen: 32,
  })
