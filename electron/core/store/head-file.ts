/**
 * The head of the vault log, kept sealed outside the database: what tells a kill (the log is ahead of it) from a loss (the log
 * is behind it). Two slots written in turn, numbered by turn, so that a torn write leaves the one before.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { seal, unseal } from '../vault/seal.ts'

const slotLength = 256
const slotSchema = z.object({ turn: z.int(), seq: z.int(), hash: z.string(), quiet: z.int().default(0) })
type Slot = z.infer<typeof slotSchema>
export type Head = Pick<Slot, 'seq' | 'hash'>
/** `quiet`: how many commits there were that made no row in the log. */
export type SealedHead = Pick<Slot, 'seq' | 'hash' | 'quiet'>

export interface HeadFile {
  readonly read: () => SealedHead | null
  readonly write: (head: Head, quiet?: number) => void
  readonly close: () => void
}

export function openHeadFile(path: string, key: Uint8Array, copy: string): HeadFile {
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+', 0o600)
  let last = readNewest(path, key, copy)
  return {
    read: () => last,
    write: ({ seq, hash }, quiet = 0) => {
      const next = { turn: (last?.turn ?? 0) + 1, seq, hash, quiet }
      const box = seal(key, Buffer.from(JSON.stringify(next)), bound(copy))
      const slot = Buffer.alloc(slotLength)
      slot.writeUInt16BE(box.length, 0)
      box.copy(slot, 2)
      writeSync(file, slot, 0, slotLength, (next.turn % 2) * slotLength)
      fsyncSync(file)
      last = next
    },
    close: () => closeSync(file),
  }
}

/** Touches nothing. null where there is none, or none that opens. */
export const readHead = (path: string, key: Uint8Array, copy: string): SealedHead | null =>
  existsSync(path) ? readNewest(path, key, copy) : null

const bound = (copy: string): string => `head/${copy}`

/** The newer of the two slots that open; null where neither does. */
function readNewest(path: string, key: Uint8Array, copy: string): Slot | null {
  const bytes = readFileSync(path)
  const slots = [0, 1].flatMap((number) => {
    const slot = readSlot(bytes.subarray(number * slotLength, (number + 1) * slotLength), key, copy)
    return slot === null ? [] : [slot]
  })
  return slots.toSorted((a, b) => b.turn - a.turn)[0] ?? null
}

function readSlot(slot: Buffer, key: Uint8Array, copy: string): Slot | null {
  if (slot.length < slotLength) return null
  const plain = unseal(key, slot.subarray(2, 2 + slot.readUInt16BE(0)), bound(copy))
  return plain === null ? null : slotSchema.parse(JSON.parse(plain.toString()))
}
