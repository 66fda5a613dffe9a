/** Finds the session key of an encrypted file with our keys, through OpenPGP.js. */
import { decryptSessionKeys, readMessage, type PrivateKey } from 'openpgp'
import { pgpConfig, toFingerprint } from '../config.ts'
import { openPgpData } from '../decrypt.ts'
import { unlock, type KeyRing, type OwnKey } from '../key-ring.ts'
import { tags, writePacket } from './packet-reader.ts'
import { Refused, Surprise } from './stops.ts'

export interface FoundKey {
  readonly data: Uint8Array
  /** As OpenPGP.js names it; null where the data names its cipher itself. */
  readonly algorithm: string | null
  /** Fingerprint of our primary key. */
  readonly openedWith: string
}

const WILDCARD = '0000000000000000'
const MOST_RECIPIENTS = 200

/** 16 hex digits. Those of version 6 packets are left to OpenPGP.js and to openPgpData. */
export const recipientOf = (body: Uint8Array): string => {
  if (body[0] !== 3) throw new Surprise('session key version')
  return Buffer.from(body.subarray(1, 9)).toString('hex').toUpperCase().padEnd(16, '0')
}

/**
 * @param bodies of the packets with the session key for each recipient; @param packets all that stands before the data, as it is written.
 * Throws `Refused` with the problem that openPgpData would have, and `Surprise` where more than one session key could be meant.
 */
export async function findSessionKey(
  bodies: readonly Uint8Array[],
  packets: readonly Uint8Array[],
  ring: KeyRing,
  now: Date,
): Promise<FoundKey> {
  if (bodies.length > MOST_RECIPIENTS) throw new Surprise('many recipients')
  const found = new Map<string, FoundKey>()
  for (const own of await ring.secretKeys()) {
    const wanted = bodies.filter((body) => isFor(own, recipientOf(body)))
    const key = wanted.length > 0 ? await unlock(own) : null
    for (const one of key ? await sessionKeysOf(wanted, key, now) : []) {
      found.set(`${one.algorithm} ${Buffer.from(one.data).toString('hex')}`, one)
    }
    // A hidden recipient may be any of our keys; else the first one that opens is the right one.
    if (found.size > 0 && !bodies.some((body) => recipientOf(body) === WILDCARD)) break
  }
  const [only, ...others] = found.values()
  if (others.length > 0) throw new Surprise('several session keys')
  if (only) return only
  throw await whyNot(packets, ring, now)
}

const isFor = ({ key }: OwnKey, recipient: string): boolean =>
  recipient === WILDCARD || key.getKeyIDs().some((id) => id.toHex().toUpperCase() === recipient)

async function sessionKeysOf(bodies: readonly Uint8Array[], key: PrivateKey, now: Date): Promise<readonly FoundKey[]> {
  const config = pgpConfig()
  const openedWith = toFingerprint(key.getFingerprint())
  try {
    const binaryMessage = Buffer.concat([...bodies.map((body) => writePacket(tags.encryptedSessionKey, body)), noData])
    const message = await readMessage({ binaryMessage, config })
    const keys = await decryptSessionKeys({ message, decryptionKeys: key, date: now, config })
    return keys.map(({ data, algorithm }) => ({ data, algorithm: algorithm ?? null, openedWith }))
  } catch {
    return []
  }
}

/** An encrypted packet that nobody can open. */
const noData = writePacket(
  tags.protectedData,
  Uint8Array.from({ length: 65 }, (_, at) => (at === 0 ? 1 : 0)),
)

/** The same recipients without the data: what keeps us from the session key is the same, and is said in one place. */
async function whyNot(packets: readonly Uint8Array[], ring: KeyRing, now: Date): Promise<Refused | Surprise> {
  const opened = await openPgpData(Buffer.concat([...packets, noData]), ring, now, 1)
  return opened.ok ? new Surprise('session key') : new Refused(opened.problem)
}
