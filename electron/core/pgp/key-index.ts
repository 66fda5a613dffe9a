/** Tells which keys of a ring can have made a signature without parsing the ring: a thousand keys take OpenPGP.js half a second. */
import { createHash } from 'node:crypto'
import { findBlocks, readArmour } from './armour.ts'
import { bodyOf, TAG, walkPackets } from './packets.ts'

/** Key IDs by armour; only those, so that no message leaves anything else behind for the next one. */
const seen = new Map<string, readonly string[] | null>()
const MAX_SEEN = 20_000

/** @param ids 16 hex digits, capitals. @returns true also where the armour cannot be told: then it has to be parsed. */
export function mayHold(armored: string, ids: readonly string[]): boolean {
  if (!seen.has(armored)) {
    if (seen.size >= MAX_SEEN) seen.clear()
    seen.set(armored, keyIdsOf(armored))
  }
  const held = seen.get(armored)
  return !held || held.some((id) => ids.includes(id))
}

function keyIdsOf(armored: string): readonly string[] | null {
  const [block] = findBlocks(armored)
  if (block?.kind !== 'public-key') return null
  const { data } = readArmour(block.inner)
  const { packets, whole } = walkPackets(data)
  if (!whole) return null
  const ids = packets
    .filter(({ tag }) => tag === TAG.publicKey || tag === TAG.publicSubkey)
    .map((packet) => keyIdOf(bodyOf(data, packet)))
  return ids.some((id) => id === null) ? null : ids.flatMap((id) => id ?? [])
}

/** RFC 9580, 5.5.4. Versions before 4 have their ID in the modulus, and are left to the parser. */
function keyIdOf(body: Uint8Array): string | null {
  const isLong = body[0] === 6
  if (body[0] !== 4 && !isLong) return null
  const head = Buffer.alloc(isLong ? 5 : 3, isLong ? 0x9b : 0x99)
  head.writeUIntBE(body.length, 1, isLong ? 4 : 2)
  const digest = createHash(isLong ? 'sha256' : 'sha1')
    .update(head)
    .update(body)
    .digest()
  return (isLong ? digest.subarray(0, 8) : digest.subarray(-8)).toString('hex').toUpperCase()
}
