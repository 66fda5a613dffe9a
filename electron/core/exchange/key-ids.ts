/** The fingerprints of a key and its subkeys from its packets alone: no arithmetic is needed to know which messages name it. */
import { createHash } from 'node:crypto'
import { findBlocks, readArmour } from '../pgp/armour.ts'
import { TAG, walkPackets } from '../pgp/packets.ts'

/** Of one armoured public key, the primary key first; empty where there is none. RFC 9580, 5.5.4. */
export function fingerprintsIn(armored: string): readonly string[] {
  const block = findBlocks(armored)[0]
  const bytes = block === undefined ? new Uint8Array() : readArmour(block.inner).data
  return walkPackets(bytes)
    .packets.filter(({ tag }) => tag === TAG.publicKey || tag === TAG.publicSubkey)
    .flatMap(({ bodyStart, end }) => fingerprintOf(bytes.subarray(bodyStart, end)) ?? [])
}

function fingerprintOf(body: Uint8Array): string | null {
  const digest = (algorithm: string, head: readonly number[]): string =>
    createHash(algorithm).update(Uint8Array.from(head)).update(body).digest('hex').toUpperCase()
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  if (body[0] === 4) return digest('sha1', [0x99, ...length.subarray(2)])
  return body[0] === 6 ? digest('sha256', [0x9b, ...length]) : null
}
