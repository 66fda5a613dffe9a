/** Makes the signature of a text that only its hash is known of, since the text went by piece by piece. */
import { enums, SignaturePacket, type Key, type Subkey } from 'openpgp'
import { pgpConfig } from '../config.ts'
import { tags, writePacket } from './packet-reader.ts'

/** Strong enough for every curve (RFC 9580, 5.2.3.2), and known to every program. */
export const signatureHash = { number: enums.hash.sha512, name: 'sha512' } as const

/** Says beforehand which signature comes after the text (RFC 9580, 5.4). */
export function onePass({ keyPacket }: Key | Subkey): Uint8Array {
  const keyId = Buffer.from(keyPacket.getKeyID().toHex(), 'hex')
  const { binary } = enums.signature
  return writePacket(tags.onePass, Uint8Array.of(3, binary, signatureHash.number, keyPacket.algorithm, ...keyId, 1))
}

/**
 * OpenPGP.js writes the packet and does the arithmetic; it is given the hash in place of the text, as when it signs a stream itself.
 * @param digest the hash of the text and of `suffix`, which is what the signature says of itself and its trailer.
 */
export async function signHash(
  { keyPacket }: Key | Subkey,
  at: Date,
  digest: (suffix: Uint8Array) => Uint8Array,
): Promise<Uint8Array> {
  const packet = new SignaturePacket()
  packet.signatureType = enums.signature.binary
  packet.publicKeyAlgorithm = keyPacket.algorithm
  packet.hashAlgorithm = signatureHash.number
  const instead = {
    toHash: () => null,
    hash: () => Promise.resolve(digest(suffixOf(packet.signatureData ?? new Uint8Array()))),
  }
  for (const [name, value] of Object.entries(instead)) Object.defineProperty(packet, name, { value })
  // The declaration lacks the last parameter.
  const sign: unknown = Reflect.get(packet, 'sign')
  if (typeof sign !== 'function') throw new TypeError('OpenPGP.js signs in another way')
  await Promise.resolve<unknown>(Reflect.apply(sign, packet, [keyPacket, {}, at, false, pgpConfig()]))
  return writePacket(tags.signature, packet.write())
}

/** RFC 9580, 5.2.4. */
function suffixOf(hashed: Uint8Array): Uint8Array {
  const suffix = Buffer.alloc(hashed.length + 6)
  suffix.set(hashed)
  suffix.set([4, 0xff], hashed.length)
  suffix.writeUInt32BE(hashed.length, hashed.length + 2)
  return suffix
}
