/** Has the signatures of a file judged, and says of the whole file what is said of a message. */
import { readSignature, type SignaturePacket } from 'openpgp'
import type { Protection, SignatureCheck } from '../../../../shared/domain/exchange/message.ts'
import { pgpConfig } from '../config.ts'
import type { KeyRing } from '../key-ring.ts'
import { judgePackets, type SignatureVerdict } from '../verify.ts'
import type { HashedSignature } from './inner.ts'
import { tags, writePacket } from './packet-reader.ts'

/**
 * The arithmetic and the state of the key are judged where those of messages are (verify.ts); only the hash comes from here. Where a hash
 * were missing there is nothing to verify over, and the signature is bad.
 */
export async function judge(
  signatures: readonly HashedSignature[],
  ring: KeyRing,
  now: Date,
  openedWith: readonly string[],
): Promise<SignatureVerdict> {
  const packets = await Promise.all(signatures.map(withDigest))
  return judgePackets(packets, packets.length, {}, ring.publicKeys, now, openedWith)
}

async function withDigest({ body, digest }: HashedSignature): Promise<SignaturePacket | null> {
  try {
    const binarySignature = writePacket(tags.signature, body)
    const { packets } = await readSignature({ binarySignature, config: pgpConfig() })
    const [packet] = packets
    if (!packet || !('signatureType' in packet)) return null
    // Where OpenPGP.js itself keeps the hash of a text that was streamed.
    if (digest !== null) Reflect.set(packet, 'hashed', digest)
    return packet
  } catch {
    return null
  }
}

export interface Encryption {
  readonly recipients: readonly string[]
  readonly decryptedWith: string | null
}

export function protectionOf(encryption: Encryption | null, verdict: SignatureVerdict): Protection {
  const { state, signer, signedAt, signatures } = verdict
  const userId = signer?.userIds[0]?.text ?? ''
  return {
    encrypted: encryption !== null,
    integrity: encryption !== null || signer !== null,
    recipients: encryption?.recipients ?? [],
    signature: state,
    signer: signer && { fingerprint: signer.fingerprint, userId, matchesFrom: false },
    signedAt,
    signatures: signatures.map(checkOf),
    decryptedWith: encryption?.decryptedWith ?? null,
  }
}

const checkOf = ({ state, signer, issuer, signedAt }: SignatureVerdict['signatures'][number]): SignatureCheck => ({
  state,
  fingerprint: signer?.fingerprint ?? null,
  userId: signer?.userIds[0]?.text ?? null,
  issuer,
  signedAt,
  covers: true,
})
