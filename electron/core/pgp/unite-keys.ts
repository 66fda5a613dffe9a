/**
 * Unites two copies of one key, signature by signature. OpenPGP.js has `update` for this, but it drops a revocation where the other copy
 * carries any revocation signature, a forged one too (openpgp 6.3: the check is asked without its data), so that a key could be revived.
 */
import { enums, type Key, type SignaturePacket, type Subkey, type User } from 'openpgp'
import { pgpConfig, toFingerprint } from './config.ts'

/** Beyond so many in one place only those that verify are kept: anybody can add signatures to a copy (key flooding). */
const MOST_UNCHECKED = 32
/** Of others, whose keys are not asked here. */
const MOST_OF_OTHERS = 500

/** Changes `ours`, and takes nothing away from it that verifies. `theirs` must be a public key of the same fingerprint. */
export async function uniteInto(ours: Key, theirs: Key): Promise<void> {
  const whole = { key: ours.keyPacket }
  ours.revocationSignatures = await united(ours, ours.revocationSignatures, theirs.revocationSignatures, whole)
  const direct = directOf(ours)
  direct?.splice(0, direct.length, ...(await united(ours, direct, directOf(theirs) ?? [], whole)))
  for (const user of theirs.users) await uniteUser(ours, user)
  for (const subkey of theirs.subkeys) await uniteSubkey(ours, subkey)
}

/** OpenPGP.js has them, its types do not. */
const directOf = (key: Key): SignaturePacket[] | null =>
  'directSignatures' in key && Array.isArray(key.directSignatures) ? key.directSignatures : null

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

const packetOf = ({ userID, userAttribute }: User): Uint8Array => (userID ?? userAttribute)?.write() ?? new Uint8Array()

async function uniteUser(ours: Key, fresh: User): Promise<void> {
  const known = ours.users.find((user) => same(packetOf(user), packetOf(fresh)))
  if (known === undefined) {
    ours.users.push(fresh)
    return
  }
  const data = { userID: known.userID, userAttribute: known.userAttribute, key: ours.keyPacket }
  known.selfCertifications = await united(ours, known.selfCertifications, fresh.selfCertifications, data)
  known.revocationSignatures = await united(ours, known.revocationSignatures, fresh.revocationSignatures, data)
  known.otherCertifications = distinct(known.otherCertifications, fresh.otherCertifications).slice(0, MOST_OF_OTHERS)
}

async function uniteSubkey(ours: Key, fresh: Subkey): Promise<void> {
  const known = ours.subkeys.find((subkey) => subkey.getFingerprint() === fresh.getFingerprint())
  if (known === undefined) {
    ours.subkeys.push(fresh)
    return
  }
  const data = { key: ours.keyPacket, bind: known.keyPacket }
  known.bindingSignatures = await united(ours, known.bindingSignatures, fresh.bindingSignatures, data)
  known.revocationSignatures = await united(ours, known.revocationSignatures, fresh.revocationSignatures, data)
}

function distinct(known: readonly SignaturePacket[], fresh: readonly SignaturePacket[]): SignaturePacket[] {
  const bytes = new Map(
    [...known, ...fresh].map((signature) => [Buffer.from(signature.write()).toString('base64'), signature]),
  )
  return [...bytes.values()]
}

async function united(
  { keyPacket }: Key,
  known: readonly SignaturePacket[],
  fresh: readonly SignaturePacket[],
  data: object,
): Promise<SignaturePacket[]> {
  const all = distinct(known, fresh)
  if (all.length <= MOST_UNCHECKED) return all
  const checked = await Promise.all(
    all.map((signature) =>
      signature
        .verify(
          keyPacket,
          signature.signatureType ?? enums.signature.standalone,
          data,
          signature.created ?? undefined,
          false,
          pgpConfig(),
        )
        .then(() => [signature])
        .catch(() => []),
    ),
  )
  return checked.flat()
}

export const isSameKey = (one: Key, other: Key): boolean =>
  toFingerprint(one.getFingerprint()) === toFingerprint(other.getFingerprint())
